import AssayAnalysis
import AssayRender

/// The files that an article's charts are made of, read.
struct ChartFiles {
  /// By their names as the article writes them; those that cannot be read are left out.
  private(set) var bytes: [String: [UInt8]] = [:]
  /// The names again, those that cannot be read too.
  private(set) var names: [String] = []

  /// - Parameter file: the article's; names begin at its folder and stay in the site.
  init(of document: Document, _ file: ContentFile, _ site: Site) {
    for name in ArticleCharts.fileNames(in: document) where bytes[name] == nil {
      guard let path = ChartFiles.path(of: name, beside: file) else { continue }
      names.append(name)
      // What is not there is told where the chart asks for it.
      bytes[name] = try? Files.read(path, limit: site.configuration.maximumFileBytes)
    }
  }

  /// What stands in a file now, as a hash; 0 where there is nothing to read.
  static func hash(of name: String, beside file: ContentFile, limit: Int) -> UInt64 {
    guard let path = path(of: name, beside: file), let bytes = try? Files.read(path, limit: limit)
    else { return 0 }
    return hash(of: bytes)
  }

  static func hash(of bytes: [UInt8]?) -> UInt64 {
    guard let bytes else { return 0 }
    var hash = ContentHash()
    hash.combine(bytes)
    return hash.value
  }

  /// Nil for a name that leads out of the site.
  private static func path(of name: String, beside file: ContentFile) -> String? {
    guard !name.hasPrefix("/"), file.path.hasSuffix(file.name) else { return nil }
    var parts = file.name.split(separator: "/").dropLast().map(String.init)
    for part in name.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    guard let last = parts.last?.lowercased(), last.hasSuffix(".csv") || last.hasSuffix(".json")
    else { return nil }
    return file.path.dropLast(file.name.utf8.count) + parts.joined(separator: "/")
  }
}
