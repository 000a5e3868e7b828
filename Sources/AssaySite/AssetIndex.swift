import AssayAnalysis
import AssayRender

/// Where the files that articles show and link to stand in the output, and how large pictures are.
///
/// A picture's name in the output holds a hash of its bytes, so that a cache never shows an old
/// one. Tables and documents keep their names: others link to them.
struct AssetIndex: Sendable {
  /// A file to copy.
  struct Asset: Sendable {
    let file: ContentFile
    /// In the output.
    let path: String
    /// Of a picture that tells it.
    let size: PixelSize?
  }

  /// By the name that articles' links lead to.
  let assets: [String: Asset]
  let diagnostics: [Diagnostic]

  init(_ site: Site) {
    var assets: [String: Asset] = [:]
    var diagnostics: [Diagnostic] = []
    for file in site.assets + site.references {
      do throws(Failure) {
        assets[file.name] = try Asset(file, of: site)
      } catch {
        diagnostics += error.diagnostics
      }
    }
    self.assets = assets
    self.diagnostics = diagnostics
  }

  /// In order of name.
  var sorted: [Asset] { assets.sorted { $0.key < $1.key }.map(\.value) }
}

extension AssetIndex.Asset {
  private static let pictures = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"]

  fileprivate init(_ file: ContentFile, of site: Site) throws(Failure) {
    let content = site.configuration.content + "/"
    let name =
      file.name.hasPrefix(content) ? file.name.dropFirst(content.utf8.count) : file.name[...]
    let isPicture = AssetIndex.Asset.pictures.contains { name.lowercased().hasSuffix($0) }
    self.file = file
    guard isPicture else {
      path = "assets/" + name
      size = nil
      return
    }
    let bytes = try Files.read(file.path, limit: site.configuration.maximumFileBytes)
    size = PixelSize(ofImage: bytes)
    path =
      "assets/"
      + (site.configuration.fingerprints
        ? PageMap.fingerprinted(String(name), bytes) : String(name))
  }
}
