/// Gives headings their anchors: lower-case letters and digits with hyphens, unique in a document.
struct HeadingIDs {
  private var used: [String: Int] = [:]

  /// An anchor is cut to this many bytes at a hyphen where one is near.
  private static let maximumCount = 80

  init() {}

  mutating func next(for words: ArraySlice<UInt8>) -> String {
    var base = HeadingIDs.slug(words)
    // Anchors of footnotes have these forms.
    if base.isEmpty || base.hasPrefix("fn") { base = base.isEmpty ? "section" : "section-" + base }
    guard let count = used[base] else {
      used[base] = 1
      return base
    }
    var number = count
    while used["\(base)-\(number)"] != nil { number += 1 }
    used[base] = number + 1
    used["\(base)-\(number)"] = 1
    return "\(base)-\(number)"
  }

  private static func slug(_ words: ArraySlice<UInt8>) -> String {
    var slug: [UInt8] = []
    for scalar in String(decoding: words, as: UTF8.self).unicodeScalars {
      guard slug.count < maximumCount else { break }
      append(scalar, to: &slug)
    }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }

  private static func append(_ scalar: Unicode.Scalar, to slug: inout [UInt8]) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: slug.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0x41...0x5A: slug.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case 0x20, 0x09, 0x0A, 0x2D, 0x5F, 0xA0, 0x2010...0x2015:
      if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
    case 0xC0...0x24F:
      slug.append(contentsOf: latinLetters(scalar))
    default: break
    }
  }

  /// A Latin letter without its accent.
  private static func latinLetters(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar {
    case "ß": Array("ss".utf8)
    case "æ", "Æ": Array("ae".utf8)
    case "œ", "Œ": Array("oe".utf8)
    case "ø", "Ø": Array("o".utf8)
    case "đ", "Đ", "ð", "Ð": Array("d".utf8)
    case "ł", "Ł": Array("l".utf8)
    case "þ", "Þ": Array("th".utf8)
    case "ı": Array("i".utf8)
    default:
      DecomposedLatin.base(of: scalar).map { [$0] } ?? []
    }
  }
}

/// The ASCII letter under the accents of U+00C0 to U+017F.
private enum DecomposedLatin {
  private static let first: UInt32 = 0xC0
  private static let letters = Array(
    ("aaaaaa?ceeeeiiii?nooooo??uuuuy??aaaaaa?ceeeeiiii?nooooo??uuuuy?y"
      + "aaaaaaccccccccdd??eeeeeeeeeegggggggghhhhiiiiiiiii???jjkk?lllllll"
      + "l??nnnnnn?nnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  static func base(of scalar: Unicode.Scalar) -> UInt8? {
    let index = Int(scalar.value - first)
    guard letters.indices.contains(index), letters[index] != UInt8(ascii: "?") else { return nil }
    return letters[index]
  }
}
