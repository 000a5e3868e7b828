import AssayAnalysis
import Testing

@Suite struct CSVTests {
  @Test func `reads quotes, remarks and line ends of every kind`() {
    let rows = readCSV(Array("# source: x\n\na,b\r\n\"1,5\",\"so \"\"so\"\"\"\n\n2,\"x\ny\"".utf8))
    #expect(rows == [["a", "b"], ["1,5", "so \"so\""], ["2", "x\ny"]])
  }

  @Test(arguments: [
    ("a,b\n1,2\n1\n", []),
    ("a,b\n1,2,5\n", ["2:1 this row has 3 cells, the first row 2"]),
    ("a,b\n1,2\n3,\"x\n4,5\n", ["3:3 the quote that opens here is never closed"]),
  ])
  func `tells of rows with too many cells and of quotes that never close`(
    text: String, told: [String]
  ) {
    let problems = csvProblems(in: SourceText(path: "a.csv", text))
    #expect(problems.map { "\($0.line):\($0.column) \($0.message)" } == told)
  }
}
