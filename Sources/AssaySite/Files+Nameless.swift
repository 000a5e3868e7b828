import AssayAnalysis
import CLinux
import Glibc

/// Files that have no name: scratch that vanishes with its descriptor.
extension Files {
  /// Opens one in a folder, for reading and writing.
  static func openNameless(in folder: String) throws(Failure) -> Int32 {
    let descriptor = assay_open_nameless(folder)
    if descriptor >= 0 { return descriptor }
    guard errno == EOPNOTSUPP || errno == EISDIR || errno == ENOENT else {
      throw failure(folder, "cannot be written to")
    }
    // This file system has no nameless files: one with a name that is taken away at once.
    var template = Array(join(folder, ".assay-scratch-XXXXXX").utf8CString)
    let named = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { assay_open_temporary($0) } ?? -1
    }
    guard named >= 0 else { throw failure(folder, "cannot be written to") }
    template.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { _ = unlink(base) }
    }
    return named
  }

  /// Opens a file of ours for reading and writing, and makes it where it is to be empty; nil where it
  /// cannot be opened or has fewer bytes than it must.
  static func openKept(_ path: String, byteCount: Int) -> Int32? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) >= byteCount
    else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  static func release(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  /// Writes at an offset; false where that failed (`errno`).
  static func write(_ bytes: [UInt8], to descriptor: Int32, at offset: Int) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let wrote = pwrite(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, offset + done)
        if wrote < 0, errno == EINTR { continue }
        guard wrote > 0 else { return false }
        done += wrote
      }
      return true
    }
  }

  /// So many bytes from an offset; nil where there are not as many.
  static func read(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, offset + filled)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { break }
        filled += got
      }
    }
    return bytes.count == count ? bytes : nil
  }
}
