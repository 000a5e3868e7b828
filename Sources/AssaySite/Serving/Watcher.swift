public import AssayAnalysis
@preconcurrency import Dispatch
import Glibc

/// Tells when something beneath some folders changes.
///
/// What changed is not told: a build compares the files itself, so that no event can be missed.
/// A class because it owns a descriptor.
public final class Watcher: Sendable {
  private let descriptor: Int32
  private let trees: [String]
  private let folders: [String]

  /// - Parameters:
  ///   - trees: folders to watch with all beneath them.
  ///   - folders: folders to watch alone.
  /// - Throws: `Failure` where the system refuses to watch.
  public init(trees: [String], folders: [String] = []) throws(Failure) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw Files.failure(trees.first ?? "", "cannot be watched") }
    self.trees = trees
    self.folders = folders
    watchAll()
  }

  /// One element for each burst of changes, once it has been quiet for a moment.
  public func changes() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global())
    source.setEventHandler { [self] in
      // Editors write in several steps, and a checkout touches many files.
      repeat { drain() } while isBusy(milliseconds: 30)
      watchAll()
      continuation.yield()
    }
    continuation.onTermination = { _ in source.cancel() }
    source.resume()
    return stream
  }

  /// New folders are watched from here on; those that are watched already stay so.
  private func watchAll() {
    let mask = UInt32(IN_CLOSE_WRITE | IN_MOVE | IN_CREATE | IN_DELETE)
    for folder in folders { inotify_add_watch(descriptor, folder, mask) }
    for root in trees {
      inotify_add_watch(descriptor, root, mask)
      // A folder that cannot be listed now is listed by the build, which says so.
      for entry in (try? Files.tree(root)) ?? [] where entry.kind == .folder {
        inotify_add_watch(descriptor, Files.join(root, entry.path), mask)
      }
    }
  }

  private func drain() {
    withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 8) { buffer in
      while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
  }

  private func isBusy(milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) > 0
  }

  deinit { close(descriptor) }
}
