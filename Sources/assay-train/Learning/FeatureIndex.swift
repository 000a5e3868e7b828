import AssayAnalysis

/// Numbers the features of a training set that occur often enough.
struct FeatureIndex {
  private var numbers: [FeatureHash: Int32] = [:]
  private(set) var features: [FeatureHash] = []
  /// How often each occurs.
  private(set) var counts: [Int32] = []

  var count: Int { features.count }

  /// Numbers the features that `forEach` hands out at least `minimum` times, by first appearance.
  init(minimum: Int32, forEach: ((FeatureHash) -> Void) -> Void) {
    var occurrences: [FeatureHash: Int32] = [:]
    var order: [FeatureHash] = []
    forEach { feature in
      let count = occurrences[feature, default: 0]
      if count == 0 { order.append(feature) }
      occurrences[feature] = count + 1
    }
    for feature in order {
      guard let count = occurrences[feature], count >= minimum else { continue }
      numbers[feature] = Int32(features.count)
      features.append(feature)
      counts.append(count)
    }
  }

  subscript(feature: FeatureHash) -> Int32? { numbers[feature] }

  /// Numbers of those features of a list that are known.
  func numbers(of list: [FeatureHash]) -> [Int32] { list.compactMap { numbers[$0] } }
}
