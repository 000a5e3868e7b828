/// A file as a target is to serve it: its bytes by their hash, and the headers that go with them.
///
/// Two files are the same where all of this is; times tell nothing.
public struct PublishedFile: Sendable, Hashable {
  /// Relative to the site's root.
  public let path: String
  public let byteCount: Int
  public let sha256: String
  public let contentType: String
  public let cacheControl: String

  /// What must be there before what: a page comes after all that it shows.
  enum Stage: Int, CaseIterable, Sendable {
    /// Named by their own hash, so that old and new stand side by side.
    case fingerprinted
    case data
    case pages
    /// Feeds, sitemaps and what tells a host how to serve: they lead to pages.
    case feeds
  }

  init(path: String, bytes: [UInt8]) {
    self.init(path: path, byteCount: bytes.count, sha256: AssaySite.sha256(bytes))
  }

  init(path: String, byteCount: Int, sha256: String) {
    self.init(
      path: path, byteCount: byteCount, sha256: sha256, contentType: mediaType(of: path),
      cacheControl: PublishedFile.cacheControl(of: path))
  }

  init(
    path: String, byteCount: Int, sha256: String, contentType: String, cacheControl: String
  ) {
    self.path = path
    self.byteCount = byteCount
    self.sha256 = sha256
    self.contentType = contentType
    self.cacheControl = cacheControl
  }

  var stage: Stage {
    if PublishedFile.isFingerprinted(path) { return .fingerprinted }
    let name = Files.name(of: path)
    if name.hasSuffix(".html") || name.hasSuffix(".htm") { return .pages }
    let isFeed =
      ["feed.xml", "rss.xml", "feed.json", "sitemap.xml", "robots.txt", "CNAME"].contains(name)
      || name.hasPrefix("_") || name.hasPrefix(".") || name.hasSuffix(".toml")
    return isFeed ? .feeds : .data
  }
}

extension PublishedFile {
  /// A year, the longest that caches honour (RFC 9111).
  private static let immutable = "public, max-age=31536000, immutable"
  /// Pages change when they change; five minutes spare a host its repeats.
  private static let short = "public, max-age=300"
  /// Pictures and documents under names of their own.
  private static let medium = "public, max-age=3600"

  private static func cacheControl(of path: String) -> String {
    if isFingerprinted(path) { return immutable }
    let kind = mediaType(of: path)
    let isMedia =
      kind.hasPrefix("image/") || kind.hasPrefix("video/") || kind.hasPrefix("audio/")
      || kind.hasPrefix("font/") || kind == "application/pdf"
    return isMedia ? medium : short
  }

  /// `assets/assay.0f3k9q2m1x.css`: ten letters and digits between two points, as builds write them.
  static func isFingerprinted(_ path: String) -> Bool {
    let parts = Files.name(of: path).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return false }
    let hash = parts[parts.count - 2]
    return hash.utf8.count == 10 && hash.utf8.contains { (0x30...0x39).contains($0) }
      && hash.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
  }
}

/// The media type of a file by its ending, with the charset where it is text.
func mediaType(of path: String) -> String {
  let name = Files.name(of: path)
  let ending = name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
  return mediaTypes[ending] ?? "application/octet-stream"
}

private let mediaTypes: [String: String] = [
  "html": "text/html; charset=utf-8", "htm": "text/html; charset=utf-8",
  "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
  "mjs": "text/javascript; charset=utf-8", "json": "application/json; charset=utf-8",
  "ndjson": "application/x-ndjson; charset=utf-8", "map": "application/json; charset=utf-8",
  "webmanifest": "application/manifest+json; charset=utf-8",
  "xml": "application/xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8",
  "rss": "application/rss+xml; charset=utf-8", "xsl": "application/xslt+xml; charset=utf-8",
  "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8",
  "csv": "text/csv; charset=utf-8", "tsv": "text/tab-separated-values; charset=utf-8",
  "yml": "application/yaml; charset=utf-8", "yaml": "application/yaml; charset=utf-8",
  "toml": "application/toml; charset=utf-8", "vtt": "text/vtt; charset=utf-8",
  "svg": "image/svg+xml; charset=utf-8", "png": "image/png", "jpg": "image/jpeg",
  "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
  "ico": "image/x-icon", "pdf": "application/pdf", "mp3": "audio/mpeg", "ogg": "audio/ogg",
  "mp4": "video/mp4", "webm": "video/webm", "woff": "font/woff", "woff2": "font/woff2",
  "ttf": "font/ttf", "otf": "font/otf", "zip": "application/zip", "gz": "application/gzip",
  "sqlite": "application/vnd.sqlite3", "db": "application/vnd.sqlite3",
  "wasm": "application/wasm",
]
