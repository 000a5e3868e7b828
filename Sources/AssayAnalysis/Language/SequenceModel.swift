/// A linear-chain model over hashed features: the best sequence of labels for a sentence.
///
/// Labels are the lanes of a vector. Each of the seven kinds of name has two, "begins" and "goes
/// on"; lane 14 says that a token belongs to no name, and its features weigh nothing, since only
/// differences count. Lane 15 is not used. The parameters are 16 scores of starting with each label,
/// then 16 × 16 of one label behind another; behind them stand the weights of the domains.
public struct SequenceModel {
  private let weights: WeightTable
  /// Of starting with each name that begins, and of starting outside.
  private let starts: Half
  /// For each label in order, the scores of the names that begin behind it, and of outside.
  private let beginnings: [Half]
  /// The scores of going on behind a name's first token, and behind a later one.
  private let goingOn: (second: Half, later: Half)
  /// The scores of outside behind each label.
  private let outsideBehind: WeightSums

  /// Scores of the labels with even numbers, or of those with odd ones. Names that begin have even
  /// ones, and so has outside.
  typealias Half = SIMD8<Int16>

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
      table.parameters.count == SequenceModel.parameterCount + DomainWeights.count
    else { return nil }
    weights = table
    func score(_ row: Int, _ lane: Int) -> Int16 {
      let score = table.parameters[row * SequenceModel.laneCount + lane] / table.scale
      return Int16(max(Float(SequenceModel.impossible), min(12_000, score.rounded())))
    }
    let evens = (0...SequenceModel.outside + 1).map { row in
      Half((0..<8).map { score(row, 2 * $0) })
    }
    starts = evens[0]
    beginnings = Array(evens[1...])
    outsideBehind = WeightSums(
      even: Half((0..<8).map { score(1 + 2 * $0, SequenceModel.outside) }),
      odd: Half((0..<8).map { score(2 + 2 * $0, SequenceModel.outside) }))
    goingOn = (
      second: Half((0..<8).map { score(1 + 2 * $0, 2 * $0 + 1) }),
      later: Half((0..<8).map { score(2 + 2 * $0, 2 * $0 + 1) })
    )
  }

  /// What tells the domain of a text.
  var domains: DomainWeights { DomainWeights(weights.parameters[SequenceModel.parameterCount...]) }

  /// What one unit of a score stands for, in natural logarithms.
  public var scale: Float { weights.scale }

  /// Whether a label may stand behind another: a name goes on only behind a token of its own kind.
  public static func mayFollow(_ label: Int, _ previous: Int) -> Bool {
    guard label < columnCount, label % 2 == 1 else { return label <= outside }
    return previous == label || previous == label - 1
  }

  /// The sums of a token's features, which `features` hands to its argument.
  @inline(__always)
  func sums(_ features: (_ note: (FeatureHash) -> Void) -> Void) -> WeightSums {
    var sums = WeightSums()
    weights.add(to: &sums, features)
    return sums
  }

  /// How much a feature speaks for a label, in natural logarithms.
  func weight(of feature: FeatureHash, for label: Int) -> Float {
    weights.weight(of: feature, column: label)
  }
}

extension SequenceModel {
  /// What stands before and behind a stretch of tokens: the ends of its sentence, or a token outside.
  struct Surroundings {
    let startsSentence: Bool
    let endsSentence: Bool
  }

  /// Appends the labels of the path with the highest sum through a stretch of tokens.
  ///
  /// - Parameter emissions: each token's sums of weights; lanes 14 and 15 are of no meaning.
  func decode(
    _ emissions: UnsafeBufferPointer<WeightSums>, in surroundings: Surroundings,
    into labels: inout [UInt8]
  ) {
    guard let first = emissions.first else { return }
    withUnsafeTemporaryAllocation(of: WeightSums.self, capacity: emissions.count) { scores in
      beginnings.withUnsafeBufferPointer { beginnings in
        let before = surroundings.startsSentence ? starts : beginnings[SequenceModel.outside]
        var now = WeightSums(
          even: before, odd: Half(repeating: SequenceModel.impossible))
        now &+= cleaned(first)
        now = normalised(now)
        scores.initializeElement(at: 0, to: now)
        for index in 1..<emissions.count {
          now = step(from: now, beginnings)
          now &+= cleaned(emissions[index])
          now = normalised(now)
          scores.initializeElement(at: index, to: now)
        }
        trace(UnsafeBufferPointer(scores), beginnings, surroundings, into: &labels)
      }
    }
  }

