import AssayAnalysis
import Glibc

/// Copies of what was published, on this machine: what a run sends from, so that a build meanwhile
/// changes nothing, and what a rollback goes back to.
struct ReleaseStore: Sendable {
  private let folder: String

  /// Beside `assay.yml`; begins with a dot and ignores itself in git.
  static let folderName = ".assay"
  private static let historyName = "history"
  private static let stagingPrefix = ".staging-"
  /// Enough to go back twice.
  private static let keptCount = 3

  init(root: String, target: String) throws(Failure) {
    let base = Files.join(root, ReleaseStore.folderName)
    folder = Files.join(Files.join(base, "releases"), target)
    try Files.makeFolder(folder)
    let ignore = Files.join(base, ".gitignore")
    if !Files.exists(ignore) { try Files.write(Array("*\n".utf8), to: ignore) }
  }

  /// Waits for a run on the same target that is under way.
  func lock() throws(Failure) -> FolderLock { try FolderLock(folder) }

  func path(of release: String) -> String { Files.join(folder, release) }

  /// Releases in the order in which they were published, the last one last.
  func history() -> [String] {
    // Nothing was published from here yet.
    guard let bytes = try? Files.read(Files.join(folder, ReleaseStore.historyName)) else {
      return []
    }
    return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
      .filter { Files.isFolder(path(of: $0)) }
  }

  /// Copies a site's files into a release; those that are there already stay.
  ///
  /// - Parameter read: the bytes of a file.
  /// - Throws: `Failure` where a file has changed since its hash was taken.
  func stage(
    _ site: PublishManifest, read: (PublishedFile) throws(Failure) -> [UInt8]
  ) throws(Failure) -> String {
    try sweep()
    let final = path(of: site.release)
    if Files.isFolder(final) { return final }
    let staging = Files.join(folder, ReleaseStore.stagingPrefix + site.release)
    for file in site.files.values.sorted(by: { $0.path < $1.path }) {
      let bytes = try read(file)
      guard sha256(bytes) == file.sha256 else {
        throw Failure(
          .publishing,
          Diagnostic(
            .error, path: file.path, "changed while it was being published",
            hint: "wait until the build has ended, then publish again"))
      }
      try Files.write(bytes, to: Files.join(staging, file.path))
    }
    try Files.write(site.bytes, to: Files.join(staging, PublishManifest.fileName))
    try Files.move(staging, to: final, "cannot be made")
    return final
  }

  /// Notes that a release is the one that is served now; the oldest go.
  func record(_ release: String) throws(Failure) {
    var releases = history().filter { $0 != release } + [release]
    releases = releases.suffix(ReleaseStore.keptCount)
    let text = releases.map { $0 + "\n" }.joined()
    let path = Files.join(folder, ReleaseStore.historyName)
    try Files.write(Array(text.utf8), to: path + ".new")
    try Files.move(path + ".new", to: path, "cannot be written")
    for name in try Files.names(folder)
    where !releases.contains(name) && Files.isFolder(self.path(of: name)) {
      try Files.removeTree(self.path(of: name))
    }
  }

  /// Removes what runs that were stopped left half made.
  private func sweep() throws(Failure) {
    for name in try Files.names(folder) where name.hasPrefix(ReleaseStore.stagingPrefix) {
      try Files.removeTree(Files.join(folder, name))
    }
  }

  /// The manifest that lies in a release.
  func manifest(of release: String) throws(Failure) -> PublishManifest {
    let file = Files.join(path(of: release), PublishManifest.fileName)
    guard let manifest = PublishManifest(try Files.read(file)) else {
      throw Failure(.publishing, Diagnostic(.error, path: file, "no manifest can be read here"))
    }
    return manifest
  }
}
