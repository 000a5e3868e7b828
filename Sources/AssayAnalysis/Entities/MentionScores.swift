extension PartAnalysis {
  /// How much the trained tagger speaks for each kind of name at the first word of a mention, in
  /// natural logarithms against its being in no name; the likeliest first.
  ///
  /// It is worked out anew, for `assay explain`.
  public func taggerScores(
    of mention: Mention, isComment: Bool
  ) -> [(kind: NameKind, score: Double)] {
    guard words.sentences.indices.contains(mention.sentence) else { return [] }
    let sentence = words.sentences[mention.sentence]
    let reading = NameReading(words, lexicon: .shared)
    guard
      let token = sentence.tokens.firstIndex(where: {
        words.tokens[$0].end > mention.range.start
      })
    else { return [] }
    let tagger = NameTagger.builtIn
    let features = NameFeatures(
      sentence, reading, tagger.list,
      isInformal: isComment || NameFeatures.isInformal(reading), domain: tagger.domain(of: reading))
    let place = token - sentence.tokens.lowerBound
    var sums = tagger.model.sums { features.forEach(at: place, $0) }
    if features.isCapitalised(at: place) {
      sums &+= tagger.model.sums { features.forEachOfSentence($0) }
    }
    return NameKind.allCases.map { kind in
      let score = max(sums[kind.begins], sums[kind.goesOn])
      return (kind, Double(Float(score) * tagger.model.scale))
    }.sorted { $0.score > $1.score }
  }
}
