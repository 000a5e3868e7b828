import AssayAnalysis
import Glibc

/// A sentence to learn from: each token's features, and the labels that it may have.
struct SequenceExample {
  /// Numbers of features, all tokens' after one another.
  let features: [Int32]
  /// Where each token's features begin, and the end.
  let starts: [Int32]
  /// Lanes that each token may take, as bits.
  let allowed: [UInt16]
}

/// Fits a linear-chain conditional random field by AdaGrad.
///
/// Where a corpus says only that a token is one of several labels, the sum over all of them is made
/// more likely. The weights of the last epochs are averaged.
struct SequenceTrainer {
  typealias Lanes = SIMD16<Float>

  var epochs = 10
  var rate: Float = 0.08
  /// Share of the features left out each time a sentence is seen.
  var dropout: Float = 0.15
  /// How much of each weight is taken off after an epoch.
  var decay: Float = 0.02
  var seed: UInt64 = 1

  private(set) var weights: [Lanes]
  private(set) var transitions: [Lanes]
  private var squares: [Lanes]
  private var transitionSquares: [Lanes]
  private var generator: SeededGenerator

  private static let lanes = SequenceModel.laneCount
  private static let labels = SequenceModel.outside + 1

  init(featureCount: Int, seed: UInt64) {
    self.seed = seed
    generator = SeededGenerator(seed: seed)
    weights = Array(repeating: .zero, count: featureCount)
    squares = Array(repeating: Lanes(repeating: 1e-3), count: featureCount)
    // Row 16 is the start.
    transitions = Array(repeating: .zero, count: Self.lanes + 1)
    transitionSquares = Array(repeating: Lanes(repeating: 1e-1), count: Self.lanes + 1)
  }

  mutating func fit(_ examples: [SequenceExample], report: (String) -> Void) {
    var order = Array(examples.indices)
    var sums = [Lanes](repeating: .zero, count: weights.count)
    var transitionSums = [Lanes](repeating: .zero, count: transitions.count)
    let averaged = max(1, epochs / 2)
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      var loss: Float = 0
      for place in order { loss += learn(examples[place]) }
      let kept = 1 - decay
      for place in weights.indices { weights[place] *= kept }
      report("epoch \(epoch + 1): loss \(loss / Float(examples.count))")
      guard epoch >= epochs - averaged else { continue }
      for place in sums.indices { sums[place] += weights[place] }
      for place in transitionSums.indices { transitionSums[place] += transitions[place] }
    }
    weights = sums.map { $0 / Float(averaged) }
    transitions = transitionSums.map { $0 / Float(averaged) }
  }

  /// The parameters that `SequenceModel` reads: starts, then transitions; forbidden ones far below.
  ///
  /// - Parameter recall: is added to every beginning of a name.
  func parameters(recall: Float) -> [Float] {
    let impossible: Float = -1e6
    func row(_ scores: Lanes, _ isPossible: (Int) -> Bool) -> [Float] {
      (0..<Self.lanes).map {
        let isBeginning = $0 < SequenceModel.columnCount && $0 % 2 == 0
        return isPossible($0) ? scores[$0] + (isBeginning ? recall : 0) : impossible
      }
    }
    let starts = row(transitions[Self.lanes]) {
      $0 == SequenceModel.outside || $0 < SequenceModel.columnCount && $0 % 2 == 0
    }
    return starts
      + (0..<Self.lanes).flatMap { previous in
        row(transitions[previous]) {
          previous < Self.labels && SequenceModel.mayFollow($0, previous)
        }
      }
  }
}

extension SequenceTrainer {
  /// One step of gradient descent; the loss before it.
  private mutating func learn(_ example: SequenceExample) -> Float {
    let count = example.allowed.count
    var features: [Int32] = []
    var starts: [Int32] = [0]
    features.reserveCapacity(example.features.count)
    for token in 0..<count {
      for place in Int(example.starts[token])..<Int(example.starts[token + 1])
      where generator.unit() >= dropout {
        features.append(example.features[place])
      }
      starts.append(Int32(features.count))
    }
    let potentials = self.potentials(features, starts, count)
    let steps = expTransitions()
    let free = Lattice(potentials, steps, allowed: nil)
    let bound = Lattice(potentials, steps, allowed: example.allowed)
    guard free.logSum.isFinite, bound.logSum.isFinite else { return 0 }
    for token in 0..<count {
      let gradient = free.marginals[token] - bound.marginals[token]
      for place in Int(starts[token])..<Int(starts[token + 1]) {
        update(Int(features[place]), gradient)
      }
    }
    for previous in 0...Self.lanes {
      updateTransition(previous, free.transitions[previous] - bound.transitions[previous])
    }
    return free.logSum - bound.logSum
  }

