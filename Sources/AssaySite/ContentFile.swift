public import AssayAnalysis

/// A file of the content folder, found but not read.
public struct ContentFile: Sendable, Hashable, Comparable {
  /// The path to open it by, and to name it by in messages.
  public let path: String
  /// What pages and links call it: its path in the site, the same wherever the site lies.
  public let name: String

  public init(path: String, name: String) {
    self.path = path
    self.name = name
  }

  public static func < (left: ContentFile, right: ContentFile) -> Bool { left.name < right.name }
}

/// An article to read, with the file of its thread.
public struct ArticleSource: Sendable, Hashable {
  public let file: ContentFile
  public let format: ReadingOptions.Format
  public let thread: ContentFile?

  /// Of its files; empty where one of them is not there, or is no file.
  var stamps: [Files.Stamp] {
    let files = [file] + (thread.map { [$0] } ?? [])
    let stamps = files.compactMap { Files.stamp($0.path) }
    return stamps.count == files.count ? stamps : []
  }
}

/// What a file of the content folder is, by its name alone.
enum ContentKind: Hashable {
  case article(ReadingOptions.Format)
  case thread
  case gazetteer
  /// Names what is taken out; never published itself.
  case redactions
  /// Sentiments that a person set.
  case overrides
  case reference
  /// Copied as it is: pictures and documents that articles show or link to.
  case asset
  /// For templates, by its path beneath the `data` folder.
  case data(String)
  case unknown

  init(name: String) {
    let base = Files.name(of: name).lowercased()
    let folders = name.split(separator: "/").dropLast()
    if base.hasSuffix(".thread.md") || base.hasSuffix(".thread.json")
      || base.hasSuffix(".comments.json")
    {
      self = .thread
    } else if ["gazetteer.yml", "gazetteer.yaml", "gazetteer.json", "gazetteer.csv"].contains(base)
    {
      self = .gazetteer
    } else if ["redactions.yml", "redactions.yaml"].contains(base) {
      self = .redactions
    } else if ["sentiment.yml", "sentiment.yaml"].contains(base) {
      self = .overrides
    } else if folders.last == "comments", base.hasSuffix(".json") {
      self = .thread
    } else if folders.contains("references"),
      [".csv", ".json", ".sqlite", ".sqlite3", ".db"].contains(where: base.hasSuffix)
    {
      self = .reference
    } else if let data = ContentKind.dataName(name) {
      self = .data(data)
    } else {
      self = ContentKind(extension: base.split(separator: ".").dropFirst().last ?? "")
    }
  }

  /// The path beneath a folder `data` of a file that templates can read.
  private static func dataName(_ name: String) -> String? {
    let isData = [".yml", ".yaml", ".json", ".csv"].contains { name.lowercased().hasSuffix($0) }
    let parts = name.split(separator: "/")
    guard isData, let folder = parts.dropLast().firstIndex(of: "data") else { return nil }
    return parts[(folder + 1)...].joined(separator: "/")
  }

  private init(extension name: Substring) {
    switch name {
    case "md", "markdown": self = .article(.markdown)
    case "txt": self = .article(.paste)
    case "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "pdf", "csv", "mp3", "mp4", "webm":
      self = .asset
    default: self = .unknown
    }
  }

  /// The name without what marks the kind: `a` for `a.md`, `a.thread.md` and `comments/a.json`.
  static func stem(of name: String) -> String {
    let base = Files.name(of: name)
    let endings = [".thread.md", ".thread.json", ".comments.json"]
    let ending = endings.first { base.lowercased().hasSuffix($0) }
    if let ending { return String(base.dropLast(ending.count)) }
    guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return base }
    return String(base[..<dot])
  }
}
