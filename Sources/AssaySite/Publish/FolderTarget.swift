import AssayAnalysis
import Glibc

/// A folder of releases and one link, `current`, that a web server follows.
///
/// A release is made beside the others and checked; then the link is replaced by one rename. Until
/// that moment the old release is served, after it the new one.
struct FolderTarget: PublishTarget {
  let place: String
  let tools: [String] = []
  private let keep: Int
  private let root: String

  private static let linkName = "current"
  private static let stagingPrefix = ".staging-"

  init(_ settings: PublishSettings, root: String) {
    place = settings.place
    keep = settings.keep
    self.root = settings.place.hasPrefix("/") ? settings.place : Files.join(root, settings.place)
  }

  private var releases: String { Files.join(root, "releases") }
  private var link: String { Files.join(root, FolderTarget.linkName) }

  func manifest() throws -> PublishManifest? {
    let path = Files.join(link, PublishManifest.fileName)
    guard Files.exists(path) else { return nil }
    return PublishManifest(try Files.read(path))
  }

  func apply(_ plan: PublishPlan, from folder: String, _ progress: PublishProgress) throws {
    do {
      try Files.makeFolder(releases)
      let lock = try FolderLock(releases)
      try withExtendedLifetime(lock) { try write(plan, from: folder, progress) }
    } catch let failure as Failure {
      throw Failure(.publishing, failure.diagnostics)
    }
  }

  private func write(
    _ plan: PublishPlan, from folder: String, _ progress: PublishProgress
  ) throws {
    try refuseForeignLink()
    try sweep()
    let staging = Files.join(releases, FolderTarget.stagingPrefix + plan.release)
    progress.step("writing \(plan.site.files.count)")
    for file in plan.site.files.values.sorted(by: { $0.path < $1.path }) {
      try Task.checkCancellation()
      try copy(file, plan, from: folder, to: staging)
    }
    try Files.write(plan.site.bytes, to: Files.join(staging, PublishManifest.fileName))
    progress.step("checking \(plan.site.files.count)")
    for file in plan.site.files.values {
      guard sha256(try Files.read(Files.join(staging, file.path))) == file.sha256 else {
        throw Failure(
          .publishing,
          Diagnostic(.error, path: file.path, "what was written differs from what was to be"))
      }
    }
    let name = "\(padded(try numbers().max().map { $0 + 1 } ?? 1))-\(plan.release)"
    let final = Files.join(releases, name)
    try Files.move(staging, to: final, "cannot be made")
    try switchLink(to: name)
    try prune(keeping: name)
  }

  /// A file that has not changed is the same file as in the release before: nobody writes in those.
  private func copy(
    _ file: PublishedFile, _ plan: PublishPlan, from folder: String, to staging: String
  ) throws(Failure) {
    let new = Files.join(staging, file.path)
    let old = Files.join(link, file.path)
    if plan.old.files[file.path]?.sha256 == file.sha256, let bytes = try? Files.read(old),
      sha256(bytes) == file.sha256, let source = Files.resolved(old)
    {
      try Files.makeFolder(Files.parent(of: new))
      if Glibc.link(source, new) == 0 { return }
    }
    try Files.write(try Files.read(Files.join(folder, file.path)), to: new)
  }

  func rollback() throws -> String? {
    let lock = try FolderLock(releases)
    return try withExtendedLifetime(lock) {
      let served = try served()
      let names = try names()
      guard let place = names.firstIndex(where: { $0 == served }), place > 0 else {
        throw Failure(
          .publishing, Diagnostic(.error, path: releases, "there is no release before this one"))
      }
      try switchLink(to: names[place - 1])
      return names[place - 1]
    }
  }
}

extension FolderTarget {
  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }

  /// Releases in the order in which they were made.
  private func names() throws(Failure) -> [String] {
    try Files.names(releases).filter { name in
      name.split(separator: "-").count == 2 && Int(name.prefix { $0 != "-" }) != nil
    }
  }

  private func numbers() throws(Failure) -> [Int] {
    try names().compactMap { Int($0.prefix { $0 != "-" }) }
  }

  private func served() throws(Failure) -> String? {
    Files.resolved(link).map { Files.name(of: $0) }
  }

  private func refuseForeignLink() throws(Failure) {
    var status = stat()
    guard lstat(link, &status) == 0, status.st_mode & S_IFMT != S_IFLNK else { return }
    throw Failure(
      .publishing,
      Diagnostic(
        .error, path: link, "something that Assay did not make stands where its link must go",
        hint: "move it away; the server's root is then this link"))
  }

  private func switchLink(to name: String) throws(Failure) {
    let new = link + ".new"
    unlink(new)
    guard symlink("releases/\(name)", new) == 0 else {
      throw Files.failure(new, "cannot be made")
    }
    try Files.move(new, to: link, "cannot be replaced")
  }

  private func sweep() throws(Failure) {
    for name in try Files.names(releases) where name.hasPrefix(FolderTarget.stagingPrefix) {
      try Files.removeTree(Files.join(releases, name))
    }
  }

  private func prune(keeping served: String) throws(Failure) {
    for name in try names().dropLast(keep) where name != served {
      try Files.removeTree(Files.join(releases, name))
    }
  }
}
