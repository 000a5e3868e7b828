public import AssayAnalysis
import Glibc

/// The only file of the project that opens, lists, writes or moves files; all by POSIX calls.
///
/// Foundation's ways were measured 20 to 40 times slower: `Data.write` syncs each file,
/// `FileManager.enumerator` makes an object an entry.
public enum Files {
  /// One entry of a folder tree.
  public struct Entry: Sendable, Hashable {
    /// Relative to the folder that was listed, with `/` between names.
    public let path: String
    public let kind: Kind

    public enum Kind: Sendable, Hashable {
      case file, folder, link
      /// A FIFO, socket or device: never opened.
      case special
    }
  }

  /// The whole of a regular file.
  ///
  /// - Throws: `Failure` where it is missing, unreadable, no regular file, or larger than `limit`
  ///   bytes.
  public static func read(_ path: String, limit: Int = .max) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path, "cannot be read") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, "cannot be read") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(.input, Diagnostic(.error, path: path, "not a regular file"))
    }
    guard Int(status.st_size) <= limit else { throw tooLarge(path, Int(status.st_size), limit) }
    return try readAll(descriptor, path: path, expecting: Int(status.st_size), limit: limit)
  }

  /// All that standard input holds.
  public static func readStandardInput(limit: Int = .max) throws(Failure) -> [UInt8] {
    try readAll(STDIN_FILENO, path: "<stdin>", expecting: 1 << 16, limit: limit)
  }

  /// The next bytes of an open descriptor, as many as are there; nil at its end.
  public static func readSome(_ descriptor: Int32) throws(Failure) -> [UInt8]? {
    while true {
      var status = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
        status = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        count = max(0, status)
      }
      if status > 0 { return chunk }
      if status == 0 { return nil }
      guard errno == EINTR else { throw failure("<stdin>", "cannot be read") }
    }
  }

  /// Writes a new file, making the folders above it. An existing file is replaced.
  public static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    var descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0, errno == ENOENT {
      try makeFolder(parent(of: path))
      descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    guard descriptor >= 0 else { throw failure(path, "cannot be written") }
    let isWritten = writeAll(descriptor, bytes)
    let reason = errno
    guard close(descriptor) == 0, isWritten else {
      if !isWritten { errno = reason }
      throw failure(path, "cannot be written")
    }
  }

  /// Writes to an open descriptor such as standard output; false where the other end has gone.
  @discardableResult
  public static func writeAll(_ descriptor: Int32, _ bytes: some Sequence<UInt8>) -> Bool {
    let written = bytes.withContiguousStorageIfAvailable { writeAll(descriptor, buffer: $0) }
    return written ?? Array(bytes).withUnsafeBufferPointer { writeAll(descriptor, buffer: $0) }
  }

  /// True where a file exists and holds exactly these bytes.
  public static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == bytes.count
    else { return false }
    return equals(descriptor, bytes)
  }

  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes a folder and those above it.
  public static func makeFolder(_ path: String) throws(Failure) {
    if path.isEmpty || isFolder(path) { return }
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw failure(path, "cannot be made") }
    try makeFolder(parent(of: path))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path, "cannot be made") }
  }

  /// Everything beneath a folder, sorted by path. Links are told, not followed.
  public static func tree(_ root: String) throws(Failure) -> [Entry] {
    var found: [Entry] = []
    var waiting = [""]
    while let folder = waiting.popLast() {
      let path = folder.isEmpty ? root : join(root, folder)
      for (name, kind) in try list(path) {
        let entry = Entry(path: folder.isEmpty ? name : "\(folder)/\(name)", kind: kind)
        found.append(entry)
        if kind == .folder { waiting.append(entry.path) }
      }
    }
    return found.sorted { $0.path < $1.path }
  }

  /// The names in a folder, sorted.
  public static func names(_ folder: String) throws(Failure) -> [String] {
    try list(folder).map(\.0).sorted()
  }

  /// Removes a folder and all beneath it; links are unlinked, not followed. What has gone already
  /// is no error.
  public static func removeTree(_ root: String) throws(Failure) {
    guard exists(root) else { return }
    let entries = try tree(root)
    for entry in entries where entry.kind != .folder { unlink(join(root, entry.path)) }
    for entry in entries.reversed() where entry.kind == .folder { rmdir(join(root, entry.path)) }
    guard rmdir(root) == 0 || errno == ENOENT else { throw failure(root, "cannot be removed") }
  }

  /// Puts a file or folder in another place on the same disk, in one step.
  ///
  /// - Parameter problem: what is told of that place where it cannot be done.
  static func move(_ path: String, to place: String, _ problem: String) throws(Failure) {
    guard rename(path, place) == 0 else { throw failure(place, problem) }
  }

  /// The folder that a path lies in, or the nearest above it that is there.
  static func nearestFolder(above path: String) -> String {
    var folder = parent(of: path)
    while !folder.isEmpty, folder != "/", !isFolder(folder) { folder = parent(of: folder) }
    return folder.isEmpty ? "." : folder
  }

  /// The path with every link and `..` resolved; nil where there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// What a path leads to, links followed; nil where there is nothing.
  static func kind(of path: String) -> Entry.Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .special
    }
  }

  /// What changes when a file does; nil where there is none.
  static func stamp(_ path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Stamp(
      path: path, byteCount: Int(status.st_size), inode: UInt64(status.st_ino),
      seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec),
      changeSeconds: Int(status.st_ctim.tv_sec), changeNanoseconds: Int(status.st_ctim.tv_nsec))
  }

  /// See `stamp(_:)`. Good enough to tell what to read or write again, not to decide what to publish.
  struct Stamp: Sendable, Hashable {
    let path: String
    let byteCount: Int
    let inode: UInt64
    let seconds: Int
    let nanoseconds: Int
    /// When anything about the file was changed last, its times included: no program can set it.
    let changeSeconds: Int
    let changeNanoseconds: Int
  }

  public static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder == "."
      ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// The folder a path lies in; empty for a bare name.
  public static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last name of a path, slashes at its end aside.
  public static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A failure that names the path and the reason the system gave (`errno`).
  static func failure(_ path: String, _ message: String) -> Failure {
    let code = errno
    let reason = String(cString: strerror(code))
    let isFull = code == ENOSPC || code == EDQUOT || code == EFBIG
    return Failure(
      .input,
      Diagnostic(
        .error, path: path, "\(message): \(reason.lowercased())",
        hint: isFull ? "make room on that disk, then try again" : nil))
  }
}

