/// Where a comment stands to what the article argues.
public struct Stance: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case support, oppose, mixed, none
  }

  /// What it was read off.
  public enum Basis: String, Sendable, Hashable {
    /// It says so: "exactly", "this is wrong".
    case words
    /// It feels like the article about what the thesis is about.
    case sameFeeling = "same feeling"
    case oppositeFeeling = "opposite feeling"
    /// Its answer to a comment whose stance is known.
    case reply
    case nothing
  }

  public let kind: Kind
  public let basis: Basis
  /// The words that say so.
  public let cues: [TextRange]

  public init(kind: Kind, basis: Basis, cues: [TextRange] = []) {
    self.kind = kind
    self.basis = basis
    self.cues = cues
  }

  static let none = Stance(kind: .none, basis: .nothing)
}

/// How a comment takes up the one that it answers.
public enum ReplyTone: String, Sendable, Hashable, CaseIterable {
  case agrees, disputes, untold
}

/// Words that agree with what was said before, and words that dispute it.
struct AgreementReader {
  private let agreeing: [[WordKey]]
  private let disputing: [[WordKey]]
  private let starts: WordTable<Bool>

  static let shared = AgreementReader()

  /// Phrases apart by semicolons. The first list counts at the start of a sentence only.
  private static let agreement = """
    agreed; agree; i agree; totally agree; completely agree; fully agree; strongly agree; hard agree;
    i totally agree; i completely agree; i fully agree; i strongly agree; agree 100%; 100% agree;
    100% this; couldn't have said it better; my thoughts exactly; agree with you; agree completely; couldn't agree more; exactly; exactly this;
    this is exactly; well said; well put; good point; great point; fair point; fair enough; so true;
    very true; true; absolutely; precisely; indeed; spot on; this; same here; +1; you are right;
    you're right; that's right; you nailed it; nailed it; amen; yes; yep; yeah; yup; hear hear;
    makes sense; can confirm; lol fair; fair; point taken; great article; great piece; great
    analysis; good article; good analysis; interesting analysis; excellent article; nice write-up;
    best line in here; well written; correct; right on; preach; facts
    """
  private static let dispute = """
    i disagree; disagree; totally disagree; completely disagree; strongly disagree; hard disagree;
    i strongly disagree; i totally disagree; i completely disagree; couldn't disagree more;
    i don't agree; i do not agree; don't agree; no; nope; wrong; that's wrong; you're wrong; you are wrong; not true;
    that's not true; this is false; false; nonsense; bullshit; bs; rubbish; this is nonsense; fud;
    this is fud; clickbait; bad take; terrible take; hot take; hardly; not really; not quite; to be
    fair; citation needed; source; misleading; this is misleading; you're missing; you are missing;
    missing the point; you don't understand; learn to read; did you even read; that's not how;
    that's not what; i don't think so; i doubt it; actually no; strawman; overblown; exaggerated;
    you knew the risks; nobody promised; counterpoint; speak for yourself; cope; lazy article; bad
    article; garbage article; biased article; stop spreading
    """
  /// So many tokens of a sentence's beginning may hold such words.
  private static let reach = 6

  private init() {
    agreeing = AgreementReader.phrases(AgreementReader.agreement)
    disputing = AgreementReader.phrases(AgreementReader.dispute)
    var starts = WordTable(empty: false, capacity: 128)
    for phrase in agreeing + disputing { if let first = phrase.first { starts[first] = true } }
    self.starts = starts
  }

  private static func phrases(_ list: String) -> [[WordKey]] {
    list.split(separator: ";").map { phrase in
      phrase.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { WordKey(String($0)) }
    }.sorted { $0.count > $1.count }
  }

  struct Found {
    var agreeing: [TextRange] = []
    var disputing: [TextRange] = []
  }

  /// The words of agreement and dispute at the beginning of a comment's sentences.
  func read(_ words: TokenizedText) -> Found {
    var found = Found()
    words.text.bytes.withUnsafeBufferPointer { bytes in
      for sentence in words.sentences.prefix(Self.mostSentences) {
        let tokens = sentence.tokens.prefix(Self.reach + 4)
        let keys = tokens.map { WordKey(bytes, words.tokens[$0].range.offsets) }
        if let range = match(keys, in: sentence, words, agreeing) { found.agreeing.append(range) }
        if let range = match(keys, in: sentence, words, disputing) { found.disputing.append(range) }
      }
    }
    return found
  }

  /// What a comment says of another stands in its first sentences.
  private static let mostSentences = 4
  /// A phrase of one word must be the first word and stand alone before a mark or the end.
  private func match(
    _ keys: [WordKey], in sentence: Sentence, _ words: TokenizedText, _ phrases: [[WordKey]]
  ) -> TextRange? {
    for start in keys.indices.prefix(Self.reach) where starts[keys[start]] {
      for phrase in phrases where keys[start...].starts(with: phrase) {
        let first = sentence.tokens.lowerBound + start
        let last = first + phrase.count - 1
        guard phrase.count > 1 || (start == 0 && standsAlone(last, in: sentence, words)) else {
          continue
        }
        return TextRange(start: words.tokens[first].start, end: words.tokens[last].end)
      }
    }
    return nil
  }

  private func standsAlone(_ token: Int, in sentence: Sentence, _ words: TokenizedText) -> Bool {
    let next = token + 1
    return next >= sentence.tokens.upperBound || words.tokens[next].kind != .word
  }
}

