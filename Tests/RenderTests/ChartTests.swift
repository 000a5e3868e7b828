import AssayAnalysis
import Testing

@testable import AssayRender

extension Double {
  fileprivate var formattedWhole: String { abs(self) < 1e9 ? String(Int(self)) : "much" }
}

@Suite struct ChartTests {
  private func day(_ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: 2026, month: 4, day: day))
  }

  private func price(_ points: [(Int, Double)]) throws -> Timeline {
    Timeline(
      id: "t", entity: "TAO", metric: "price", unit: "US dollars",
      points: try points.enumerated().map {
        Timeline.Point(
          date: try day($0.element.0), value: $0.element.1,
          label: "$\($0.element.1.formattedWhole)", mark: "\($0.offset + 1)", link: "#c\($0.offset)"
        )
      })
  }

  private func markup(_ html: SafeHTML?) throws -> String {
    String(decoding: try #require(html).bytes, as: UTF8.self)
  }

  @Test func `tells the turn of a series in its title`() throws {
    let chart = try price([(10, 332), (10, 254), (12, 273)])
    #expect(
      chart.title == "TAO’s reported price fell 23.5\u{A0}% to $254, then rose 7.5\u{A0}% to $273")
    #expect(chart.description.contains("Lowest $254, highest $332"))
  }

  @Test func `draws a series only from three points on`() throws {
    #expect(try price([(10, 332), (12, 254)]).figure() == nil)
    #expect(try price([(10, 332), (11, 300), (12, 254)]).figure() != nil)
  }

  @Test(arguments: [Double.nan, .infinity, 1e308, -1e99, 0])
  func `keeps coordinates finite`(_ value: Double) throws {
    let figure = try markup(price([(10, value), (11, 1), (12, 2), (13, -1e99)]).figure())
    #expect(!figure.contains("nan") && !figure.contains("inf"))
  }

  @Test func `escapes strangers' words in labels, titles and tables`() throws {
    let hostile = "</text><script>alert(1)</script>\"'&"
    let chart = DotPlot(
      id: "d",
      points: (0..<4).map {
        DotPlot.Point(
          name: hostile, score: Double($0) / 4 - 0.5, polarity: .negative, link: "#\(hostile)")
      })
    let figure = try markup(chart.figure())
    #expect(!figure.contains("<script"))
    #expect(!figure.contains("href=\"#<"))
  }

  @Test func `counts neutral comments to neither side`() throws {
    let chart = DivergingBar(
      id: "b", unit: "comments",
      rows: [DivergingBar.Row(name: "All", negative: 5, mixed: 1, neutral: 2, positive: 1)])
    #expect(chart.title == "5 of 9 comments are negative")
    #expect(try markup(chart.figure()).contains("3 neither"))
  }

  @Test func `sorts changes by size and shows stated beside computed`() {
    func row(_ name: String, _ to: Double) -> Dumbbell.Row {
      Dumbbell.Row(
        name: name, from: 100, to: to, fromLabel: "100", toLabel: "\(to)", stated: "5%",
        verdict: .consistent, link: nil)
    }
    let chart = Dumbbell(id: "x", rows: [row("small", 105), row("large", 60), row("zero", 100)])
    #expect(chart.rows.map(\.name) == ["large", "small", "zero"])
    #expect(chart.table.rows[0][3] == "−40\u{A0}%")
  }

  @Test func `gives the two drawings of a figure different ids`() throws {
    let figure = try markup(price([(10, 332), (11, 300), (12, 254)]).figure())
    let ids = figure.split(separator: "id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
  }
}
