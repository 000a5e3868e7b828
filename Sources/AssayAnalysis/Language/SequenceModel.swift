/// A linear-chain model over hashed features: the best sequence of labels for a sentence.
///
/// Labels are the lanes of a vector. Each of the seven kinds of name has two, "begins" and "goes
/// on"; lane 14 says that a token belongs to no name, and its features weigh nothing, since only
/// differences count. Lane 15 is not used. The parameters are 16 scores of starting with each label,
/// then 16 × 16 of one label behind another.
public struct SequenceModel {
  private let weights: WeightTable
  private var starts = Scores(repeating: SequenceModel.impossible)
  private var transitions: [Scores] = []

  public typealias Scores = SIMD16<Int16>
  public typealias Path = SIMD16<UInt8>

  public static let laneCount = 16
  public static let columnCount = 14
  /// The label of a token that belongs to no name.
  public static let outside = 14
  /// A score that no path survives.
  public static let impossible: Int16 = -12_000
  public static let parameterCount = laneCount + laneCount * laneCount

  /// Nil where the bytes are no model of this kind.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard let table = WeightTable(bytes), table.columns == SequenceModel.columnCount,
      table.parameters.count == SequenceModel.parameterCount
    else { return nil }
    weights = table
    let rows = (0...SequenceModel.laneCount).map { row in
      Scores(
        (0..<SequenceModel.laneCount).map { lane in
          let score = table.parameters[row * SequenceModel.laneCount + lane] / table.scale
          return Int16(max(Float(SequenceModel.impossible), min(12_000, score.rounded())))
        })
    }
    starts = rows[0]
    transitions = Array(rows[1...])
  }

  /// What one unit of a score stands for, in natural logarithms.
  public var scale: Float { weights.scale }

  /// Whether a label may stand behind another: a name goes on only behind a token of its own kind.
  public static func mayFollow(_ label: Int, _ previous: Int) -> Bool {
    guard label < columnCount, label % 2 == 1 else { return label <= outside }
    return previous == label || previous == label - 1
  }

  @inline(__always)
  func add(_ feature: FeatureHash, to scores: inout Scores) {
    weights.add(feature, to: &scores)
  }

  /// How much a feature speaks for a label, in natural logarithms.
  func weight(of feature: FeatureHash, for label: Int) -> Float {
    weights.weight(of: feature, column: label)
  }

  /// The labels of the path with the highest sum.
  ///
  /// - Parameter emissions: each token's sums of weights; lanes 14 and 15 are of no meaning.
  func decode(_ emissions: UnsafeBufferPointer<Scores>, into labels: inout [UInt8]) {
    labels.removeAll(keepingCapacity: true)
    guard !emissions.isEmpty else { return }
    var paths: [Path] = []
    paths.reserveCapacity(emissions.count)
    var scores = starts &+ cleaned(emissions[0])
    for emission in emissions.dropFirst() {
      scores &-= Scores(repeating: scores.max())
      scores.clamp(
        lowerBound: Scores(repeating: SequenceModel.impossible),
        upperBound: Scores(repeating: 0))
      var best = Scores(repeating: .min)
      var origin = Scores.zero
      for previous in 0...SequenceModel.outside {
        let candidate = transitions[previous] &+ Scores(repeating: scores[previous])
        let isBetter = candidate .> best
        best.replace(with: candidate, where: isBetter)
        origin.replace(with: Int16(previous), where: isBetter)
      }
      paths.append(Path(truncatingIfNeeded: origin))
      scores = best &+ cleaned(emission)
    }
    trace(paths, from: scores, into: &labels)
  }

  @inline(__always)
  private func cleaned(_ emission: Scores) -> Scores {
    var scores = emission
    scores[14] = 0
    scores[15] = SequenceModel.impossible
    return scores
  }

  private func trace(_ paths: [Path], from scores: Scores, into labels: inout [UInt8]) {
    var label = 0
    for lane in 1...SequenceModel.outside where scores[lane] > scores[label] { label = lane }
    labels.append(UInt8(label))
    for path in paths.reversed() {
      label = Int(path[label])
      labels.append(UInt8(label))
    }
    labels.reverse()
  }
}
