import AssayAnalysis
import Testing

private func whole(_ text: String) -> Sentiment {
  let document = Document(plain: SourceText(text))
  return scoreSentiment(TokenizedText(document), of: document).whole
}

@Suite struct SentimentTests {
  @Test(arguments: [
    "Profit fell to $3 million.", "The company's losses widened.", "Costs rose by 12% last year.",
    "rewards dropped 70% overnight", "A sharp drop in revenue followed.", "Shares crashed 23%.",
  ])
  func `takes news of a measure as bad where it moved the wrong way`(_ text: String) {
    #expect(whole(text).polarity == .negative)
    #expect(whole(text).cues.contains { $0.rule == "direction × metric" })
  }

  @Test(arguments: [
    "Costs fell by a tenth.", "Losses narrowed.", "Cases fell for a third week.",
    "Revenue rose 8% to $5 million.", "The plant cut costs.", "Unemployment dropped again.",
  ])
  func `takes news of a measure as good where it moved the right way`(_ text: String) {
    #expect(whole(text).polarity == .positive)
  }

  @Test func `turns what a negation reaches, and no more`() {
    #expect(whole("It is not good.").polarity == .negative)
    #expect(whole("This isn’t a great idea").polarity == .negative)
    #expect(whole("That is not bad at all.").score > 0)
    #expect(whole("It is not only good, it is great.").polarity == .positive)
    #expect(whole("I did not go, it was great.").polarity == .positive)
  }

  @Test func `takes what was never more so for more so now`() {
    #expect(whole("It has never been better.").score > whole("It is better.").score)
    #expect(whole("I couldn't be happier.").polarity == .positive)
    #expect(whole("I have never been so bored.").polarity == .negative)
    #expect(whole("He was never good.").score < 0)
    #expect(whole("He is the least helpful man.").score < 0)
  }

  @Test(arguments: [
    ("I don't love this place.", "I love this place."), ("It doesn't help.", "It helps."),
    ("You won’t enjoy it.", "You will enjoy it."), ("I can't recommend it.", "I recommend it."),
    ("It didn't improve.", "It improved."), ("I couldn't enjoy it.", "I could enjoy it."),
  ])
  func `turns what a contraction with "not" reaches, also where idioms begin with it`(
    _ negated: String, _ plain: String
  ) {
    #expect(whole(negated).score < whole(plain).score - 0.3)
    #expect(whole(negated).polarity != .positive)
  }

  @Test func `lets two negations side by side undo each other`() {
    #expect(whole("She never fails to impress.").score > 0.1)
  }

  @Test func `takes what dries up, doubts that are raised and wishes that failed for bad news`() {
    #expect(whole("New orders dry up at the factory.").score < 0)
    #expect(whole("Cash burn accelerated at the company.").score < 0)
    #expect(whole("The tokenomics are a joke.").score < 0)
    #expect(whole("I wish I had sold.").cues.contains { $0.rule == "phrase" && $0.weight < 0 })
  }

  @Test func `takes growth that slowed for bad news, and a slower rise of costs for good`() {
    #expect(whole("Subscriber growth slowed sharply in the quarter.").score < 0)
    #expect(whole("The rise in costs eased in the quarter.").score > 0)
    #expect(whole("Losses were smaller than the company had forecast.").score > 0)
  }

  @Test func `weighs what stands behind "but" more than what stands before`() {
    #expect(whole("The film is good, but the ending is awful.").score < 0)
    #expect(whole("The ending is awful, but the film is good.").score > whole("It is awful.").score)
  }

  @Test func `reads strength off boosters, capitals, exclamations and long letters`() {
    let plain = whole("a good idea").score
    for stronger in ["a very good idea", "a GOOD idea", "a good idea!!", "a really gooood idea"] {
      #expect(whole(stronger).score > plain, "\(stronger)")
    }
    #expect(whole("a somewhat good idea").score < plain)
  }

  @Test(arguments: [
    ("WAGMI 🚀", Polarity.positive), ("we got rekt 😡", .negative), (":(", .negative),
  ])
  func `reads slang, emoji and emoticons`(_ text: String, _ polarity: Polarity) {
    #expect(whole(text).polarity == polarity)
  }

  @Test(arguments: [
    "", "The meeting is on Tuesday.", "It looks like a train.", "World War II ended in 1945.",
    "23%", "The company employs 200 people.", "Payment will be made in cash.",
  ])
  func `takes words that feel nothing for neutral`(_ text: String) {
    #expect(whole(text).polarity == .neutral)
  }

  @Test(arguments: ["", "23%", "…"])
  func `abstains where there are no words`(_ text: String) {
    #expect(whole(text).isAbstaining && whole(text).cues.isEmpty)
  }

  @Test func `gives a text's mean with its spread, which no repetition drives up`() {
    let once = whole("This is a great day.")
    let often = whole(String(repeating: "This is a great day. ", count: 50))
    #expect(once.score == often.score)
    #expect(often.spread == 0)
    let both = whole("This is a wonderful success. That is a terrible failure.")
    #expect(both.polarity == .mixed)
    #expect(both.spread > 0.5)
  }

  @Test func `scores each paragraph by itself and marks the words that say so`() {
    let document = Document(plain: SourceText("A great day.\n\nNothing here.\nAn awful night."))
    let words = TokenizedText(document)
    let blocks = scoreSentiment(words, of: document).blocks
    #expect(blocks.map(\.polarity) == [.positive, .neutral, .negative])
    #expect(blocks.first?.cues.map { words.text[$0.range] } == ["great"])
  }

  @Test func `tells the feeling towards one thing from that towards another`() {
    let text = "Alpha is a brilliant, trustworthy team; the report calls Beta a corrupt disaster."
    let words = TokenizedText(Document(plain: SourceText(text)))
    let alpha = scoreSentiment(towards: TextRange(0..<5), in: words)
    let place = text.utf8.count - "Beta a corrupt disaster.".utf8.count
    let beta = scoreSentiment(towards: TextRange(place..<place + 4), in: words)
    #expect(alpha.polarity == .positive)
    #expect(beta.polarity == .negative)
  }

  @Test func `reads hostile lengths in linear time`() {
    for text in ["up profit ", "not ", "but ", "to the ", "a", "!", ":("] {
      _ = whole(String(repeating: text, count: 20_000))
    }
  }
}
