/// A name and a time after a dash at the end of a line: "which is half price – lorry_fan Mar 4 at 11:10".
struct PastedSignature {
  let name: String
  /// The time as the page shows it.
  let posted: String
  /// Where the words before the dash end.
  let wordsEnd: Int

  private static let maximumBytes = 80

  init?(_ page: PastedPage, at index: Int) {
    let bytes = page.source.bytes
    let range = page.paragraphs[index].range
    let tail = max(range.lowerBound, range.upperBound - Self.maximumBytes)..<range.upperBound
    // An en or em dash: E2 80 93 or E2 80 94, with a blank on either side.
    let dash = tail.dropLast(5).last { place in
      bytes[place] == 0xE2 && bytes[place + 1] == 0x80 && [0x93, 0x94].contains(bytes[place + 2])
        && bytes[place + 3] == 0x20 && place > range.lowerBound && bytes[place - 1] <= 0x20
    }
    guard let dash else { return nil }
    let signature = String(decoding: bytes[dash + 4..<range.upperBound], as: UTF8.self)
    guard
      case .header(let facts) = PastedFurniture(
        signature, traits: LineTraits(ArraySlice(signature.utf8))),
      let name = facts.author, let posted = facts.posted
    else { return nil }
    var end = dash
    while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > range.lowerBound else { return nil }
    (self.name, self.posted, wordsEnd) = (name, posted, end)
  }
}
