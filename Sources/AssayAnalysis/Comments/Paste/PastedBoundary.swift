/// Where in a pasted text the comments begin.
struct PastedBoundary {
  /// One past the article's last paragraph.
  let articleEnd: Int
  /// The first paragraph of the comments.
  let commentsStart: Int
  /// Why, for the reader of the page.
  let explanation: String
  let isInferred: Bool
  /// How many comments the page says it has.
  var statedCount: Int?

  /// - Returns: nil where nothing says that there are comments: better none than half an article.
  static func find(in page: PastedPage, options: ReadingOptions) -> PastedBoundary? {
    if let line = options.commentsStartLine { return given(line, page) }
    return PastedBoundaryFinder(page).find()
  }

  private static func given(_ line: Int, _ page: PastedPage) -> PastedBoundary? {
    let lines = LineIndex(page.source)
    guard
      let start = page.paragraphs.firstIndex(where: {
        lines.location(of: $0.range.lowerBound).line >= line
      })
    else { return nil }
    let isAfterMarker =
      start > 0 && PastedMarker.commentCount(page.traits[start - 1]) != nil
    return PastedBoundary(
      articleEnd: isAfterMarker ? start - 1 : start, commentsStart: start,
      explanation: "comments begin on line \(page.line(of: start)), as set", isInferred: false)
  }
}

private struct PastedBoundaryFinder {
  private let page: PastedPage
  private let count: Int
  /// How many of the paragraphs from here on read as comments, surely or at all.
  private var informalAfter: [Int]
  private var cuedAfter: [Int]
  /// How many of them count for that: no furniture.
  private var wordsAfter: [Int]
  /// The last heading with a section under it.
  private let lastHeading: Int
  private let firstProse: Int

  init(_ page: PastedPage) {
    self.page = page
    count = page.paragraphs.count
    informalAfter = [Int](repeating: 0, count: count + 1)
    cuedAfter = informalAfter
    wordsAfter = informalAfter
    for index in (0..<count).reversed() {
      let isWords = page.furniture[index] == nil
      let informal = isWords && PastedBoundaryFinder.isInformal(page, index)
      let cued = isWords && (informal || page.traits[index].isPersonal)
      informalAfter[index] = informalAfter[index + 1] + (informal ? 1 : 0)
      cuedAfter[index] = cuedAfter[index + 1] + (cued ? 1 : 0)
      wordsAfter[index] = wordsAfter[index + 1] + (isWords ? 1 : 0)
    }
    firstProse = (0..<count).first { page.isProse($0) } ?? count
    lastHeading =
      (0..<count).last { index in
        index + 1 < page.paragraphs.count && page.isProse(index + 1)
          && page.hasHeadingShape(index) && page.isTitleCase(index)
          && PastedMarker.commentCount(page.traits[index]) == nil
      } ?? -1
  }

  func find() -> PastedBoundary? {
    byMarker() ?? byHeaders() ?? byButtons() ?? bySpeakers() ?? byEnding() ?? byRegister()
  }

  private static func isInformal(_ page: PastedPage, _ index: Int) -> Bool {
    let paragraph = page.paragraphs[index]
    if page.traits[index].isInformal { return true }
    return PastedHandle(in: page.source.bytes, paragraph.range)?.isSure ?? false
  }
}

// MARK: The signs, surest first

extension PastedBoundaryFinder {
  /// A line "12 Comments". One above the article, as pages have it beside the date, is none.
  private func byMarker() -> PastedBoundary? {
    let markers = (0..<count).filter {
      PastedMarker.commentCount(page.traits[$0]) != nil
    }
    guard let last = markers.last(where: { wordsAfter[$0 + 1] > 0 }) else { return nil }
    let marker = firstMarker(among: markers, upTo: last)
    guard hasProse(before: marker), !isSection(marker) else { return nil }
    let stated = PastedMarker.commentCount(page.traits[marker]) ?? -1
    return PastedBoundary(
      articleEnd: end(ofArticleBefore: marker), commentsStart: marker + 1,
      explanation: "comments begin after line \(page.line(of: marker)), "
        + "'\(shortened(page.text(marker)))'",
      isInferred: false, statedCount: stated > 0 ? stated : nil)
  }

  /// The first of several, where authors and times stand between it and the last: "5 replies" is
  /// a button among comments.
  private func firstMarker(among markers: [Int], upTo last: Int) -> Int {
    let starts = PastedHeaders.find(in: page, from: 0).map(\.start)
    return markers.first { marker in
      marker < last && hasProse(before: marker)
        && starts.contains { marker < $0 && $0 < last }
    } ?? last
  }

