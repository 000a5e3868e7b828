import AssayAnalysis

extension [LinearExample] {
  /// The same with classes that weigh alike, since nobody knows how often each stands in the texts
  /// to come.
  var balanced: [LinearExample] {
    var totals = [Float](repeating: 0, count: (map(\.label).max() ?? 0) + 1)
    for example in self { totals[example.label] += example.weight }
    let mean = totals.reduce(0, +) / Float(totals.count)
    return map {
      LinearExample(
        features: $0.features, label: $0.label, weight: $0.weight * mean / totals[$0.label])
    }
  }
}

extension ModelFile {
  /// The mean of the classes' F1 over examples that were not trained on, in points of 100.
  func macroF1(_ examples: [LinearExample]) -> Float {
    bytes.withUnsafeBytes { bytes in
      guard let model = LinearModel(bytes) else { return 0 }
      var hits = [Float](repeating: 0, count: model.classCount)
      var sizes = hits
      for example in examples {
        var sums = LinearModel.Sums()
        model.add(example.features, to: &sums)
        let scores = model.scores(sums)
        let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
        sizes[best] += 1
        sizes[example.label] += 1
        if best == example.label { hits[best] += 1 }
      }
      let all = zip(hits, sizes).map { 200 * $0 / max(1, $1) }
      return all.reduce(0, +) / Float(all.count)
    }
  }
}
