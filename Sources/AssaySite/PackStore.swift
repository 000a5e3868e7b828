import AssayAnalysis
import Synchronization

/// Keeps what articles' pages show on disk until they are rendered, so that memory does not grow
/// with the texts.
///
/// One file without a name: it is gone when the process ends, however it ends. A class because the
/// descriptor is closed once, when the last holder lets go.
final class PackStore: Sendable {
  private let descriptor: Int32
  private let path: String
  private let end = Atomic<Int>(0)

  /// Where a pack lies.
  struct Place: Sendable {
    let offset: Int
    let byteCount: Int
  }

  /// - Parameter output: the folder that the site is written to; the file lies on the same disk.
  init(beside output: String) throws(Failure) {
    path = Files.nearestFolder(above: output)
    descriptor = try Files.openNameless(in: path)
  }

  deinit { Files.release(descriptor) }

  /// May be called from several tasks at once.
  func add(_ pack: [UInt8]) throws(Failure) -> Place {
    let (offset, _) = end.add(pack.count, ordering: .relaxed)
    guard Files.write(pack, to: descriptor, at: offset) else {
      throw Files.failure(path, "no room to keep what was read")
    }
    return Place(offset: offset, byteCount: pack.count)
  }

  /// A part of a pack.
  func read(_ range: Range<Int>, of place: Place) throws(Failure) -> [UInt8] {
    guard range.upperBound <= place.byteCount,
      let bytes = Files.read(descriptor, at: place.offset + range.lowerBound, count: range.count)
    else { throw Files.failure(path, "what was kept cannot be read back") }
    return bytes
  }

  /// True where more than three quarters of it is of no use any more: each rebuild adds to it.
  func isWasteful(keeping byteCount: Int) -> Bool {
    end.load(ordering: .relaxed) > 4 * byteCount + PackStore.smallWaste
  }

  private static let smallWaste = 64 << 20
}
