import AssayAnalysis
import Glibc

/// One text to learn from: its features and its class.
struct LinearExample {
  let features: [FeatureHash]
  let label: Int
  /// How much it counts.
  var weight: Float = 1
}

/// Fits a multinomial logistic regression by AdaGrad, and averages the weights of its last epochs.
struct LinearTrainer {
  var classCount: Int
  var epochs = 12
  var rate: Float = 0.1
  /// Share of a text's features left out each time it is seen, so that none is relied on alone.
  var dropout: Float = 0.1
  /// How much of each weight is taken off after an epoch.
  var decay: Float = 0.01
  /// A feature that fewer texts have is left out.
  var minimumCount: Int32 = 2
  var seed: UInt64 = 1

  /// What was learnt; `model(buckets:)` packs it.
  struct Fit {
    let index: FeatureIndex
    let weights: [Float]
    let biases: [Float]
    let classCount: Int

    func model(bucketCount: Int) -> ModelFile {
      ModelFile(
        features: index.features, weights: weights, columns: classCount, parameters: biases,
        bucketCount: bucketCount)
    }
  }

  func fit(_ examples: [LinearExample]) -> Fit {
    let index = FeatureIndex(minimum: minimumCount) { note in
      for example in examples { example.features.forEach(note) }
    }
    let rows = examples.map { index.numbers(of: $0.features) }
    var state = State(features: index.count, classes: classCount, rate: rate)
    var generator = SeededGenerator(seed: seed)
    var order = Array(examples.indices)
    var sums = [Float](repeating: 0, count: state.weights.count)
    let averaged = max(1, epochs / 2)
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      for place in order {
        let kept = rows[place].filter { _ in generator.unit() >= dropout }
        state.learn(kept, label: examples[place].label, weight: examples[place].weight)
      }
      for place in state.weights.indices { state.weights[place] *= 1 - decay }
      guard epoch >= epochs - averaged else { continue }
      for place in sums.indices { sums[place] += state.weights[place] / Float(averaged) }
    }
    let split = index.count * classCount
    return Fit(
      index: index, weights: Array(sums[..<split]), biases: Array(sums[split...]),
      classCount: classCount)
  }

  /// Weights, a row a feature and a last row of biases, with AdaGrad's sums of squares.
  private struct State {
    var weights: [Float]
    private var squares: [Float]
    private var scores: [Float]
    private let classes: Int
    private let bias: Int32
    private let rate: Float

    init(features: Int, classes: Int, rate: Float) {
      weights = Array(repeating: 0, count: (features + 1) * classes)
      squares = Array(repeating: 1e-4, count: (features + 1) * classes)
      scores = Array(repeating: 0, count: classes)
      self.classes = classes
      bias = Int32(features)
      self.rate = rate
    }

    mutating func learn(_ features: [Int32], label: Int, weight: Float) {
      for column in 0..<classes { scores[column] = 0 }
      for feature in features + [bias] {
        let row = Int(feature) * classes
        for column in 0..<classes { scores[column] += weights[row + column] }
      }
      let highest = scores.max() ?? 0
      var total: Float = 0
      for column in 0..<classes {
        scores[column] = expf(scores[column] - highest)
        total += scores[column]
      }
      for column in 0..<classes {
        scores[column] = weight * (scores[column] / total - (column == label ? 1 : 0))
      }
      for feature in features + [bias] {
        let row = Int(feature) * classes
        for column in 0..<classes {
          let gradient = scores[column]
          squares[row + column] += gradient * gradient
          weights[row + column] -= rate * gradient / squares[row + column].squareRoot()
        }
      }
    }
  }
}
