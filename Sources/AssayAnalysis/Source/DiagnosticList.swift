/// Gathers the findings of one text.
///
/// It looks places up in an index, made when first needed, so that many findings stay linear; and
/// of one rule it shows the first hundred and counts the rest, for no reader gets that far.
struct DiagnosticList: Sendable {
  private let source: SourceText
  private var lines: LineIndex?
  private var found: [Diagnostic] = []
  private var counts: [String: Int] = [:]

  init(_ source: SourceText) { self.source = source }

  static let maximumShown = 100
  /// An excerpt of a longer line would be no help.
  private static let maximumExcerptBytes = 2000

  mutating func add(
    _ severity: Severity, _ range: SourceRange, _ message: @autoclosure () -> String,
    hint: @autoclosure () -> String? = nil, rule: String
  ) {
    counts[rule, default: 0] += 1
    guard counts[rule, default: 0] <= DiagnosticList.maximumShown else { return }
    let lines = self.lines ?? LineIndex(source)
    self.lines = lines
    let place = lines.location(of: Int(range.start))
    let excerpt = excerpt(at: Int(range.start))
    let end = min(range.end, max(excerpt?.end ?? range.end, range.start))
    let words = source.bytes[Int(range.start)..<min(source.bytes.count, Int(end))]
    found.append(
      Diagnostic(
        severity, path: source.path, line: place.line, column: place.column,
        length: max(1, words.prefix(200).count { $0 & 0xC0 != 0x80 }), message(), hint: hint(),
        rule: rule, sourceLine: excerpt.map { source[$0] }))
  }

  /// The findings, in the order they were added, and a count of those left out.
  var all: [Diagnostic] {
    let rest = counts.filter { $0.value > DiagnosticList.maximumShown }.sorted { $0.key < $1.key }
    return found
      + rest.map { rule, count in
        Diagnostic(
          .warning, path: source.path,
          "\(count - DiagnosticList.maximumShown) more findings of '\(rule)' are not shown",
          rule: rule)
      }
  }

  private func excerpt(at offset: Int) -> SourceRange? {
    let bytes = source.bytes
    let low = max(0, offset - DiagnosticList.maximumExcerptBytes)
    let high = min(bytes.count, offset + DiagnosticList.maximumExcerptBytes)
    guard offset <= high else { return nil }
    let start = bytes[low..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? low
    var end = bytes[offset..<high].firstIndex(of: 0x0A) ?? high
    guard start > low || low == 0, end < high || high == bytes.count else { return nil }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return SourceRange(start..<end)
  }
}