  /// The best score of each label behind those of the token before.
  @inline(__always)
  private func step(
    from scores: WeightSums, _ beginnings: UnsafeBufferPointer<Half>
  ) -> WeightSums {
    var best = Half(repeating: .min)
    for kind in 0..<7 {
      best.raise(to: beginnings[2 &* kind] &+ Half(repeating: scores.even[kind]))
      best.raise(to: beginnings[2 &* kind &+ 1] &+ Half(repeating: scores.odd[kind]))
    }
    best.raise(to: beginnings[SequenceModel.outside] &+ Half(repeating: scores.even[7]))
    var later = scores.even &+ goingOn.second
    later.raise(to: scores.odd &+ goingOn.later)
    return WeightSums(even: best, odd: later)
  }

  /// Outside weighs nothing, and lane 15 is no label: it stays as impossible as it starts.
  @inline(__always)
  private func cleaned(_ emission: WeightSums) -> WeightSums {
    var scores = emission
    scores.even[7] = 0
    scores.odd[7] = 0
    return scores
  }

  /// Against the highest, so that no sum overflows.
  @inline(__always)
  private func normalised(_ scores: WeightSums) -> WeightSums {
    var eight = scores.even
    eight.raise(to: scores.odd)
    let highest = Half(repeating: highest(of: eight))
    var result = WeightSums(even: scores.even &- highest, odd: scores.odd &- highest)
    result.even.raise(to: Half(repeating: SequenceModel.impossible))
    result.odd.raise(to: Half(repeating: SequenceModel.impossible))
    return result
  }

  /// The path is found backwards from the sums alone: which label led to the best is asked of one
  /// label a token. The first of equals stands.
  private func trace(
    _ scores: UnsafeBufferPointer<WeightSums>, _ beginnings: UnsafeBufferPointer<Half>,
    _ surroundings: Surroundings, into labels: inout [UInt8]
  ) {
    let start = labels.count
    labels.append(contentsOf: repeatElement(UInt8(SequenceModel.outside), count: scores.count))
    var index = scores.count - 1
    var label: Int
    if surroundings.endsSentence {
      label = 0
      for lane in 1...SequenceModel.outside where scores[index][lane] > scores[index][label] {
        label = lane
      }
    } else {
      label = origin(of: SequenceModel.outside, scores[index], beginnings)
    }
    labels[start + index] = UInt8(label)
    while index > 0 {
      index -= 1
      label = origin(of: label, scores[index], beginnings)
      labels[start + index] = UInt8(label)
    }
  }

  /// Whether outside is surely best before outside, as it is between most tokens.
  private func isOutside(before scores: WeightSums) -> Bool {
    var others = scores.even &+ outsideBehind.even
    let own = others[7]
    others[7] = .min
    others.raise(to: scores.odd &+ outsideBehind.odd)
    return highest(of: others) < own
  }

  @inline(__always)
  private func highest(of scores: Half) -> Int16 {
    let four = pointwiseMax(scores.lowHalf, scores.highHalf)
    let two = pointwiseMax(four.lowHalf, four.highHalf)
    return max(two[0], two[1])
  }

  /// The label before another on the best path to it.
  private func origin(
    of label: Int, _ scores: WeightSums, _ beginnings: UnsafeBufferPointer<Half>
  ) -> Int {
    let lane = label >> 1
    guard label & 1 == 0 else {
      let second = scores.even[lane] &+ goingOn.second[lane]
      let later = scores.odd[lane] &+ goingOn.later[lane]
      return later > second ? label : label - 1
    }
    if label == SequenceModel.outside, isOutside(before: scores) { return label }
    var best = 0
    var highest = Int16.min
    for previous in 0...SequenceModel.outside {
      let score = scores[previous] &+ beginnings[previous][lane]
      if score > highest { (best, highest) = (previous, score) }
    }
    return best
  }
}

extension SIMD8<Int16> {
  @inline(__always)
  fileprivate mutating func raise(to other: SIMD8<Int16>) { self = pointwiseMax(self, other) }
}
