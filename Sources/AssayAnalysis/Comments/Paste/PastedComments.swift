/// Takes the lower part of a pasted page apart into comments.
struct PastedComments {
  private let page: PastedPage
  private let start: Int
  private let options: ReadingOptions
  /// Whether the first comment's place was inferred.
  var markFirst = false
  /// One past the article's last paragraph, where names are looked up.
  var articleEnd = 0
  /// Paragraphs that were buttons and counts.
  private var dropped: [Int] = []
  /// The last words of each author so far, by the name in lower case.
  private var said: [String: Range<Int>] = [:]
  /// Short lines that stand under or over most comments: buttons of whatever language.
  private var repeated: Set<String> = []

  /// A comment before its words are read.
  struct Group {
    var facts = PastedFurniture.Header()
    var isAuthorInferred = false
    /// The name it answers.
    var answers: String?
    var parent: Int?
    /// Its words in the source.
    var words: Range<Int>
  }

  init(_ page: PastedPage, from start: Int, options: ReadingOptions) {
    self.page = page
    self.start = start
    self.options = options
  }

  mutating func drafts() -> [CommentDraft] {
    var groups = headed() ?? named() ?? spoken() ?? signed() ?? linewise()
    var answers = PastedAnswers(page)
    answers.find(&groups)
    var cutter = PartCutter(page.source)
    return groups.enumerated().map { index, group in draft(group, index, &cutter) }
  }

  /// Whether authors stand on lines of their own.
  var hasNameLines: Bool {
    PastedHeaders.find(in: page, from: start, takesNames: true).count >= 2 || namedBlocks() != nil
  }

  /// Says what was left out, and how many comments the page counted.
  func tell(_ found: inout DiagnosticList, statedCount: Int?, of count: Int) {
    if let first = dropped.first {
      found.add(
        .note, SourceRange(page.paragraphs[first].range),
        "\(dropped.count) lines of buttons and counts between the comments are left out",
        rule: "paste")
    }
    if let statedCount, statedCount != count {
      found.add(
        .note, SourceRange(0..<0),
        "the page counts \(statedCount) comments; \(count) are in this text", rule: "paste")
    }
  }

  private func draft(
    _ group: Group, _ index: Int, _ cutter: inout PartCutter
  ) -> CommentDraft {
    let part = cutter.part(SourceRange(group.words))
    var draft = CommentDraft(
      body: pastedDocument(part, width: page.lines.width), place: SourceRange(group.words))
    draft.id = "c\(index + 1)"
    draft.author = group.facts.author.flatMap { $0 == "deleted" || $0 == "removed" ? nil : $0 }
    draft.score = group.facts.score
    draft.upvotes = group.facts.upvotes
    if let posted = group.facts.posted {
      if posted.utf8.count > 10, let time = Timestamp(iso: posted) {
        draft.time = time.iso
      } else {
        draft.otherAttributes.append(.init(name: "posted", value: posted))
      }
    }
    if let parent = group.parent {
      draft.replyTo = "c\(parent + 1)"
      draft.inferred.append(.reply)
    }
    if group.isAuthorInferred { draft.inferred.append(.author) }
    if markFirst, index == 0 { draft.inferred.append(.boundary) }
    markDeleted(&draft)
    return draft
  }

  /// "[deleted]" and "[removed]" stand on pages where words were.
  private func markDeleted(_ draft: inout CommentDraft) {
    let words = String(decoding: draft.body.source.bytes.prefix(60), as: UTF8.self).lowercased()
    switch words {
    case "[deleted]", "[comment deleted]", "this comment has been deleted",
      "this comment has been deleted.", "this comment was deleted.":
      draft.state = .deleted
    case "[removed]", "[comment removed]":
      draft.state = .removed
    default:
      // Pages add a reason.
      let isNotice = ["this comment has been removed", "this comment was removed"]
        .contains { words.hasPrefix($0) }
      guard isNotice, draft.body.source.bytes.count <= PastedComments.noticeBytes else { return }
      draft.state = .removed
    }
    draft.body = Document(plain: SourceText(""))
  }

