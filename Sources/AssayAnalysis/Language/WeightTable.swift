/// Weights of hashed features, read where they lie in a model's bytes.
///
/// A bucket is 64 bytes, a line of the cache: as many fingerprints of 16 bits as it has entries,
/// then as many rows of 8-bit weights. A feature that training has not met weighs nothing, but for
/// the few in ten thousand that share a bucket and a fingerprint with another.
///
/// ```
/// "ASSAYMDL"  version  columns  buckets  scale (Float)  parameters (count)   … to 64 bytes
/// parameters: Float × count                                                  … to 64 bytes
/// buckets: 64 bytes each, then 16 bytes more, so that a whole row may be loaded anywhere
/// ```
public struct WeightTable {
  /// Weights of one feature.
  public let columns: Int
  /// What one unit of a weight stands for.
  public let scale: Float
  /// Numbers of the model besides its features' weights.
  public let parameters: UnsafeBufferPointer<Float>
  private let buckets: UnsafeRawPointer
  private let bucketCount: UInt64
  private let ways: Int

  public static let magic = Array("ASSAYMDL".utf8)
  public static let version: UInt32 = 1
  public static let bucketBytes = 64
  /// Behind the last bucket.
  public static let paddingBytes = 16

  /// Entries of one bucket.
  public static func ways(columns: Int) -> Int { bucketBytes / (2 + columns) }

  /// Nil where the bytes are no model, or are cut off.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    let head = WeightTable.bucketBytes
    guard let base = bytes.baseAddress, bytes.count >= head,
      bytes.prefix(8).elementsEqual(WeightTable.magic)
    else { return nil }
    func field(_ index: Int) -> UInt32 {
      base.loadUnaligned(fromByteOffset: 8 + index * 4, as: UInt32.self).littleEndian
    }
    let parameterCount = Int(field(4))
    let parameterBytes = (parameterCount * 4 + head - 1) / head * head
    columns = Int(field(1))
    bucketCount = UInt64(field(2))
    scale = Float(bitPattern: field(3))
    guard field(0) == WeightTable.version, (1...14).contains(columns), bucketCount > 0,
      bytes.count
        >= head + parameterBytes + Int(bucketCount) * head + WeightTable.paddingBytes
    else { return nil }
    ways = WeightTable.ways(columns: columns)
    let floats = base.advanced(by: head).assumingMemoryBound(to: Float.self)
    parameters = UnsafeBufferPointer(start: floats, count: parameterCount)
    buckets = base.advanced(by: head + parameterBytes)
  }

  /// The bucket of a feature.
  @inline(__always)
  public static func bucket(of feature: FeatureHash, among count: UInt64) -> Int {
    Int(truncatingIfNeeded: (feature.value >> 32 &* count) >> 32)
  }

  /// What tells a feature from others of its bucket; never 0, which marks an empty entry.
  @inline(__always)
  public static func fingerprint(of feature: FeatureHash) -> UInt16 {
    let value = UInt16(truncatingIfNeeded: feature.value)
    return value == 0 ? 1 : value
  }

  /// Adds a feature's weights to the first `columns` lanes; the other lanes are of no meaning.
  @inline(__always)
  public func add(_ feature: FeatureHash, to sums: inout SIMD16<Int16>) {
    guard let row = row(of: feature) else { return }
    sums &+= SIMD16<Int16>(truncatingIfNeeded: row.loadUnaligned(as: SIMD16<Int8>.self))
  }

  /// The weight of a feature in one column.
  public func weight(of feature: FeatureHash, column: Int) -> Float {
    guard column < columns, let row = row(of: feature) else { return 0 }
    return Float(row.load(fromByteOffset: column, as: Int8.self)) * scale
  }

  @inline(__always)
  private func row(of feature: FeatureHash) -> UnsafeRawPointer? {
    let bucket = buckets.advanced(
      by: WeightTable.bucket(of: feature, among: bucketCount) &* WeightTable.bucketBytes)
    let print = WeightTable.fingerprint(of: feature)
    if ways == 4 {
      // All four at once: the lowest lane of sixteen bits that is zero after the exclusive or.
      let lanes: UInt64 = 0x0001_0001_0001_0001
      let differing =
        bucket.load(as: UInt64.self).littleEndian ^ UInt64(print) &* lanes
      let zeros = (differing &- lanes) & ~differing & (lanes << 15)
      guard zeros != 0 else { return nil }
      return bucket.advanced(by: 8 &+ (zeros.trailingZeroBitCount >> 4) &* columns)
    }
    for way in 0..<ways
    where bucket.load(fromByteOffset: way &* 2, as: UInt16.self).littleEndian == print {
      return bucket.advanced(by: ways &* 2 &+ way &* columns)
    }
    return nil
  }
}
