import AssayAnalysis
import AssayRender
import Foundation
import TestSupport
import Testing

/// What each format writes of one hand-made analysis, byte for byte, and what it must never let
/// through. `UPDATE_SNAPSHOTS=1 swift test` rewrites the golden files.
@Suite struct FormatTests {
  private func expectGolden(_ bytes: [UInt8], _ name: String) throws {
    try TestSupport.expectGolden(bytes, "formats/" + name)
  }

  private let input = [
    Diagnostic(
      .error, path: "content/ü.md", line: 3, column: 7, length: 4, "'date' must be YYYY-MM-DD",
      hint: "write 2026-04-10", rule: "front-matter"),
    Diagnostic(.note, path: "", "nothing more"),
  ]

  @Test func `writes a report in GitHub's Markdown`() throws {
    let options = ReportOptions(version: "1.2.3", pageURL: "https://example.org/a b/")
    try expectGolden(reportMarkdown(try SampleAnalysis.make(), options: options), "report.md")
  }

  @Test func `writes claims as CSV that no spreadsheet runs`() throws {
    try expectGolden(claimsCSV(try SampleAnalysis.make(), slug: "a"), "claims.csv")
  }

  @Test func `writes claims as JSON with sorted keys`() throws {
    let bytes = claimsJSON(try SampleAnalysis.make(), slug: "a")
    try expectGolden(bytes, "claims.json")
    try expectSortedKeys(bytes)
  }

  @Test func `writes findings and messages as JSON with sorted keys`() throws {
    let bytes = findingsJSON(try SampleAnalysis.make().findings, diagnostics: input)
    try expectGolden(bytes, "findings.json")
    try expectSortedKeys(bytes)
    try expectSortedKeys(diagnosticsJSON(input))
  }

  @Test func `writes SARIF`() throws {
    let check = Check(
      id: "percent-change", summary: "Percentage disagrees", tier: 1,
      documentation: "# What it examines\n\nPercentages."
    ) { _ in [] }
    let bytes = sarifReport(
      try SampleAnalysis.make().findings, diagnostics: input, version: "1.2.3", checks: [check])
    try expectGolden(bytes, "findings.sarif")
    try expectSortedKeys(bytes)
  }

  @Test func `writes JUnit XML`() throws {
    let bytes = junitReport(try SampleAnalysis.make().findings, diagnostics: input)
    try expectGolden(bytes, "findings.junit.xml")
  }

  @Test func `writes annotations of which no text can begin its own`() throws {
    let bytes = githubAnnotations(try SampleAnalysis.make().findings, diagnostics: input)
    try expectGolden(bytes, "findings.github.txt")
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { $0.hasPrefix("::") })
  }

  /// The JSON parses, and writing it with sorted keys changes no order.
  private func expectSortedKeys(_ bytes: [UInt8]) throws {
    let object = try JSONSerialization.jsonObject(with: Data(bytes))
    #expect(object is [String: Any])
    var keys: [[String]] = []
    var open: [Int] = []
    let text = Array(String(decoding: bytes, as: UTF8.self))
    var index = 0
    while index < text.count {
      switch text[index] {
      case "{":
        keys.append([])
        open.append(keys.count - 1)
      case "}": open.removeLast()
      case "\"":
        let start = index + 1
        index = start
        while text[index] != "\"" { index += text[index] == "\\" ? 2 : 1 }
        if index + 1 < text.count, text[index + 1] == ":", let last = open.last {
          keys[last].append(String(text[start..<index]))
        }
      default: break
      }
      index += 1
    }
    for names in keys {
      #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
  }
}

@Suite struct NumberFormatTests {
  @Test(arguments: [
    ("1234567.50", nil, "1,234,567.50"), ("-1234", nil, "−1,234"), ("999", nil, "999"),
    ("0.005", 2, "0.01"), ("-0.005", 2, "−0.01"), ("-0.004", 2, "0.00"), ("999.96", 1, "1,000.0"),
    ("12", 2, "12.00"), ("2.5", 0, "3"), ("-2.5", 0, "−3"),
  ])
  func `shows decimals with separators and a true minus`(
    _ digits: String, _ places: Int?, _ shown: String
  ) throws {
    let number = try #require(DecimalNumber(digits: digits))
    #expect(formatNumber(number, places: places) == shown)
  }

  @Test func `shows doubles by their shortest digits and never NaN`() {
    #expect(formatNumber(0.1 + 0.2) == "0.30000000000000004")
    #expect(formatNumber(1e21) == "1,000,000,000,000,000,000,000")
    #expect(formatNumber(-1e-7) == "−0.0000001")
    #expect(formatNumber(.nan) == "–")
    #expect(formatNumber(DecimalNumber(mantissa: 1, exponent: 400)) == "1 × 10^400")
    #expect(formatPercent(23.456, places: 1) == "23.5%")
  }
}
