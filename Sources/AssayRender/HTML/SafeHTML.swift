/// HTML that was made here: by our own templates or by a renderer that escapes all it is given.
///
/// There is no way to make one from a `String` outside this module, so no stranger's text can pass
/// for markup.
public struct SafeHTML: Sendable, Hashable {
  public private(set) var bytes: [UInt8]

  public init() { bytes = [] }

  /// Trusts the bytes. Only for renderers whose every input went through an escape.
  init(trusted bytes: [UInt8]) { self.bytes = bytes }

  /// Text, escaped.
  public init(escaping text: String) {
    bytes = []
    bytes.reserveCapacity(text.utf8.count)
    appendEscaped(text.utf8, to: &bytes)
  }

  public mutating func append(_ other: SafeHTML) { bytes.append(contentsOf: other.bytes) }

  public var isEmpty: Bool { bytes.isEmpty }
}

/// Appends text for element content or a quoted attribute: & < > " and ' become entities.
@inlinable
public func appendEscaped(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
  for byte in text {
    switch byte {
    case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
    default: output.append(byte)
    }
  }
}
