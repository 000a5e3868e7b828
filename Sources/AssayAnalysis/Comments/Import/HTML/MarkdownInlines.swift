/// The inlines of one paragraph as they are written: words, emphasis, links, code.
struct MarkdownInlines {
  enum Mark: Equatable {
    case strong, emphasis, strikethrough
    /// Nil where the address is none that may be linked.
    case link(String?)

    var delimiter: String {
      switch self {
      case .strong: "**"
      case .emphasis: "*"
      case .strikethrough: "~~"
      case .link: ""
      }
    }

    func isSameKind(as other: Mark) -> Bool {
      if case .link = self, case .link = other { return true }
      return self == other
    }
  }

  var keepsLineEnds = false
  private var line: [UInt8] = []
  private var open: [(mark: Mark, start: Int)] = []
  private var escapes = MarkdownEscapes()
  /// The delimiters closed last: a letter right after them could make them words again.
  private var lastClosed: (start: Int, end: Int, length: Int)?
  /// Words of the open link as they are read, to see whether they are its address.
  private var linkWords: [UInt8] = []

  mutating func add(_ words: [UInt8]) {
    guard !words.isEmpty else { return }
    var run: [UInt8] = []
    for byte in words {
      guard byte <= 0x20 else {
        run.append(byte)
        continue
      }
      addRun(&run)
      if keepsLineEnds, byte == 0x0A { addBreak() } else { addSpace() }
    }
    addRun(&run)
  }

  mutating func addSpace() {
    guard let last = line.last, last > 0x20 else { return }
    line.append(0x20)
  }

  /// A hard break; what is at the edges of a paragraph, or doubled, is sorted out when it ends.
  mutating func addBreak() {
    if escapes.isInCell { return addSpace() }
    while line.last == 0x20 { line.removeLast() }
    let isSecond = line.suffix(2).elementsEqual([UInt8(ascii: "\\"), 0x0A])
    let again = isSecond ? open.map(\.mark) : []
    // Two breaks end a paragraph, and no emphasis reaches into the next.
    if isSecond { while let last = open.last { close(last.mark) } }
    line.append(contentsOf: [UInt8(ascii: "\\"), 0x0A])
    for mark in again { open(mark) }
  }

  mutating func addRaw(_ text: String) { line.append(contentsOf: text.utf8) }

  mutating func open(_ mark: Mark) {
    if case .link = mark {
      escapes.isInLink = true
      linkWords.removeAll()
      // "!" before a link would make it a picture.
      if line.last == UInt8(ascii: "!") { line.insert(UInt8(ascii: "\\"), at: line.count - 1) }
    }
    // Emphasis inside the same emphasis adds nothing.
    let isOpen = open.contains { $0.mark == mark }
    open.append((mark, isOpen ? MarkdownInlines.nothing : line.count))
  }

  private static let nothing = -1

  mutating func close(_ mark: Mark) {
    guard let index = open.lastIndex(where: { $0.mark.isSameKind(as: mark) }) else { return }
    let (opened, start) = open.remove(at: index)
    if case .link(let address) = opened { return closeLink(address, from: start) }
    if start != MarkdownInlines.nothing { wrap(opened.delimiter, from: start) }
  }

  mutating func addCode(_ words: [UInt8]) {
    let words = words.map { $0 < 0x20 ? 0x20 : $0 }
    guard words.contains(where: { $0 > 0x20 }) else { return addSpace() }
    let ticks = [UInt8](repeating: UInt8(ascii: "`"), count: longestRun(of: 0x60, in: words) + 1)
    let needsSpace =
      words.first == 0x60 || words.last == 0x60 || words.first == 0x20 && words.last == 0x20
    let space: [UInt8] = needsSpace ? [0x20] : []
    let shown = escapes.isInCell ? escapedBars(words) : words
    line += ticks + space + shown + space + ticks
  }

  mutating func addLink(_ address: String, words: String) {
    open(.link(address))
    add(Array(words.utf8))
    close(.link(nil))
  }

  mutating func addImage(_ address: String, alt: String) {
    line.append(contentsOf: "![".utf8)
    var inner = escapes
    inner.isInLink = true
    inner.append(alt.utf8.map { $0 < 0x20 ? 0x20 : $0 }, to: &line)
    line.append(contentsOf: "](\(linkDestination(address)))".utf8)
  }

  mutating func beginCell() {
    _ = take(isCell: true)
    escapes.isInCell = true
  }

  mutating func endCells() { escapes.isInCell = false }

