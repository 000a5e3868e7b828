/// What a short line of a copied page is, where it is no words of a comment.
enum PastedFurniture {
  /// Who wrote the comment that follows, and what else the page says of it.
  struct Header {
    var author: String?
    /// The name beside a handle; others may answer by either.
    var shownName: String?
    /// As the page shows it.
    var posted: String?
    var score: Int?
    var upvotes: Int?
    /// How deep links to what it answers put it: "parent" alone leads to a comment that answers
    /// nothing, "root | parent" to a reply.
    var depth: Depth = .unknown
  }

  enum Depth {
    case unknown, reply, replyToReply
  }

  case header(Header)
  /// A time alone, perhaps with points.
  case time(Header)
  /// Buttons, counts, separators.
  case button(Header)

  private static let maximumBytes = 120

  init?(_ written: String, traits: LineTraits) {
    guard traits.byteCount <= Self.maximumBytes else { return nil }
    let line = Self.unmarked(written)
    if let author = Self.speaker(line) {
      self = .header(Header(author: author.name, posted: author.posted))
      return
    }
    let tokens = PastedTime.tokens(line)
    if !line.contains(where: { $0.isLetter || $0.isNumber }) || Self.isButton(tokens)
      || Self.isProfile(line)
    {
      self = .button(Self.counts(tokens))
      return
    }
    guard let found = Self.time(in: tokens) else {
      if Self.isCount(tokens) {
        self = .button(Self.counts(tokens))
        return
      }
      return nil
    }
    var rest = Array(tokens[found.upperBound...])
    var before = Array(tokens[..<found.lowerBound])
    var header = Self.counts(rest + before)
    Self.dropCounts(&rest)
    Self.dropCounts(&before)
    guard rest.allSatisfy({ Self.buttonWords.contains($0) }) else { return nil }
    header.posted = Self.written(line, tokens[found])
    if rest.contains("parent") { header.depth = rest.contains("root") ? .replyToReply : .reply }
    if before.isEmpty || before.allSatisfy({ Self.buttonWords.contains($0) }) {
      self = rest.contains { Self.coreWords.contains($0) } ? .button(header) : .time(header)
      return
    }
    if before.count > 1, let last = before.last, Self.deeds.contains(last) { before.removeLast() }
    guard let name = Self.writtenName(line, before) else { return nil }
    header.author = name
    self = .header(header)
  }

  /// What stands between a name and its time.
  private static let deeds: Set<Substring> = ["edited", "commented", "replied"]

  var isHeader: Bool { if case .header = self { true } else { false } }

  var facts: Header {
    switch self {
    case .header(let facts), .time(let facts), .button(let facts): facts
    }
  }

  /// A line without a heading's marks and without emphasis.
  static func unmarked(_ line: String) -> String {
    guard line.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "#") }) else {
      return line
    }
    let words = line.drop { $0 == "#" }
    return String(words.filter { $0 != "*" }.drop { $0 == " " })
  }

  /// The tokens of the first time among the first eight.
  static func time(in tokens: [Substring]) -> Range<Int>? {
    for start in tokens.indices.prefix(8) {
      if let end = PastedTime.end(in: tokens[start...]) { return start..<end }
    }
    return nil
  }
}

// MARK: Names

extension PastedFurniture {
  /// "Jane Roe says:", "jroe wrote on April 12:".
  private static func speaker(_ line: String) -> (name: String, posted: String?)? {
    guard line.hasSuffix(":") else { return nil }
    let words = line.dropLast().split(separator: " ")
    guard
      let verb = words.firstIndex(where: {
        ["says", "wrote", "replied", "writes", "said"].contains($0)
      }),
      (1...4).contains(verb)
    else { return nil }
    let rest = words[(verb + 1)...].joined(separator: " ")
    let tokens = PastedTime.tokens(rest)
    // Articles introduce quotations by "said:"; comment pages put a time after it.
    guard words[verb] != "said" || !tokens.isEmpty else { return nil }
    guard tokens.isEmpty || PastedTime.end(in: tokens[...]) == tokens.count else { return nil }
    guard let name = cleanName(words[..<verb].joined(separator: " ")) else { return nil }
    return (name, rest.isEmpty ? nil : rest)
  }

  /// A name that stands alone on its line.
  static func loneName(_ line: String, traits: LineTraits) -> String? {
    guard traits.byteCount <= 40, !line.contains(where: { ",;!?\"“”".contains($0) }),
      let last = line.last, last != "." || endsInInitial(line), !isBadge(line)
    else { return nil }
    return cleanName(line)
  }

