import ArgumentParser
import AssayAnalysis
import Glibc

/// The files of training: corpora as JSON Lines in, weights and cards out.
enum TrainingFiles {
  /// The bytes of a file; "-" is standard input.
  static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path == "-" ? "/dev/stdin" : path, "rb") else {
      throw ValidationError("'\(path)' cannot be read")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// The lines of a corpus.
  static func lines(_ path: String) throws -> [JSONValue] {
    try read(path).split(separator: UInt8(ascii: "\n")).map { line in
      do throws(JSONError) {
        return try JSONValue.parse(Array(line))
      } catch {
        throw ValidationError("\(path): not JSON at byte \(error.offset): \(error.message)")
      }
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "wb") else {
      throw ValidationError("'\(path)' cannot be written")
    }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else {
      throw ValidationError("'\(path)' could not be written whole")
    }
  }
}
