import AssayAnalysis
import Foundation
import Testing

/// The threads that the project publishes.
@Suite struct ContentThreadTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "content")

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".thread.md") }.sorted()
  }

  @Test(arguments: try names())
  func `reads without a finding, and writes back the same comments`(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: ContentThreadTests.folder.appending(path: name)))
    let read = readThread(SourceText(path: name, bytes: bytes))
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.message))")
    #expect(read.comments.count >= 5)
    let again = readThread(SourceText(path: name, bytes: writeThreadMarkdown(read)))
    #expect(again.comments.map(\.id) == read.comments.map(\.id))
    #expect(again.comments.map(\.parent) == read.comments.map(\.parent))
    #expect(again.comments.map(\.body.source.bytes) == read.comments.map(\.body.source.bytes))
  }
}
