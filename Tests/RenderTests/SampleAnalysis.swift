import AssayAnalysis
import TestSupport

/// An analysis made by hand, with a hostile comment, so that what formats write does not hang on
/// what the stages before them find.
enum SampleAnalysis {
  static let article = """
    # TAO <fell> & why

    TAO crashed 30% from $332 to $254 in hours. Nearly $900 million was lost on April 10, 2026.

    """
  static let comment =
    "=cmd() @everyone **70%** | see www.evil.example and http://evil.example #1 \u{202E}x"

  static func make() throws -> Analysis {
    let document = Document(
      markdown: SourceText(path: "content/a b.md", article), frontMatter: frontMatter)
    let body = Document(
      plain: SourceText(
        path: "content/a.thread.md", bytes: Array(comment.utf8),
        origin: SourceText.Origin(offset: 40, line: 5, column: 1)))
    let deleted = Document(plain: SourceText(path: "content/a.thread.md", ""))
    let thread = Thread(
      path: "content/a.thread.md",
      comments: [
        Comment(id: "c1", author: "@tao_swing_", parent: nil, depth: 0, body: body),
        Comment(id: "c2", author: nil, parent: 0, depth: 1, state: .deleted, body: deleted),
      ])
    return Analysis(
      article: document, thread: thread,
      entities: [
        Entity(id: "tao", name: "TAO", type: .token, isKnown: true),
        Entity(id: "cmd", name: "=cmd|x", type: .person, isKnown: false),
      ],
      parts: [
        try part(document, ["30%", "$332", "$254", "$900 million"], mentions: ["TAO"]),
        try part(body, ["70%"], mentions: [], tone: -0.6), try part(deleted, [], mentions: []),
      ], relations: try relations(document, body))
  }

  private static var frontMatter: FrontMatter {
    var front = FrontMatter()
    front.date = CalendarDate(year: 2026, month: 4, day: 12)
    front.authors = ["A. *Writer*"]
    return front
  }

  private static func range(_ words: String, in document: Document) throws -> TextRange {
    let text = String(decoding: document.text.bytes, as: UTF8.self)
    guard let range = text.utf8Range(of: words) else {
      throw Failure(.input, Diagnostic(.error, path: "", "the sample lacks '\(words)'"))
    }
    return TextRange(range)
  }

  private static func part(
    _ document: Document, _ numbers: [String], mentions: [String], tone: Double = 0
  ) throws -> PartAnalysis {
    let words = TokenizedText(document)
    let quantities = try numbers.map { number in
      let range = try range(number, in: document)
      let sentence = words.sentences.firstIndex { $0.range.contains(range) } ?? 0
      let isMoney = number.hasPrefix("$")
      let digits = number.filter { $0.isNumber }
      let value = DecimalNumber(digits: digits) ?? .zero
      return Quantity(
        range: range, value: .exact(number.contains("million") ? value.shifted(by: 6) : value),
        unit: isMoney
          ? Unit(name: "dollar", dimension: .currency, code: "USD")
          : Unit(name: "percentage", dimension: .fraction),
        qualifier: number.contains("million") ? .nearly : .exact,
        kind: isMoney ? .money : .percent, lastPlace: DecimalNumber(1), sentence: sentence,
        tokens: 0..<0, rule: "sample")
    }
    let whole = TextRange(0..<document.text.bytes.count)
    return PartAnalysis(
      words: words, quantities: quantities,
      mentions: try mentions.map {
        Mention(range: try range($0, in: document), entity: 0, sentence: 0, rule: "sample")
      },
      claims: quantities.indices.map {
        Claim(quantity: $0, role: .value, subject: tone == 0 ? 0 : 1, metric: "price")
      },
      sentiment: Sentiment(
        range: whole, polarity: tone < 0 ? .negative : .neutral, score: tone), blockSentiments: [])
  }

  private static func relations(_ document: Document, _ body: Document) throws -> [Relation] {
    func operand(_ role: String, _ words: String, _ claim: Int, part: Int = 0) throws
      -> Relation.Operand
    {
      let place = Place(part: part, range: try range(words, in: part == 0 ? document : body))
      return Relation.Operand(role: role, place: place, text: words, claim: claim)
    }
    return [
      Relation(
        check: "percent-change",
        operands: [
          try operand("stated", "30%", 0), try operand("from", "$332", 1),
          try operand("to", "$254", 2),
        ], formula: "(254 − 332) / 332", verdict: .contradicted,
        explanation: "(254 − 332) / 332 = −23.5 %, stated 30 %", notes: ["one pair only"]),
      Relation(
        check: "direction", operands: [try operand("stated", "$254", 2)], formula: "",
        verdict: .consistent, explanation: "332 to 254 is a fall"),
      Relation(
        check: "reference", operands: [try operand("stated", "$900 million", 3)], formula: "",
        verdict: .needsReference, explanation: "no reference file tells it"),
      Relation(
        check: "comment-claim", operands: [try operand("stated", "70%", 0, part: 1)], formula: "",
        verdict: .unsupported, explanation: "=the article does not say\n::error::70 %"),
    ]
  }
}
