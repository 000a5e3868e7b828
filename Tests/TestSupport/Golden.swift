import Foundation
public import Testing

/// Holds bytes against the file that was looked at and found good: `Tests/Golden/NAME`.
///
/// `UPDATE_SNAPSHOTS=1 swift test` writes what comes out now; read the diff.
public func expectGolden(
  _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(
    String(decoding: bytes, as: UTF8.self) == expected, "golden file \(name)",
    sourceLocation: sourceLocation)
}
