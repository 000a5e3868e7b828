import AssayAnalysis

/// A mistake in a template, at a place in its source.
struct TemplateProblem: Error {
  let range: SourceRange
  let message: String
  var hint: String?

  init(_ range: SourceRange, _ message: String, hint: String? = nil) {
    self.range = range
    self.message = message
    self.hint = hint
  }
}

/// A word, a mark or a literal inside `{{ }}` or `{% %}`.
struct TemplateToken {
  enum Kind: Equatable {
    case name(String)
    case string(String)
    case integer(Int)
    case number(Double)
    case mark(String)
  }

  let kind: Kind
  let range: SourceRange
}

/// A stretch of a template.
enum TemplatePiece {
  case text(Range<Int>)
  case output([TemplateToken], SourceRange)
  case tag([TemplateToken], SourceRange)
}

/// Cuts a template's source into text and tags, as Jinja2 does with its default settings: tags
/// leave the lines around them alone unless they carry a `-`, and the last newline is dropped.
struct TemplateLexer {
  let source: SourceText
  let options: TemplateOptions
  private var bytes: [UInt8] { source.bytes }
  private(set) var pieces: [TemplatePiece] = []
  private(set) var problems: [TemplateProblem] = []
  private var position = 0
  /// Where the text that no piece holds yet begins.
  private var textStart = 0
  /// The offset after the last newline that is dropped at the end.
  private let end: Int

  init(_ source: SourceText, options: TemplateOptions) {
    self.source = source
    self.options = options
    var end = source.bytes.count
    if source.bytes.last == UInt8(ascii: "\n") {
      end -= 1
      if end > 0, source.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    }
    self.end = end
  }

  /// Cuts everything; mistakes are in `problems`.
  mutating func run() {
    while position + 1 < end {
      guard bytes[position] == UInt8(ascii: "{") else {
        position += 1
        continue
      }
      switch bytes[position + 1] {
      case UInt8(ascii: "{"): readOutput()
      case UInt8(ascii: "%"): readTag()
      case UInt8(ascii: "#"): readComment()
      default: position += 1
      }
    }
    endText(at: end)
  }
}

// MARK: Tags

extension TemplateLexer {
  private mutating func readOutput() {
    let start = beginTag(isBlock: false)
    let tokens = readTokens(start: start, close: "}")
    guard let tokens else { return }
    pieces.append(.output(tokens, SourceRange(start..<position)))
    endTag(isBlock: false)
  }

  private mutating func readTag() {
    let start = beginTag(isBlock: true)
    let tokens = readTokens(start: start, close: "%")
    guard let tokens else { return }
    let range = SourceRange(start..<position)
    if tokens.first?.kind == .name("raw") {
      if tokens.count > 1 {
        problems.append(TemplateProblem(tokens[1].range, "'raw' takes nothing after it"))
      }
      endTag(isBlock: true)
      readRaw(open: range)
      return
    }
    pieces.append(.tag(tokens, range))
    endTag(isBlock: true)
  }

  private mutating func readComment() {
    let start = beginTag(isBlock: true)
    while position + 1 < end {
      if bytes[position] == UInt8(ascii: "#"), bytes[position + 1] == UInt8(ascii: "}") {
        position += 2
        endTag(isBlock: true)
        return
      }
      position += 1
    }
    fail(SourceRange(start..<start + 2), "a comment that is not closed", hint: "end it with #}")
  }

