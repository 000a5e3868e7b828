/// Reads the user names that stand at the start of comments: `tao_swing_ the 23% crash…`.
struct PastedHandles {
  private let page: PastedPage
  private let articleEnd: Int

  init(_ page: PastedPage, articleEnd: Int) {
    self.page = page
    self.articleEnd = articleEnd
  }

  /// Moves each name out of the words, into the author of the comment itself or of the one before.
  func read(_ groups: inout [PastedComments.Group], _ names: ReadingOptions.HandleNames) {
    let handles = handles(groups)
    for (index, handle) in handles.enumerated() {
      guard let handle else { continue }
      groups[index].words = handle.wordsStart..<groups[index].words.upperBound
    }
    if isOwn(handles, names) {
      for (index, handle) in handles.enumerated() where handle != nil {
        groups[index].facts.author = handle?.name
        groups[index].isAuthorInferred = true
      }
    } else {
      nameAnswered(&groups, handles)
    }
  }

  private func isOwn(_ handles: [PastedHandle?], _ names: ReadingOptions.HandleNames) -> Bool {
    switch names {
    case .ownAuthor: return true
    case .previousAuthor: return false
    case .automatic:
      let count = handles.count { $0 != nil }
      return handles.first.map { $0 != nil } ?? false && count * 10 >= handles.count * 8
    }
  }

  /// The names that count. A form that words have too must not be a word of the article.
  private func handles(_ groups: [PastedComments.Group]) -> [PastedHandle?] {
    let handles = groups.map { PastedHandle(in: page.source.bytes, $0.words) }
    guard handles.contains(where: { $0 != nil }) else { return handles }
    let hasSure = handles.contains { $0?.isSure ?? false }
    var words: Set<String> = []
    for paragraph in page.paragraphs.prefix(articleEnd) {
      let bytes = page.source.bytes[paragraph.range]
      for token in bytes.split(whereSeparator: { $0 <= 0x20 }) where token.count <= 60 {
        let word = token.drop { isPunctuation($0) }
        let end = word.lastIndex { !isPunctuation($0) } ?? word.startIndex
        guard !word.isEmpty else { continue }
        words.insert(String(decoding: word[...end], as: UTF8.self))
      }
    }
    return handles.map { handle in
      guard let handle else { return nil }
      if handle.isSure { return handle }
      return words.contains(handle.name) || (handle.needsCompany && !hasSure) ? nil : handle
    }
  }

  /// A name is that of the nearest comment before: the last one by that author, else the last one
  /// without an author, which it so names.
  private func nameAnswered(
    _ groups: inout [PastedComments.Group], _ handles: [PastedHandle?]
  ) {
    var latest: [String: Int] = [:]
    var unnamed: [Int] = []
    for index in groups.indices {
      if let handle = handles[index] {
        let key = handle.name.lowercased()
        if let answered = latest[key] {
          groups[index].parent = answered
        } else if let answered = unnamed.popLast() {
          groups[index].parent = answered
          groups[answered].facts.author = handle.name
          groups[answered].isAuthorInferred = true
          latest[key] = answered
        } else {
          groups[index].facts.author = handle.name
          groups[index].isAuthorInferred = true
          latest[key] = index
          continue
        }
      }
      unnamed.append(index)
    }
  }
}
