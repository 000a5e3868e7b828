/// Finds what a request asks for beneath the output folder, and nothing else.
struct ServedFiles: Sendable {
  /// The output folder.
  let root: String

  /// What to answer.
  enum Answer: Equatable {
    case file([UInt8], type: String)
    /// To the folder's address with a slash at its end.
    case redirect(String)
    case notFound
  }

  /// - Parameter path: the request's path as sent, percent-encoded, without its query.
  func answer(to path: String) -> Answer {
    guard let names = ServedFiles.names(in: path) else { return .notFound }
    let relative = names.joined(separator: "/")
    let place = relative.isEmpty ? root : Files.join(root, relative)
    guard let inside = resolved(place) else { return .notFound }
    if Files.isFolder(inside) {
      guard path.hasSuffix("/") else {
        return .redirect("/" + path.split(separator: "/").joined(separator: "/") + "/")
      }
      return file(Files.join(place, "index.html"))
    }
    return path.hasSuffix("/") ? .notFound : file(place)
  }

  /// The page for what is not there.
  var notFoundPage: [UInt8]? {
    if case .file(let bytes, _) = file(Files.join(root, "404.html")) { return bytes }
    return nil
  }

  private func file(_ path: String) -> Answer {
    // A file that goes away between two steps is one that is not there.
    guard let inside = resolved(path), let bytes = try? Files.read(inside) else {
      return .notFound
    }
    return .file(bytes, type: ServedFiles.contentType(of: path))
  }

  /// The path with its links resolved, where that still lies beneath the root.
  private func resolved(_ path: String) -> String? {
    guard let base = Files.resolved(root), let target = Files.resolved(path) else { return nil }
    return target == base || target.hasPrefix(base + "/") ? target : nil
  }

  /// The decoded parts of a path; nil where one of them could lead elsewhere or is hidden.
  static func names(in path: String) -> [String]? {
    guard path.hasPrefix("/"), let decoded = percentDecoded(path) else { return nil }
    let names = decoded.split(separator: "/").map(String.init)
    let isSafe = names.allSatisfy { name in
      !name.hasPrefix(".") && !name.utf8.contains(0) && !name.utf8.contains(UInt8(ascii: "\\"))
    }
    return isSafe ? names : nil
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "xml": "application/xml", "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "pdf": "application/pdf", "mp3": "audio/mpeg", "mp4": "video/mp4", "webm": "video/webm",
  ]

  static func contentType(of path: String) -> String {
    let ending = Files.name(of: path).split(separator: ".").dropFirst().last ?? ""
    return types[ending.lowercased()] ?? "application/octet-stream"
  }
}
