public import Foundation

/// Collections of examples that are not part of the repository.
///
/// They lie where the environment's ASSAY_DATA says, or beside the clone. Tests that need them say
/// that they were skipped where they are absent.
public enum SharedData {
  /// The folder, or nil where it is absent.
  public static let folder: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let candidates = [
      ProcessInfo.processInfo.environment["ASSAY_DATA"].map { URL(filePath: $0) },
      root.appending(path: "../shared/data"),
    ]
    return candidates.compactMap(\.self).first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }()

  /// Why a test was skipped.
  public static let absence = "examples are not here; set ASSAY_DATA to their folder"

  public static func contents(_ path: String) throws -> Foundation.Data {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return try Foundation.Data(contentsOf: folder.appending(path: path))
  }
}

/// An example of a Markdown specification.
public struct MarkdownExample: Sendable, Decodable, CustomStringConvertible {
  public let markdown: String
  public let html: String
  public let example: Int
  public let section: String?

  public var description: String { "\(section ?? "example") \(example)" }

  /// All examples of a JSON file under `markup/`.
  public static func all(in path: String) throws -> [MarkdownExample] {
    try JSONDecoder().decode([MarkdownExample].self, from: SharedData.contents("markup/" + path))
  }
}
