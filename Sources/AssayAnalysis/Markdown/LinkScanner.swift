/// Finds where a link's destination, title and label end, by CommonMark's rules.
///
/// cmark has already decided that there is a link; this tells how many bytes of the source it took.
/// Offsets walk over line ends to the content of the next line.
struct LinkScanner {
  private let containers: ContainerStack
  private let end: Int

  init(_ containers: ContainerStack, end: Int) {
    self.containers = containers
    self.end = end
  }

  private var bytes: UnsafeBufferPointer<UInt8> { containers.bytes }

  private func after(_ offset: Int) -> Int { containers.offset(after: offset) }

  private func byte(_ offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

  /// The end of what follows a link's text after its `]`: `(destination "title")`, `[label]`, `[]`
  /// or nothing.
  func tailEnd(from offset: Int) -> Int {
    inlineTailEnd(from: offset) ?? labelEnd(from: offset, mayBeEmpty: true) ?? offset
  }

  /// The end of the link definitions that stand at the start of a paragraph.
  func definitionsEnd(from offset: Int) -> Int {
    var place = offset
    while let next = definitionEnd(from: place), next > place { place = next }
    return place
  }

  private func inlineTailEnd(from offset: Int) -> Int? {
    guard byte(offset) == UInt8(ascii: "(") else { return nil }
    guard let url = destinationEnd(from: skipSpace(after(offset))) else { return nil }
    var place = skipSpace(url)
    if place > url, let title = titleEnd(from: place) { place = skipSpace(title) }
    return byte(place) == UInt8(ascii: ")") ? after(place) : nil
  }

  private func definitionEnd(from offset: Int) -> Int? {
    guard let label = labelEnd(from: offset, mayBeEmpty: false), byte(label) == UInt8(ascii: ":")
    else { return nil }
    let start = skipSpace(after(label))
    guard let url = destinationEnd(from: start), url > start else { return nil }
    let titleStart = skipSpace(url)
    if titleStart > url, let title = titleEnd(from: titleStart), let line = lineEnd(from: title) {
      return line
    }
    return lineEnd(from: url)
  }

  /// The start of the next line, where only white space is left on this one.
  private func lineEnd(from offset: Int) -> Int? {
    var place = offset
    while byte(place).isSpaceOrTab, place < end { place += 1 }
    guard place < end else { return end }
    return bytes[place].isLineEnd ? after(place) : nil
  }

  private func skipSpace(_ offset: Int) -> Int {
    var place = offset
    while place < end, bytes[place].isMarkdownSpace { place = after(place) }
    return place
  }

  private func labelEnd(from offset: Int, mayBeEmpty: Bool) -> Int? {
    guard byte(offset) == UInt8(ascii: "[") else { return nil }
    var place = after(offset)
    var length = 0
    var isBlank = true
    while place < end {
      if !bytes[place].isMarkdownSpace, bytes[place] != UInt8(ascii: "]") { isBlank = false }
      switch bytes[place] {
      case UInt8(ascii: "]"): return isBlank && !mayBeEmpty ? nil : after(place)
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\") where byte(place + 1).isASCIIPunctuation:
        place = after(after(place))
        length += 2
      default:
        place = after(place)
        length += 1
      }
      if length > 1000 { return nil }
    }
    return nil
  }

  private func destinationEnd(from offset: Int) -> Int? {
    if byte(offset) == UInt8(ascii: "<") { return pointyDestinationEnd(from: offset + 1) }
    var place = offset
    var depth = 0
    while place < end {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\\"), self.byte(place + 1).isASCIIPunctuation {
        place += 2
      } else if byte == UInt8(ascii: "(") {
        depth += 1
        if depth > 32 { return nil }
        place += 1
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
        place += 1
      } else if byte.isMarkdownSpace {
        break
      } else if byte < 0x20 || byte == 0x7F {
        return nil
      } else {
        place += 1
      }
    }
    return depth == 0 ? place : nil
  }

  private func pointyDestinationEnd(from offset: Int) -> Int? {
    var place = offset
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: ">"): return place + 1
      case UInt8(ascii: "<"), 0x0A, 0x0D: return nil
      case UInt8(ascii: "\\"): place += 2
      default: place += 1
      }
    }
    return nil
  }

  private func titleEnd(from offset: Int) -> Int? {
    let open = byte(offset)
    let close: UInt8
    switch open {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = open
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var place = offset + 1
    while place < end {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\\"), self.byte(place + 1).isASCIIPunctuation {
        place += 2
      } else if byte == close {
        return place + 1
      } else if byte == UInt8(ascii: "("), open == byte {
        return nil
      } else {
        place = after(place)
      }
    }
    return nil
  }
}
