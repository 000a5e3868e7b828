import AssayAnalysis
import Foundation
import Testing

@testable import AssayRender

/// Assay's templates against what Jinja2 itself gave; `Jinja/make_cases.py` wrote the cases.
///
/// With ASSAY_JINJA_CASES the cases of another file are taken, for comparisons at random.
@Suite struct JinjaTests {
  @Test func `templates give the bytes that Jinja2 gives`() throws {
    let path =
      ProcessInfo.processInfo.environment["ASSAY_JINJA_CASES"]
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Jinja/cases.json").path
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let cases = try #require(JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(cases.count >= 60)
    for entry in cases { try check(entry) }
  }

  private func check(_ entry: [String: Any]) throws {
    let name = try #require(entry["name"] as? String)
    let templates = try #require(entry["templates"] as? [String: String])
    let expected = try #require(entry["output"] as? String)
    do {
      let set = try TemplateSet(
        templates.sorted { $0.key < $1.key }.map { key, text in
          TemplateSource(name: key, text: SourceText(path: key, text))
        })
      let bytes = try set.render("main", context: try value(entry["context"]))
      #expect(String(decoding: bytes, as: UTF8.self) == expected, "case: \(name)")
    } catch let failure as Failure {
      let messages = failure.diagnostics.map {
        "\($0.path):\($0.line):\($0.column): \($0.message) \($0.hint ?? "")"
      }
      Issue.record("case \(name): \(messages) \(templates)")
    }
  }

  /// A value with the tags that `make_cases.py` writes.
  private func value(_ tagged: Any?) throws -> TemplateValue {
    let pair = try #require(tagged as? [Any])
    switch try #require(pair.first as? String) {
    case "none": return .nothing
    case "boolean": return .boolean(try #require(pair[1] as? Bool))
    case "integer": return .integer(try #require(pair[1] as? Int))
    case "number":
      let digits = try #require(pair[1] as? String)
      return .number(try #require(Double(digits)))
    case "html":
      return .html(SafeHTML(trusted: Array(try #require(pair[1] as? String).utf8)))
    case "string": return .string(try #require(pair[1] as? String))
    case "list": return .list(try #require(pair[1] as? [Any]).map(value))
    default:
      let entries = try #require(pair[1] as? [[Any]])
      return .map(
        TemplateMap(
          shape: TemplateShape(try entries.map { try #require($0[0] as? String) }),
          values: try entries.map { try value($0[1]) }))
    }
  }
}
