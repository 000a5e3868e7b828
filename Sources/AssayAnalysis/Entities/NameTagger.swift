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
  private var features = NameFeatures()
  private var emissions: [WeightSums] = []
  /// What the sentence adds to each of its capitalised tokens.
  private var ofSentence = WeightSums()
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

  /// The domain of a text, which the names of its sentences go by.
  func domain(of reading: NameReading) -> TextDomain { model.domains.domain(of: reading, list) }

  /// The names of a sentence, in order.
  mutating func names(
    in sentence: Sentence, of reading: NameReading, isInformal: Bool, domain: TextDomain
  ) -> [TaggedName] {
    guard features.read(sentence, reading, list, isInformal: isInformal, domain: domain) else {
      return []
    }
    ofSentence = model.sums { features.forEachOfSentence($0) }
    emissions.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    var token = 0
    while token < features.count {
      if features.isPlain(at: token) {
        emissions.append(WeightSums())
        labels.append(UInt8(SequenceModel.outside))
        token += 1
      } else {
        token = readStretch(from: token)
      }
    }
    var names = NameTagger.names(labels, from: sentence.tokens.lowerBound)
    for index in names.indices {
      names[index].margin = margin(of: names[index], from: sentence.tokens.lowerBound)
    }
    return names
  }

  /// Labels the tokens from one up to the next plain one, which is outside.
  private mutating func readStretch(from start: Int) -> Int {
    var end = start
    repeat {
      var sums = model.sums { features.forEach(at: end, $0) }
      if features.isCapitalised(at: end) { sums &+= ofSentence }
      emissions.append(sums)
      end += 1
    } while end < features.count && !features.isPlain(at: end)
    let surroundings = SequenceModel.Surroundings(
      startsSentence: start == 0, endsSentence: end == features.count)
    emissions.withUnsafeBufferPointer {
      model.decode(UnsafeBufferPointer(rebasing: $0[start..<end]), in: surroundings, into: &labels)
    }
    return end
  }

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