/// Holds the comments of a thread against what the article argues.
struct StanceReader {
  private let thesisScore: Double
  private let topic: Set<Int>
  private let topicWords: Set<WordKey>

  /// A feeling nearer to zero is none.
  private static let leastScore = 0.15
  /// A comment shares so many words of the thesis, or names one of its things, to be about it.
  private static let leastShared = 2

  /// - Parameters:
  ///   - thesis: what the article argues: a line of its front matter, else its headline.
  ///   - article: the article's own facts; its things are the thesis's where the thesis has none.
  init(thesis: String, article: PartAnalysis, entities: [Entity]) {
    let document = Document(plain: SourceText(thesis))
    let words = TokenizedText(document)
    thesisScore = scoreSentiment(words, of: document).whole.score
    topicWords = contentWords(words)
    var named: Set<Int> = []
    for (index, entity) in entities.enumerated() {
      let names = [entity.name] + entity.aliases
      if names.contains(where: { StanceReader.holds(thesis, $0) }) { named.insert(index) }
    }
    topic = named.isEmpty ? StanceReader.mainThings(article) : named
  }

  /// The two things that the article names most, where its thesis names none.
  private static func mainThings(_ article: PartAnalysis) -> Set<Int> {
    var counts: [Int: Int] = [:]
    for mention in article.mentions { counts[mention.entity, default: 0] += 1 }
    let order = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    return Set(order.prefix(2).map(\.key))
  }

  private static func holds(_ text: String, _ name: String) -> Bool {
    guard name.utf8.count > 2 else { return false }
    let (text, name) = (Array(text.utf8), Array(name.utf8))
    guard text.count >= name.count else { return false }
    return (0...(text.count - name.count)).contains { start in
      text[start] == name[0] && text[start..<start + name.count].elementsEqual(name)
    }
  }

  /// The stance of a comment by its own words and feeling.
  ///
  /// - Parameter isReply: what it says may be meant for another comment.
  func stance(of part: PartAnalysis, isReply: Bool) -> Stance {
    let found = AgreementReader.shared.read(part.words)
    if !isReply, let stance = stance(found) { return stance }
    guard isAbout(part), !part.sentiment.isAbstaining else { return .none }
    if part.sentiment.polarity == .mixed {
      return Stance(kind: .mixed, basis: .sameFeeling, cues: part.sentiment.cues.map(\.range))
    }
    let score = part.sentiment.score
    guard abs(score) >= Self.leastScore, abs(thesisScore) >= Self.leastScore,
      part.sentiment.polarity != .neutral
    else { return .none }
    let isSame = (score > 0) == (thesisScore > 0)
    return Stance(
      kind: isSame ? .support : .oppose, basis: isSame ? .sameFeeling : .oppositeFeeling,
      cues: part.sentiment.cues.map(\.range))
  }

  private func stance(_ found: AgreementReader.Found) -> Stance? {
    switch (found.agreeing.isEmpty, found.disputing.isEmpty) {
    case (true, true): nil
    case (false, true): Stance(kind: .support, basis: .words, cues: found.agreeing)
    case (true, false): Stance(kind: .oppose, basis: .words, cues: found.disputing)
    case (false, false):
      Stance(kind: .mixed, basis: .words, cues: found.agreeing + found.disputing)
    }
  }

  private func isAbout(_ part: PartAnalysis) -> Bool {
    if part.mentions.contains(where: { topic.contains($0.entity) }) { return true }
    var shared: Set<WordKey> = []
    return anyContentWord(of: part.words) { key in
      if topicWords.contains(key) { shared.insert(key) }
      return shared.count >= Self.leastShared
    }
  }
}

/// How an answer takes up its parent, by its own first words.
func replyTone(of part: PartAnalysis) -> ReplyTone {
  let found = AgreementReader.shared.read(part.words)
  if found.agreeing.isEmpty == found.disputing.isEmpty { return .untold }
  return found.disputing.isEmpty ? .agrees : .disputes
}

/// Words longer than three letters that carry no function, as keys.
func contentWords(_ words: TokenizedText) -> Set<WordKey> {
  var keys: Set<WordKey> = []
  _ = anyContentWord(of: words) { key in
    keys.insert(key)
    return false
  }
  return keys
}

/// Whether one of a text's content words is what is sought.
private func anyContentWord(of words: TokenizedText, _ isSought: (WordKey) -> Bool) -> Bool {
  words.text.bytes.withUnsafeBufferPointer { bytes in
    for token in words.tokens
    where token.kind == .word && token.count > 3 && !token.shape.contains(.isOpaque) {
      let key = WordKey(bytes, token.range.offsets)
      if !isFunctionWord(key), isSought(key) { return true }
    }
    return false
  }
}

private let functionWords: WordTable<Bool> = {
  var keys = WordTable(empty: false, capacity: 128)
  forEachWord(
    in: """
      this that these those there their they them then than with from have been were what when which
      while where will would could should about after again also because before being between both
      does doing down during each even every further here hers himself into itself just like more
      most much must myself only other ours over same some such their theirs through under until
      very your yours yourself into upon else ever many make made does don't didn't isn't it's that's
      can't i'm you're they're we're won't really still though thing things
      """
  ) { keys[$0] = true }
  return keys
}()

func isFunctionWord(_ key: WordKey) -> Bool { functionWords[key] }