  /// "Sabine K."
  private static func endsInInitial(_ line: String) -> Bool {
    guard let word = line.split(separator: " ").dropFirst().last else { return false }
    return word.count == 2 && word.first?.isUppercase ?? false
  }

  /// What pages put beside a name: "OP", "Author", "Top 1% Commenter".
  static func isBadge(_ line: String) -> Bool {
    guard line.utf8.count <= 40 else { return false }
    let words = line.lowercased().split(separator: " ")
    guard let last = words.last, words.count <= 3 else { return false }
    return words.allSatisfy { badges.contains($0) }
      || (words.first == "top" && ["commenter", "fan", "contributor", "poster"].contains(last))
  }

  private static let badges: Set<Substring> = [
    "op", "mod", "moderator", "admin", "author", "staff", "verified", "subscriber", "member",
    "pinned", "host", "original", "poster", "creator", "editor's", "pick", "pro", "supporter",
    "autor", "auteur",
  ]

  /// The words of the line that stand for some tokens at its beginning.
  private static func writtenName(_ line: String, _ tokens: [Substring]) -> String? {
    let lower = line.lowercased()
    guard lower.utf8.count == line.utf8.count, let last = tokens.last,
      let end = lower.firstRange(of: last)
    else { return nil }
    let count = lower.utf8.distance(from: lower.startIndex, to: end.upperBound)
    return cleanName(String(decoding: line.utf8.prefix(count), as: UTF8.self))
  }

  /// One to four words, each of them a capitalised name or, alone, a user name.
  private static func cleanName(_ text: String) -> String? {
    var words = text.split { $0.isWhitespace || "·•|[]▲▼↑*#".contains($0) }.map(String.init)
      .filter { !["–", "-", "—", "avatar"].contains($0.lowercased()) }
    guard var first = words.first, words.count <= 4 else { return nil }
    for prefix in ["u/", "@"] where first.hasPrefix(prefix) { first.removeFirst(prefix.count) }
    words[0] = first
    let name = words.joined(separator: " ")
    guard (1...40).contains(name.utf8.count),
      name.utf8.count > 1 || name.first?.isUppercase ?? false,
      !notNames.contains(first.lowercased())
    else {
      return nil
    }
    let areWords = words.allSatisfy { word in
      word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || "_-.'’".unicodeScalars.contains($0)
      }
    }
    guard areWords, name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
      return nil
    }
    if words.count == 1 { return name }
    let particles: Set<String> = ["de", "van", "von", "der", "da", "di", "bin", "al", "la", "of"]
    let areNames = words.allSatisfy {
      $0.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false || particles.contains($0)
    }
    return areNames ? name : nil
  }

  private static let notNames: Set<String> = [
    "by", "published", "updated", "posted", "last", "modified", "edited", "created", "the", "a",
    "an", "on", "at", "in", "from", "since", "until", "it", "this", "that", "and", "but", "about",
    "photo", "image", "source", "date", "time", "written", "joined", "as", "until", "through",
  ]
}

// MARK: Buttons and counts

extension PastedFurniture {
  private static func isButton(_ tokens: [Substring]) -> Bool {
    guard tokens.count <= 8 else { return false }
    if tokens.count == 1, isGlued(tokens[0]) { return true }
    // The picture of whoever writes: "u/ann avatar".
    if tokens.count == 2, tokens[0].hasPrefix("u/"), tokens[1] == "avatar" { return true }
    // "Liked by Jane Coe", "1 reply by Jane Coe", "2 more comments".
    if tokens.starts(with: ["liked", "by"]) { return true }
    if tokens.count >= 2, isNumber(tokens[0]), counted.contains(tokens[1]) {
      let isAlone = tokens.dropFirst(2).allSatisfy { buttonWords.contains($0) }
      if isAlone || tokens[2] == "by" { return true }
    }
    return tokens == ["edited"]
      || tokens.contains { coreWords.contains($0) }
        && tokens.allSatisfy {
          buttonWords.contains($0) || isNumber($0) || PastedTime.end(in: [$0]) == 1
        }
  }

  /// What forums say of whoever writes, or of what: "Posts: 1204", "Re: Tolls (Score:2)".
  private static func isProfile(_ line: String) -> Bool {
    guard let colon = line.utf8.prefix(12).firstIndex(of: UInt8(ascii: ":")) else { return false }
    let label = line[..<colon].lowercased()
    return label == "re" || profileWords.contains(label[...])
  }

