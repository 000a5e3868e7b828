import AssayAnalysis

/// Publishes a built site to one target: plan, apply, verify, record.
public struct Publish: Sendable {
  /// What came of a run.
  public struct Report: Sendable {
    public let plan: PublishPlan
    /// False where there was nothing to do, or only the plan was asked for.
    public let isDone: Bool
  }

  private let settings: PublishSettings
  private let root: String
  private let output: String
  private let maximumDeletions: Int?

  /// - Parameters:
  ///   - root: the folder that `assay.yml` lies in.
  ///   - output: the folder that the site was built to.
  ///   - maximumDeletions: how many files may be deleted; nil for the usual bounds.
  public init(
    _ settings: PublishSettings, root: String, output: String, maximumDeletions: Int? = nil
  ) {
    self.settings = settings
    self.root = root
    self.output = output
    self.maximumDeletions = maximumDeletions
  }

  /// Says what would be done, and does it unless only the plan is asked for.
  ///
  /// - Parameters:
  ///   - confirm: is shown the plan before anything is sent; false leaves all as it is.
  ///   - step: is called with a line on each step.
  /// - Throws: `Failure` of kind `publishing`; what is served is then what was served before.
  public func run(
    confirm: @Sendable (PublishPlan) -> Bool, step: @escaping @Sendable (String) -> Void
  ) async throws -> Report {
    let target = try settings.target(root: root)
    let site = try PublishedSite(output: output, settings: settings)
    try HostFiles(settings: settings).refuseWhatIsTooLarge(Array(site.manifest.files.values))
    let store = try ReleaseStore(root: root, target: settings.name)
    let lock = try store.lock()
    let plan = PublishPlan(
      target: settings.name, place: target.place, site: site.manifest,
      old: try await target.manifest())
    try plan.refuseTooManyDeletions(limit: maximumDeletions)
    guard !plan.isEmpty, confirm(plan) else { return Report(plan: plan, isDone: false) }
    let folder = try store.stage(site.manifest) { file throws(Failure) in try site.read(file) }
    try await target.apply(plan, from: folder, PublishProgress(step: step))
    try store.record(plan.release)
    withExtendedLifetime(lock) {}
    return Report(plan: plan, isDone: true)
  }

  /// Goes back to what was published before.
  ///
  /// - Returns: the release that is served now.
  public func rollback(step: @escaping @Sendable (String) -> Void) async throws -> String {
    let target = try settings.target(root: root)
    let store = try ReleaseStore(root: root, target: settings.name)
    let lock = try store.lock()
    defer { withExtendedLifetime(lock) {} }
    if let release = try await target.rollback() { return release }
    let served = try await target.manifest()?.release
    guard let earlier = store.history().last(where: { $0 != served }) else {
      throw Failure(
        .publishing,
        Diagnostic(
          .error, path: settings.name, "no earlier release is kept on this machine",
          hint: "build the earlier site again and publish that"))
    }
    let plan = PublishPlan(
      target: settings.name, place: target.place, site: try store.manifest(of: earlier),
      old: try await target.manifest())
    try await target.apply(plan, from: store.path(of: earlier), PublishProgress(step: step))
    try store.record(earlier)
    return earlier
  }
}

/// The files of a built site as they are to be published, with those that the host reads.
struct PublishedSite {
  let manifest: PublishManifest
  private let output: String
  private let added: [String: [UInt8]]

  init(output: String, settings: PublishSettings) throws(Failure) {
    self.output = output
    guard Files.exists(Files.join(output, "index.html")) else {
      throw Failure(
        .usage,
        Diagnostic(
          .error, path: output, "there is no site here", hint: "build it first: assay build"))
    }
    var files: [String: PublishedFile] = [:]
    var redirects: [(from: String, to: String)] = []
    for entry in try Files.tree(output) where entry.kind == .file {
      guard PublishedSite.isPublic(entry.path) else { continue }
      let bytes = try Files.read(Files.join(output, entry.path))
      files[entry.path] = PublishedFile(path: entry.path, bytes: bytes)
      if let target = PublishedSite.redirect(bytes, at: entry.path) {
        redirects.append((PublishedSite.address(of: entry.path), target))
      }
    }
    var added: [String: [UInt8]] = [:]
    for (path, bytes) in HostFiles(settings: settings).files(for: files, redirects: redirects)
    where files[path] == nil {
      added[path] = bytes
      files[path] = PublishedFile(path: path, bytes: bytes)
    }
    self.added = added
    manifest = PublishManifest(Array(files.values))
  }

  func read(_ file: PublishedFile) throws(Failure) -> [UInt8] {
    if let bytes = added[file.path] { return bytes }
    return try Files.read(Files.join(output, file.path))
  }

  /// Names that begin with a dot may hold what nobody meant to publish; the builder's list of files
  /// is its own affair.
  private static func isPublic(_ path: String) -> Bool {
    path != OutputWriter.manifestName && path != PublishManifest.fileName
      && !path.utf8.contains(0x0A)
      && !path.split(separator: "/").contains { $0.hasPrefix(".") && $0 != ".well-known" }
  }

  /// Where a page that only leads on leads to, from the root of the site.
  private static func redirect(_ bytes: [UInt8], at path: String) -> String? {
    guard path.hasSuffix(".html"), bytes.count < 8192 else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let mark = text.firstRange(of: "http-equiv=\"refresh\" content=\"0; url=") else {
      return nil
    }
    let target = String(text[mark.upperBound...].prefix { $0 != "\"" })
    guard !target.contains("://"), let resolved = sitePath(target, from: path) else { return nil }
    return address(of: resolved)
  }

  private static func address(of path: String) -> String {
    path.hasSuffix("index.html") ? "/" + path.dropLast("index.html".count) : "/" + path
  }
}
