public import AssayAnalysis
import CLinux
import Glibc

/// Writes a site so that a reader sees the old one or the new one, never a mix.
///
/// New files go to a staging folder beside the output. `commit()` links to it from the old site what
/// has not changed, so that its time and blocks stay, and what this program did not make, and exchanges
/// both folders in one system call. A build that stops before that leaves the old site whole; the next
/// one sweeps up its staging folder. Where nothing changed there is nothing to exchange.
public struct OutputWriter: Sendable {
  private let output: String
  private let staging: String
  private let lock: FolderLock
  /// True where no build has written here: there is nothing to compare with.
  private let isFirst: Bool

  /// Lists the files that the last build made, so that a later one knows what it may replace.
  public static let manifestName = "assay-manifest.txt"

  /// Waits for a build that is under way on the same output, then begins.
  ///
  /// - Throws: `Failure` where the output is no folder, cannot be made, or holds files that this
  ///   program did not make under a name that it needs.
  public init(output: String) throws(Failure) {
    let path = OutputWriter.trimmed(output)
    try Files.makeFolder(path)
    self.output = path
    lock = try FolderLock(path)
    staging = OutputWriter.stagingPath(of: path) + String(getpid())
    isFirst = !Files.exists(Files.join(path, OutputWriter.manifestName))
    try OutputWriter.sweep(beside: path)
    try Files.makeFolder(staging)
  }

  /// Adds one file; `path` is relative to the output. May be called from several tasks at once.
  ///
  /// - Returns: true where the file is new or has changed.
  @discardableResult
  public func add(_ path: String, _ bytes: [UInt8]) throws(Failure) -> Bool {
    precondition(OutputWriter.isInside(path), "A page's path stays inside the output: \(path)")
    let old = Files.join(output, path)
    let new = Files.join(staging, path)
    if !isFirst, Files.holds(old, bytes) { return false }
    try Files.write(bytes, to: new)
    return true
  }

  /// What tells whether a file of the output was touched since; nil where there is none.
  func stamp(_ path: String) -> [UInt64]? {
    if isFirst { return nil }
    return OutputWriter.stamp(path, in: output)
  }

  static func stamp(_ path: String, in output: String) -> [UInt64]? {
    guard let stamp = Files.stamp(Files.join(output, path)) else { return nil }
    return [
      UInt64(stamp.byteCount), stamp.inode, UInt64(bitPattern: Int64(stamp.seconds)),
      UInt64(stamp.nanoseconds), UInt64(bitPattern: Int64(stamp.changeSeconds)),
      UInt64(stamp.changeNanoseconds),
    ]
  }

  /// Puts the new site in the place of the old one.
  ///
  /// - Parameters:
  ///   - paths: all that was added.
  ///   - isChanged: false where none of it was new.
  public func commit(_ paths: [String], isChanged: Bool = true) throws(Failure) {
    let made = Set(paths)
    if !isFirst, !isChanged, manifest() == made { return cancel() }
    do {
      if !isFirst { for path in paths { try keep(path) } }
      try carryOver(made: made)
      let manifest = paths.sorted().map { $0 + "\n" }.joined()
      try Files.write(Array(manifest.utf8), to: Files.join(staging, OutputWriter.manifestName))
      try exchange()
    } catch {
      // The first failure is the one to tell; the next build sweeps up what stays.
      try? Files.removeTree(staging)
      throw error
    }
    // The new site stands; what is left of the old one is swept up by the next build at the latest.
    try? Files.removeTree(staging)
  }

  /// Leaves the old site as it was.
  public func cancel() {
    // Nothing was published; the next build sweeps up what stays.
    try? Files.removeTree(staging)
  }
}

extension OutputWriter {
  /// True for a relative path without empty, `.` or `..` parts.
  static func isInside(_ path: String) -> Bool {
    guard !path.isEmpty, !path.utf8.contains(0) else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path.isEmpty ? "." : path
  }

  private static func stagingPath(of output: String) -> String {
    Files.join(Files.parent(of: output), ".\(Files.name(of: output)).assay-staging-")
  }

  /// Removes staging folders of builds that were killed. The lock is held: none is in use.
  private static func sweep(beside output: String) throws(Failure) {
    let prefix = Files.name(of: stagingPath(of: output))
    let parent = Files.parent(of: output)
    for name in try Files.names(parent.isEmpty ? "." : parent) where name.hasPrefix(prefix) {
      try Files.removeTree(Files.join(parent, name))
    }
  }

  /// Takes a file over from the old site, unless there is a new one.
  private func keep(_ path: String) throws(Failure) {
    let old = Files.join(output, path)
    let new = Files.join(staging, path)
    if try OutputWriter.link(old, new) || errno == EEXIST { return }
    if Files.exists(new) { return }
    try Files.write(try Files.read(old), to: new)
  }

  /// Links a file of the old site into the new one; false where the file system cannot.
  private static func link(_ old: String, _ new: String) throws(Failure) -> Bool {
    if Glibc.link(old, new) == 0 { return true }
    guard errno == ENOENT else { return false }
    try Files.makeFolder(Files.parent(of: new))
    return Glibc.link(old, new) == 0
  }

  /// Moves into the new site what lies in the old one and was not made by a build.
  private func carryOver(made: Set<String>) throws(Failure) {
    let before = manifest()
    for entry in try Files.tree(output) where !before.contains(entry.path) {
      guard entry.path != OutputWriter.manifestName else { continue }
      let old = Files.join(output, entry.path)
      let new = Files.join(staging, entry.path)
      switch entry.kind {
      case .folder:
        continue
      case .file, .link, .special:
        guard !made.contains(entry.path) else { throw refusal(entry.path) }
        guard try OutputWriter.link(old, new) else {
          throw Files.failure(old, "cannot be carried over to the new site")
        }
      }
    }
  }

  private func refusal(_ path: String) -> Failure {
    Failure(
      .input,
      Diagnostic(
        .error, path: Files.join(output, path),
        "a file that Assay did not make stands where a page must go",
        hint: "move it away, or choose another output folder with -o"))
  }

  private func manifest() -> Set<String> {
    // A first build has no manifest: nothing in the folder is ours then.
    guard let bytes = try? Files.read(Files.join(output, OutputWriter.manifestName)) else {
      return []
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return Set(text.split(separator: "\n").map(String.init))
  }

  private func exchange() throws(Failure) {
    if assay_exchange_paths(staging, output) == 0 { return }
    guard errno == EINVAL || errno == ENOSYS else {
      throw Files.failure(output, "cannot be replaced")
    }
    // This file system cannot exchange folders: two renames, the old site kept until both are done.
    let aside = staging + "-old"
    guard rename(output, aside) == 0 else { throw Files.failure(output, "cannot be replaced") }
    guard rename(staging, output) == 0 else {
      let reason = Files.failure(output, "cannot be replaced")
      rename(aside, output)
      throw reason
    }
    try Files.removeTree(aside)
  }
}
