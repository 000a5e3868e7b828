/// A name before a colon at the start of a line: "oldtimer: 1998 was better".
struct PastedSpeaker {
  let name: String
  /// Where the words after the colon begin.
  let wordsStart: Int
  /// Whether the name is one that users choose: `oldtimer`, `wexy4life`, `north_jo`.
  let isHandle: Bool
  /// The time in brackets before the name, as chats are copied.
  let posted: String?

  private static let maximumNameBytes = 42

  init?(_ page: PastedPage, at index: Int) {
    let bytes = page.source.bytes
    var range = page.paragraphs[index].range
    posted = Self.takeTime(&range, bytes)
    let colon = bytes[range].prefix(Self.maximumNameBytes).firstIndex(of: UInt8(ascii: ":"))
    guard let colon, colon + 1 < range.upperBound else { return nil }
    var start = colon + 1
    // The marks of a name in bold may stand behind the colon.
    while start < range.upperBound, bytes[start] == UInt8(ascii: "*") { start += 1 }
    guard start < range.upperBound, bytes[start] <= 0x20 else { return nil }
    while start < range.upperBound, bytes[start] <= 0x20 { start += 1 }
    guard start < range.upperBound else { return nil }
    let before = String(decoding: bytes[range.lowerBound..<colon], as: UTF8.self)
    let written = PastedFurniture.unmarked(before)
    guard !Self.labels.contains(written.lowercased()),
      let name = PastedFurniture.loneName(written, traits: LineTraits(ArraySlice(written.utf8)))
    else { return nil }
    self.name = name
    wordsStart = start
    isHandle = Self.isHandle(name) || posted != nil
  }

  /// "[04/03/2024, 10:14:22] " at the start of a range, which then begins after it.
  private static func takeTime(_ range: inout Range<Int>, _ bytes: [UInt8]) -> String? {
    guard bytes[range].first == UInt8(ascii: "["),
      let end = bytes[range].prefix(32).firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let words = String(decoding: bytes[range.lowerBound + 1..<end], as: UTF8.self)
    let tokens = PastedTime.tokens(words)
    guard let timeEnd = PastedTime.end(in: tokens[...]), timeEnd == tokens.count else { return nil }
    var start = end + 1
    while start < range.upperBound, bytes[start] <= 0x20 { start += 1 }
    range = start..<range.upperBound
    return words
  }

  private static func isHandle(_ name: String) -> Bool {
    guard !name.contains(" "), let first = name.unicodeScalars.first else { return false }
    return first.properties.isLowercase || name.contains("_")
      || name.unicodeScalars.contains { $0.properties.numericType != nil }
  }

  /// Where each of the paragraphs to the end is spoken by somebody, and most by users: the first
  /// of them. An interview has speakers too, but they have people's names, or are a Q and an A.
  static func start(in page: PastedPage, after first: Int) -> Int? {
    var start = page.paragraphs.count
    var handles = 0
    var speakers = 0
    while start > first {
      let index = start - 1
      if page.furniture[index] == nil {
        guard let speaker = PastedSpeaker(page, at: index) else { break }
        speakers += 1
        if speaker.isHandle { handles += 1 }
      }
      start = index
    }
    while start < page.paragraphs.count, page.furniture[start] != nil { start += 1 }
    return speakers >= 3 && handles * 2 >= speakers ? start : nil
  }

  private static let labels: Set<String> = [
    "note", "edit", "update", "ps", "tldr", "tl;dr", "warning", "source", "fact", "q", "a",
  ]
}
