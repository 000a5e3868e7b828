public import AssayAnalysis

/// A text with «marks» around the words a test speaks of; the marks are taken out.
public struct Marked: Sendable {
  public let text: String
  /// The marked words, as byte offsets into `text`.
  public let ranges: [Range<Int>]

  public init(_ marked: String) {
    var text = ""
    var ranges: [Range<Int>] = []
    var open: Int?
    for character in marked {
      switch character {
      case "«": open = text.utf8.count
      case "»":
        if let start = open { ranges.append(start..<text.utf8.count) }
        open = nil
      default: text.append(character)
      }
    }
    self.text = text
    self.ranges = ranges
  }

  public var source: SourceText { SourceText(path: "marked.md", text) }
}
