/// Where fenced code stands in a text, as far as line-based formats must know: a line in it is code
/// and no heading.
///
/// Only a fence at the start of a line counts, and only one that is closed: a stranger's stray
/// "```" must not swallow the rest of a thread. One walk, whatever the fences do.
struct FencedCode {
  /// The bytes between the fences' first and last lines, those included; sorted, disjoint.
  let ranges: [Range<Int>]
  /// The characters that would close a fence left open at the end, for a writer.
  let missingClose: [UInt8]

  private struct Fence {
    let line: Range<Int>
    let character: UInt8
    let length: Int
    let canOpen: Bool
    let canClose: Bool

    func closes(_ opening: Fence) -> Bool {
      canClose && character == opening.character && length >= opening.length
    }
  }

  init(in bytes: ArraySlice<UInt8>) {
    let fences = FencedCode.fences(in: bytes)
    // The longest closing fence of each kind from here to the end.
    var longest: [(tick: Int, tilde: Int)] = []
    var current = (tick: 0, tilde: 0)
    for fence in fences.reversed() {
      if fence.canClose, fence.character == FencedCode.tick {
        current.tick = max(current.tick, fence.length)
      } else if fence.canClose {
        current.tilde = max(current.tilde, fence.length)
      }
      longest.append(current)
    }
    longest.reverse()
    var ranges: [Range<Int>] = []
    var missing: [UInt8] = []
    var index = 0
    while index < fences.count {
      let opening = fences[index]
      index += 1
      guard opening.canOpen else { continue }
      let after = index < fences.count ? longest[index] : (tick: 0, tilde: 0)
      let reach = opening.character == FencedCode.tick ? after.tick : after.tilde
      guard reach >= opening.length else {
        missing = [UInt8](repeating: opening.character, count: opening.length)
        continue
      }
      while !fences[index].closes(opening) { index += 1 }
      ranges.append(opening.line.lowerBound..<fences[index].line.upperBound)
      missing = []
      index += 1
    }
    self.ranges = ranges
    missingClose = missing
  }

  private static let tick = UInt8(ascii: "`")
  private static let tilde = UInt8(ascii: "~")

  private static func fences(in bytes: ArraySlice<UInt8>) -> [Fence] {
    var fences: [Fence] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      if let fence = fence(in: bytes, start..<end) { fences.append(fence) }
      start = end + 1
    }
    return fences
  }

  private static func fence(in bytes: ArraySlice<UInt8>, _ line: Range<Int>) -> Fence? {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20, start - line.lowerBound < 4 { start += 1 }
    guard start < line.upperBound, start - line.lowerBound < 4,
      bytes[start] == tick || bytes[start] == tilde
    else { return nil }
    var end = start
    while end < line.upperBound, bytes[end] == bytes[start] { end += 1 }
    guard end - start >= 3 else { return nil }
    let rest = bytes[end..<line.upperBound]
    let isBare = rest.allSatisfy { $0 <= 0x20 }
    let canOpen = start == line.lowerBound && (bytes[start] == tilde || !rest.contains(tick))
    return Fence(
      line: line, character: bytes[start], length: end - start, canOpen: canOpen, canClose: isBare)
  }
}
