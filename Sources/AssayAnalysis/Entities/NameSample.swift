/// A sentence as the tagger learns from it: its tokens and the features of each.
package struct NameSample {
  /// Bytes of each token in its text, a possessive ending left off.
  package let tokens: [Range<Int>]
  package let features: [[FeatureHash]]
  /// Whether each token alone is in the list of peoples and faiths.
  package let isNationality: [Bool]

  /// The sentences of a text; without `usesLists` as if no list held its names.
  package static func samples(
    of text: [UInt8], domain: TextDomain, usesLists: Bool
  ) throws(Failure) -> [NameSample] {
    let source = try SourceText.decode(path: "sample", bytes: text).text
    let words = TokenizedText(Document(plain: source))
    let reading = NameReading(words, lexicon: .shared)
    let list = WordList.builtIn
    let isInformal = NameFeatures.isInformal(reading)
    return words.sentences.map { sentence in
      let features = NameFeatures(
        sentence, reading, list, isInformal: isInformal, domain: domain, usesLists: usesLists)
      return NameSample(
        tokens: sentence.tokens.map { reading.words[$0].range.offsets },
        features: (0..<features.count).map { token in
          var found: [FeatureHash] = []
          features.forEach(at: token) { found.append($0) }
          if features.isCapitalised(at: token) {
            features.forEachOfSentence { found.append($0) }
          }
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
    let domain = tagger.domain(of: reading)
    for sentence in words.sentences {
      for name in tagger.names(in: sentence, of: reading, isInformal: isInformal, domain: domain) {
        found.append((reading.range(of: name.tokens).offsets, name.kind))
      }
    }
    return found
  }
}

extension TextDomain {
  /// The clusters of a text's words by which its domain is told.
  package static func clusters(of text: [UInt8]) throws(Failure) -> [Int] {
    let source = try SourceText.decode(path: "sample", bytes: text).text
    let reading = NameReading(TokenizedText(Document(plain: source)), lexicon: .shared)
    var clusters: [Int] = []
    forEachCluster(of: reading, .builtIn) { clusters.append($0) }
    return clusters
  }
}