  private static let noticeBytes = 240

  private var tail: Range<Int> { start..<max(start, page.paragraphs.count) }
}

// MARK: Five layouts, surest first

extension PastedComments {
  /// Authors and times on lines of their own.
  private mutating func headed() -> [Group]? {
    let all = PastedHeaders.find(in: page, from: start, takesNames: true)
    let headers = withoutPageLines(all)
    guard let first = headers.first, headers.count >= 2 || first.start <= start + 1 else {
      return nil
    }
    drop(start..<first.start)
    var groups: [Group] = []
    repeated = repeatedLines(headers)
    for (index, header) in headers.enumerated() {
      let end =
        index + 1 < headers.count
        ? headers[index + 1].start
        : min(pageEnd(header.bodyStart), lastButtons(headers, from: header.bodyStart))
      var group = Group(facts: header.facts, words: 0..<0)
      guard let words = body(header.bodyStart..<end, &group) else { continue }
      group.words = words
      groups.append(group)
      for name in [group.facts.author, group.facts.shownName].compactMap({ $0?.lowercased() }) {
        said[name] = words
      }
    }
    return groups.isEmpty ? nil : groups
  }

  /// Below the form for new comments, a line or two can look like a name and a time: "Archives", "June
  /// 2025".
  private func withoutPageLines(_ headers: [PastedHeaders]) -> [PastedHeaders] {
    guard headers.count >= 3,
      let form = (headers[1].bodyStart..<page.paragraphs.count).first(where: {
        PastedMarker.beginsForm(page.traits[$0])
      })
    else { return headers }
    let above = headers.prefix { $0.start < form }
    return above.count * 2 > headers.count ? Array(above) : headers
  }

  /// A name on the first line of each block; blocks end at blank lines or at buttons.
  private mutating func named() -> [Group]? {
    guard let blocks = namedBlocks() else { return nil }
    var groups: [Group] = []
    for block in blocks {
      guard let first = block.first else { continue }
      let traits = page.traits[first]
      let name = PastedFurniture.loneName(page.text(first), traits: traits)
      var group = Group(words: 0..<0)
      group.facts.author = name
      let bodyStart = name == nil ? first : first + 1
      guard let words = body(bodyStart..<block.upperBound, &group) else { continue }
      group.words = words
      groups.append(group)
    }
    return groups
  }

  private func namedBlocks() -> [Range<Int>]? {
    let atBlanks = blocks { index in index > start && page.paragraphs[index].followsBlank }
    if areNamed(atBlanks) { return atBlanks }
    let atButtons = blocks { _ in false }
    return areNamed(atButtons) ? atButtons : nil
  }