  /// Text up to `{% endraw %}`.
  private mutating func readRaw(open: SourceRange) {
    while position + 1 < end {
      if bytes[position] == UInt8(ascii: "{"), bytes[position + 1] == UInt8(ascii: "%") {
        var probe = position + 2
        if probe < end, bytes[probe] == UInt8(ascii: "-") || bytes[probe] == UInt8(ascii: "+") {
          probe += 1
        }
        while probe < end, isSpace(bytes[probe]) { probe += 1 }
        if bytes[probe..<end].starts(with: "endraw".utf8) {
          probe += 6
          while probe < end, isSpace(bytes[probe]) { probe += 1 }
          if probe < end, bytes[probe] == UInt8(ascii: "-") || bytes[probe] == UInt8(ascii: "+") {
            probe += 1
          }
          if bytes[probe..<end].starts(with: "%}".utf8) {
            _ = beginTag(isBlock: true)
            position = probe + 2
            endTag(isBlock: true)
            return
          }
        }
      }
      position += 1
    }
    fail(open, "'raw' that is not closed", hint: "end it with {% endraw %}")
  }

  /// Ends the text before a tag, cut as the tag's first mark asks; leaves the position behind it.
  private mutating func beginTag(isBlock: Bool) -> Int {
    let start = position
    var textEnd = start
    let sign = start + 2 < end ? bytes[start + 2] : 0
    if sign == UInt8(ascii: "-") {
      while textEnd > textStart, isSpace(bytes[textEnd - 1]) { textEnd -= 1 }
    } else if isBlock, options.leftStripBlocks, sign != UInt8(ascii: "+") {
      var probe = textEnd
      while probe > textStart, bytes[probe - 1] == 32 || bytes[probe - 1] == 9 { probe -= 1 }
      let beginsLine = probe == 0 || bytes[probe - 1] == UInt8(ascii: "\n")
      if beginsLine { textEnd = probe }
    }
    endText(at: textEnd)
    position = start + 2
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { position += 1 }
    return start
  }

  /// Skips what the tag's last mark asks to skip. `position` is behind the tag.
  private mutating func endTag(isBlock: Bool) {
    let sign = position >= 3 ? bytes[position - 3] : 0
    if sign == UInt8(ascii: "-") {
      while position < end, isSpace(bytes[position]) { position += 1 }
    } else if isBlock, options.trimBlocks, sign != UInt8(ascii: "+") {
      if position < end, bytes[position] == UInt8(ascii: "\r") { position += 1 }
      if position < end, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    }
    textStart = position
  }

  private mutating func endText(at offset: Int) {
    if offset > textStart { pieces.append(.text(textStart..<offset)) }
    textStart = offset
  }

