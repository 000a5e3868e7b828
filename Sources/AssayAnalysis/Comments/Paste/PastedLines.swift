/// A line of a pasted text, or several that one paragraph was wrapped over.
struct PastedParagraph {
  /// Its lines without blanks around them, as byte offsets.
  let lines: [Range<Int>]
  /// How many bytes of blanks stand before it.
  let indent: Int
  /// Whether a blank line, or nothing, stands before it.
  let followsBlank: Bool

  var range: Range<Int> {
    (lines.first?.lowerBound ?? 0)..<(lines.last?.upperBound ?? 0)
  }
}

/// Splits a pasted text into paragraphs: a line each, unless the lines were wrapped to a width.
struct PastedLines {
  let bytes: [UInt8]
  private(set) var paragraphs: [PastedParagraph] = []
  /// The width that lines were wrapped to; nil where they were not.
  let width: Int?

  /// - Parameter width: what the text around this one was wrapped to, where that is known.
  init(_ bytes: [UInt8], from start: Int = 0, width outer: Int? = nil) {
    self.bytes = bytes
    let runs = PastedLines.runs(in: bytes, from: start)
    let width = outer ?? PastedLines.wrapWidth(runs, in: bytes)
    self.width = width
    for run in runs {
      let isWrapped = width.map { PastedLines.isWrapped(run, at: $0, in: bytes) } ?? false
      if isWrapped { append(run, followsBlank: true) } else { appendEach(run) }
    }
  }

  private mutating func appendEach(_ run: [Range<Int>]) {
    for (index, line) in run.enumerated() { append([line], followsBlank: index == 0) }
  }

  private mutating func append(_ lines: [Range<Int>], followsBlank: Bool) {
    guard let first = lines.first else { return }
    var lineStart = first.lowerBound
    while lineStart > 0, bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
    paragraphs.append(
      PastedParagraph(
        lines: lines, indent: first.lowerBound - lineStart, followsBlank: followsBlank))
  }

  /// Runs of lines without a blank one between, each line without the blanks around it.
  private static func runs(in bytes: [UInt8], from start: Int) -> [[Range<Int>]] {
    var runs: [[Range<Int>]] = []
    var run: [Range<Int>] = []
    var lineStart = start
    while lineStart < bytes.count {
      let lineEnd = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
      var low = lineStart
      var high = lineEnd
      while low < high, bytes[low] <= 0x20 { low += 1 }
      while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
      if low < high {
        run.append(low..<high)
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
      lineStart = lineEnd + 1
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }
}

// MARK: Wrapped lines

extension PastedLines {
  /// The width texts are wrapped to lies between these, in scalars.
  private static let widths = 40...100

  /// The width at which most lines are full; nil where fewer than three are.
  ///
  /// A line is full at each width from its own length up to where the next one's first word would
  /// have fitted.
  private static func wrapWidth(_ runs: [[Range<Int>]], in bytes: [UInt8]) -> Int? {
    var changes = [Int](repeating: 0, count: widths.upperBound + 2)
    for run in runs {
      for (line, next) in zip(run, run.dropFirst()) where line.count <= widths.upperBound * 4 {
        let length = scalarCount(bytes[line])
        guard length <= widths.upperBound else { continue }
        changes[max(length, widths.lowerBound)] += 1
        let end = length + 1 + firstWordLength(bytes[next])
        changes[min(max(end, widths.lowerBound), widths.upperBound + 1)] -= 1
      }
    }
    var (count, best, width) = (0, 2, nil as Int?)
    for candidate in widths {
      count += changes[candidate]
      if count > best { (best, width) = (count, candidate) }
    }
    return width
  }

  /// Whether each line of a run but the last, give or take a few, is full at a width.
  private static func isWrapped(_ run: [Range<Int>], at width: Int, in bytes: [UInt8]) -> Bool {
    guard run.count >= 2, !isDialogue(run, in: bytes) else { return false }
    let isNarrow = run.allSatisfy { $0.count <= width * 4 && scalarCount(bytes[$0]) <= width }
    guard isNarrow else { return false }
    let full = zip(run, run.dropFirst()).count { line, next in
      scalarCount(bytes[line]) + 1 + firstWordLength(bytes[next]) > width - 2
    }
    return full * 10 >= (run.count - 1) * 8
  }

  /// Whether each line begins with a word and a colon, as comments with their authors do.
  private static func isDialogue(_ run: [Range<Int>], in bytes: [UInt8]) -> Bool {
    run.allSatisfy { line in
      bytes[line].prefix(42).prefix { $0 > 0x20 }.last == UInt8(ascii: ":")
    }
  }

  private static func firstWordLength(_ line: ArraySlice<UInt8>) -> Int {
    scalarCount(line.prefix(200).prefix { $0 > 0x20 })
  }

  private static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}
