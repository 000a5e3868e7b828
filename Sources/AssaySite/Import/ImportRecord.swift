import AssayAnalysis

/// What an import wrote, so that a later one can tell what a person has changed since.
///
/// A text file beside the content, one for each thread: its key, the hash of its article, and a hash
/// for each of its comments.
struct ImportRecord {
  var key = ""
  /// Of the article as it was written; nil where the import wrote none.
  var article: String?
  /// By comment.
  var comments: [String: String] = [:]

  /// Begins with a dot: no content, and never copied.
  static let folder = ".imports"
  private static let title = "assay-import 1"
  /// Enough of a SHA-256 to notice a change.
  private static let hashLength = 16

  static func hash(_ bytes: [UInt8]) -> String { String(sha256(bytes).prefix(hashLength)) }

  /// The records in a content folder by the name of their thread's file without its ending.
  static func all(in content: String) throws(Failure) -> [String: ImportRecord] {
    let folder = Files.join(content, ImportRecord.folder)
    guard Files.isFolder(folder) else { return [:] }
    var found: [String: ImportRecord] = [:]
    for entry in try Files.tree(folder) where entry.kind == .file && entry.path.hasSuffix(".txt") {
      let bytes = try Files.read(Files.join(folder, entry.path))
      guard let record = ImportRecord(bytes) else { continue }
      found[String(entry.path.dropLast(".txt".count))] = record
    }
    return found
  }

  init(key: String) { self.key = key }

  /// Nil for a file of some other kind.
  private init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    guard lines.first == ImportRecord.title else { return nil }
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "key": key = parts[1]
      case "article": article = parts[1]
      default: comments[parts[1]] = parts[0]
      }
    }
  }

  /// - Parameter order: the comments as they stand in the thread.
  func bytes(order: [String]) -> [UInt8] {
    var lines = [ImportRecord.title, "key \(key)"]
    if let article { lines.append("article \(article)") }
    for id in order { if let hash = comments[id] { lines.append("\(hash) \(id)") } }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
