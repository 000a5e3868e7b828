/// Where the lines of a text begin, as cmark counts them: a line ends in LF, CR or CR LF.
struct MarkdownLines {
  private let starts: [UInt32]
  private let byteCount: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 40 + 8)
    for index in bytes.indices where bytes[index] <= UInt8(ascii: "\r") {
      let byte = bytes[index]
      let isLoneReturn =
        byte == UInt8(ascii: "\r")
        && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
      if byte == UInt8(ascii: "\n") || isLoneReturn {
        starts.append(UInt32(truncatingIfNeeded: index + 1))
      }
    }
    self.starts = starts
    byteCount = bytes.count
  }

  var count: Int { starts.count }

  /// The offset of a line's first byte; lines count from 1.
  func start(of line: Int) -> Int {
    guard line > 0 else { return 0 }
    return line <= starts.count ? Int(starts[line - 1]) : byteCount
  }

  /// The offset past a line's end mark.
  func end(of line: Int) -> Int { line < starts.count ? start(of: line + 1) : byteCount }

  /// The line, from 1, in which an offset lies.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
