/// What the people of a thread were called, and are to be called where words speak of them.
///
/// Replaced are `@name`, a name of several words, whole or with initials for the given names, and a
/// name of one word where its form or its place shows that a person is meant: a handle with digits
/// or underscores, `u/name`, a quotation's `name:`. A first or last name by itself stays: most are
/// words of a language, too, or belong to somebody else.
struct AuthorNames {
  private struct Person {
    /// In lower case, without the last.
    let given: [String]
    let name: String
  }

  /// In lower case, with and without the `@` they begin with.
  private var handles: [String: String] = [:]
  /// By the last word of their names, in lower case.
  private var people: [String: [Person]] = [:]
  /// The bytes that such words end in: most words of a text end in none of these.
  private var endings = [Bool](repeating: false, count: 256)

  init() {}

  var isEmpty: Bool { handles.isEmpty }

  mutating func add(_ author: String, as name: String) {
    let key = author.lowercased()
    guard handles.updateValue(name, forKey: key) == nil else { return }
    if author.hasPrefix("@") { handles[String(key.dropFirst())] = name }
    // `@ann` is ann@social.example to who is there, too.
    if let server = key.dropFirst().firstIndex(of: "@") {
      let local = key[..<server].drop { $0 == "@" }
      handles[String(local)] = handles[String(local)] ?? name
    }
    let bytes = Array(key.utf8)
    var words = AuthorNames.words(of: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    guard let last = words.popLast(), let ending = last.utf8.last else { return }
    endings[Int(ending)] = true
    people[last, default: []].append(Person(given: words, name: name))
  }

  /// The words with new names.
  func renamed(_ bytes: [UInt8]) -> [UInt8] {
    isEmpty ? bytes : withoutNames(withoutHandles(bytes))
  }

  private func withoutNames(_ bytes: [UInt8]) -> [UInt8] {
    let words = AuthorNames.words(of: bytes)
    var out: [UInt8] = []
    var copied = 0
    for (index, word) in words.enumerated()
    where endings[Int(lowerCase(bytes[word.upperBound - 1]))] {
      let text = String(decoding: bytes[word], as: UTF8.self).lowercased()
      guard let found = match(text, at: index, words, bytes) else { continue }
      let start = words[found.first].lowerBound
      guard start >= copied else { continue }
      out += bytes[copied..<start]
      out += Array(found.name.utf8)
      copied = word.upperBound
    }
    return copied == 0 ? bytes : out + bytes[copied...]
  }
}

// MARK: Matching

extension AuthorNames {
  /// `@name` as the name is now.
  private func withoutHandles(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while let at = bytes[index...].firstIndex(of: UInt8(ascii: "@")) {
      out += bytes[index...at]
      index = at + 1
      var end = index
      while end < bytes.count, isHandle(bytes[end]) { end += 1 }
      while end > index, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
      let name = String(decoding: bytes[index..<end], as: UTF8.self)
      if let other = handles[name.lowercased()] {
        out += Array(other.utf8)
        index = end
      }
    }
    return out + bytes[index...]
  }

  private func isHandle(_ byte: UInt8) -> Bool {
    AuthorNames.isPart(byte) || ".+%".utf8.contains(byte)
  }

  /// The person whose name ends with a word, and the word that it begins with.
  private func match(
    _ text: String, at index: Int, _ words: [Range<Int>], _ bytes: [UInt8]
  ) -> (first: Int, name: String)? {
    var best: (first: Int, name: String, score: Int)?
    for person in people[text] ?? [] {
      let found = begin(person, endingAt: index, words, bytes)
      guard let found, found.score > best?.score ?? 0 else { continue }
      best = (found.first, person.name, found.score)
    }
    return best.map { ($0.first, $0.name) }
  }