  /// Whether what follows a line "Comments" reads on as the article did: an article may have a
  /// section of that name, and pages show a count above the article too.
  private func isSection(_ marker: Int) -> Bool {
    let start = marker + 1
    if PastedComments(page, from: start, options: ReadingOptions()).hasNameLines { return false }
    if marker < lastHeading { return true }
    guard informalAfter[start] == 0 else { return false }
    let isAtTop =
      page.paragraphs[marker].range.lowerBound * 4 < page.source.bytes.count
      && page.paragraphs.indices.prefix(marker).count { page.isProse($0) } < 2
    let hasHeading = (start..<count).contains { index in
      index + 1 < count && page.isProse(index + 1) && page.hasHeadingShape(index)
        && (page.isTitleCase(index) || page.traits[index].wordCount == 1)
    }
    return isAtTop || hasHeading
  }

  /// At least two lines that name an author and a time, as above comments on a page.
  private func byHeaders() -> PastedBoundary? {
    let headers = PastedHeaders.find(in: page, from: 0)
    let below = headers.filter { hasProse(before: $0.start) && $0.start > lastHeading }
    guard below.count >= 2, let first = below.first else { return nil }
    return PastedBoundary(
      articleEnd: end(ofArticleBefore: first.start), commentsStart: first.start,
      explanation: "comments begin on line \(page.line(of: first.start)): "
        + "\(below.count) lines from there on name an author and a time",
      isInferred: true)
  }

  /// At least two blocks that begin with a name and end with a button to reply.
  private func byButtons() -> PastedBoundary? {
    var starts: [Int] = []
    var block: Int?
    for index in max(firstProse, lastHeading + 1)..<max(count, firstProse, lastHeading + 1) {
      if case .button = page.furniture[index] {
        if let open = block, index - open >= 2,
          PastedFurniture.loneName(page.text(open), traits: page.traits[open]) != nil
        {
          starts.append(open)
        }
        block = nil
      } else if page.furniture[index] != nil {
        block = nil
      } else if block == nil || page.paragraphs[index].followsBlank {
        block = index
      }
    }
    guard starts.count >= 2, let first = starts.first, hasProse(before: first) else { return nil }
    return PastedBoundary(
      articleEnd: end(ofArticleBefore: first), commentsStart: first,
      explanation: "comments begin on line \(page.line(of: first)): "
        + "\(starts.count) blocks from there on begin with a name and end with buttons",
      isInferred: true)
  }

  /// "oldtimer: 1998 was better", to the end.
  private func bySpeakers() -> PastedBoundary? {
    guard
      let start = PastedSpeaker.start(in: page, after: max(firstProse, lastHeading + 1)),
      hasProse(before: start)
    else { return nil }
    return PastedBoundary(
      articleEnd: end(ofArticleBefore: start), commentsStart: start,
      explanation: "comments begin on line \(page.line(of: start)): "
        + "each line from there on begins with a user name and a colon",
      isInferred: true)
  }

  /// A disclaimer or the like, with what reads as comments after it.
  private func byEnding() -> PastedBoundary? {
    let last = (0..<count).last { PastedMarker.endsArticle(page.traits[$0]) != nil }
    guard let last, last > lastHeading, hasProse(before: last), last + 1 < count,
      let kind = PastedMarker.endsArticle(page.traits[last])
    else { return nil }
    let start = last + 1
    guard informalAfter[start] >= 1, cuedAfter[start] * 2 >= wordsAfter[start] else { return nil }
    return PastedBoundary(
      articleEnd: start, commentsStart: start,
      explanation: "comments begin on line \(page.line(of: start)): the line before is \(kind), "
        + "no heading follows, and \(cuedAfter[start]) of \(wordsAfter[start]) paragraphs "
        + "are informal, in the first person or begin with a user name",
      isInferred: true)
  }

  /// Only the tone: most of what follows is informal, and what comes before is not.
  private func byRegister() -> PastedBoundary? {
    let start = (max(1, lastHeading + 2)..<max(count, lastHeading + 2, 1)).first { index in
      informalAfter[index] > informalAfter[index + 1] && informalAfter[index] >= 2
        && informalAfter[index] * 10 >= wordsAfter[index] * 6
    }
    guard let start, hasProse(before: start) else { return nil }
    let informalBefore = informalAfter[0] - informalAfter[start]
    let wordsBefore = wordsAfter[0] - wordsAfter[start]
    guard informalBefore * 5 <= wordsBefore else { return nil }
    return PastedBoundary(
      articleEnd: start, commentsStart: start,
      explanation: "comments begin on line \(page.line(of: start)): no heading follows, and "
        + "\(informalAfter[start]) of \(wordsAfter[start]) paragraphs are informal or begin "
        + "with a user name",
      isInferred: true)
  }

  private func hasProse(before index: Int) -> Bool { firstProse < index }

  /// Buttons between the article and its comments belong to neither.
  private func end(ofArticleBefore index: Int) -> Int {
    var end = index
    while end > 0, case .button = page.furniture[end - 1] { end -= 1 }
    return end
  }
}
