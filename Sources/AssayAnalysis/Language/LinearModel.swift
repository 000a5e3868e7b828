/// A linear classifier over hashed features: one score a class, turned into probabilities.
///
/// Its parameters are one bias a class.
public struct LinearModel {
  private let weights: WeightTable

  /// Nil where the bytes are no model with a bias for each of its classes.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard let table = WeightTable(bytes), table.parameters.count == table.columns else {
      return nil
    }
    weights = table
  }

  public var classCount: Int { weights.columns }

  /// Sums of weights, one lane a class, in units of `WeightTable.scale`.
  public typealias Sums = WeightSums

  /// Adds the weights of the features that `features` hands to its argument.
  @inline(__always)
  func add(to sums: inout Sums, _ features: (_ note: (FeatureHash) -> Void) -> Void) {
    weights.add(to: &sums, features)
  }

  /// Adds the weights of features.
  public func add(_ features: [FeatureHash], to sums: inout Sums) {
    features.withUnsafeBufferPointer { weights.add($0, to: &sums) }
  }

  /// The score of each class: bias plus sum.
  public func scores(_ sums: Sums) -> [Float] { (0..<classCount).map { score(sums, of: $0) } }

  @inline(__always)
  func score(_ sums: Sums, of index: Int) -> Float {
    weights.parameters[index] + Float(sums[index]) * weights.scale
  }

  /// The scores of a model of three classes.
  func threeScores(_ sums: Sums) -> SIMD3<Double> {
    SIMD3(
      Double(score(sums, of: 0)), Double(score(sums, of: 1)), Double(score(sums, of: 2)))
  }

  /// The probability of each class.
  public func probabilities(_ sums: Sums) -> [Double] {
    softmax(scores(sums).map { Double($0) })
  }

  /// How much a feature speaks for a class.
  public func weight(of feature: FeatureHash, for index: Int) -> Float {
    weights.weight(of: feature, column: index)
  }
}

/// Scores as probabilities, by their exponentials.
func softmax(_ scores: [Double]) -> [Double] {
  let highest = scores.max() ?? 0
  let powers = scores.map { exponential($0 - highest) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}

/// e to the power of a number that is at most 0, by its series; the same on every machine.
func exponential(_ power: Double) -> Double {
  guard power > -40 else { return 0 }
  // Halved until the series converges fast, then squared back.
  let halvings = 8
  let small = power / Double(1 << halvings)
  var result = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
  for _ in 0..<halvings { result *= result }
  return result
}
