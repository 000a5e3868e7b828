/// Reads threads out of one kind of export.
///
/// A new one is a file in `Formats/` with a `static let`, and its name in `all`.
public struct CommentImporter: Sendable {
  /// What the command line calls it.
  public let id: String
  /// What people call it.
  public let name: String
  /// Whether a file looks like one of these.
  let detect: @Sendable (ImportSource) -> Bool
  let readAll: @Sendable ([ImportSource], inout ImportBuilder) -> Void

  init(
    id: String, name: String, detect: @escaping @Sendable (ImportSource) -> Bool,
    read: @escaping @Sendable ([ImportSource], inout ImportBuilder) -> Void
  ) {
    self.id = id
    self.name = name
    self.detect = detect
    readAll = read
  }

  /// One for which each file stands alone.
  init(
    id: String, name: String, detect: @escaping @Sendable (ImportSource) -> Bool,
    readEach: @escaping @Sendable (ImportSource, inout ImportBuilder) -> Void
  ) {
    self.init(id: id, name: name, detect: detect) { sources, builder in
      for source in sources {
        builder.begin(source)
        readEach(source, &builder)
      }
    }
  }

  /// All of them, in the order in which a file is held against them.
  public static let all: [CommentImporter] = [
    .disqus, .wordPress, .discourse, .hackerNews, .reddit, .gitHub, .commento, .remark42, .isso,
    .youTube, .mastodon, .bluesky, .lemmy, .coral, .polis, .slashdot, .paste, .jekyll, .hugo, .zola,
  ]

  public static func named(_ id: String) -> CommentImporter? { all.first { $0.id == id } }

  /// The one that knows a file; nil where none does.
  public static func detected(_ source: ImportSource) -> CommentImporter? {
    all.first { $0.detect(source) }
  }

  /// Reads files of this format, which may speak of the same threads.
  public func read(_ sources: [ImportSource]) -> Import {
    var builder = ImportBuilder()
    readAll(sources, &builder)
    return builder.finish()
  }
}

/// Visits values that hold their replies, each before its replies, without recursion.
///
/// - Parameters:
///   - children: the values that answer one.
///   - visit: is given a value and what it returned for its parent.
func walkReplies<Place>(
  _ roots: [JSONValue], under place: Place, children: (JSONValue) -> [JSONValue],
  visit: (JSONValue, Place) -> Place
) {
  var waiting: [(value: JSONValue, parent: Place)] = roots.reversed().map { ($0, place) }
  while let (value, parent) = waiting.popLast() {
    let place = visit(value, parent)
    for child in children(value).reversed() { waiting.append((child, place)) }
  }
}
