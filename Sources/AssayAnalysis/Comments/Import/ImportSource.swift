/// A file to import, read but not yet understood.
public struct ImportSource: Sendable {
  public let text: SourceText
  /// The values of a JSON text, one or many; empty for any other text.
  let values: [JSONValue]
  let jsonDefects: [JSONError]
  private let lines: LineIndex

  /// The file's words must be UTF-8, or XML that declares Latin-1 or Windows-1252.
  ///
  /// - Throws: `Failure` for a text in any other encoding, or a compressed file.
  public static func read(
    path: String, bytes: [UInt8]
  ) throws(Failure) -> (source: ImportSource, diagnostics: [Diagnostic]) {
    if let packing = packing(of: bytes) {
      throw Failure(
        .input,
        Diagnostic(
          .error, path: path, "a \(packing.name) archive; what is in it must be unpacked first",
          hint: "unpack it with: \(packing.command) \(path)"))
    }
    let decoded = latinText(bytes) ?? bytes
    let (text, diagnostics) = try SourceText.decode(path: path, bytes: decoded)
    return (ImportSource(text), diagnostics)
  }

  public init(_ text: SourceText) {
    self.text = text
    let first = text.bytes.prefix(4096).first { $0 > 0x20 }
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    (values, jsonDefects) = isJSON ? JSONValue.parseAll(text.bytes) : ([], [])
    lines = LineIndex(text)
  }

  var isJSON: Bool { !values.isEmpty }

  /// The line, from 1, that a byte lies in.
  func line(at offset: Int) -> Int { lines.location(of: offset).line }

  func line(of value: JSONValue) -> Int { line(at: Int(value.range.start)) }

  /// The file's name without its folders and its ending.
  var stem: String {
    let name = text.path.split(separator: "/").last.map(String.init) ?? text.path
    return name.split(separator: ".").first.map(String.init) ?? name
  }

  /// Whether the text's first kilobytes hold these words.
  func begins(with words: StaticString) -> Bool {
    words.withUTF8Buffer { wanted in
      let head = text.bytes.prefix(ImportSource.headBytes)
      guard head.count >= wanted.count else { return false }
      return (0...head.count - wanted.count).contains { start in
        head[start] == wanted[0] && head[start..<start + wanted.count].elementsEqual(wanted)
      }
    }
  }

  /// The column names of a CSV text's first line.
  var columns: Set<String> { CSVRows.head(of: Array(text.bytes.prefix(ImportSource.headBytes))) }

  private static let headBytes = 8192
}

extension ImportSource {
  private static func packing(of bytes: [UInt8]) -> (name: String, command: String)? {
    if bytes.starts(with: [0x1F, 0x8B]) { return ("gzip", "gunzip") }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return ("zip", "unzip") }
    if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return ("zstandard", "unzstd") }
    if bytes.starts(with: "BZh".utf8) { return ("bzip2", "bunzip2") }
    return nil
  }

  /// The same text in UTF-8 where it is XML that declares an encoding of one byte a character.
  private static func latinText(_ bytes: [UInt8]) -> [UInt8]? {
    guard let start = bytes.prefix(64).firstIndex(of: UInt8(ascii: "<")),
      bytes[start...].starts(with: "<?xml".utf8)
    else { return nil }
    let head = String(decoding: bytes[start...].prefix(200), as: UTF8.self).lowercased()
    let declaration = head.prefix { $0 != ">" }
    let isLatin = ["iso-8859-1", "latin1", "windows-1252", "cp1252"].contains {
      declaration.contains($0)
    }
    guard isLatin else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let value = (0x80...0x9F).contains(byte) ? windows1252[Int(byte - 0x80)] : UInt16(byte)
        text.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
      }
    }
    return text
  }

  /// What Windows puts where Latin-1 has control characters (WHATWG Encoding).
  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

extension JSONValue {
  /// The words of a member: a string that is not empty, or a number as written.
  func text(_ key: StaticString) -> String? {
    guard let value = self[key] else { return nil }
    if let numeral = value.numeral { return numeral }
    guard let text = value.string, !text.isEmpty else { return nil }
    return text
  }

  /// The UTF-8 of a member that is a string.
  func bytes(_ key: StaticString) -> [UInt8]? { self[key]?.stringBytes }

  func flag(_ key: StaticString) -> Bool { self[key]?.boolean ?? false }

  func int(_ key: StaticString) -> Int? { self[key]?.wholeNumber }

  /// A number without what follows its point, whether written as a number or as a string.
  var wholeNumber: Int? {
    guard let text = numeral ?? string, !text.utf8.contains(0x65), !text.utf8.contains(0x45) else {
      return nil
    }
    return Int(text.prefix { $0 != "." })
  }

  func array(_ key: StaticString) -> [JSONValue] { self[key]?.elements ?? [] }

  /// The member of a member, and so on; nil where one is missing.
  func at(_ path: StaticString...) -> JSONValue? {
    var value: JSONValue? = self
    for key in path { value = value?[key] }
    return value.flatMap { $0.isNull ? nil : $0 }
  }

  func has(_ keys: StaticString...) -> Bool { keys.allSatisfy { self[$0] != nil } }
}
