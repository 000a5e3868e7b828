public import AssayAnalysis
import AssayRender

/// Imports files into a content folder: reads them, finds their articles, and writes what is new.
public struct ImportRun: Sendable {
  /// How to import.
  public struct Options: Sendable {
    /// The folder to write to.
    public var content = "content"
    /// Where the site will be found, to know its articles by.
    public var baseURL: String?
    /// The article that the thread belongs to, relative to the content folder.
    public var article: String?
    public var keepsAddresses = false
    /// Gives authors other names where it is set.
    public var salt: String?
    /// Says what would be written, and writes nothing.
    public var isPlan = false

    public init() {}
  }

  /// A thread or an article as it was written.
  public struct Item: Sendable {
    public enum Change: String, Sendable {
      case new, updated, unchanged
      case kept = "kept as edited"
    }

    public let path: String
    public let change: Change
    /// Nil for an article.
    public let commentCount: Int?
    public let addedCount: Int
  }

  /// What came of an import.
  public struct Report: Sendable {
    public var items: [Item] = []
    /// By format, how many files were read.
    public var formats: [(name: String, count: Int)] = []
    public var omitted = Tally()
    /// Comments that the sources count and do not hold.
    public var missingCount = 0
    public var commentCount = 0
    /// Threads for which no article was found: the files with a title and a link made for them.
    public var unmatched: [String] = []
    public var images: [String] = []
    public var keptEdits: [String] = []
    public var goneCount = 0
    public var diagnostics: [Diagnostic] = []
  }

  private let options: Options
  private let importer: CommentImporter?

  /// - Parameter format: the identifier of an importer; nil finds it out for each file.
  /// - Throws: `Failure` for a format that there is not.
  public init(format: String?, _ options: Options) throws(Failure) {
    self.options = options
    guard let format else {
      importer = nil
      return
    }
    guard let known = CommentImporter.named(format) else {
      let names = CommentImporter.all.map(\.id)
      throw Failure(
        .usage,
        Diagnostic(
          .error, path: "", "'\(format)' is no format that can be imported",
          hint: suggestion(for: format, among: names).map { "did you mean '\($0)'?" }
            ?? "formats are: \(names.joined(separator: ", "))"))
    }
    importer = known
  }

  /// A larger export is not read whole.
  private static let maximumFileBytes = 2 << 30

  /// Reads all files, then writes.
  ///
  /// - Throws: `Failure` where a file cannot be read or is of no known format; nothing is written
  ///   then.
  public func run(_ paths: [String]) throws(Failure) -> Report {
    var report = Report()
    var groups = try read(paths, &report)
    guard !groups.isEmpty else { throw Failure(.input, report.diagnostics) }
    var writer = try ImportWriter(options)
    groups.reverse()
    while let (origin, result) = ImportRun.takeLast(&groups) {
      report.diagnostics += result.diagnostics
      report.formats.append((origin.importer.name, origin.sha256.count))
      for (name, count) in result.omitted.counts { report.omitted.add(name, count) }
      try writer.write(result.threads, of: origin, &report)
      for picture in result.pictures where !report.images.contains(picture) {
        report.images.append(picture)
      }
    }
    try refuse(report)
    return report
  }

  /// What the files of a format tell; the files themselves, the larger part of an import's memory,
  /// are let go before anything is written.
  private static func takeLast(
    _ groups: inout [ImportGroup]
  ) -> (origin: ImportOrigin, result: Import)? {
    guard let group = groups.popLast() else { return nil }
    let origin = ImportOrigin(
      importer: group.importer, path: group.sources.first?.source.text.path ?? "",
      sha256: group.sources.map(\.sha256))
    return (origin, group.importer.read(group.sources.map(\.source)))
  }

  /// A file that could not be read at all makes the run fail, with all else done.
  private func refuse(_ report: Report) throws(Failure) {
    let isNothing = report.items.isEmpty && report.commentCount == 0
    let errors = report.diagnostics.filter { $0.severity == .error }
    if isNothing, !errors.isEmpty { throw Failure(.input, report.diagnostics.sorted()) }
  }
}

/// Files of one format, and what is known of each.
struct ImportGroup {
  let importer: CommentImporter
  var sources: [(source: ImportSource, sha256: String)] = []
}

/// Where threads came from.
struct ImportOrigin {
  let importer: CommentImporter
  /// Of the first file.
  let path: String
  /// Of each file.
  let sha256: [String]
}

extension ImportRun {
  private func read(_ paths: [String], _ report: inout Report) throws(Failure) -> [ImportGroup] {
    var groups: [ImportGroup] = []
    for path in try expanded(paths) {
      let bytes = try Files.read(path, limit: ImportRun.maximumFileBytes)
      let (source, diagnostics) = try ImportSource.read(path: path, bytes: bytes)
      report.diagnostics += diagnostics
      guard let found = importer ?? CommentImporter.detected(source) else {
        throw unknown(path)
      }
      let entry = (source, sha256(bytes))
      if let place = groups.firstIndex(where: { $0.importer.id == found.id }) {
        groups[place].sources.append(entry)
      } else {
        groups.append(ImportGroup(importer: found, sources: [entry]))
      }
    }
    return groups
  }

  private func unknown(_ path: String) -> Failure {
    Failure(
      .input,
      Diagnostic(
        .error, path: path, "no importer knows this file",
        hint: "say which format it is: assay import FORMAT FILE; formats are "
          + CommentImporter.all.map(\.id).joined(separator: ", ")))
  }

  /// A folder stands for the files beneath it.
  private func expanded(_ paths: [String]) throws(Failure) -> [String] {
    var found: [String] = []
    for path in paths {
      guard Files.isFolder(path) else {
        found.append(path)
        continue
      }
      for entry in try Files.tree(path) where entry.kind == .file {
        let isHidden = entry.path.split(separator: "/").contains { $0.hasPrefix(".") }
        let ending = entry.path.lowercased().split(separator: ".").last.map(String.init) ?? ""
        let isKnown = ["json", "jsonl", "ndjson", "xml", "csv", "md", "markdown"].contains(ending)
        if !isHidden, isKnown { found.append(Files.join(path, entry.path)) }
      }
    }
    return found
  }
}
