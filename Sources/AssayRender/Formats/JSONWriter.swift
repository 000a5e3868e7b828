public import AssayAnalysis

/// Writes JSON by appending bytes: no tree of values, no intermediate strings.
///
/// The caller writes keys in the order it wants them to stand. Strings are escaped so that the
/// text may also stand inside an HTML `script` element: `<`, `>`, `&`, U+2028 and U+2029 become
/// `\uXXXX`. Numbers are exact decimals or finite; there is no NaN.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.key("id"); json.string("c1")
///       json.key("spans"); json.array { json in json.integer(3) }
///     }
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  /// - Parameter capacity: how many bytes there will be, roughly.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  // The same without a closure, for documents that a type of its own writes.
  mutating func openObject() { open(UInt8(ascii: "{")) }
  mutating func closeObject() { close(UInt8(ascii: "}")) }
  mutating func openArray() { open(UInt8(ascii: "[")) }
  mutating func closeArray() { close(UInt8(ascii: "]")) }

  /// A key of an object that needs no escape; a value must follow.
  mutating func key(_ name: StaticString) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Text in one line.
  mutating func line(_ text: ArraySlice<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    if text.contains(where: { $0 < 0x20 }) {
      appendJSONEscaped(text.lazy.map { $0 < 0x20 ? 0x20 : $0 }, to: &bytes)
    } else {
      appendJSONEscaped(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A key of an object; a value must follow.
  public mutating func key(_ name: String) {
    separate()
    quoted(name.utf8)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func string(_ value: String) {
    separate()
    quoted(value.utf8)
  }

  public mutating func integer(_ value: Int) {
    separate()
    appendInteger(value, to: &bytes)
  }

  public mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  public mutating func null() { raw("null") }

  /// Exactly, with the precision as written: 1.20 stays 1.20.
  public mutating func number(_ value: DecimalNumber) {
    separate()
    value.appendDescription(to: &bytes)
  }

  /// To `decimals` places, without zeros at the end; what is not finite becomes null.
  public mutating func number(_ value: Double, decimals: Int = 4) {
    guard value.isFinite, abs(value) < 1e15 else {
      raw("null")
      return
    }
    let power = (0..<decimals).reduce(1) { result, _ in result * 10 }
    let scaled = Int128((value * Double(power)).rounded())
    raw(DecimalNumber(mantissa: scaled, exponent: -decimals).normalized.description)
  }

  /// A line end before the next value of an array, for people and for tools that compare files
  /// line by line.
  public mutating func lineBreak() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// A line end between the values of a JSON Lines text, or at the end of one.
  public mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }
}

extension JSONWriter {
  /// A key and a text, or null.
  mutating func field(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func raw(_ token: String) {
    separate()
    bytes.append(contentsOf: token.utf8)
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quoted(_ text: String.UTF8View) {
    bytes.append(UInt8(ascii: "\""))
    appendJSONEscaped(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Appends the inside of a JSON string, safe inside an HTML `script` element as well.
func appendJSONEscaped(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
  let isDone: Void? = text.withContiguousStorageIfAvailable {
    appendJSONEscaped(buffer: $0, to: &output)
  }
  if isDone == nil {
    Array(text).withUnsafeBufferPointer { appendJSONEscaped(buffer: $0, to: &output) }
  }
}

/// Runs without anything to escape are appended at once: most text is one.
private func appendJSONEscaped(buffer text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
  var start = 0
  var index = 0
  while index < text.count {
    guard needsEscape(text, at: index) else {
      index += 1
      continue
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
    index += appendJSONEscape(text, at: index, to: &output)
    start = index
  }
  output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
}

@inline(__always)
private func needsEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  switch text[index] {
  case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"),
    UInt8(ascii: ">"), UInt8(ascii: "&"):
    true
  // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
  case 0xE2: index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] | 1 == 0xA9
  default: false
  }
}

/// Returns how many bytes of the text the escape stands for.
private func appendJSONEscape(
  _ text: UnsafeBufferPointer<UInt8>, at index: Int, to output: inout [UInt8]
) -> Int {
  let byte = text[index]
  switch byte {
  case UInt8(ascii: "\""): output.append(contentsOf: "\\\"".utf8)
  case UInt8(ascii: "\\"): output.append(contentsOf: "\\\\".utf8)
  case UInt8(ascii: "\n"): output.append(contentsOf: "\\n".utf8)
  case UInt8(ascii: "\r"): output.append(contentsOf: "\\r".utf8)
  case UInt8(ascii: "\t"): output.append(contentsOf: "\\t".utf8)
  case 0xE2:
    output.append(contentsOf: (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
    return 3
  default:
    output.append(contentsOf: "\\u00".utf8)
    output.append(hexDigit(byte >> 4))
    output.append(hexDigit(byte & 15))
  }
  return 1
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