  private mutating func fail(_ range: SourceRange, _ message: String, hint: String? = nil) {
    problems.append(TemplateProblem(range, message, hint: hint))
    position = end
    textStart = end
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}

// MARK: Tokens

extension TemplateLexer {
  /// The tokens up to `}}` or `%}`; nil, with a problem noted, where there is no end. A mistake
  /// inside does not hide the end.
  private mutating func readTokens(start: Int, close: Character) -> [TemplateToken]? {
    let closeByte = close.asciiValue ?? 0
    var tokens: [TemplateToken] = []
    var open: [UInt8] = []
    while position < end {
      let byte = bytes[position]
      if isSpace(byte) {
        position += 1
        continue
      }
      // `}}` may end two maps; after any other bracket it ends the tag, and the bracket is missing.
      if open.last != UInt8(ascii: "{") || closeByte == UInt8(ascii: "%") {
        let hasSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        let probe = hasSign ? position + 1 : position
        if probe + 1 < end, bytes[probe] == closeByte, bytes[probe + 1] == UInt8(ascii: "}") {
          position = probe + 2
          return tokens
        }
      }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append(byte)
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): _ = open.popLast()
      default: break
      }
      readToken(into: &tokens)
    }
    fail(
      SourceRange(start..<start + 2),
      closeByte == UInt8(ascii: "%") ? "a tag that is not closed" : "'{{' that is not closed",
      hint: closeByte == UInt8(ascii: "%") ? "end it with %}" : "end it with }}")
    return nil
  }

  private mutating func readToken(into tokens: inout [TemplateToken]) {
    let start = position
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if let text = readString(quote: byte) {
        tokens.append(TemplateToken(kind: .string(text), range: SourceRange(start..<position)))
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      readNumber(into: &tokens)
    case _ where isNameByte(byte):
      while position < end, isNameByte(bytes[position]) { position += 1 }
      let name = String(decoding: bytes[start..<position], as: UTF8.self)
      tokens.append(TemplateToken(kind: .name(name), range: SourceRange(start..<position)))
    default:
      readMark(into: &tokens)
    }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }

  private mutating func readMark(into tokens: inout [TemplateToken]) {
    let start = position
    for mark in TemplateLexer.marks where bytes[start..<end].starts(with: mark.utf8) {
      position += mark.utf8.count
      tokens.append(TemplateToken(kind: .mark(mark), range: SourceRange(start..<position)))
      return
    }
    position += 1
    let range = SourceRange(start..<position)
    problems.append(TemplateProblem(range, "'\(source[range])' is no mark that templates know"))
  }

  /// The longer of two that begin alike stands first.
  private static let marks = [
    "**", "//", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "~", "<", ">", "=", "(", ")",
    "[", "]", "{", "}", ",", ":", ".", "|",
  ]

  private mutating func readNumber(into tokens: inout [TemplateToken]) {
    let start = position
    func isDigit(_ offset: Int) -> Bool {
      offset < end && (48...57).contains(bytes[offset])
    }
    func skipDigits() {
      while isDigit(position) || (position < end && bytes[position] == 95 && isDigit(position + 1))
      {
        position += 1
      }
    }
    skipDigits()
    var isWhole = true
    if position < end, bytes[position] == UInt8(ascii: "."), isDigit(position + 1) {
      isWhole = false
      position += 1
      skipDigits()
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      let signed = position + 1 < end && (bytes[position + 1] == 43 || bytes[position + 1] == 45)
      if isDigit(position + (signed ? 2 : 1)) {
        isWhole = false
        position += signed ? 2 : 1
        skipDigits()
      }
    }
    let range = SourceRange(start..<position)
    let digits = source[range].filter { $0 != "_" }
    if isWhole, let integer = Int(digits) {
      tokens.append(TemplateToken(kind: .integer(integer), range: range))
    } else if !isWhole, let number = Double(digits), number.isFinite {
      tokens.append(TemplateToken(kind: .number(number), range: range))
    } else {
      problems.append(TemplateProblem(range, "'\(digits)' is too large a number"))
      tokens.append(TemplateToken(kind: .integer(0), range: range))
    }
  }

  /// The text between quotes, its escapes resolved as Python does.
  private mutating func readString(quote: UInt8) -> String? {
    let start = position
    var text: [UInt8] = []
    position += 1
    while position < end {
      let byte = bytes[position]
      position += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), position < end else {
        text.append(byte)
        continue
      }
      let escaped = bytes[position]
      position += 1
      switch escaped {
      case UInt8(ascii: "n"): text.append(10)
      case UInt8(ascii: "t"): text.append(9)
      case UInt8(ascii: "r"): text.append(13)
      case UInt8(ascii: "u"): appendScalar(digitCount: 4, to: &text)
      case UInt8(ascii: "x"): appendScalar(digitCount: 2, to: &text)
      case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): text.append(escaped)
      default: text += [UInt8(ascii: "\\"), escaped]
      }
    }
    fail(SourceRange(start..<start + 1), "a string that is not closed")
    return nil
  }

  private mutating func appendScalar(digitCount: Int, to text: inout [UInt8]) {
    let stop = min(position + digitCount, end)
    let digits = String(decoding: bytes[position..<stop], as: UTF8.self)
    guard digits.utf8.count == digitCount, let value = UInt32(digits, radix: 16),
      let scalar = Unicode.Scalar(value), value != 0
    else {
      problems.append(
        TemplateProblem(
          SourceRange(position - 2..<stop),
          "'\\\(digitCount == 4 ? "u" : "x")' needs"
            + " \(digitCount) hexadecimal digits of a character"))
      return
    }
    position = stop
    text.append(contentsOf: String(Character(scalar)).utf8)
  }
}