  /// Runs of paragraphs without buttons, cut where `startsBlock` says so.
  private func blocks(_ startsBlock: (Int) -> Bool) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var first: Int?
    for index in tail {
      let isButton = page.furniture[index] != nil
      if let open = first, isButton || startsBlock(index) {
        blocks.append(open..<index)
        first = nil
      }
      if !isButton, first == nil { first = index }
    }
    if let first { blocks.append(first..<tail.upperBound) }
    return blocks
  }

  private func areNamed(_ blocks: [Range<Int>]) -> Bool {
    let named = blocks.count { block in
      block.count >= 2
        && PastedFurniture.loneName(
          page.text(block.lowerBound), traits: page.traits[block.lowerBound]) != nil
    }
    return named >= 2 && named * 10 >= blocks.count * 8
  }

  /// "Name: words" on every line.
  private func spoken() -> [Group]? {
    let words = tail.filter { page.furniture[$0] == nil }
    guard words.count >= 2 else { return nil }
    let groups = words.compactMap { index in
      PastedSpeaker(page, at: index).map { speaker in
        var group = Group(words: speaker.wordsStart..<page.paragraphs[index].range.upperBound)
        group.facts.author = speaker.name
        group.facts.posted = speaker.posted
        group.isAuthorInferred = true
        return group
      }
    }
    return groups.count == words.count ? groups : nil
  }

  /// "words – name Mar 4 at 10:14" on every line.
  private mutating func signed() -> [Group]? {
    let words = tail.filter { page.furniture[$0] == nil }
    let groups = words.compactMap { index in
      PastedSignature(page, at: index).map { signature in
        var group = Group(
          words: page.paragraphs[index].range.lowerBound..<signature.wordsEnd)
        group.facts.author = signature.name
        group.facts.posted = signature.posted
        return group
      }
    }
    return groups.count >= 2 && groups.count == words.count ? groups : nil
  }

  /// One comment a paragraph or list item; a user name at its start is read by the setting.
  private mutating func linewise() -> [Group] {
    var groups: [Group] = []
    var indents: [(indent: Int, group: Int)] = []
    for index in tail {
      guard page.furniture[index] == nil else {
        dropped.append(index)
        continue
      }
      let paragraph = page.paragraphs[index]
      var group = Group(words: paragraph.range)
      if page.traits[index].isListItem, let words = itemWords(paragraph.range) {
        while let last = indents.last, last.indent >= paragraph.indent { indents.removeLast() }
        group.words = words
        group.parent = indents.last?.group
        indents.append((paragraph.indent, groups.count))
      }
      groups.append(group)
    }
    PastedHandles(page, articleEnd: articleEnd).read(&groups, options.handleNames)
    return groups
  }

  /// The words of a list item after a bullet; numbers stay, they may be words.
  private func itemWords(_ range: Range<Int>) -> Range<Int>? {
    let bytes = page.source.bytes
    guard ["-", "*", "+"].contains(Unicode.Scalar(bytes[range.lowerBound])) else { return nil }
    var start = range.lowerBound + 1
    while start < range.upperBound, bytes[start] <= 0x20 { start += 1 }
    return start < range.upperBound ? start..<range.upperBound : nil
  }
}

// MARK: Bodies

extension PastedComments {
  private mutating func drop(_ range: Range<Int>) { dropped += range }

  /// The words among some paragraphs, without the buttons around them and a line that says whom
  /// the comment answers.
  private mutating func body(_ range: Range<Int>, _ group: inout Group) -> Range<Int>? {
    var low = range.lowerBound
    var high = range.upperBound
    while high > low, let count = edgeLines(before: high, from: low, group) {
      for furniture in page.furniture[high - count..<high].reversed() {
        group.facts.score = group.facts.score ?? furniture?.facts.score
        group.facts.upvotes = group.facts.upvotes ?? furniture?.facts.upvotes
        group.facts.posted = group.facts.posted ?? furniture?.facts.posted
      }
      high -= count
    }
    while low < high, isEdge(low) { low += 1 }
    drop(high..<range.upperBound)
    if low < high, let name = answeredName(page.text(low), page.traits[low]) {
      group.answers = name
      low += 1
    } else if low + 1 < high, let name = namedAbove(low, group) {
      group.answers = name
      low += 1
      while low + 1 < high, isEdge(low) || isQuotation(low, of: name) { low += 1 }
    }
    drop(range.lowerBound..<low)
    // "+1" under each other are said, not pressed.
    if low >= high, let only = range.first(where: { page.furniture[$0] == nil }) {
      return page.paragraphs[only].range
    }
    guard low < high else { return nil }
    return page.paragraphs[low].range.lowerBound..<page.paragraphs[high - 1].range.upperBound
  }

  /// "Replying to @ann", "In reply to Ann Lee", "↳ ann".
  private func answeredName(_ line: String, _ traits: LineTraits) -> String? {
    guard traits.byteCount <= 60 else { return nil }
    let lower = line.lowercased()
    for opening in ["replying to ", "in reply to ", "reply to ", "↳ ", "@ "]
    where lower.hasPrefix(opening) {
      var name = line.dropFirst(opening.count)
      while let first = name.first, first == "@" || first == " " { name.removeFirst() }
      while let last = name.last, last == ":" || last == " " { name.removeLast() }
      return name.isEmpty ? nil : String(name)
    }
    return nil
  }

