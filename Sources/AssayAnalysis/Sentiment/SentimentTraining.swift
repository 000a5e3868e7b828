/// What the training of the models of feeling asks of the code that runs them.
package enum SentimentTraining {
  /// The features of a whole text, as one stretch.
  package static func features(of text: String) -> [FeatureHash] {
    let words = TokenizedText(Document(plain: SourceText(text)))
    let reader = FeelingReader(words: words, lexicon: FeelingLexicon.shared)
    var features: [FeatureHash] = []
    var balance = FeelingFeatures.Balance()
    for sentence in words.sentences {
      let reading = reader.read(sentence)
      FeelingFeatures.forEachWord(of: reading) { feature, _ in features.append(feature) }
      balance.add(reading, in: words)
    }
    balance.forEach { features.append($0) }
    return features
  }

  /// The features of a thing mentioned in a text, as bytes of it; nil where no sentence holds it.
  package static func features(of text: String, towards bytes: Range<Int>) -> [FeatureHash]? {
    let document = Document(plain: SourceText(text))
    let words = TokenizedText(document)
    let target = document.text.textRange(of: SourceRange(bytes))
    guard let sentence = words.sentence(holding: target) else { return nil }
    let reader = FeelingReader(words: words, lexicon: FeelingLexicon.shared)
    let reading = reader.read(sentence)
    let place = reading.items(words.tokens(in: target, of: sentence))
    var features: [FeatureHash] = []
    TargetFeatures.forEach(of: place, in: TargetSentence(reading, in: words)) { feature, _ in
      features.append(feature)
    }
    return features
  }

  /// The classes of the model, in their order.
  package static var classes: [String] { FeelingJudge.classes }
}
