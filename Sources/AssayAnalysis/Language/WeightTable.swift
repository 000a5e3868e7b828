import CModels

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

  /// Adds the weights of the features that `features` hands to its argument, to the first `columns`
  /// lanes; the other lanes are of no meaning.
  ///
  /// They are hashed first and looked up many at a time, so that memory is asked early, for all
  /// together, and the code that looks up stands once.
  @inline(__always)
  func add(
    to sums: inout WeightSums, _ features: (_ note: (FeatureHash) -> Void) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: FeatureHash.self, capacity: WeightTable.batch) { hashes in
      var count = 0
      features { feature in
        assay_prefetch(bucket(of: feature))
        hashes.initializeElement(at: count, to: feature)
        count += 1
        if count == WeightTable.batch {
          add(UnsafeBufferPointer(hashes), to: &sums)
          count = 0
        }
      }
      add(UnsafeBufferPointer(rebasing: hashes[..<count]), to: &sums)
    }
  }

  /// So many hashes of eight bytes stay on the stack.
  private static let batch = 96

  /// Adds the weights of features.
  @inline(never)
  public func add(_ features: UnsafeBufferPointer<FeatureHash>, to sums: inout WeightSums) {
    var all = sums
    switch ways {
    case 4:
      for feature in features {
        let bucket = bucket(of: feature)
        add(FingerprintMatch(bucket, WeightTable.fingerprint(of: feature)), bucket, to: &all)
      }
    case 12:
      for feature in features {
        let bucket = bucket(of: feature)
        let match = FingerprintMatch(ofTwelve: bucket, WeightTable.fingerprint(of: feature))
        add(match, bucket, to: &all)
      }
    default:
      for feature in features {
        let bucket = bucket(of: feature)
        add(match(of: feature, in: bucket), bucket, to: &all)
      }
    }
    sums = all
  }

  /// Without a branch: nobody can guess whether a feature is known, and a wrong guess costs more than
  /// the sum. An unknown one adds some entry of its bucket, masked.
  @inline(__always)
  private func add(
    _ match: FingerprintMatch, _ bucket: UnsafeRawPointer, to sums: inout WeightSums
  ) {
    let place = ways &* 2 &+ match.way &* columns
    let low = bucket.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    let high = bucket.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self)
    let mask: UInt64 = match.isFound ? .max : 0
    sums.add(unsafeBitCast(SIMD2(low & mask, high & mask), to: SIMD8<Int16>.self))
  }

  /// The weight of a feature in one column.
  public func weight(of feature: FeatureHash, column: Int) -> Float {
    let bucket = bucket(of: feature)
    let match = match(of: feature, in: bucket)
    guard column < columns, match.isFound else { return 0 }
    let place = ways &* 2 &+ match.way &* columns &+ column
    return Float(bucket.load(fromByteOffset: place, as: Int8.self)) * scale
  }

  @inline(__always)
  private func bucket(of feature: FeatureHash) -> UnsafeRawPointer {
    buckets.advanced(
      by: WeightTable.bucket(of: feature, among: bucketCount) &* WeightTable.bucketBytes)
  }

  private func match(of feature: FeatureHash, in bucket: UnsafeRawPointer) -> FingerprintMatch {
    let print = WeightTable.fingerprint(of: feature)
    for way in 0..<ways
    where bucket.load(fromByteOffset: way &* 2, as: UInt16.self).littleEndian == print {
      return FingerprintMatch(way: way, isFound: true)
    }
    return FingerprintMatch(way: 0, isFound: false)
  }
}

/// Which of the fingerprints at the head of a bucket is the one that is looked for.
struct FingerprintMatch {
  /// 0 to 3 of its four where none matches.
  let way: Int
  let isFound: Bool

  @inline(__always)
  init(way: Int, isFound: Bool) {
    self.way = way
    self.isFound = isFound
  }

  /// Among four, all at once.
  @inline(__always)
  init(_ bucket: UnsafeRawPointer, _ print: UInt16) {
    let zeros = FingerprintMatch.zeros(bucket, 0, print)
    way = (zeros.trailingZeroBitCount >> 4) & 3
    isFound = zeros != 0
  }

  /// Among twelve, four at a time.
  @inline(__always)
  init(ofTwelve bucket: UnsafeRawPointer, _ print: UInt16) {
    let first = FingerprintMatch.zeros(bucket, 0, print)
    let second = FingerprintMatch.zeros(bucket, 8, print)
    let third = FingerprintMatch.zeros(bucket, 16, print)
    let zeros = first != 0 ? first : second != 0 ? second : third
    let start = first != 0 ? 0 : second != 0 ? 4 : 8
    way = start &+ (zeros.trailingZeroBitCount >> 4) & 3
    isFound = zeros != 0
  }

  /// The highest bit of each of four fingerprints that is equal; surely right for the first.
  @inline(__always)
  private static func zeros(
    _ bucket: UnsafeRawPointer, _ offset: Int, _ print: UInt16
  ) -> UInt64 {
    let lanes: UInt64 = 0x0001_0001_0001_0001
    let found = bucket.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    let differing = found ^ UInt64(print) &* lanes
    return (differing &- lanes) & ~differing & (lanes << 15)
  }
}

/// Sums of weights, one a column.
///
/// Those of even columns stand in one vector and those of odd ones in another: so the bytes of a row
/// widen to sixteen bits by shifts alone.
public struct WeightSums: Sendable {
  /// Of columns 0, 2, 4 … 14.
  public internal(set) var even = SIMD8<Int16>()
  /// Of columns 1, 3, 5 … 15.
  public internal(set) var odd = SIMD8<Int16>()

  public init() {}

  init(even: SIMD8<Int16>, odd: SIMD8<Int16>) {
    self.even = even
    self.odd = odd
  }

  /// The sum of one of sixteen columns.
  public subscript(column: Int) -> Int16 {
    column & 1 == 0 ? even[column >> 1] : odd[column >> 1]
  }

  /// Adds a row of sixteen bytes, loaded two by two.
  @inline(__always)
  mutating func add(_ pairs: SIMD8<Int16>) {
    even &+= (pairs &<< 8) &>> 8
    odd &+= pairs &>> 8
  }

  /// Takes each sum from that of its column.
  @inline(__always)
  static func &-= (left: inout WeightSums, right: WeightSums) {
    left.even &-= right.even
    left.odd &-= right.odd
  }

  /// Adds each sum to that of its column.
  @inline(__always)
  static func &+= (left: inout WeightSums, right: WeightSums) {
    left.even &+= right.even
    left.odd &+= right.odd
  }
}
