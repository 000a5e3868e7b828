import AssayAnalysis
import AssayRender

/// What a target holds: every file that was published there, with hash and headers.
///
/// It lies on the target beside the site. While a run is under way it also says what may be neither
/// old nor new, so that a run after one that was stopped knows what to send again.
struct PublishManifest: Sendable {
  var files: [String: PublishedFile] = [:]
  /// Paths that a run was about to write when this was recorded.
  var unsettled: Set<String> = []
  /// Paths that are no part of the site and still to be deleted.
  var obsolete: Set<String> = []

  static let fileName = "assay-publish.json"
  private static let format = "assay.publish/1"

  init(_ files: [PublishedFile] = []) {
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads one; nil where the bytes are none, as after a write that was cut off.
  init?(_ bytes: [UInt8]) {
    // What is no manifest counts as none: everything is sent again.
    guard let root = try? JSONValue.parse(bytes), root["format"]?.string == PublishManifest.format
    else { return nil }
    for (key, value) in root["files"]?.members ?? [] {
      let parts = value.elements
      guard let path = key.string, OutputWriter.isInside(path), parts.count == 4,
        let hash = parts[0].string, let count = parts[1].integer, let type = parts[2].string,
        let cache = parts[3].string
      else { return nil }
      files[path] = PublishedFile(
        path: path, byteCount: count, sha256: hash, contentType: type, cacheControl: cache)
    }
    unsettled = PublishManifest.paths(root["unsettled"])
    obsolete = PublishManifest.paths(root["obsolete"])
  }

  private static func paths(_ value: JSONValue?) -> Set<String> {
    Set(value?.elements.compactMap(\.string).filter { OutputWriter.isInside($0) } ?? [])
  }

  /// A name for exactly these files.
  var release: String {
    let lines = files.values.sorted { $0.path < $1.path }.map {
      "\($0.sha256) \($0.contentType) \($0.cacheControl) \($0.path)\n"
    }
    return String(sha256(Array(lines.joined().utf8)).prefix(12))
  }

  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("format")
      json.string(PublishManifest.format)
      json.key("release")
      json.string(release)
      json.key("files")
      json.object { json in
        for file in files.values.sorted(by: { $0.path < $1.path }) {
          json.key(file.path)
          json.array { json in
            json.string(file.sha256)
            json.integer(file.byteCount)
            json.string(file.contentType)
            json.string(file.cacheControl)
          }
        }
      }
      for (name, paths) in [("unsettled", unsettled), ("obsolete", obsolete)] where !paths.isEmpty {
        json.key(name)
        json.array { json in for path in paths.sorted() { json.string(path) } }
      }
    }
    return json.bytes + [0x0A]
  }
}
