/// A sentence as the tagger learns from it: its tokens and the features of each.
package struct NameSample {
  /// Bytes of each token in its text, a possessive ending left off.
  package let tokens: [Range<Int>]
  package let features: [[FeatureHash]]
  /// Whether each token alone is in the list of peoples and faiths.
  package let isNationality: [Bool]

  /// The sentences of a text. The corpus says whether it is informal; without
  /// `usesLists` as if no list held its names.
  package static func samples(
    of text: [UInt8], isInformal: Bool, usesLists: Bool = true
  ) throws(Failure) -> [NameSample] {
    let source = try SourceText.decode(path: "sample", bytes: text).text
    let words = TokenizedText(Document(plain: source))
    let reading = NameReading(words, lexicon: .shared)
    let list = WordList.builtIn
    return words.sentences.map { sentence in
      let features = NameFeatures(
        sentence, reading, list, isInformal: isInformal, usesLists: usesLists)
      return NameSample(
        tokens: sentence.tokens.map { reading.words[$0].range.offsets },
        features: (0..<features.count).map { token in
          var found: [FeatureHash] = []
          features.forEach(at: token) { found.append($0) }
          return found
        },
        isNationality: sentence.tokens.map {
          list[reading.words[$0].key].lists.contains(.nationality)
        })
    }
  }
}

extension NameTagger {
  /// The names that a model finds in a text, as bytes of it.
  package static func names(
    in text: [UInt8], model: SequenceModel
  ) throws(Failure) -> [(range: Range<Int>, kind: NameKind)] {
    let source = try SourceText.decode(path: "sample", bytes: text).text
    let words = TokenizedText(Document(plain: source))
    let reading = NameReading(words, lexicon: .shared)
    var tagger = NameTagger(model: model, list: .builtIn)
    var found: [(range: Range<Int>, kind: NameKind)] = []
    let isInformal = NameFeatures.isInformal(reading)
    for sentence in words.sentences {
      for name in tagger.names(in: sentence, of: reading, isInformal: isInformal) {
        found.append((reading.range(of: name.tokens).offsets, name.kind))
      }
    }
    return found
  }
}