  /// Buttons that were copied without the spaces between them: "permalinkembedsavereply".
  private static func isGlued(_ token: Substring) -> Bool {
    guard token.utf8.count >= 8, token.utf8.count <= 80 else { return false }
    var reached: Set<String.Index> = [token.startIndex]
    var words = 0
    for index in token.indices where reached.contains(index) {
      let rest = token[index...]
      for word in glued where rest.hasPrefix(word) {
        reached.insert(token.index(index, offsetBy: word.count))
        words += 1
      }
    }
    return words >= 2 && reached.contains(token.endIndex)
  }

  private static let glued = [
    "permalink", "embed", "save", "unsave", "parent", "report", "reply", "share", "give", "award",
    "gold", "hide", "crosspost", "like", "context", "edit", "delete", "flag", "more",
  ]

  private static let profileWords: Set<Substring> = [
    "posts", "joined", "location", "registered", "messages", "reputation", "likes",
  ]

  private static let counted: Set<Substring> = ["reply", "replies", "more"]

  /// A number alone, or with its unit: "12 points".
  private static func isCount(_ tokens: [Substring]) -> Bool {
    guard let first = tokens.first, isNumber(first), tokens.count <= 2 else { return false }
    return tokens.count == 1 || pointWords.contains(tokens[1]) || likeWords.contains(tokens[1])
  }

  private static func isNumber(_ token: Substring) -> Bool {
    let digits = token.hasSuffix("k") ? token.dropLast() : token
    return !digits.isEmpty
      && digits.allSatisfy { ($0.isASCII && $0.isNumber) || ".+-▲".contains($0) }
  }

  private static func counts(_ tokens: [Substring]) -> Header {
    var header = Header()
    for (number, unit) in zip(tokens, tokens.dropFirst()) {
      guard let count = Int(number) else { continue }
      if pointWords.contains(unit) { header.score = count }
      if likeWords.contains(unit) { header.upvotes = count }
    }
    return header
  }

  private static func dropCounts(_ tokens: inout [Substring]) {
    var kept: [Substring] = []
    var index = 0
    while index < tokens.count {
      let unit = index + 1 < tokens.count ? tokens[index + 1] : ""
      if isNumber(tokens[index]), pointWords.contains(unit) || likeWords.contains(unit) {
        index += 2
      } else {
        kept.append(tokens[index])
        index += 1
      }
    }
    tokens = kept
  }

  /// The words of the line from the first to the last of some tokens.
  private static func written(_ line: String, _ tokens: ArraySlice<Substring>) -> String {
    let lower = line.lowercased()
    guard lower.utf8.count == line.utf8.count, let first = tokens.first, let last = tokens.last,
      let start = lower.firstRange(of: first)?.lowerBound,
      let end = lower[start...].ranges(of: last).last?.upperBound
    else { return tokens.joined(separator: " ") }
    let low = lower.utf8.distance(from: lower.startIndex, to: start)
    let high = lower.utf8.distance(from: lower.startIndex, to: end)
    return String(decoding: Array(line.utf8)[low..<max(low, high)], as: UTF8.self)
  }

  private static let pointWords: Set<Substring> = ["point", "points", "pts", "votes", "vote"]
  private static let likeWords: Set<Substring> = ["like", "likes", "upvotes", "upvote"]

  /// A line of buttons has at least one of these.
  private static let coreWords: Set<Substring> = [
    "reply", "replies", "parent", "like", "likes", "share", "report", "permalink", "upvote",
    "downvote",
    "flag", "rate", "recommend", "helpful", "embed", "avatar", "unlike", "crosspost", "newest",
    "oldest", "award", "expand",
    "antworten", "antwort", "teilen", "melden", "empfehlen", "répondre", "signaler", "partager",
    "responder",
    "compartir", "denunciar", "rispondi", "condividi", "beantwoorden", "reageer", "svara", "svar",
    "dela",
  ]

  private static let buttonWords: Set<Substring> = coreWords.union([
    "link", "parent", "next", "prev", "root", "up", "down", "edit", "edited", "hide", "save",
    "follow",
    "more", "less", "show", "view", "load", "comment", "comments", "see", "translate", "context",
    "award", "give", "delete", "to", "all", "log", "in", "sign", "profile", "picture", "photo",
    "copy", "dislike", "verified", "pinned", "author", "op", "mod", "member", "subscriber", "level",
    "sort", "by", "best", "top", "new", "first", "leave", "add", "your", "post", "a", "and", "this",
    "click",
  ])
}
