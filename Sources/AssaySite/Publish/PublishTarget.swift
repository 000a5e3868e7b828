import AssayAnalysis

/// Somewhere that a site can be published to.
protocol PublishTarget: Sendable {
  /// What people read of it; nothing secret.
  var place: String { get }
  /// The programs it needs.
  var tools: [String] { get }
  /// What lies there; nil where nothing was published yet.
  ///
  /// - Throws: `Failure` where that cannot be told, so that no run begins on a guess.
  func manifest() async throws -> PublishManifest?
  /// Brings the target to what the plan says. What is served stays whole at each moment.
  ///
  /// - Parameter folder: a copy of the site, with its manifest.
  func apply(_ plan: PublishPlan, from folder: String, _ progress: PublishProgress) async throws
  /// Goes back to what was served before; nil where the target keeps no history of its own.
  func rollback() async throws -> String?
}

extension PublishTarget {
  func rollback() async throws -> String? { nil }
}

/// Called with a line on each step.
struct PublishProgress: Sendable {
  let step: @Sendable (String) -> Void
}

/// A target on which files are written one by one.
protocol InPlaceTarget: PublishTarget {
  /// The bytes of a file there; nil where there is none.
  func fetch(_ path: String) async throws -> [UInt8]?
  /// Sends files from a folder; each is whole or not there, as far as the other end sees to that.
  func upload(_ files: [PublishedFile], from folder: String) async throws
  func remove(_ paths: [String]) async throws
  /// Holds what is there against the files that were sent.
  func verify(_ files: [PublishedFile], in folder: String) async throws
}

extension InPlaceTarget {
  func manifest() async throws -> PublishManifest? {
    guard let bytes = try await fetch(PublishManifest.fileName) else { return nil }
    return PublishManifest(bytes)
  }

  /// Notes what it is about to write; sends what others show before what shows it; looks at what
  /// was sent; then deletes. A run that is stopped anywhere leaves a note from which the next one
  /// goes on.
  func apply(
    _ plan: PublishPlan, from folder: String, _ progress: PublishProgress
  ) async throws {
    var note = plan.old
    note.unsettled.formUnion(plan.uploads.map(\.path))
    note.obsolete.formUnion(plan.deletions)
    try await put(note)
    for stage in PublishedFile.Stage.allCases {
      let files = plan.uploads.filter { $0.stage == stage }
      guard !files.isEmpty else { continue }
      try Task.checkCancellation()
      progress.step("sending \(files.count) of \(plan.uploads.count) (\(stage))")
      try await upload(files, from: folder)
    }
    progress.step("checking \(plan.uploads.count)")
    try await verify(plan.uploads, in: folder)
    if !plan.deletions.isEmpty {
      var recorded = plan.site
      recorded.obsolete = Set(plan.deletions)
      try await put(recorded)
      progress.step("deleting \(plan.deletions.count)")
      try await remove(plan.deletions)
    }
    try await put(plan.site)
  }

  private func put(_ manifest: PublishManifest) async throws {
    let bytes = manifest.bytes
    let temporary = try TemporaryFolder(prefix: "assay-publish-")
    defer { temporary.remove() }
    try Files.write(bytes, to: Files.join(temporary.path, PublishManifest.fileName))
    try await upload(
      [PublishedFile(path: PublishManifest.fileName, bytes: bytes)], from: temporary.path)
  }
}

extension PublishSettings {
  /// - Parameter root: the folder that `assay.yml` lies in.
  func target(root: String) throws(Failure) -> any PublishTarget {
    switch kind {
    case .folder: FolderTarget(self, root: root)
    case .git: GitTarget(self, root: root)
    case .rsync: RsyncTarget(self, root: root)
    case .rclone: RcloneTarget(self)
    }
  }
}
