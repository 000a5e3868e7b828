public import AssayAnalysis

extension PixelSize {
  /// The extent that a picture's own bytes tell: PNG, JPEG, GIF, WebP and SVG.
  ///
  /// Nil for other files, and for an SVG that has neither a size nor a box.
  public init?(ofImage bytes: [UInt8]) {
    let reader = ImageBytes(bytes)
    guard let size = reader.png ?? reader.gif ?? reader.webP ?? reader.jpeg ?? reader.svg,
      size.width > 0, size.height > 0
    else { return nil }
    self = size
  }
}

/// Reads the heads of picture files. Every read is checked: what is cut short has no size.
private struct ImageBytes {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func has(_ words: String, at offset: Int) -> Bool {
    offset + words.utf8.count <= bytes.count
      && bytes[offset..<offset + words.utf8.count].elementsEqual(words.utf8)
  }

  /// A number of `count` bytes; nil where the file is shorter.
  private func number(at offset: Int, _ count: Int, isBigEndian: Bool = true) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    let part = bytes[offset..<offset + count]
    return isBigEndian
      ? part.reduce(0) { $0 << 8 | Int($1) } : part.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private func size(_ width: Int?, _ height: Int?) -> PixelSize? {
    guard let width, let height else { return nil }
    return PixelSize(width: width, height: height)
  }

  /// The header chunk comes first.
  var png: PixelSize? {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), has("IHDR", at: 12) else { return nil }
    return size(number(at: 16, 4), number(at: 20, 4))
  }

  var gif: PixelSize? {
    guard has("GIF87a", at: 0) || has("GIF89a", at: 0) else { return nil }
    return size(number(at: 6, 2, isBigEndian: false), number(at: 8, 2, isBigEndian: false))
  }

  /// Lossy, lossless and extended files say it in three ways.
  var webP: PixelSize? {
    guard has("RIFF", at: 0), has("WEBP", at: 8) else { return nil }
    if has("VP8X", at: 12) {
      return size(
        number(at: 24, 3, isBigEndian: false).map { $0 + 1 },
        number(at: 27, 3, isBigEndian: false).map { $0 + 1 })
    }
    if has("VP8L", at: 12), let bits = number(at: 21, 4, isBigEndian: false) {
      return PixelSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }
    guard has("VP8 ", at: 12) else { return nil }
    return size(
      number(at: 26, 2, isBigEndian: false).map { $0 & 0x3FFF },
      number(at: 28, 2, isBigEndian: false).map { $0 & 0x3FFF })
  }

  /// The first segment that begins a frame tells it.
  var jpeg: PixelSize? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var offset = 2
    while let marker = number(at: offset, 2), let length = number(at: offset + 2, 2) {
      guard marker >> 8 == 0xFF, length >= 2 else { return nil }
      let kind = marker & 0xFF
      let isFrame = (0xC0...0xCF).contains(kind) && ![0xC4, 0xC8, 0xCC].contains(kind)
      if isFrame { return size(number(at: offset + 7, 2), number(at: offset + 5, 2)) }
      offset += 2 + length
    }
    return nil
  }

  /// `width` and `height` of the root in pixels, else its `viewBox`.
  var svg: PixelSize? {
    // The root's tag stands near the start, after a declaration and comments.
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = head.range(of: "<svg"),
      let end = head[start.upperBound...].firstIndex(of: ">")
    else { return nil }
    let tag = head[start.upperBound..<end]
    if let width = length("width", in: tag), let height = length("height", in: tag) {
      return PixelSize(width: width, height: height)
    }
    let box = attribute("viewBox", in: tag)?.split { $0 == " " || $0 == "," }.map { Double($0) }
    guard let box, box.count == 4, let width = box[2], let height = box[3],
      (1...ImageBytes.largest).contains(width), (1...ImageBytes.largest).contains(height)
    else { return nil }
    return PixelSize(width: Int(width.rounded()), height: Int(height.rounded()))
  }

  /// No picture is wider; what claims to be is no number to write into a page.
  private static let largest = 1e6

  private func length(_ name: String, in tag: Substring) -> Int? {
    guard var words = attribute(name, in: tag) else { return nil }
    if words.hasSuffix("px") { words = words.dropLast(2) }
    guard let value = Double(words), (1...ImageBytes.largest).contains(value) else { return nil }
    return Int(value.rounded())
  }

  private func attribute(_ name: String, in tag: Substring) -> Substring? {
    var rest = tag
    while let found = rest.range(of: name + "=") {
      let before =
        found.lowerBound == rest.startIndex ? " " : rest[rest.index(before: found.lowerBound)]
      rest = rest[found.upperBound...]
      guard before.isWhitespace, let quote = rest.first, quote == "\"" || quote == "'",
        let end = rest.dropFirst().firstIndex(of: quote)
      else { continue }
      return rest[rest.index(after: rest.startIndex)..<end]
    }
    return nil
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Where some words stand first.
  fileprivate func range(of words: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) {
        return start..<self.index(start, offsetBy: words.count)
      }
      start = self.index(after: start)
    }
    return nil
  }
}
