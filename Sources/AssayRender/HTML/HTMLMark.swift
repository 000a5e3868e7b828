public import AssayAnalysis

/// Markup around a range of words: a number's link to its claim, a highlight.
public struct HTMLMark: Sendable {
  public let range: TextRange
  private let tags: Tags

  private enum Tags: Sendable {
    indirect case fixed(FixedTags)
    /// Written when they are needed: an article has a hundred of them.
    case claim(ClaimRecord)
  }

  private struct FixedTags: Sendable {
    let open: SafeHTML
    let close: SafeHTML
    let reopen: SafeHTML
    let openInsideLink: SafeHTML
    let closeInsideLink: SafeHTML
  }

  /// - Parameters:
  ///   - reopen: opens the mark again where other markup split it; without the id, if `open` has one.
  ///   - openInsideLink: takes the place of `open` inside a link, where a mark must be no link.
  ///   - closeInsideLink: takes the place of `close` there.
  public init(
    range: TextRange, open: SafeHTML, close: SafeHTML, reopen: SafeHTML? = nil,
    openInsideLink: SafeHTML? = nil, closeInsideLink: SafeHTML? = nil
  ) {
    self.range = range
    tags = .fixed(
      FixedTags(
        open: open, close: close, reopen: reopen ?? open, openInsideLink: openInsideLink ?? open,
        closeInsideLink: closeInsideLink ?? close))
  }

  /// The mark of a claim's number.
  init(range: TextRange, claim: ClaimRecord) {
    self.range = range
    tags = .claim(claim)
  }

  fileprivate func appendOpen(to output: inout HTMLWriter, isInsideLink: Bool, isAgain: Bool) {
    switch tags {
    case .fixed(let tags):
      output.raw(isInsideLink ? tags.openInsideLink : isAgain ? tags.reopen : tags.open)
    case .claim(let claim):
      ClaimHTML.appendOpen(claim, isLink: !isInsideLink, hasID: !isAgain, to: &output)
    }
  }

  fileprivate func appendClose(to output: inout HTMLWriter, isInsideLink: Bool) {
    switch tags {
    case .fixed(let tags): output.raw(isInsideLink ? tags.closeInsideLink : tags.close)
    case .claim: isInsideLink ? output.markup("</span>") : output.markup("</a>")
    }
  }
}

/// Markup at a place between words. A mark that ends there is closed first.
public struct HTMLInsertion: Sendable {
  /// In bytes of `DocumentText.bytes`.
  public let offset: UInt32
  private let content: Content

  private enum Content: Sendable {
    case fixed(SafeHTML)
    /// A bad verdict in words, for who hears the page.
    case verdict(ClaimRecord)
    /// The mark in the margin.
    case note([ClaimRecord], RelationRecord?)
  }

  public init(offset: UInt32, html: SafeHTML) {
    self.offset = offset
    content = .fixed(html)
  }

  init(offset: UInt32, spokenVerdict claim: ClaimRecord) {
    self.offset = offset
    content = .verdict(claim)
  }

  init(offset: UInt32, note claims: [ClaimRecord], relation: RelationRecord?) {
    self.offset = offset
    content = .note(claims, relation)
  }

  fileprivate func append(to output: inout HTMLWriter) {
    switch content {
    case .fixed(let html): output.raw(html)
    case .verdict(let claim): ClaimHTML.appendSpokenVerdict(claim, to: &output)
    case .note(let claims, let relation):
      ClaimHTML.appendNote(claims, relation: relation, to: &output)
    }
  }
}

/// Writes words with their marks and insertions, each mark closed before any other tag.
struct MarkedWords {
  private let marks: [HTMLMark]
  private let insertions: [HTMLInsertion]
  private var nextMark = 0
  private var nextInsertion = 0
  /// The mark that is open in the output, with whether it stands inside a link.
  private var open: (mark: Int, insideLink: Bool)?
  /// The mark that was opened last, to know a reopening.
  private var lastOpened = -1
  /// Greater than 0 inside a link.
  var linkDepth = 0

  /// - Parameter marks: in any order; where two overlap, the later one is left out.
  init(marks: [HTMLMark], insertions: [HTMLInsertion]) {
    // A claim's marks come in order, and none over another.
    let isInOrder =
      zip(marks, marks.dropFirst()).allSatisfy { $0.range.end <= $1.range.start }
      && !marks.contains { $0.range.isEmpty }
    var disjoint: [HTMLMark] = isInOrder ? marks : []
    for mark in isInOrder ? [] : marks.sorted(by: { $0.range < $1.range })
    where !mark.range.isEmpty {
      if let last = disjoint.last, mark.range.start < last.range.end { continue }
      disjoint.append(mark)
    }
    self.marks = disjoint
    self.insertions = insertions.enumerated()
      .sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
  }

  var isEmpty: Bool { marks.isEmpty && insertions.isEmpty }

  /// Writes escaped words; `escape` appends a piece of them.
  mutating func write(
    _ range: TextRange, to output: inout HTMLWriter,
    escape: (TextRange, inout HTMLWriter) -> Void
  ) {
    guard !isEmpty else { return escape(range, &output) }
    var place = range.start
    while place < range.end {
      arrive(at: place, &output)
      let stop = min(range.end, boundary(after: place))
      escape(TextRange(start: place, end: stop), &output)
      place = stop
    }
    leave(at: place, &output)
  }

  /// Closes the open mark, so that a tag may follow.
  mutating func closeMark(_ output: inout HTMLWriter) {
    guard let opened = open else { return }
    marks[opened.mark].appendClose(to: &output, isInsideLink: opened.insideLink)
    open = nil
  }

  /// True where the open mark, if any, does not go on at an offset.
  func isMarkOver(at offset: UInt32) -> Bool {
    guard let open else { return true }
    return marks[open.mark].range.end <= offset
  }

  /// Writes what belongs before an offset and has found no place among words.
  mutating func flush(before offset: UInt32, _ output: inout HTMLWriter) {
    closeMark(&output)
    guard linkDepth == 0 else { return }
    while nextInsertion < insertions.count, insertions[nextInsertion].offset <= offset {
      insertions[nextInsertion].append(to: &output)
      nextInsertion += 1
    }
  }

  /// At an offset where words follow.
  private mutating func arrive(at place: UInt32, _ output: inout HTMLWriter) {
    leave(at: place, &output)
    while nextMark < marks.count, marks[nextMark].range.end <= place { nextMark += 1 }
    guard open == nil, nextMark < marks.count, marks[nextMark].range.start <= place else { return }
    let isInsideLink = linkDepth > 0
    marks[nextMark].appendOpen(
      to: &output, isInsideLink: isInsideLink, isAgain: lastOpened == nextMark)
    if !isInsideLink { lastOpened = nextMark }
    open = (nextMark, isInsideLink)
  }

  /// At an offset where words end.
  private mutating func leave(at place: UInt32, _ output: inout HTMLWriter) {
    if let opened = open, marks[opened.mark].range.end <= place { closeMark(&output) }
    guard linkDepth == 0, nextInsertion < insertions.count,
      insertions[nextInsertion].offset <= place
    else { return }
    flush(before: place, &output)
  }

  private func boundary(after place: UInt32) -> UInt32 {
    var stop = UInt32.max
    if nextMark < marks.count {
      let range = marks[nextMark].range
      stop = range.start > place ? range.start : range.end
    }
    if linkDepth == 0, nextInsertion < insertions.count {
      stop = min(stop, max(place + 1, insertions[nextInsertion].offset))
    }
    return stop
  }
}
