import AssayAnalysis
import AssayRender

/// What a run would do, and does: `--plan` prints the very value that a run carries out.
public struct PublishPlan: Sendable {
  /// The name of the target in `assay.yml`.
  public let target: String
  /// Where it leads, without anything secret.
  public let place: String
  /// In the order in which they are sent.
  public let uploads: [PublishedFile]
  /// Paths to delete, after all else.
  public let deletions: [String]
  public let unchangedCount: Int
  /// All files of the site.
  let site: PublishManifest
  let old: PublishManifest

  public var isEmpty: Bool { uploads.isEmpty && deletions.isEmpty }
  public var uploadBytes: Int { uploads.reduce(0) { $0 + $1.byteCount } }
  public var release: String { site.release }

  /// More than this at once is rather a mistake than a wish.
  public static let maximumDeletions = 256
  private static let maximumDeletedShare = 4

  init(target: String, place: String, site: PublishManifest, old: PublishManifest?) {
    self.target = target
    self.place = place
    self.site = site
    let old = old ?? PublishManifest()
    self.old = old
    let changed = site.files.values.filter {
      old.files[$0.path] != $0 || old.unsettled.contains($0.path)
    }
    uploads = changed.sorted {
      ($0.stage.rawValue, $0.path) < ($1.stage.rawValue, $1.path)
    }
    // Only what a manifest names is ever deleted.
    let known = Set(old.files.keys).union(old.obsolete).union(old.unsettled)
    deletions = known.filter { site.files[$0] == nil }.sorted()
    unchangedCount = site.files.count - uploads.count
  }

  /// - Parameter limit: how many may be deleted; nil for the usual bounds.
  func refuseTooManyDeletions(limit: Int?) throws(Failure) {
    let count = deletions.count
    let isTooMany =
      limit.map { count > $0 }
      ?? (count > PublishPlan.maximumDeletions
        || count * PublishPlan.maximumDeletedShare > max(old.files.count, 1) && count > 1)
    guard isTooMany else { return }
    throw Failure(
      .publishing,
      Diagnostic(
        .error, path: "",
        "\(count) of \(old.files.count) files would be deleted from '\(target)'",
        hint: "look at the plan; where that is meant, say --max-deletes \(count)"))
  }

  /// For people.
  public var text: String {
    var lines: [String] = []
    for file in uploads {
      let mark = old.files[file.path] == nil ? "+" : "~"
      lines.append("\(mark) \(file.path)  \(file.byteCount) bytes")
    }
    for path in deletions { lines.append("- \(path)") }
    lines.append(summary)
    return lines.joined(separator: "\n") + "\n"
  }

  public var summary: String {
    "\(target) (\(place)): \(uploads.count) to send (\(uploadBytes) bytes), "
      + "\(deletions.count) to delete, \(unchangedCount) unchanged; release \(release)"
  }

  /// For programs.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("format")
      json.string("assay.plan/1")
      json.key("target")
      json.string(target)
      json.key("place")
      json.string(place)
      json.key("release")
      json.string(release)
      json.key("uploads")
      json.array { json in for file in uploads { write(file, to: &json) } }
      json.key("deletions")
      json.array { json in for path in deletions { json.string(path) } }
      json.key("unchanged")
      json.integer(unchangedCount)
    }
    return json.bytes + [0x0A]
  }

  private func write(_ file: PublishedFile, to json: inout JSONWriter) {
    json.object { json in
      json.key("path")
      json.string(file.path)
      json.key("change")
      json.string(old.files[file.path] == nil ? "new" : "changed")
      json.key("bytes")
      json.integer(file.byteCount)
      json.key("sha256")
      json.string(file.sha256)
      json.key("contentType")
      json.string(file.contentType)
      json.key("cacheControl")
      json.string(file.cacheControl)
    }
  }
}
