import ArgumentParser
import AssayAnalysis
import AssayRender
import AssaySite
import Glibc

/// `assay serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows the site in a browser and builds it again on every change.",
    discussion: """
      Drafts and future articles are shown, marked as such. Only this machine can see the site, unless \
      --host says otherwise. It is built into a folder of its own, which is gone at the end; output/ \
      is not touched.

      EXAMPLES
        assay serve                    http://127.0.0.1:8080/
        assay serve news -p 9000       another site, another port
        assay serve story.md           one article
        assay serve --host 0.0.0.0     for a phone on the same network
      """)

  @Argument(help: "A site, or files and folders.", completion: .file())
  var paths: [String] = []

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The port; 0 takes a free one.", valueName: "port"))
  var port: UInt16 = 8080

  @Option(
    help: ArgumentHelp(
      "Listen on this IPv4 address, so that others on the network can see the site; 0.0.0.0 is all "
        + "addresses of this machine.", valueName: "address"))
  var host: String?

  @Flag(help: "Leave out drafts and the future, as a build does.")
  var published = false

  @Flag(help: "Take in articles that have expired.")
  var expired = false

  @Flag(help: "Read every article at the start, and keep nothing in .assay-cache.")
  var noCache = false

  func validate() throws {
    if let host, !Server.isAddress(host) {
      throw ValidationError("--host '\(host)' must be an IPv4 address of this machine, or 0.0.0.0")
    }
    if paths.contains(Site.standardInputPath) {
      throw ValidationError("serve reads files; standard input cannot change")
    }
  }

  func run() async throws {
    let folder = try TemporaryFolder(prefix: "assay-serve-")
    defer { folder.remove() }
    let server = Server(output: folder.path, host: host)
    let watcher = try Watcher(trees: trees(), folders: folders())
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await server.run(port: port) { port in
          Console.warn("Serving http://\(host ?? "127.0.0.1"):\(port)/ until Ctrl-C")
        }
      }
      group.addTask {
        var cache = await build(into: folder.path, server, BuildCache())
        for await _ in watcher.changes() {
          cache = await build(into: folder.path, server, cache)
        }
      }
      // Both go on until one fails or the program is interrupted.
      defer { group.cancelAll() }
      try await group.next()
    }
    try Task.checkCancellation()
  }

  /// Builds, and tells the browsers and the terminal what came of it.
  private func build(
    into folder: String, _ server: Server, _ cache: BuildCache
  ) async -> BuildCache {
    let start = ContinuousClock.now
    do {
      let site = try Site.open(paths, checks: Check.all.map(\.id))
      var build = Build(
        site, output: folder, publication: publication(site.configuration),
        version: Assay.configuration.version)
      build.cacheFolder = noCache ? nil : site.cacheFolder
      build.keepsOutput = false
      build.isRepeated = true
      let report = try await build.run(cache: cache)
      Console.report(report.diagnostics)
      if report.changedCount > 0 {
        Console.warn(summary(of: report, in: ContinuousClock.now - start))
        await server.finishBuild()
      }
      return report.cache
    } catch let failure as Failure {
      Console.report(failure.diagnostics)
      let text = terminalText(failure.diagnostics, isColored: false)
      await server.finishBuild(errors: String(decoding: text, as: UTF8.self))
    } catch {
      // Only an interrupt ends a build otherwise, and it ends the server as well.
    }
    return cache
  }

  /// Who writes wants to see what is not published yet.
  private func publication(_ configuration: Configuration) -> Publication {
    var publication = Publication(today: configuration.today ?? currentDay())
    publication.includesDrafts = !published
    publication.includesFuture = !published
    publication.includesExpired = expired
    return publication
  }

  /// What the site is made of: its content and templates, or the folders that were named. Those that
  /// are not there yet may be made while the site is shown.
  private func trees() throws(Failure) -> [String] {
    let site = try? Site.open(paths, checks: Check.all.map(\.id))
    let configuration = site?.configuration ?? Configuration()
    let own = [
      configuration.content, configuration.templates, configuration.statics, configuration.data,
    ].map { name in site?.path(of: name) ?? name }
    return own + paths.filter { Files.isFolder($0) && $0 != "." }
  }

  /// Where single files lie: the configuration, and articles that were named.
  private func folders() -> [String] {
    let named = paths.map { path in
      Files.isFolder(path) ? path : Files.parent(of: path)
    }
    return ["."] + named.map { $0.isEmpty ? "." : $0 }
  }
}
