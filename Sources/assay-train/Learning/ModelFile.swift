import AssayAnalysis
import Glibc

/// Trained weights, packed into the bytes that `WeightTable` reads.
struct ModelFile {
  let bytes: [UInt8]
  /// Features that found a place, and those whose bucket was full.
  let kept: Int
  let dropped: Int

  /// - Parameters:
  ///   - weights: one row of `columns` a feature.
  ///   - parameters: as they are read: in units of 1, not of the scale.
  ///   - bucketCount: buckets of 64 bytes; the rows of least weight go where they are too few.
  init(
    features: [FeatureHash], weights: [Float], columns: Int, parameters: [Float], bucketCount: Int
  ) {
    let importance = features.indices.map { row in
      weights[row * columns..<(row + 1) * columns].reduce(0) { max($0, abs($1)) }
    }
    let scale = ModelFile.scale(importance)
    let order = features.indices.filter { importance[$0] >= scale / 2 }.sorted {
      importance[$0] != importance[$1] ? importance[$0] > importance[$1] : $0 < $1
    }
    var table = Buckets(count: bucketCount, columns: columns)
    var kept = 0
    for row in order {
      let values = weights[row * columns..<(row + 1) * columns].map { weight in
        Int8(max(-127, min(127, (weight / scale).rounded())))
      }
      if table.insert(features[row], values) { kept += 1 }
    }
    self.kept = kept
    dropped = order.count - kept
    var bytes = ModelFile.head(
      columns: columns, bucketCount: bucketCount, scale: scale, parameters: parameters)
    bytes += table.bytes
    bytes += Array(repeating: 0, count: WeightTable.paddingBytes)
    self.bytes = bytes
  }

  /// What a byte stands for, so that all but the heaviest thousandth of the rows fit in.
  private static func scale(_ importance: [Float]) -> Float {
    let sorted = importance.sorted()
    guard let last = sorted.last, last > 0 else { return 1 }
    return sorted[sorted.count - 1 - sorted.count / 1000] / 127
  }

  private static func head(
    columns: Int, bucketCount: Int, scale: Float, parameters: [Float]
  ) -> [UInt8] {
    var bytes = WeightTable.magic
    let fields = [
      WeightTable.version, UInt32(columns), UInt32(bucketCount), scale.bitPattern,
      UInt32(parameters.count),
    ]
    for field in fields { append(field, to: &bytes) }
    pad(&bytes)
    for parameter in parameters { append(parameter.bitPattern, to: &bytes) }
    pad(&bytes)
    return bytes
  }

  private static func append(_ field: UInt32, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: field.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func pad(_ bytes: inout [UInt8]) {
    while bytes.count % WeightTable.bucketBytes != 0 { bytes.append(0) }
  }
}

/// Buckets while they are being filled.
private struct Buckets {
  private(set) var bytes: [UInt8]
  private let count: UInt64
  private let columns: Int
  private let ways: Int

  init(count: Int, columns: Int) {
    self.count = UInt64(count)
    self.columns = columns
    ways = WeightTable.ways(columns: columns)
    bytes = Array(repeating: 0, count: count * WeightTable.bucketBytes)
  }

  /// False where the bucket is full, or holds the fingerprint already.
  mutating func insert(_ feature: FeatureHash, _ weights: [Int8]) -> Bool {
    let base = WeightTable.bucket(of: feature, among: count) * WeightTable.bucketBytes
    let print = WeightTable.fingerprint(of: feature)
    for way in 0..<ways {
      let place = base + way * 2
      let found = UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
      if found == print { return false }
      guard found == 0 else { continue }
      bytes[place] = UInt8(truncatingIfNeeded: print)
      bytes[place + 1] = UInt8(print >> 8)
      for (column, weight) in weights.enumerated() {
        bytes[base + ways * 2 + way * columns + column] = UInt8(bitPattern: weight)
      }
      return true
    }
    return false
  }
}