  private func isEdge(_ index: Int) -> Bool {
    page.furniture[index] != nil || repeated.contains(page.text(index))
  }

  /// How many lines at the end of a comment are the page's; nil where the last one is the comment's.
  /// A number is a count where a button stands above it: "Upvote", "18 (20 / -2)".
  private func edgeLines(before end: Int, from start: Int, _ group: Group) -> Int? {
    if isEdge(end - 1) { return 1 }
    // Forums repeat the name under the words, with what they know of whoever has it.
    if end < page.paragraphs.count, isEdge(end), end - 1 > start,
      let author = group.facts.author, page.text(end - 1) == author
    {
      return 1
    }
    return end - 2 >= start && page.isNumbers(end - 1) && isEdge(end - 2) ? 2 : nil
  }

  /// Lines of a few letters that are the same in at least three comments, and in half of them.
  private func repeatedLines(_ headers: [PastedHeaders]) -> Set<String> {
    let names = Set(headers.flatMap { [$0.facts.author, $0.facts.shownName] }.compactMap { $0 })
    var counts: [String: Int] = [:]
    for index in tail where page.paragraphs[index].range.count <= PastedComments.buttonBytes {
      counts[page.text(index), default: 0] += 1
    }
    let isCommon = { (count: Int) in count >= 3 && count * 2 >= headers.count }
    return Set(counts.lazy.filter { isCommon($0.value) }.map(\.key)).subtracting(names)
  }

  private static let buttonBytes = 24

  /// The author of an earlier comment whose name stands over the words: alone, or as "Ann said:".
  private func namedAbove(_ index: Int, _ group: Group) -> String? {
    let line = page.text(index)
    guard line.utf8.count <= 60 else { return nil }
    var name = line
    for deed in [" said:", " wrote:", " replied:"] {
      if let place = line.firstRange(of: deed) { name = String(line[..<place.lowerBound]) }
    }
    return said[name.lowercased()] != nil && name != group.facts.author ? name : nil
  }

  /// Whether a line stands word for word in the last comment of somebody: it is no claim of its own.
  private func isQuotation(_ index: Int, of name: String) -> Bool {
    guard let words = said[name.lowercased()] else { return false }
    let line = page.text(index)
    return line.utf8.count >= 12
      && String(decoding: page.source.bytes[words].prefix(4_000), as: UTF8.self).contains(line)
  }

  /// One past the last of the buttons that stand under every other comment, in the last one: links of the
  /// page follow. The end of the page where the others have none, or where sentences follow.
  private func lastButtons(_ headers: [PastedHeaders], from start: Int) -> Int {
    let runs = headers.dropFirst().map { buttons(above: $0.start) }
    guard runs.count >= 2, let first = runs.first else { return tail.upperBound }
    let common = runs.dropFirst().reduce(first) { $0.intersection($1) }
    guard
      let last = (start..<max(start, tail.upperBound)).last(where: {
        common.contains(page.text($0))
      })
    else { return tail.upperBound }
    let isShort = (last + 1..<tail.upperBound).allSatisfy {
      isEdge($0)
        || page.paragraphs[$0].range.count <= PastedComments.linkBytes
          && (!page.traits[$0].endsSentence || page.text($0).hasSuffix("..."))
    }
    return isShort ? last + 1 : tail.upperBound
  }

  /// The lines of the page's own that stand right above a header.
  private func buttons(above header: Int) -> Set<String> {
    var found: Set<String> = []
    var index = header - 1
    while index >= start, isEdge(index) || page.isNumbers(index) {
      if page.isWordy(index) { found.insert(page.text(index)) }
      index -= 1
    }
    return found
  }

  private static let linkBytes = 60

  /// Where the page goes on after the last comment: a form to write one, more stories.
  private func pageEnd(_ bodyStart: Int) -> Int {
    let rest = min(bodyStart + 1, tail.upperBound)..<tail.upperBound
    return rest.first { PastedMarker.endsPage(page.traits[$0]) } ?? tail.upperBound
  }
}
