/// An author's word that what a check finds in the next block is right as it stands:
///
///     <!-- assay: ok percent-change reason="The base is the year before the merger" -->
///
/// It must give a reason. Comments are strangers' text and cannot hold one.
public struct Suppression: Sendable {
  /// The checks that it speaks of.
  public let checks: [String]
  public let reason: String
  /// The words of the block that it stands before.
  public let words: TextRange
  /// Where it stands itself.
  public let range: SourceRange
}

extension Document {
  /// The suppressions that stand between the blocks, and what is wrong with those that cannot be
  /// read.
  public func suppressions() -> (found: [Suppression], diagnostics: [Diagnostic]) {
    var found: [Suppression] = []
    var problems: [Diagnostic] = []
    for (index, block) in blocks.enumerated() where block.kind == .htmlBlock {
      guard let text = commentText(block) else { continue }
      let reading = SuppressionReading(text)
      if let problem = reading.problem {
        problems.append(
          Diagnostic(
            .warning, in: source, at: block.range, problem,
            hint: "write <!-- assay: ok percent-change reason=\"why it is right\" -->",
            rule: "suppression"))
        continue
      }
      guard let words = blockBehind(index) else { continue }
      found.append(
        Suppression(
          checks: reading.checks, reason: reading.reason, words: words, range: block.range))
    }
    return (found, problems)
  }

  /// What follows `assay:` in an HTML comment; nil for other blocks.
  private func commentText(_ block: Block) -> Substring? {
    // The literal: cmark's end of an HTML block is not where its last line ends.
    guard block.text.count < SuppressionReading.longest else { return nil }
    let text = trimmed(self.text[block.text])
    guard text.hasPrefix("<!--") else { return nil }
    guard text.hasSuffix("-->") else { return nil }
    let inner = trimmed(String(text.dropFirst(4).dropLast(3)))
    guard inner.hasPrefix("assay:") else { return nil }
    return inner.dropFirst("assay:".count)
  }

  /// The words of the next block that is no such comment.
  private func blockBehind(_ index: Int) -> TextRange? {
    var next = blocks[index].end
    while blocks.indices.contains(next) {
      if blocks[next].kind != .htmlBlock || commentText(blocks[next]) == nil {
        return blocks[next].text
      }
      next = blocks[next].end
    }
    return nil
  }
}

/// Reads `ok percent-change, difference reason="…"`.
private struct SuppressionReading {
  var checks: [String] = []
  var reason = ""
  var problem: String?

  /// A longer comment is no suppression.
  static let longest = 4096

  init(_ text: Substring) {
    let parts = text.split(separator: "reason=", maxSplits: 1)
    let words = (parts.first ?? "").split { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }
    guard words.first == "ok" else {
      problem = "'assay:' in a comment must be followed by 'ok' and the name of a check"
      return
    }
    checks = words.dropFirst().map(String.init)
    let known = Set(Check.all.map(\.id))
    if let stranger = checks.first(where: { !known.contains($0) }) {
      problem = "'\(stranger)' is no check"
    } else if checks.isEmpty {
      problem = "a suppression must name the check that it speaks of"
    }
    reason = parts.count == 2 ? SuppressionReading.quoted(parts[1]) : ""
    if problem == nil, reason.isEmpty { problem = "a suppression must give a reason" }
  }

  /// What stands between the first pair of quotes.
  private static func quoted(_ text: Substring) -> String {
    guard let open = text.first, open == "\"" || open == "'" else { return "" }
    return trimmed(String(text.dropFirst().prefix { $0 != open }))
  }
}
