import AssayAnalysis
import AssayRender

/// The files that an article's charts are made of, read.
struct ChartFiles {
  /// By their names as the article writes them; those that cannot be read are left out.
  private(set) var bytes: [String: [UInt8]] = [:]
  private(set) var paths: [String] = []

  /// - Parameter file: the article's; names begin at its folder and stay in the site.
  init(of document: Document, _ file: ContentFile, _ site: Site) {
    for name in ArticleCharts.fileNames(in: document) where bytes[name] == nil {
      guard let path = ChartFiles.path(of: name, beside: file) else { continue }
      paths.append(path)
      // What is not there is told where the chart asks for it.
      bytes[name] = try? Files.read(path, limit: site.configuration.maximumFileBytes)
    }
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
