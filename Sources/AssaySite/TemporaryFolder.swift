public import AssayAnalysis
import Glibc

/// A new folder that nobody else knows.
public struct TemporaryFolder: Sendable {
  public let path: String

  /// - Throws: `Failure` where the system's folder for such things cannot be written to.
  public init(prefix: String) throws(Failure) {
    let root = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let template = Files.join(root.isEmpty ? "/tmp" : root, prefix + "XXXXXX")
    var bytes = Array(template.utf8CString)
    guard mkdtemp(&bytes) != nil else { throw Files.failure(template, "cannot be made") }
    path = String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes it with all it holds. What cannot be removed is the system's to clear.
  public func remove() { try? Files.removeTree(path) }
}
