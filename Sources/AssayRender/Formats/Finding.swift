public import AssayAnalysis

/// A relation with the places of its operands in their files: what a report lists.
///
/// It holds all that is needed to show it, so it outlives the analysis it was made from.
public struct Finding: Sendable, Hashable {
  /// The check's identifier.
  public let check: String
  public let verdict: Verdict
  /// One sentence for a reader.
  public let message: String
  /// With numbers in it; empty where nothing is computed.
  public let formula: String
  /// Why the verdict is no stronger or weaker.
  public let notes: [String]
  /// The first is the stated figure that the others were held against.
  public let operands: [Operand]
  /// Made of the check, the article and the operands' words: it stays when lines move and changes
  /// when a number does. 16 hexadecimal digits.
  public let fingerprint: String
  /// The row of a reference that would judge it, where it needs one.
  public let needed: NeededReference?
  /// What a person decided about it.
  public var review: Review?
  /// Whether it was there before, where a baseline was given.
  public var isKnown: Bool?

  public struct Operand: Sendable, Hashable {
    public let role: String
    /// The words, as written.
    public let text: String
    public let location: Location
    /// The comment they stand in; nil in the article.
    public let comment: String?
  }

  /// A stretch of a file. Lines and columns count from 1, columns in Unicode scalars.
  public struct Location: Sendable, Hashable {
    public let path: String
    public let line: Int
    public let column: Int
    public let endLine: Int
    /// One past the last scalar.
    public let endColumn: Int
    /// The line of the source, without its end.
    public let sourceLine: String
  }

  /// Where the finding is shown: its first operand.
  public var location: Location? { operands.first?.location }

  /// Whether it asks for something: no review set it aside and no baseline knows it.
  public var isOpen: Bool {
    verdict.severity != nil && review?.decision != .accept && isKnown != true
  }

  /// The finding as a message; nil where it asks for nothing.
  public var diagnostic: Diagnostic? {
    guard isOpen, let severity = verdict.severity, let location else { return nil }
    let length = location.line == location.endLine ? location.endColumn - location.column : 1
    return Diagnostic(
      severity, path: location.path, line: location.line, column: location.column,
      length: max(1, length), message, rule: check,
      sourceLine: location.sourceLine)
  }
}

extension Finding: Comparable {
  /// In order of place, the worst verdict first.
  public static func < (left: Finding, right: Finding) -> Bool {
    let (first, second) = (left.location, right.location)
    if first?.path != second?.path { return first?.path ?? "" < second?.path ?? "" }
    return left.key < right.key
  }

  private var key: (Int, Int, Int, String, String) {
    (location?.line ?? 0, location?.column ?? 0, verdict.rank, check, message)
  }
}

extension Finding {
  /// The same finding under other names of the files.
  public func renamed(_ path: (String) -> String) -> Finding {
    let operands = operands.map { operand in
      let place = operand.location
      return Operand(
        role: operand.role, text: operand.text,
        location: Location(
          path: path(place.path), line: place.line, column: place.column, endLine: place.endLine,
          endColumn: place.endColumn, sourceLine: place.sourceLine), comment: operand.comment)
    }
    return Finding(
      check: check, verdict: verdict, message: message, formula: formula, notes: notes,
      operands: operands, fingerprint: fingerprint, needed: needed, review: review,
      isKnown: isKnown)
  }
}

extension Analysis {
  /// The relations with their places, in order of place.
  public var findings: [Finding] { relationFindings().map(\.finding).sorted() }

  /// Each relation with its finding, in the relations' order.
  func relationFindings() -> [(relation: Relation, finding: Finding)] {
    var lines: [Int: LineIndex] = [:]
    var seen: [String: Int] = [:]
    return relations.map { (relation: Relation) -> (relation: Relation, finding: Finding) in
      let operands = relation.operands.map { operand in
        let part = operand.place.part
        let index = lines[part] ?? LineIndex(document(of: part).source)
        lines[part] = index
        return finding(operand, index)
      }
      let fingerprint = fingerprint(of: relation, &seen)
      let made = Finding(
        check: relation.check, verdict: relation.verdict, message: relation.explanation,
        formula: relation.formula, notes: relation.notes, operands: operands,
        fingerprint: fingerprint, needed: relation.needed)
      return (relation, made)
    }
  }

  func finding(_ operand: Relation.Operand, _ lines: LineIndex) -> Finding.Operand {
    let part = operand.place.part
    let document = document(of: part)
    let range = operand.source ?? document.sourceRange(of: operand.place.range)
    let start = lines.location(of: Int(range.start))
    let end = lines.location(of: Int(range.end))
    let location = Finding.Location(
      path: document.source.path, line: start.line, column: start.column, endLine: end.line,
      endColumn: end.column,
      sourceLine: document.source[document.source.line(at: Int(range.start))])
    let comment = part > 0 ? thread?.comments[part - 1].id : nil
    return Finding.Operand(
      role: operand.role, text: operand.text, location: location, comment: comment)
  }

  private func fingerprint(of relation: Relation, _ seen: inout [String: Int]) -> String {
    var words = [relation.check, article.source.path]
    if let first = relation.operands.first, let index = first.claim {
      let claim = parts[first.place.part].claims[index]
      words += [claim.subject.map { entities[$0].name } ?? "", claim.metric ?? ""]
    }
    for operand in relation.operands {
      let comment = operand.place.part > 0 ? thread?.comments[operand.place.part - 1].id : nil
      words += [operand.role, operand.text, comment ?? ""]
    }
    let key = words.joined(separator: "\u{1F}")
    let count = seen[key, default: 0]
    seen[key] = count + 1
    return hexadecimalHash(count == 0 ? key : "\(key)\u{1F}\(count)")
  }
}

/// FNV-1a of 64 bits: the same on every machine and in every run.
func hexadecimalHash(_ text: String) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
