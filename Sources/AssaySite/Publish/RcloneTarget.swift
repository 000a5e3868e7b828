import AssayAnalysis
import Glibc

/// Whatever rclone reaches: S3, R2, Google Cloud, Azure, WebDAV, SFTP and the rest.
///
/// Files with the same headers go together, for rclone sets headers for a whole transfer. Every file
/// is asked for by its name and no folder is listed: a bucket may hold a million others, and a key may
/// be allowed to read and write but not to list.
struct RcloneTarget: InPlaceTarget {
  let place: String
  let tools = ["rclone"]
  private let remote: String
  private let rclone: Sender

  init(_ settings: PublishSettings) {
    remote = settings.place
    place = Secrets.removed(from: settings.place)
    var rclone = Sender(name: "rclone")
    // The S3 library inside rclone fails on this variable; rclone has one of its own for it.
    if let bundle = getenv("AWS_CA_BUNDLE") {
      rclone.environment.updateValue(nil, forKey: "AWS_CA_BUNDLE")
      if getenv("RCLONE_CA_CERT") == nil {
        rclone.environment["RCLONE_CA_CERT"] = String(cString: bundle)
      }
    }
    self.rclone = rclone
  }

  private var base: [String] {
    [
      "--ask-password=false", "--retries=3", "--low-level-retries=5", "--contimeout=20s",
      "--timeout=120s", "--stats=0", "--log-level=ERROR", "--no-traverse",
    ]
  }

  /// A file that is not there is passed over by rclone and reads as nothing.
  func fetch(_ name: String) async throws -> [UInt8]? {
    let result = try await rclone.run(
      base + ["cat", remote, "--files-from-raw=-"], input: list([name]))
    guard result.isSuccess else { throw rclone.failure(result, to: "reach \(place)") }
    return result.output.isEmpty ? nil : result.output
  }

  func upload(_ files: [PublishedFile], from folder: String) async throws {
    let groups = Dictionary(grouping: files) { "\($0.contentType)\n\($0.cacheControl)" }
    for key in groups.keys.sorted() {
      guard let files = groups[key], let first = files.first else { continue }
      try Task.checkCancellation()
      try await rclone.demand(
        base + [
          "copy", folder, remote, "--files-from-raw=-", "--ignore-times",
          "--header-upload=Content-Type: \(first.contentType)",
          "--header-upload=Cache-Control: \(first.cacheControl)",
        ], input: list(files.map(\.path)), to: "send files to \(place)")
    }
  }

  func verify(_ files: [PublishedFile], in folder: String) async throws {
    guard !files.isEmpty else { return }
    try await rclone.demand(
      base + ["check", folder, remote, "--files-from-raw=-", "--one-way"]
        + (try await keepsHashes() ? [] : ["--download"]),
      input: list(files.map(\.path)), to: "check what was sent to \(place)")
  }

  /// Where a service keeps no hash, rclone must read what was sent.
  private func keepsHashes() async throws -> Bool {
    let features = try await rclone.run(base + ["backend", "features", remote])
    guard features.isSuccess, let root = try? JSONValue.parse(features.output) else { return false }
    return !(root["Hashes"]?.elements.isEmpty ?? true)
  }

  func remove(_ paths: [String]) async throws {
    try await rclone.demand(
      base + ["delete", remote, "--files-from-raw=-"], input: list(paths),
      to: "delete files from \(place)")
  }

  private func list(_ paths: [String]) -> [UInt8] {
    Array(paths.map { $0 + "\n" }.joined().utf8)
  }
}
