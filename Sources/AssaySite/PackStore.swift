import AssayAnalysis
import AssayRender
import Synchronization

/// Keeps what articles' pages show on disk until they are rendered, so that memory does not grow
/// with the texts.
///
/// One file: without a name, so that it is gone when the process ends, or that of a cache, which later
/// builds go on with. A class because the descriptor is closed once, when the last holder lets go.
final class PackStore: Sendable {
  private let descriptor: Int32
  private let path: String
  private let end: Atomic<Int>
  /// The folder that keeps it; nil where nothing does.
  let folder: CacheFolder?
  /// Among the files of that folder.
  let number: Int

  /// Where a pack lies.
  struct Place: Sendable, Hashable {
    let offset: Int
    let byteCount: Int

    func isInside(_ end: Int) -> Bool {
      offset >= 0 && byteCount >= 0 && offset <= end && byteCount <= end - offset
    }
  }

  /// - Parameter output: the folder that the site is written to; the file lies on the same disk.
  init(beside output: String) throws(Failure) {
    path = Files.nearestFolder(above: output)
    descriptor = try Files.openNameless(in: path)
    end = Atomic(0)
    folder = nil
    number = 0
  }

  /// The file of a cache. Nil where it cannot be opened, or is shorter than it was left.
  ///
  /// - Parameter end: how much of it is of use; what lies behind is written over.
  init?(in folder: CacheFolder, path: String, number: Int, end: Int) {
    guard let descriptor = Files.openKept(path, byteCount: end) else { return nil }
    self.descriptor = descriptor
    self.path = path
    self.end = Atomic(end)
    self.folder = folder
    self.number = number
  }

  deinit { Files.release(descriptor) }

  var byteCount: Int { end.load(ordering: .relaxed) }

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
    else { throw SitePages.damagedPack }
    return bytes
  }

  /// An empty store of the same kind.
  func emptyOther(beside output: String) throws(Failure) -> PackStore? {
    if let folder { return folder.compacted(self) }
    return try PackStore(beside: output)
  }

  /// True where more than half of it is of no use any more: each rebuild adds to it.
  func isWasteful(keeping byteCount: Int) -> Bool {
    self.byteCount > 2 * byteCount + PackStore.smallWaste
  }

  private static let smallWaste = 16 << 20
}