  /// Where a person's name begins that ends with a word; whole words count for more than initials.
  private func begin(
    _ person: Person, endingAt last: Int, _ words: [Range<Int>], _ bytes: [UInt8]
  ) -> (first: Int, score: Int)? {
    guard !person.given.isEmpty else {
      return isPerson(words[last], bytes) ? (last, 1) : nil
    }
    var first = last
    var score = 0
    var left = person.given.count
    while first > 0, let fit = fit(first - 1, person.given[..<left], words, bytes) {
      // "B." is too little of a name to be met by another initial.
      if !fit.isWhole, words[last].count == 1 { break }
      first -= 1
      left = fit.place
      score += fit.isWhole ? 2 : 1
    }
    return score > 0 ? (first, score) : nil
  }

  /// Which of a person's given names a word stands for.
  private func fit(
    _ index: Int, _ given: ArraySlice<String>, _ words: [Range<Int>], _ bytes: [UInt8]
  ) -> (place: Int, isWhole: Bool)? {
    let word = words[index]
    let gap = bytes[word.upperBound..<words[index + 1].lowerBound]
    let isInitial = word.count == 1 && bytes[word.lowerBound] & 0x20 == 0
    let isGap = gap.allSatisfy { byte in
      " '\n\\\u{A0}\u{2019}".utf8.contains(byte) || byte == UInt8(ascii: ".") && isInitial
    }
    guard isGap, gap.count <= AuthorNames.longestGap else { return nil }
    let text = String(decoding: bytes[word], as: UTF8.self).lowercased()
    if let place = given.lastIndex(of: text) { return (place, true) }
    guard isInitial, let place = given.lastIndex(where: { $0.hasPrefix(text) }) else { return nil }
    return (place, false)
  }

  /// A point and a line's end with a blank or two.
  private static let longestGap = 4

  /// Whether a word that is somebody's name speaks of that person.
  private func isPerson(_ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let isHandle = bytes[word].contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    let isOnlyDigits = bytes[word].allSatisfy { (0x30...0x39).contains($0) }
    if isHandle, !isOnlyDigits { return true }
    let before = bytes[..<word.lowerBound].suffix(AuthorNames.quoteMark.count)
    if before.elementsEqual(AuthorNames.quoteMark) || before.suffix(2).elementsEqual("u/".utf8) {
      return true
    }
    let after = bytes[word.upperBound...]
    return AuthorNames.saying.contains { after.starts(with: $0) }
  }

  private static let quoteMark = Array("quote=\"".utf8)
  private static let saying = [":", " wrote:", " said:", " writes:", " says:"].map {
    Array($0.utf8)
  }
}

// MARK: Words

extension AuthorNames {
  /// Runs of letters, digits, `_`, `-` and what is not ASCII, and of points within them, as handles
  /// hold.
  private static func words(of bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = -1
    var index = 0
    while index < bytes.count {
      let mark = markLength(at: index, bytes)
      let isInPart =
        mark == 0
        && (isPart(bytes[index]) || bytes[index] == UInt8(ascii: ".") && isInner(index, bytes))
      if isInPart {
        if start < 0 { start = index }
      } else if start >= 0 {
        words.append(start..<index)
        start = -1
      }
      index += max(1, mark)
    }
    if start >= 0 { words.append(start..<bytes.count) }
    return words
  }

  /// Of a blank, a quotation mark or a dash outside ASCII (U+0080 to U+00BF, U+2000 to U+203F); 0 of
  /// anything else.
  private static func markLength(at index: Int, _ bytes: [UInt8]) -> Int {
    if bytes[index] == 0xC2 { return 2 }
    return bytes[index] == 0xE2 && index + 1 < bytes.count && bytes[index + 1] == 0x80 ? 3 : 0
  }

  /// Whether a point stands in a handle such as `a.berg`; one after an initial does not.
  private static func isInner(_ index: Int, _ bytes: [UInt8]) -> Bool {
    index > 1 && index + 1 < bytes.count && isPart(bytes[index - 1]) && isPart(bytes[index + 1])
      && bytes[index + 1] & 0x20 != 0
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private func lowerCase(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
