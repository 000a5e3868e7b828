import AssayAnalysis
import Glibc

/// A folder that rsync reaches: here, over ssh, or through a daemon.
///
/// Files arrive under another name and take their own by a rename, all of a step together. What to
/// send is known from hashes, so times play no part.
struct RsyncTarget: InPlaceTarget {
  let place: String
  let tools = ["rsync"]
  private let destination: String
  private let rsync: Sender

  /// Some files could not be transferred: here, that the file asked for is not there.
  private static let partialCode: Int32 = 23
  private static let timeoutSeconds = 120

  init(_ settings: PublishSettings, root: String) {
    place = Secrets.removed(from: settings.place)
    let isLocal = !settings.place.contains(":")
    let isAbsolute = settings.place.hasPrefix("/")
    destination = isLocal && !isAbsolute ? Files.join(root, settings.place) : settings.place
    var rsync = Sender(name: "rsync")
    rsync.environment = ["LC_ALL": "C"]
    if getenv("RSYNC_RSH") == nil {
      rsync.environment["RSYNC_RSH"] = "ssh -o BatchMode=yes -o ConnectTimeout=20"
    }
    self.rsync = rsync
  }

  private var base: [String] {
    ["--timeout=\(RsyncTarget.timeoutSeconds)", "--protect-args"]
  }

  private var folder: String { destination.hasSuffix("/") ? destination : destination + "/" }

  func fetch(_ path: String) async throws -> [UInt8]? {
    let temporary = try TemporaryFolder(prefix: "assay-rsync-")
    defer { temporary.remove() }
    let local = Files.join(temporary.path, "fetched")
    let result = try await rsync.run(base + [folder + path, local])
    if result.isSuccess { return Files.exists(local) ? try Files.read(local) : nil }
    // "No such file or directory (2)" is an answer; anything else is none.
    let isAbsent = result.code == RsyncTarget.partialCode && result.errors.contains("(2)")
    guard isAbsent else { throw rsync.failure(result, to: "reach \(place)") }
    return nil
  }

  func upload(_ files: [PublishedFile], from source: String) async throws {
    try await rsync.demand(
      base + [
        "--recursive", "--ignore-times", "--delay-updates", "--mkpath", "--chmod=D755,F644",
        "--from0", "--files-from=-", source + "/", folder,
      ], input: list(files.map(\.path)), to: "send files to \(place)")
  }

  func verify(_ files: [PublishedFile], in source: String) async throws {
    let result = try await rsync.demand(
      base + [
        "--recursive", "--checksum", "--dry-run", "--itemize-changes", "--from0",
        "--files-from=-", source + "/", folder,
      ], input: list(files.map(\.path)), to: "check what was sent to \(place)")
    let differing = result.text.split(separator: "\n").filter {
      $0.hasPrefix("<f") || $0.hasPrefix(">f")
    }
    guard differing.isEmpty else {
      throw Failure(
        .publishing,
        Diagnostic(.error, path: place, "\(differing.count) files differ from what was sent"))
    }
  }

  func remove(_ paths: [String]) async throws {
    let temporary = try TemporaryFolder(prefix: "assay-rsync-")
    defer { temporary.remove() }
    // What is asked for and missing here goes there; its folder must be here to look in.
    for folder in Set(paths.map { Files.parent(of: $0) }) where !folder.isEmpty {
      try Files.makeFolder(Files.join(temporary.path, folder))
    }
    try await rsync.demand(
      base + [
        "--recursive", "--delete-missing-args", "--from0", "--files-from=-", temporary.path + "/",
        folder,
      ], input: list(paths), to: "delete files from \(place)")
  }

  private func list(_ paths: [String]) -> [UInt8] {
    Array(paths.joined(separator: "\u{0}").utf8)
  }
}
