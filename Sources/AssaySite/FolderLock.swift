import AssayAnalysis
import Glibc

/// Holds a folder for one build. The kernel lets go of it when the process ends, however it ends.
///
/// A class because the descriptor is closed once, when the last holder lets go.
final class FolderLock: Sendable {
  private let descriptor: Int32

  init(_ path: String) throws(Failure) {
    while true {
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Files.failure(path, "cannot be opened") }
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else {
          close(descriptor)
          throw Files.failure(path, "cannot be locked")
        }
      }
      if FolderLock.isStill(path, descriptor) {
        self.descriptor = descriptor
        return
      }
      // Another build exchanged the folder while this one waited.
      close(descriptor)
    }
  }

  /// Locks a folder that no other build holds; nil where one does.
  init?(free path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  private static func isStill(_ path: String, _ descriptor: Int32) -> Bool {
    var held = stat()
    var named = stat()
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0
      && held.st_ino == named.st_ino && held.st_dev == named.st_dev
  }

  /// Lets others have the folder, whoever still holds this object or its descriptor: a process that
  /// was just forked has that too, until it becomes another program. May be called twice.
  func release() { flock(descriptor, LOCK_UN) }

  deinit { close(descriptor) }
}
