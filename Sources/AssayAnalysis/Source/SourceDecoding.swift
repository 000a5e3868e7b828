extension SourceText {
  /// Reads a file's bytes as UTF-8: a byte order mark is dropped, each maximal ill-formed run and
  /// each NUL becomes U+FFFD and is reported with its place. UTF-16 is refused.
  ///
  /// - Throws: `Failure` where the file is not UTF-8 text at all (UTF-16 or UTF-32).
  public static func decode(
    path: String, bytes: [UInt8]
  ) throws(Failure) -> (text: SourceText, diagnostics: [Diagnostic]) {
    try refuseWideEncodings(path: path, bytes: bytes)
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let isClean = bytes.withUnsafeBufferPointer { buffer in
      firstDefect(in: buffer, from: hasMark ? 3 : 0) == nil
    }
    if isClean {
      let origin = Origin(offset: hasMark ? 3 : 0)
      let body = hasMark ? Array(bytes[3...]) : bytes
      return (SourceText(path: path, bytes: body, origin: origin), [])
    }
    return repair(path: path, bytes: hasMark ? Array(bytes[3...]) : bytes)
  }
}

extension SourceText {
  private static func refuseWideEncodings(path: String, bytes: [UInt8]) throws(Failure) {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return }
    throw Failure(
      .input,
      Diagnostic(
        .error, path: path, line: 1, column: 1, "UTF-16 text; Assay reads UTF-8",
        hint: "convert it, for example with: iconv -f UTF-16 -t UTF-8"))
  }

  /// The offset of the first NUL or ill-formed byte, or nil.
  private static func firstDefect(in buffer: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    var index = from
    while index < buffer.count {
      let byte = buffer[index]
      if byte < 0x80 {
        if byte == 0 { return index }
        index += 1
      } else {
        let length = wellFormedLength(in: buffer, at: index)
        if length == 0 { return index }
        index += length
      }
    }
    return nil
  }

  private static func repair(
    path: String, bytes: [UInt8]
  ) -> (text: SourceText, diagnostics: [Diagnostic]) {
    var fixed: [UInt8] = []
    fixed.reserveCapacity(bytes.count + 16)
    var defects: [(fixedOffset: Int, offset: Int)] = []
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let length = buffer[index] == 0 ? 0 : wellFormedLength(in: buffer, at: index)
        if length > 0 {
          fixed.append(contentsOf: buffer[index..<index + length])
          index += length
        } else {
          defects.append((fixed.count, index))
          fixed.append(contentsOf: [0xEF, 0xBF, 0xBD])
          index += 1
        }
      }
    }
    let text = SourceText(path: path, bytes: fixed)
    let lines = LineIndex(text)
    let shown = defects.prefix(maximumReported).map { defect in
      let place = lines.location(of: defect.fixedOffset)
      return Diagnostic(
        .warning, path: path, line: place.line, column: place.column,
        "byte \(defect.offset) is not UTF-8; replaced by U+FFFD",
        hint: "save the file as UTF-8")
    }
    var diagnostics = Array(shown)
    if defects.count > maximumReported {
      diagnostics.append(
        Diagnostic(
          .warning, path: path, "\(defects.count) bytes in all are not UTF-8; each was replaced"))
    }
    return (text, diagnostics)
  }

  /// A file in another encoding has a defect in every line; the first few tell it all.
  private static let maximumReported = 5

  /// The length in bytes of the well-formed UTF-8 sequence at `index`, 0 where there is none.
  /// Follows table 3-7 of the Unicode standard.
  private static func wellFormedLength(in buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> Int
  {
    func byte(_ offset: Int) -> UInt8 {
      index + offset < buffer.count ? buffer[index + offset] : 0
    }
    func continues(_ offset: Int) -> Bool { byte(offset) & 0xC0 == 0x80 }
    switch buffer[index] {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return (0xA0...0xBF).contains(byte(1)) && continues(2) ? 3 : 0
    case 0xED: return (0x80...0x9F).contains(byte(1)) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0:
      return (0x90...0xBF).contains(byte(1)) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4:
      return (0x80...0x8F).contains(byte(1)) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }
}
