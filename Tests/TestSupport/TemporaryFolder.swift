import Foundation

/// Runs a test in a fresh folder, which is gone afterwards.
public func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = try FileManager.default.url(
    for: .itemReplacementDirectory, in: .userDomainMask,
    appropriateFor: FileManager.default.temporaryDirectory, create: true)
  // The folder is the system's to clear where this fails.
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

/// The same for a test that waits.
public func withTemporaryFolder<Result>(
  _ body: (String) async throws -> Result
) async throws -> Result {
  let folder = try FileManager.default.url(
    for: .itemReplacementDirectory, in: .userDomainMask,
    appropriateFor: FileManager.default.temporaryDirectory, create: true)
  // The folder is the system's to clear where this fails.
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}
