/// Walks the tags of a page's HTML: names and attributes as ranges of its bytes, nothing copied.
///
/// It reads what this program writes and what people write into templates; it is no parser of
/// anybody's HTML, and has no need to be: a browser's corrections would hide what is to be found.
struct TagScanner {
  let html: UnsafeBufferPointer<UInt8>
  private(set) var position = 0
  /// Parts to step over, in order; no tag may begin before one and end in it.
  var passed: [Range<Int>] = []
  private var nextPassed = 0

  /// The last opening tag that was read.
  private(set) var name = 0..<0
  /// Where the name of the last attribute of it stands, and its value without quotes.
  private(set) var attribute = 0..<0
  private(set) var value = 0..<0

  init(_ html: UnsafeBufferPointer<UInt8>) { self.html = html }

  /// Moves to the next opening tag; false at the end.
  mutating func nextTag() -> Bool {
    while let start = find(UInt8(ascii: "<"), from: position) {
      if let end = endOfPassed(at: start) {
        position = end
        continue
      }
      position = start + 1
      guard position < html.count else { return false }
      let byte = html[position]
      if byte == UInt8(ascii: "!"), hasComment { skipComment() }
      guard byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") else { continue }
      let nameStart = position
      while position < html.count, isName(html[position]) { position += 1 }
      name = nameStart..<position
      return true
    }
    position = html.count
    return false
  }

  /// The end of the part to step over that a place lies in.
  private mutating func endOfPassed(at place: Int) -> Int? {
    while nextPassed < passed.count, passed[nextPassed].upperBound <= place { nextPassed += 1 }
    guard nextPassed < passed.count, passed[nextPassed].contains(place) else { return nil }
    return passed[nextPassed].upperBound
  }

  /// Moves to the next attribute of the tag; false at the tag's end.
  mutating func nextAttribute() -> Bool {
    while position < html.count, html[position] <= 0x20 || html[position] == UInt8(ascii: "/") {
      position += 1
    }
    guard position < html.count, html[position] != UInt8(ascii: ">") else { return false }
    let start = position
    while position < html.count, !isEndOfAttributeName(html[position]) { position += 1 }
    attribute = start..<position
    value = position..<position
    guard position < html.count, html[position] == UInt8(ascii: "=") else {
      // A stray mark is stepped over, so that the walk always moves on.
      if position == start { position += 1 }
      return true
    }
    position += 1
    readValue()
    return true
  }

  private mutating func readValue() {
    guard position < html.count else { return }
    let quote = html[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = position
      while position < html.count, html[position] > 0x20, html[position] != UInt8(ascii: ">") {
        position += 1
      }
      value = start..<position
      return
    }
    let end = find(quote, from: position + 1) ?? html.count
    value = position + 1..<end
    position = min(html.count, end + 1)
  }

  /// Moves past the end of a raw element such as `script`.
  mutating func skipElement(_ word: StaticString) {
    while let start = find(UInt8(ascii: "<"), from: position) {
      position = start + 1
      if position < html.count, html[position] == UInt8(ascii: "/"), has(word, at: position + 1) {
        return
      }
    }
    position = html.count
  }

  func isName(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && has(word, at: range.lowerBound)
  }

  func has(_ word: StaticString, at offset: Int) -> Bool {
    guard offset + word.utf8CodeUnitCount <= html.count else { return false }
    for index in 0..<word.utf8CodeUnitCount where html[offset + index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  func find(_ byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < html.count {
      if html[index] == byte { return index }
      index += 1
    }
    return nil
  }

  private var hasComment: Bool { has("!--", at: position) }

  private mutating func skipComment() {
    position += 3
    while position + 2 < html.count, !has("-->", at: position) { position += 1 }
  }

  private func isName(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
  }

  private func isEndOfAttributeName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "/")
  }
}
