import ArgumentParser
import AssayAnalysis
import AssaySite
import Glibc

/// `assay import`.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Brings comments, and articles, from elsewhere into content/.",
    discussion: """
      FORMAT may be left out or be auto: each file is recognised by what is in it. Threads go to \
      NAME.thread.md beside the article they belong to, which is found by address, slug or title; a \
      thread without one gets a file with its title and a link. Importing again takes over what is \
      new or changed in the source and leaves what you have edited.

      E-mail addresses, IP addresses and avatars are never taken over.

      FORMATS
        \(CommentImporter.all.map { $0.id.padding(to: 12) + $0.name }.joined(separator: "\n  "))

      EXAMPLES
        assay import disqus.xml
        assay import wordpress site.2025-01-19.xml
        assay import github issue.json comments.json
        assay import thread.json --article story.md
        assay import --pseudonyms export.json
      """)

  @Argument(
    help: ArgumentHelp("A format or auto, then files and folders.", valueName: "file"),
    completion: .file())
  var words: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The content folder; that of assay.yml without it.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(help: ArgumentHelp("The article the thread belongs to.", valueName: "file"))
  var article: String?

  @Flag(help: "Give authors other names, the same in each import.")
  var pseudonyms = false

  @Flag(help: "Leave e-mail addresses that people wrote in their texts.")
  var keepAddresses = false

  @Flag(help: "Say what would be written, and write nothing.")
  var plan = false

  func run() throws {
    let (format, files) = formatAndFiles
    guard !files.isEmpty else {
      throw ValidationError("Name a file to import: assay import \(words.first ?? "auto") FILE")
    }
    let configuration = try Configuration.load()
    var options = ImportRun.Options()
    options.content = output ?? configuration.content
    options.baseURL = configuration.baseURL
    options.article = article.map { relative($0, to: options.content) }
    options.keepsAddresses = keepAddresses
    options.isPlan = plan
    if pseudonyms { options.salt = try ImportSalt.read(isPlan: plan) }
    let report = try ImportRun(format: format, options).run(files)
    show(report)
  }

  private var formatAndFiles: (format: String?, files: [String]) {
    guard let first = words.first, words.count > 1, !Files.exists(first) else {
      return (nil, words)
    }
    return (first == "auto" ? nil : first, Array(words.dropFirst()))
  }

  private func relative(_ path: String, to folder: String) -> String {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
  }

  private func show(_ report: ImportRun.Report) {
    Console.report(report.diagnostics)
    for item in report.items {
      let comments = item.commentCount.map { ": \(counted($0, "comment"))" } ?? ""
      let added = item.addedCount > 0 && item.change == .updated ? ", \(item.addedCount) new" : ""
      Console.say("\(item.path)\(comments) (\(item.change.rawValue)\(added))")
    }
    list("Left out", report.omitted.counts.map { "\($0.count) × \($0.name)" })
    if report.missingCount > 0 {
      Console.warn("Not in the files: \(counted(report.missingCount, "comment")) that they count")
    }
    if report.goneCount > 0 {
      Console.warn(
        "No longer in the source, kept here: \(counted(report.goneCount, "comment"))")
    }
    list("Edited here and changed in the source, kept as edited", report.keptEdits)
    list("No article found, made one with title and link", report.unmatched)
    list("Pictures that articles show from elsewhere", report.images)
    Console.warn(summary(report))
  }

  private func list(_ title: String, _ lines: [String]) {
    guard !lines.isEmpty else { return }
    let shown = lines.prefix(50).map { "  \($0)" }
    let rest = lines.count > 50 ? ["  and \(lines.count - 50) more"] : []
    Console.warn(([title + ":"] + shown + rest).joined(separator: "\n"))
  }

  private func summary(_ report: ImportRun.Report) -> String {
    let formats = report.formats.map { "\(counted($0.count, "file")) of \($0.name)" }
    let threads = report.items.count { $0.commentCount != nil }
    let articles = report.items.count - threads
    return (plan ? "Would import " : "Imported ")
      + "\(counted(report.commentCount, "comment")) in \(counted(threads, "thread")) and "
      + "\(counted(articles, "article")) from \(formats.joined(separator: ", "))"
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - utf8.count))
  }
}