  /// The paragraph so far; what is open is closed, and opened again for the next.
  mutating func take(isCell: Bool = false) -> [UInt8] {
    let again = open.map(\.mark)
    while let last = open.last { close(last.mark) }
    let words = Array(trimmedBreaks(line))
    line.removeAll(keepingCapacity: true)
    lastClosed = nil
    if !isCell { for mark in again { open(mark) } }
    return words
  }
}

extension MarkdownInlines {
  private mutating func addRun(_ run: inout [UInt8]) {
    guard let first = run.first else { return }
    if let closed = lastClosed, closed.end == line.count { repair(closed, before: first) }
    lastClosed = nil
    if escapes.isInLink { linkWords += run }
    escapes.append(run, to: &line)
    run.removeAll(keepingCapacity: true)
  }

  /// `**Note:**text` is no emphasis: such delimiters go, the words stay.
  private mutating func repair(
    _ closed: (start: Int, end: Int, length: Int), before next: UInt8
  ) {
    let isWord = !isPunctuation(next)
    guard isWord, isPunctuation(line[closed.end - closed.length - 1]) else { return }
    line.removeSubrange(closed.end - closed.length..<closed.end)
    line.removeSubrange(closed.start..<closed.start + closed.length)
  }

  /// Puts delimiters around what was added since `start`, blanks at its edges left outside.
  private mutating func wrap(_ delimiter: String, from start: Int) {
    var first = min(start, line.count)
    var end = line.count
    while first < end, isBlankOrBreak(first) { first += 1 }
    while end > first, line[end - 1] <= 0x20 || isBreakMark(end - 1) { end -= 1 }
    guard first < end else { return }
    let before = first > 0 ? line[first - 1] : 0x20
    // A left delimiter before punctuation and after a letter is no delimiter.
    if isPunctuation(line[first]), before > 0x20, !isPunctuation(before) { return }
    let mark = Array(delimiter.utf8)
    line.insert(contentsOf: mark, at: end)
    line.insert(contentsOf: mark, at: first)
    if end + 2 * mark.count == line.count { lastClosed = (first, line.count, mark.count) }
  }

  private func isBlankOrBreak(_ index: Int) -> Bool {
    line[index] <= 0x20 || isBreakMark(index)
  }

  /// The backslash of a hard break.
  private func isBreakMark(_ index: Int) -> Bool {
    line[index] == UInt8(ascii: "\\") && index + 1 < line.count && line[index + 1] == 0x0A
  }

  private mutating func closeLink(_ address: String?, from start: Int) {
    escapes.isInLink = false
    guard let address, start != MarkdownInlines.nothing else { return }
    let words = trimmedBlanks(line[min(start, line.count)...])
    guard !words.isEmpty else { return }
    let isAddress = linkWords.elementsEqual(address.utf8)
    if isAddress, !address.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == 0x3E }) {
      line.replaceSubrange(words.startIndex..<words.endIndex, with: Array("<\(address)>".utf8))
    } else {
      // A link's text may hold no blank line.
      let end = words.endIndex
      line.insert(contentsOf: "](\(linkDestination(address)))".utf8, at: end)
      line.insert(UInt8(ascii: "["), at: words.startIndex)
    }
  }

  private func linkDestination(_ address: String) -> String {
    var out = ""
    for scalar in address.unicodeScalars {
      switch scalar {
      case "(": out += "%28"
      case ")": out += "%29"
      case "<": out += "%3C"
      case ">": out += "%3E"
      case "\\": out += "%5C"
      case "|" where escapes.isInCell: out += "%7C"
      case _ where scalar.value <= 0x20: out += "%20"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private func escapedBars(_ words: [UInt8]) -> [UInt8] {
    words.flatMap { $0 == UInt8(ascii: "|") ? [UInt8(ascii: "\\"), $0] : [$0] }
  }

  private func trimmedBreaks(_ line: [UInt8]) -> ArraySlice<UInt8> {
    var words = line[...]
    while let first = words.first {
      let isBreak = first == UInt8(ascii: "\\") && words.dropFirst().first == 0x0A
      guard first <= 0x20 || isBreak else { break }
      words = words.dropFirst()
    }
    while let last = words.last {
      let isBreak =
        last == UInt8(ascii: "\\") && words.endIndex < line.count && line[words.endIndex] == 0x0A
      guard last <= 0x20 || isBreak else { break }
      words = words.dropLast()
    }
    return words
  }
}

/// The longest run of a byte.
func longestRun(of byte: UInt8, in words: [UInt8]) -> Int {
  var longest = 0
  var run = 0
  for word in words {
    run = word == byte ? run + 1 : 0
    longest = max(longest, run)
  }
  return longest
}
