/// A value of a YAML text, with the place it stands at.
///
/// Scalars keep their words as written: `no` and `012` are text until the field that asks for them
/// says what they are to be. See `MappingReader`.
public struct YAMLNode: Sendable {
  /// The bytes of the value in its source, quotes included.
  public let range: SourceRange
  public let content: Content

  public enum Content: Sendable {
    case scalar(Scalar)
    case sequence([YAMLNode])
    /// In the order of the source; no key stands twice.
    case mapping([Entry])
  }

  public struct Scalar: Sendable, Hashable {
    /// The words, unquoted and unescaped.
    public let text: String
    /// True where the value stands without quotes, so that it may be null, a number or a Boolean.
    public let isPlain: Bool

    public init(text: String, isPlain: Bool) {
      self.text = text
      self.isPlain = isPlain
    }

    /// An absent value: nothing at all, `~` or `null`, unquoted.
    public var isNull: Bool { isPlain && ["", "~", "null"].contains(text) }
  }

  public struct Entry: Sendable {
    public let key: String
    public let keyRange: SourceRange
    public let value: YAMLNode

    public init(key: String, keyRange: SourceRange, value: YAMLNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  public init(range: SourceRange, content: Content) {
    self.range = range
    self.content = content
  }

  public var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  public var sequence: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  public var mapping: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  public var isNull: Bool { scalar?.isNull ?? false }

  /// The value of a key; nil where this is no mapping or has no such key.
  public subscript(key: String) -> YAMLNode? {
    mapping?.first { $0.key == key }?.value
  }
}
