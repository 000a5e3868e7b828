/// Finds the comments that others answer: by the depth that the page's links tell, by "Replying to ann", by her name at the start of the
/// words, or by a quotation of hers.
struct PastedAnswers {
  private let page: PastedPage
  /// The latest comment of each author, by the name in lower case.
  private var latest: [String: Int] = [:]

  /// How far back a quoted comment is looked for: a bound on the work, not on the truth.
  private static let maximumDistance = 60
  /// A shorter quotation could stand anywhere.
  private static let minimumQuoteBytes = 12

  init(_ page: PastedPage) {
    self.page = page
  }

  mutating func find(_ groups: inout [PastedComments.Group]) {
    var root: Int?
    for index in groups.indices {
      switch groups[index].facts.depth {
      case .unknown: root = index
      case .reply: groups[index].parent = groups[index].parent ?? root
      case .replyToReply:
        groups[index].parent = groups[index].parent ?? (index > 0 ? index - 1 : nil)
      }
      if groups[index].parent == nil, let both = joined(groups[index].facts.author) {
        groups[index].facts.author = both.author
        groups[index].parent = both.answered
      }
      if groups[index].parent == nil {
        groups[index].parent = answered(groups[index]) ?? quoted(index, groups)
      }
      if let author = groups[index].facts.author { latest[author.lowercased()] = index }
      if let shown = groups[index].facts.shownName { latest[shown.lowercased()] = index }
    }
  }

  /// "Nurse Betty Ray Kowalczyk" under a comment of Ray Kowalczyk's: the page put an arrow between.
  private func joined(_ author: String?) -> (author: String, answered: Int)? {
    guard let author, latest[author.lowercased()] == nil else { return nil }
    let words = author.split(separator: " ")
    for count in stride(from: words.count - 1, to: 0, by: -1) {
      let name = words.suffix(count).joined(separator: " ").lowercased()
      if let index = latest[name] {
        return (words.dropLast(count).joined(separator: " "), index)
      }
    }
    return nil
  }

  private func answered(_ group: PastedComments.Group) -> Int? {
    if let name = group.answers { return latest[name.lowercased()] }
    let bytes = page.source.bytes[group.words]
    let isMention = bytes.first == UInt8(ascii: "@")
    let words = isMention ? bytes.dropFirst() : bytes
    var (name, found) = ("", nil as Int?)
    // A name of several words is written out: "@Olle Berg exactly".
    for word in words.prefix(60).split(separator: 0x20, maxSplits: 3).prefix(3) {
      var word = word
      if !name.isEmpty { name += " " }
      // "@Sabine K. exactly": the point may be the name's own.
      if let index = latest[(name + String(decoding: word, as: UTF8.self)).lowercased()], isMention
      {
        found = index
      }
      let isCut = word.last.map { [0x2C, 0x3A, 0x2E].contains($0) } ?? false
      if isCut { word.removeLast() }
      name += String(decoding: word, as: UTF8.self)
      if let index = latest[name.lowercased()], isMention || isAddress(name, group, isCut) {
        found = index
      }
      if isCut { break }
    }
    return found
  }

  /// Whether a name without an "@" is said to somebody. One plain word may be a word like others.
  private func isAddress(_ name: String, _ group: PastedComments.Group, _ isCut: Bool) -> Bool {
    guard name.lowercased() != group.facts.author?.lowercased() else { return false }
    if isCut || name.contains(" ") { return true }
    return name.utf8.contains { $0 == UInt8(ascii: "_") || (48...57).contains($0) }
  }

  /// "> which school?" is of the latest comment that says so.
  private func quoted(_ index: Int, _ groups: [PastedComments.Group]) -> Int? {
    let bytes = page.source.bytes[groups[index].words]
    guard bytes.first == UInt8(ascii: ">") else { return nil }
    let line = bytes.dropFirst().prefix { $0 != 0x0A }
    let quote = line.drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") }.prefix(200)
    guard quote.count >= Self.minimumQuoteBytes else { return nil }
    let words = String(decoding: quote, as: UTF8.self).trimmingBlanks
    return (max(0, index - Self.maximumDistance)..<index).last { earlier in
      String(decoding: page.source.bytes[groups[earlier].words].prefix(4_000), as: UTF8.self)
        .contains(words)
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
