// What a comment tells in the article's words with another figure: "They closed fifteen stores" under
// "opened 14 stores and closed five". Part of `comment-claim`.

/// How many tokens on either side of a figure are its surroundings.
private let reachOfWords = 8
/// What two surroundings must share to be of one thing.
private let leastShared = 4

/// Words by which a comment speaks of another time or case than the article.
private let elsewhere = WordSet(
  """
  if would could should might may last ago used was were when before until maybe perhaps imagine about
  almost nearly around need needs want wants expect bet guess least per every each another more fewer
  than not extra
  """)

extension PartReader {
  /// The article's figure that a comment's can be meant for by the words around it; nil where the article
  /// has the figure, or where several can be meant.
  func retold(_ index: Int, of article: PartReader) -> Int? {
    guard let stated = plainValue(index), isRetellable(index), !isQuestion(index),
      !tellsOwn(quantity(index), self), !isOwnStory(quantity(index), self)
    else { return nil }
    let claim = analysis.claims[index]
    guard !claim.isNegated, !claim.isHedged, !isLoose(index) else { return nil }
    let here = surroundings(of: index)
    guard here.stems.count >= 2 else { return nil }
    var best: (score: Int, figures: [Int]) = (0, [])
    for other in article.analysis.claims.indices {
      let candidate = article.quantity(other)
      guard candidate.exactValue != nil else { continue }
      if article.meets(other, self, index) { return nil }
      guard areOfOneKind(quantity(index), candidate), let known = article.plainValue(other),
        known != stated, areNear(stated, known) || isSlip(stated, known)
      else { continue }
      let score = here.score(article.surroundings(of: other))
      if score > best.score {
        best = (score, [other])
      } else if score == best.score {
        best.figures.append(other)
      }
    }
    guard best.score >= leastShared, let first = best.figures.first,
      Set(best.figures.compactMap { article.plainValue($0) }).count == 1
    else { return nil }
    return first
  }

  private func isRetellable(_ index: Int) -> Bool {
    let quantity = quantity(index)
    switch quantity.kind {
    case .money, .percent, .percentChange, .percentagePoint, .measure: return true
    case .count, .duration:
      return !quantity.isPart && quantity.unit.name != "year of age"
        && (quantity.exactValue.map { DecimalNumber(1) < $0 } ?? false)
    default: return false
    }
  }

  private func isLoose(_ index: Int) -> Bool {
    guard let tokens = sentence(of: index)?.tokens else { return true }
    let start = quantity(index).tokens.lowerBound
    let colon = (tokens.lowerBound..<start).last { text.mark($0) == UInt8(ascii: ":") }
    let clause =
      max(
        colon ?? tokens.lowerBound, start - reachOfWords)..<min(
        tokens.upperBound, text.end(of: quantity(index)) + reachOfWords)
    return text.holds(clause, anyOf: elsewhere)
      || quantities(inSentence: quantity(index).sentence).contains {
        quantity($0).isCalendar && clause.contains(quantity($0).tokens.lowerBound)
      }
  }

  /// Whether the article's figure, whatever its unit, can be the comment's.
  private func meets(_ other: Int, _ comment: PartReader, _ index: Int) -> Bool {
    let (known, stated) = (quantity(other), comment.quantity(index))
    guard known.kind.isFraction == stated.kind.isFraction || known.unit == .none,
      let a = intervals(other)?.strict, let b = comment.intervals(index)?.lenient
    else { return false }
    if a.overlaps(b) { return true }
    guard known.unit == .none else { return false }
    return [3, 6, 9].contains { a.shifted(by: $0).overlaps(b) }
  }

  private func areOfOneKind(_ a: Quantity, _ b: Quantity) -> Bool {
    if a.kind.isFraction || b.kind.isFraction {
      return a.kind.isFraction && b.kind.isFraction
        && (a.kind == .percentagePoint) == (b.kind == .percentagePoint)
    }
    if a.kind == .count, b.kind == .count {
      return !b.isPart
        && (a.unit.dimension == .none || b.unit.dimension == .none
          || lastWord(of: a.unit.name) == lastWord(of: b.unit.name))
    }
    return a.kind == b.kind && haveSameUnit(a, b)
  }

  private func surroundings(of index: Int) -> Surroundings {
    let words = analysis.words
    guard let tokens = sentence(of: index)?.tokens else { return Surroundings() }
    let (start, end) = (quantity(index).tokens.lowerBound, quantity(index).tokens.upperBound)
    func isContent(_ token: Int) -> Bool {
      words.tokens[token].kind == .word && words.tokens[token].count >= 4 && !text.isCounted(token)
        && text.cue(token).isDisjoint(with: [
          .preposition, .determiner, .modifier, .contrast, .auxiliary, .level, .pronoun,
        ])
    }
    let before = (max(tokens.lowerBound, start - reachOfWords)..<start).filter(isContent)
    let behind = (end..<min(tokens.upperBound, end + reachOfWords)).filter(isContent)
    var found = Surroundings()
    for token in [before, behind].joined() {
      let stem = stemKey(words.tokens[token], in: words)
      if !unitStems.contains(stem) { found.stems.insert(stem) }
    }
    if let last = before.last, start - last <= 2 {
      found.before = stemKey(words.tokens[last], in: words)
    }
    if let next = behind.first, next - end <= 1 {
      found.behind = stemKey(words.tokens[next], in: words)
    }
    return found
  }
}

/// The words around a figure, by their first bytes.
private struct Surroundings {
  var stems: Set<WordKey> = []
  /// Right before it: "closed" in "closed five".
  var before: WordKey?
  /// Right behind it: "stores" in "fifteen stores".
  var behind: WordKey?

  /// Two for each word that both have; two more where it stands right at both.
  func score(_ other: Surroundings) -> Int {
    var score = 2 * stems.intersection(other.stems).count
    if let before, before == other.before { score += 2 }
    if let behind, behind == other.behind { score += 1 }
    return score
  }
}