  @inline(__always)
  private mutating func update(_ feature: Int, _ gradient: Lanes) {
    var gradient = gradient
    gradient[SequenceModel.outside] = 0
    let square = squares[feature] + gradient * gradient
    squares[feature] = square
    weights[feature] -= rate * gradient / square.squareRoot()
  }

  @inline(__always)
  private mutating func updateTransition(_ row: Int, _ gradient: Lanes) {
    transitionSquares[row] += gradient * gradient
    transitions[row] -= rate * 0.5 * gradient / transitionSquares[row].squareRoot()
  }

  /// The exponential of each token's scores, its highest taken off.
  private func potentials(_ features: [Int32], _ starts: [Int32], _ count: Int) -> [Lanes] {
    (0..<count).map { token in
      var sum = Lanes.zero
      for place in Int(starts[token])..<Int(starts[token + 1]) {
        sum += weights[Int(features[place])]
      }
      sum[15] = -100
      let highest = sum.max()
      var result = Lanes.zero
      for lane in 0..<Self.labels { result[lane] = expf(sum[lane] - highest) }
      return result
    }
  }

  private func expTransitions() -> [Lanes] {
    (0...Self.lanes).map { previous in
      var row = Lanes.zero
      for label in 0..<Self.labels {
        let isPossible =
          previous == Self.lanes
          ? label == SequenceModel.outside || label % 2 == 0
          : previous < Self.labels && SequenceModel.mayFollow(label, previous)
        if isPossible { row[label] = expf(transitions[previous][label]) }
      }
      return row
    }
  }
}

/// Forward and backward sums over all paths of a sentence, or over those that are allowed.
private struct Lattice {
  typealias Lanes = SIMD16<Float>

  /// Less the highest scores of the tokens, the same for all lattices of a sentence.
  let logSum: Float
  let marginals: [Lanes]
  /// Expected counts of one label behind another; row 16 is the start.
  let transitions: [Lanes]

  init(_ potentials: [Lanes], _ steps: [Lanes], allowed: [UInt16]?) {
    let labels = SequenceModel.outside + 1
    let start = SequenceModel.laneCount
    let count = potentials.count
    let emissions = potentials.indices.map { token in
      guard let allowed else { return potentials[token] }
      var masked = Lanes.zero
      for lane in 0..<labels where allowed[token] & 1 << UInt16(lane) != 0 {
        masked[lane] = potentials[token][lane]
      }
      return masked
    }
    var forward = [Lanes](repeating: .zero, count: count)
    var scales = [Float](repeating: 1, count: count)
    var logSum: Float = 0
    for token in 0..<count {
      var sum = Lanes.zero
      if token == 0 {
        sum = steps[start]
      } else {
        let previous = forward[token - 1]
        for label in 0..<labels { sum += steps[label] * previous[label] }
      }
      sum *= emissions[token]
      let scale = sum.sum()
      scales[token] = scale
      logSum += logf(scale)
      forward[token] = sum / scale
    }
    var backward = Lanes(repeating: 1)
    var marginals = [Lanes](repeating: .zero, count: count)
    var transitions = [Lanes](repeating: .zero, count: start + 1)
    for token in stride(from: count - 1, through: 0, by: -1) {
      marginals[token] = forward[token] * backward
      let reach = emissions[token] * backward / scales[token]
      guard token > 0 else {
        transitions[start] += steps[start] * reach
        break
      }
      var next = Lanes.zero
      let previous = forward[token - 1]
      for label in 0..<labels {
        let row = steps[label] * reach
        transitions[label] += row * previous[label]
        next[label] = row.sum()
      }
      backward = next
    }
    self.logSum = logSum
    self.marginals = marginals
    self.transitions = transitions
  }
}
