import AssayAnalysis
import Testing

@testable import AssayRender

/// Charts that an author asks for, in an article or a template.
@Suite struct ArticleChartTests {
  private func charts(_ block: String, files: [String: String] = [:]) -> ArticleCharts {
    let text = """
      # A

      | Year | Coal | Gas |
      |---|--:|--:|
      | 2020 | 4 | 2 |
      | 2021 | 3 | 2 |
      | 2022 | 2 | 3 |

      ```chart
      \(block)
      ```
      """
    let document = Document(markdown: SourceText(path: "a.md", text))
    return ArticleCharts(document, files: files.mapValues { Array($0.utf8) })
  }

  @Test func `draws the article's own table`() throws {
    let charts = charts("type: line\ntable: 1")
    #expect(charts.diagnostics.isEmpty)
    let chart = try #require(charts.charts.first).chart
    #expect(chart.title == "Coal fell from 4 to 2 between 2020 and 2022")
    #expect(chart.table.rows.count == 3)
  }

  @Test func `draws a CSV or a JSON beside the article`() throws {
    let csv = charts("type: bar\ndata: b.csv", files: ["b.csv": "city,people\nA,3\nB,5\nC,4\n"])
    #expect(try #require(csv.charts.first).chart.title == "B is the largest of 3 by “people”: 5")
    let json = charts(
      "type: bar\ndata: b.json",
      files: ["b.json": "[{\"c\":\"A\",\"n\":3},{\"c\":\"B\",\"n\":5},{\"c\":\"C\",\"n\":1}]"])
    #expect(try #require(json.charts.first).chart.table.rows.map { $0[1] } == ["3", "5", "1"])
  }

  @Test func `draws rows that stand in the block itself, a gap where one is missing`() throws {
    let charts = charts(
      "type: line\nrows: |\n  day,n\n  2026-01-01,1\n  2026-01-02,\n  2026-01-03,2")
    #expect(charts.diagnostics.isEmpty)
    #expect(try #require(charts.charts.first).chart.table.rows[1][1] == "")
  }

  @Test(arguments: [
    ("type: pie\ntable: 1", 10, 7, "'type' must be one of"),
    ("type: bar\ntable: 2", 11, 8, "the article has 1 tables"),
    ("type: bar\ntable: 1\ny: [Cole]", 12, 5, "'Cole' is no column of table 1"),
    ("type: bar\ndata: none.csv", 11, 7, "'none.csv' is no file beside the article"),
    ("type: bar", 9, 1, "a chart must say where its numbers are"),
    ("table: 1", 9, 1, "a chart must say its 'type'"),
    ("type: bar\nrows: |\n  a,b\n  x,1e308\n  y,2\n  z,3", 10, 7, "'b' must be a column of"),
  ])
  func `says what is wrong at its place in the file`(
    _ block: String, _ line: Int, _ column: Int, _ message: String
  ) throws {
    let found = charts(block).diagnostics
    let first = try #require(found.first)
    #expect(first.message.hasPrefix(message), "\(first.message)")
    #expect(first.line == line && first.column == column, "\(first.line):\(first.column)")
    #expect(found.count == 1)
  }

  @Test(arguments: ["nan", "inf", "1e400", "0x10", "Q1", "", "−", "12 34"])
  func `takes no word for a number`(_ cell: String) {
    #expect(chartValue(cell) == nil)
  }

  @Test(arguments: [
    ("$1,200", 1200.0), ("−4", -4), ("23.5 %", 23.5), ("1.5e3", 1500), ("+7", 7),
    ("€98.0 million", 98),
  ])
  func `reads numbers as tables write them`(_ cell: String, _ value: Double) {
    #expect(chartValue(cell) == value)
  }

  @Test func `chooses a chart for a table by its form`() throws {
    func chart(_ table: String) -> (any Chart)? {
      Document(markdown: SourceText(path: "a.md", table)).firstTableChart(id: "t")
    }
    let years = chart("| Year | n |\n|--|--|\n| 2020 | 1 |\n| 2021 | 2 |\n| 2022 | 4 |\n")
    #expect(years is LineChart)
    let pairs = chart(
      "| Who | 2025 | 2026 |\n|--|--|--|\n| a | 1 | 2 |\n| b | 2 | 2 |\n| c | 4 | 1 |\n"
        + "| Total | 7 | 5 |\n")
    #expect((pairs as? RangeChart)?.rows.count == 3)
    #expect(chart("| Who | What |\n|--|--|\n| a | x |\n| b | y |\n| c | z |\n") == nil)
  }
}
