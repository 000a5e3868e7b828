/// HTML that was made here: by our own templates or by a renderer that escapes all it is given.
///
/// There is no way to make one from a `String` outside this module, so no stranger's text can pass
/// for markup.
public struct SafeHTML: Sendable, Hashable {
  public private(set) var bytes: [UInt8]
  /// Hashes of the ids in it, where its maker noted all of them: links and ids in it need no reading
  /// then to be known. Nil for what a template made.
  private(set) var anchors: [UInt64]?

  public init() {
    bytes = []
    anchors = []
  }

  /// Trusts the bytes. Only for renderers whose every input went through an escape.
  init(trusted bytes: [UInt8], anchors: [UInt64]? = nil) {
    self.bytes = bytes
    self.anchors = anchors
  }

  /// Text, escaped.
  public init(escaping text: String) {
    bytes = []
    anchors = []
    bytes.reserveCapacity(text.utf8.count)
    appendEscaped(text.utf8, to: &bytes)
  }

  public mutating func append(_ other: SafeHTML) {
    bytes.append(contentsOf: other.bytes)
    if let more = other.anchors { anchors?.append(contentsOf: more) } else { anchors = nil }
  }

  public var isEmpty: Bool { bytes.isEmpty }
}

/// Appends text for element content or a quoted attribute: & < > " and ' become entities.
public func appendEscaped(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
  let isDone: Void? = text.withContiguousStorageIfAvailable { bytes in
    // Most text has no mark: runs without one are appended at once.
    var start = 0
    for index in bytes.indices where isMarkup(bytes[index]) {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      output.append(contentsOf: entity(bytes[index]).utf8)
      start = index + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }
  guard isDone == nil else { return }
  for byte in text {
    if isMarkup(byte) {
      output.append(contentsOf: entity(byte).utf8)
    } else {
      output.append(byte)
    }
  }
}

/// & < > " and ' lie below 64: a bit each.
private let markupBytes: UInt64 = 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62

@inline(__always) private func isMarkup(_ byte: UInt8) -> Bool {
  byte < 64 && markupBytes >> UInt64(byte) & 1 == 1
}

private func entity(_ byte: UInt8) -> String {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  default: "&#39;"
  }
}
