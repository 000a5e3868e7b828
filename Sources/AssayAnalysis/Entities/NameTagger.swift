import CModels

/// A name that the tagger found.
struct TaggedName {
  let tokens: Range<Int>
  let kind: NameKind
  /// How far its kind is ahead of all others and of none, in natural logarithms, a token's mean.
  var margin: Float = 0
}

/// Finds names with the trained model, a sentence at a time.
package struct NameTagger {
  let model: SequenceModel
  let list: WordList
  private var emissions: [SequenceModel.Scores] = []
  private var labels: [UInt8] = []

  init(model: SequenceModel, list: WordList) {
    self.model = model
    self.list = list
  }

  /// With the model and the list that the program carries.
  static var builtIn: NameTagger {
    let bytes = assay_names_model()
    guard
      let model = SequenceModel(UnsafeRawBufferPointer(start: bytes.bytes, count: bytes.count))
    else {
      preconditionFailure("Models/names.model must be what assay-train names writes")
    }
    return NameTagger(model: model, list: .builtIn)
  }

  /// The names of a sentence, in order.
  mutating func names(
    in sentence: Sentence, of reading: NameReading, isInformal: Bool
  ) -> [TaggedName] {
    let features = NameFeatures(sentence, reading, list, isInformal: isInformal)
    emissions.removeAll(keepingCapacity: true)
    for token in 0..<features.count {
      if features.isPlain(at: token) {
        emissions.append(NameTagger.outside)
        continue
      }
      var scores = SequenceModel.Scores.zero
      features.forEach(at: token) { model.add($0, to: &scores) }
      emissions.append(scores)
    }
    emissions.withUnsafeBufferPointer { model.decode($0, into: &labels) }
    var names = NameTagger.names(labels, from: sentence.tokens.lowerBound)
    for index in names.indices {
      names[index].margin = margin(of: names[index], from: sentence.tokens.lowerBound)
    }
    return names
  }

  /// The scores of a token that is surely in no name.
  private static let outside = SequenceModel.Scores(repeating: -3_000)

  private func margin(of name: TaggedName, from start: Int) -> Float {
    var sum: Float = 0
    for token in name.tokens {
      let scores = emissions[token - start]
      let own = max(scores[name.kind.begins], scores[name.kind.goesOn])
      var other: Int16 = 0
      for label in 0..<SequenceModel.columnCount where label / 2 != Int(name.kind.rawValue) {
        other = max(other, scores[label])
      }
      sum += Float(own) - Float(other)
    }
    return sum * model.scale / Float(name.tokens.count)
  }

  /// The names that labels spell; `start` is the first label's token.
  static func names(_ labels: [UInt8], from start: Int) -> [TaggedName] {
    var names: [TaggedName] = []
    var index = 0
    while index < labels.count {
      guard let kind = NameKind(label: Int(labels[index])) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < labels.count, Int(labels[end]) == kind.goesOn { end += 1 }
      names.append(TaggedName(tokens: start + index..<start + end, kind: kind))
      index = end
    }
    return names
  }
}
