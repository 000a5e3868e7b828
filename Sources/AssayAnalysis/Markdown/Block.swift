/// A block of a document, in CommonMark's terms.
///
/// Blocks stand in one flat array in document order; `end` leads past a block's descendants, so a
/// tree of any depth is walked without recursion.
public struct Block: Sendable {
  public let kind: Kind
  /// The block's bytes in the source, markers included.
  public let range: SourceRange
  /// Index in `Document.blocks` one past the block's last descendant.
  public let end: Int
  /// Indices in `Document.inlines` of the block's inlines; empty for containers.
  public let inlines: Range<Int>
  /// The block's words, in `Document.text`, its descendants' included.
  public let text: TextRange

  public enum Kind: Sendable, Hashable {
    case blockQuote
    case list(List)
    /// `isChecked` is nil where the item is no task.
    case item(isChecked: Bool?)
    case paragraph
    /// `id` is the anchor, unique in the document.
    case heading(level: Int, id: String)
    /// `language` is the first word of the info string.
    case codeBlock(language: String)
    case htmlBlock
    case thematicBreak
    case table
    case tableRow(isHeader: Bool)
    case tableCell(alignment: Alignment)
    /// `number` counts from 1 in the order of first reference.
    case footnoteDefinition(Footnote)
  }

  public struct List: Sendable, Hashable {
    public let isOrdered: Bool
    public let start: Int
    public let isTight: Bool

    public init(isOrdered: Bool, start: Int, isTight: Bool) {
      self.isOrdered = isOrdered
      self.start = start
      self.isTight = isTight
    }
  }

  public enum Alignment: String, Sendable, Hashable {
    case none, left, center, right
  }

  public struct Footnote: Sendable, Hashable {
    public let label: String
    public let number: Int
    /// How many references point at it.
    public let referenceCount: Int

    public init(label: String, number: Int, referenceCount: Int) {
      self.label = label
      self.number = number
      self.referenceCount = referenceCount
    }
  }

  public init(kind: Kind, range: SourceRange, end: Int, inlines: Range<Int>, text: TextRange) {
    self.kind = kind
    self.range = range
    self.end = end
    self.inlines = inlines
    self.text = text
  }
}
