/// Appends text for element content or a quoted attribute, with the entities that Jinja2 writes.
func appendTemplateEscaped(_ text: String, to output: inout [UInt8]) {
  var text = text
  text.withUTF8 { bytes in
    var start = 0
    for index in bytes.indices {
      let byte = bytes[index]
      // The five are " & ' < > and lie below 64: one bit each.
      guard byte < 64, specialBytes >> UInt64(byte) & 1 == 1 else { continue }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      start = index + 1
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): output.append(contentsOf: "&#34;".utf8)
      default: output.append(contentsOf: "&#39;".utf8)
      }
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}

private let specialBytes: UInt64 = 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62

/// Appends a whole number in plain digits.
func appendInteger(_ integer: Int, to output: inout [UInt8]) {
  if integer < 0 { output.append(UInt8(ascii: "-")) }
  var rest = integer.magnitude
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
    var first = digits.count
    repeat {
      first -= 1
      digits.initializeElement(at: first, to: UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    output.append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
  }
}