extension Files {
  private static func tooLarge(_ path: String, _ size: Int, _ limit: Int) -> Failure {
    Failure(
      .input,
      Diagnostic(
        .error, path: path, "\(size) bytes, the limit is \(limit)",
        hint: "raise 'maximum-file-bytes' in assay.yml, or split the file"))
  }

  private static func readAll(
    _ descriptor: Int32, path: String, expecting: Int, limit: Int
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var isFailed = false
    var capacity = min(expecting, limit) + 1
    while true {
      let filled = bytes.count
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        count = 0
        while count < capacity {
          let got = Glibc.read(
            descriptor, buffer.baseAddress?.advanced(by: count), capacity - count)
          if got < 0, errno == EINTR { continue }
          if got < 0 { isFailed = true }
          if got <= 0 { break }
          count += got
        }
      }
      guard !isFailed else { throw failure(path, "cannot be read") }
      let isLast = chunk.count < capacity
      if filled == 0 { bytes = chunk } else { bytes.append(contentsOf: chunk) }
      guard bytes.count <= limit else { throw tooLarge(path, bytes.count, limit) }
      if isLast { return bytes }
      capacity = max(1 << 16, bytes.count)
    }
  }

  private static func writeAll(_ descriptor: Int32, buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while offset < buffer.count {
      let wrote = Glibc.write(
        descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      if wrote < 0, errno == EINTR { continue }
      if wrote <= 0 { return false }
      offset += wrote
    }
    return true
  }

  private static func equals(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      var offset = 0
      while offset < bytes.count {
        let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0, errno == EINTR { continue }
        guard got > 0, offset + got <= bytes.count, let base = buffer.baseAddress else {
          return false
        }
        let isEqual = bytes.withUnsafeBytes { known in
          guard let start = known.baseAddress else { return false }
          return memcmp(start + offset, base, got) == 0
        }
        guard isEqual else { return false }
        offset += got
      }
      return true
    }
  }

  private static func list(_ folder: String) throws(Failure) -> [(String, Entry.Kind)] {
    guard let stream = opendir(folder) else { throw failure(folder, "cannot be listed") }
    defer { closedir(stream) }
    var names: [(String, Entry.Kind)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      names.append((name, kind(of: join(folder, name), hint: Int32(entry.pointee.d_type))))
    }
    return names
  }

  private static func kind(of path: String, hint: Int32) -> Entry.Kind {
    switch hint {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_LNK): return .link
    default: break
    }
    var status = stat()
    guard lstat(path, &status) == 0 else { return .special }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .special
    }
  }
}
