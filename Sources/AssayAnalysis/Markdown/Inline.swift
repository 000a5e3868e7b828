/// The extent of a picture.
public struct PixelSize: Sendable, Hashable {
  public let width: Int
  public let height: Int

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A part of a block's content, in CommonMark's terms, in one flat array like the blocks.
public struct Inline: Sendable {
  public let kind: Kind
  /// The inline's bytes in the source, delimiters included.
  public let range: SourceRange
  /// Its words in `Document.text`; for text, code and HTML exactly its literal.
  public let text: TextRange
  /// Index in `Document.inlines` one past the inline's last descendant.
  public let end: Int

  public enum Kind: Sendable, Hashable {
    case text
    case softBreak
    case lineBreak
    case code
    case html
    case emphasis
    case strong
    case strikethrough
    case link(Link)
    case image(Link)
    /// `occurrence` counts the references to one footnote, from 1.
    case footnoteReference(label: String, number: Int, occurrence: Int)
  }

  public struct Link: Sendable, Hashable {
    /// The destination as written, unescaped but neither checked nor encoded: hostile until it
    /// went through the allow-list of schemes.
    public let destination: String
    public let title: String
    public let isAutolink: Bool
    /// Of an image whose file is known.
    public let size: PixelSize?

    public init(
      destination: String, title: String, isAutolink: Bool = false, size: PixelSize? = nil
    ) {
      self.destination = destination
      self.title = title
      self.isAutolink = isAutolink
      self.size = size
    }
  }

  public init(kind: Kind, range: SourceRange, text: TextRange, end: Int) {
    self.kind = kind
    self.range = range
    self.text = text
    self.end = end
  }
}
