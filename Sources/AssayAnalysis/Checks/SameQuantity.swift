extension Check {
  /// Flags a figure that headline and body, or two places of the body, give differently.
  public static let sameQuantity = Check(
    id: "same-quantity",
    summary: "One figure in headline, summary and body",
    tier: 1,
    documentation: """
      ## What it examines

      Figures of the title, the summary and a first heading against the body: some figure there must
      agree. Where none does, and one sentence of the body tells the same in the same words with
      another figure, the headline is contradicted; an amount that the body does not give at all,
      though it has several others, is unsupported. "Drops below 40,000" is doubtful above a body whose
      only figure near it is 40,860, and so is "up 65%" where the one sentence with two values of the
      same thing makes 50 %. A paragraph that begins with "TL;DR" counts as a summary. Within the body, two values of one entity, metric
      and time are doubtful at most; a figure that is given again is confirmed, and one that is undated
      beside a dated one needs its day.

      ## Why it matters

      Headlines are written last and by others, and are what most people read.

      ## Example

      The title "Council spends $4.2 million on library" above "The council will spend $4.7 million
      on the library".

      ## When to ignore it

      Where the headline sums up figures that the body gives one by one.
      """,
    run: relateSameQuantities)
}

func relateSameQuantities(_ input: CheckInput) -> [Relation] {
  guard let reader = input.readers.first else { return [] }
  let headlines = headlines(of: input, reader)
  let body = BodyFigures(reader, headings: Set(headlines.compactMap(\.block)))
  return headlines.flatMap { headline in
    headline.figures.compactMap { relate($0, of: headline, body) }
  } + relateBody(input, reader) + reader.relateRepeats() + reader.relateUndated(input.entities)
}

// MARK: Headlines

/// A title, a summary or a first heading, with its figures.
struct Headline {
  struct Figure {
    let quantity: Quantity
    let operand: Relation.Operand
    /// What the words say changed by it: "transactions" of "transactions are up 65%".
    let changed: WordKey?
  }

  let role: String
  let figures: [Figure]
  /// The first bytes of its words, figures and little words left out.
  let words: Set<WordKey>
  /// The block of the article that it is; nil for front matter.
  let block: Int?
}

private func headlines(of input: CheckInput, _ reader: PartReader) -> [Headline] {
  let matter = input.article.frontMatter
  var found = shortVersions(input, reader)
  for (role, text, range) in [
    ("headline", matter.title, matter.titleRange), ("summary", matter.summary, matter.summaryRange),
  ] {
    if let text, let range, text.utf8.contains(where: \.isASCIIDigit) {
      found.append(headline(role, text, at: range, input))
    }
  }
  let heading = input.article.blocks.prefix(2).firstIndex { block in
    if case .heading(let level, _) = block.kind { return level == 1 }
    return false
  }
  if let heading, let sentence = reader.sentences(ofBlock: heading).first {
    let figures = reader.quantities(inSentence: sentence).filter { isTelling(reader.quantity($0)) }
    found.append(
      Headline(
        role: "headline",
        figures: figures.map {
          Headline.Figure(
            quantity: reader.quantity($0), operand: reader.operand("headline", $0),
            changed: changedStem(reader.quantity($0), in: reader.analysis.words))
        }, words: contentWords(of: sentence, in: reader.analysis.words), block: heading))
  }
  return found
}

/// The figures of title, summary and first heading.
func headlineFigures(of input: CheckInput, _ reader: PartReader) -> [Quantity] {
  headlines(of: input, reader).flatMap { $0.figures.map(\.quantity) }
}

private func headline(
  _ role: String, _ text: String, at range: SourceRange, _ input: CheckInput
) -> Headline {
  let words = TokenizedText(Document(plain: SourceText(text)))
  let figures = extractQuantities(words, date: input.date).filter(isTelling)
  let source = input.article.source
  return Headline(
    role: role,
    figures: figures.map { quantity in
      let shown = words.text[quantity.range]
      return Headline.Figure(
        quantity: quantity,
        operand: Relation.Operand(
          role: role, place: Place(part: 0, range: TextRange(start: 0, end: 0)), text: shown,
          source: source.find(shown, in: range)),
        changed: changedStem(quantity, in: words))
    },
    words: words.sentences.indices.reduce(into: []) {
      $0.formUnion(contentWords(of: $1, in: words))
    }, block: nil)
}

extension SourceText {
  /// Where some words stand in a range of it; the whole range where they are written otherwise.
  fileprivate func find(_ words: String, in range: SourceRange) -> SourceRange {
    let sought = Array(words.utf8)
    let limit = min(Int(range.end), bytes.count)
    var start = Int(range.start)
    while start + sought.count <= limit {
      if bytes[start..<start + sought.count].elementsEqual(sought) {
        return SourceRange(start..<start + sought.count)
      }
      start += 1
    }
    return range
  }
}

/// Figures that a headline would take from the text.
private func isTelling(_ quantity: Quantity) -> Bool {
  guard let value = quantity.exactValue, !value.isZero else { return false }
  switch quantity.kind {
  case .money, .percent, .percentChange, .percentagePoint, .measure: return true
  case .count:
    return quantity.unit.dimension == .count ? DecimalNumber(3) < value : DecimalNumber(999) < value
  case .duration, .date, .time, .score, .ratio, .rate, .multiple, .rank: return false
  }
}

// MARK: The body

/// How many bytes of a word tell it from others: "crash" of "crashes" and "crashed".
private let stemBytes = 4

private let littleWords: Set<WordKey> = {
  var words: Set<WordKey> = []
  forEachWord(
    in: """
      about after again against along also among another around because been before being below
      could every first from have into just last less like million billion thousand trillion more
      most much nearly next only other over percent some such than that their them then there these
      they this those three under until very were what when where which while will with would year
      years your said says
      """
  ) { words.insert($0) }
  return words
}()

/// The stems of a sentence's words of four bytes or more.
func contentWords(of sentence: Int, in words: TokenizedText) -> Set<WordKey> {
  guard words.sentences.indices.contains(sentence) else { return [] }
  var keys: Set<WordKey> = []
  words.text.bytes.withUnsafeBufferPointer { bytes in
    for index in words.sentences[sentence].tokens {
      let token = words.tokens[index]
      guard token.kind == .word, token.count >= 4,
        !littleWords.contains(WordKey(bytes, Int(token.start)..<Int(token.end)))
      else { continue }
      let end = min(Int(token.end), Int(token.start) + stemBytes)
      keys.insert(WordKey(bytes, Int(token.start)..<end))
    }
  }
  return keys
}

/// The stem of a word.
func stemKey(_ word: String) -> WordKey {
  let bytes = Array(word.utf8.prefix(stemBytes))
  return bytes.withUnsafeBufferPointer { WordKey($0, 0..<bytes.count) }
}

/// The stem of one word.
func stemKey(_ token: Token, in words: TokenizedText) -> WordKey {
  words.text.bytes.withUnsafeBufferPointer { bytes in
    WordKey(bytes, Int(token.start)..<min(Int(token.end), Int(token.start) + stemBytes))
  }
}

struct BodyFigures {
  let reader: PartReader
  /// The runs of quantities of sentences that are no headlines.
  let sentences: [Range<Int>]

  init(_ reader: PartReader, headings: Set<Int>) {
    self.reader = reader
    sentences = reader.sentences.filter { run in
      guard let first = run.first, let sentence = reader.sentence(of: first) else { return false }
      return !headings.contains(sentence.block)
    }
  }

  /// The first figure of the body that agrees with one of a headline.
  func agreeing(with quantity: Quantity) -> Int? {
    guard let stated = quantity.interval(.lenient) else { return nil }
    for index in sentences.joined()
    where isSameKind(reader.quantity(index), quantity)
      || isBareCount(reader.quantity(index), quantity)
      || areDollars(reader.quantity(index), quantity)
    {
      // A headline rounds what the body gives, so the body is taken at its word.
      if let known = reader.quantity(index).interval(.strict),
        known.magnitude.overlaps(stated.magnitude)
      {
        return index
      }
    }
    return nil
  }

  /// Whether a figure of the body is written to fewer places than a headline's.
  func isRounder(_ index: Int, than quantity: Quantity) -> Bool {
    quantity.lastPlace < reader.quantity(index).lastPlace
      && reader.quantity(index).exactValue != quantity.exactValue
  }

  /// The only figure of the body that has the digits of a headline's with two of them changed round.
  func slip(of quantity: Quantity) -> Int? {
    guard let stated = quantity.exactValue, quantity.qualifier == .exact else { return nil }
    let slips = sentences.joined().filter { index in
      (isSameKind(reader.quantity(index), quantity)
        || isBareCount(reader.quantity(index), quantity))
        && (reader.plainValue(index).map {
          isSlip(stated, $0) && (haveSameDigits(stated, $0) || isTellingRate(stated, quantity))
        } ?? false)
    }
    guard slips.count == 1, let slip = slips.first, !isMadeUp(stated, of: slip) else { return nil }
    return slip
  }

  /// A rate with a decimal: "5.2%" is no "2.5%" by chance.
  private func isTellingRate(_ stated: DecimalNumber, _ quantity: Quantity) -> Bool {
    quantity.kind.isFraction && stated.exponent < 0
  }

  /// "132 homes" over "123 homes in the valley and nine on the ridge".
  private func isMadeUp(_ stated: DecimalNumber, of part: Int) -> Bool {
    guard let value = reader.plainValue(part) else { return false }
    return reader.quantities(inSentence: reader.quantity(part).sentence).contains { other in
      guard let more = reader.plainValue(other) else { return false }
      return DecimalNumber.adding(value, more) == stated
        || DecimalNumber.subtracting(value, more) == stated
    }
  }

  /// Whether the body has so many figures of the kind of one.
  func holds(_ count: Int, like quantity: Quantity) -> Bool {
    var left = count
    for index in sentences.joined() where isSameKind(reader.quantity(index), quantity) {
      left -= 1
      if left == 0 { return true }
    }
    return false
  }

  /// "fell to $410m from $826m" over "fell to $410 million from $862 million": the body has the one of
  /// two figures beside just one other of its kind.
  func anchored(_ headline: Headline, _ quantity: Quantity) -> Int? {
    let alike = headline.figures.filter { isOfKind($0.quantity, quantity) }
    guard alike.count == 2, quantity.qualifier == .exact,
      let anchor = alike.first(where: { agreeing(with: $0.quantity) != nil })?.quantity,
      let known = anchor.interval(.lenient)
    else { return nil }
    let found = sentences.compactMap { run -> Int? in
      let same = run.filter { isOfKind(reader.quantity($0), quantity) }
      guard same.count == 2,
        let other = same.first(where: { reader.intervals($0)?.lenient.overlaps(known) == false }),
        same.contains(where: { $0 != other && reader.quantity($0).exactValue == anchor.exactValue }
        ),
        let value = reader.plainValue(other), let stated = quantity.exactValue,
        reader.areNear(value, stated)
      else { return nil }
      return other
    }
    return found.count == 1 ? found[0] : nil
  }

  private func isOfKind(_ a: Quantity, _ b: Quantity) -> Bool {
    isSameKind(a, b) || isBareCount(a, b)
  }

  /// The only figure of its kind in the sentence that tells a headline again: most of its words.
  func retold(_ headline: Headline, _ quantity: Quantity) -> Int? {
    guard headline.words.count >= leastWords else { return nil }
    var best: (shared: Int, figure: Int)?
    var isTied = false
    for run in sentences {
      let same = run.filter { index in
        let role = reader.analysis.claims[index].role
        return isSameKind(reader.quantity(index), quantity) && role != .from && role != .by
      }
      guard let first = same.first else { continue }
      let words = contentWords(of: reader.quantity(first).sentence, in: reader.analysis.words)
      let shared = words.intersection(headline.words).count
      guard shared >= leastWords, shared * 10 >= headline.words.count * 6 else { continue }
      if shared > best?.shared ?? 0 {
        best = same.count == 1 ? (shared, first) : (shared, -1)
        isTied = false
      } else if shared == best?.shared {
        isTied = true
      }
    }
    guard let best, best.figure >= 0, !isTied else { return nil }
    return best.figure
  }
}

/// How many words headline and sentence must share.
private let leastWords = 3

/// "212 votes" in the headline, "212 more" in the body.
private func isBareCount(_ a: Quantity, _ b: Quantity) -> Bool {
  a.kind == .count && b.kind == .count && a.exactValue != nil
    && (a.unit.dimension == .none || b.unit.dimension == .none)
}

/// "$10" in a headline over "NZ$10.00": a bare sign is the dollar of the text.
private func areDollars(_ a: Quantity, _ b: Quantity) -> Bool {
  a.kind == .money && b.kind == .money && lastWord(of: a.unit.name) == "dollar"
    && lastWord(of: b.unit.name) == "dollar"
}

func isSameKind(_ a: Quantity, _ b: Quantity) -> Bool {
  guard a.exactValue != nil, a.kind.isFraction == b.kind.isFraction else { return false }
  if a.kind == .percentagePoint || b.kind == .percentagePoint { return a.kind == b.kind }
  if a.kind == .money || b.kind == .money { return a.kind == b.kind && haveSameUnit(a, b) }
  if a.kind.isFraction { return true }
  if a.kind == .count || b.kind == .count {
    guard a.kind == b.kind, let one = a.unit.name.split(separator: " ").last,
      let other = b.unit.name.split(separator: " ").last
    else { return false }
    return one == other
  }
  return a.unit == b.unit
}

private func relate(
  _ figure: Headline.Figure, of headline: Headline, _ body: BodyFigures
) -> Relation? {
  if figure.quantity.isBound { return relateBound(figure, body) }
  if let index = body.agreeing(with: figure.quantity) {
    // "5.2%" over a body of "5%" elsewhere and "2.5%" in the same words.
    if body.isRounder(index, than: figure.quantity), let slip = body.slip(of: figure.quantity) {
      return relation(figure, slip, .doubtful, body.reader)
    }
    return relation(figure, index, .consistent, body.reader)
  }
  if let change = relateHeadlineChange(figure, body) ?? relateHeadlineGap(figure, body) {
    return change
  }
  let rivals = headline.figures.filter { isSameKind($0.quantity, figure.quantity) }
  guard
    body.holds(3, like: figure.quantity) || body.retold(headline, figure.quantity) != nil
      || body.slip(of: figure.quantity) != nil || body.anchored(headline, figure.quantity) != nil
  else { return nil }
  let missing = unsupported(figure)
  guard rivals.count == 1,
    figure.quantity.qualifier == .exact || figure.quantity.qualifier == .up
      || figure.quantity.qualifier == .down,
    let index = body.retold(headline, figure.quantity), !body.reader.isDenied(index),
    let known = body.reader.plainValue(index), let stated = figure.quantity.exactValue,
    // "falls 45%" is no other telling of a margin of 73.9%.
    (figure.quantity.kind == .percentChange)
      == (body.reader.quantity(index).kind == .percentChange),
    body.reader.areNear(known, stated) || haveSameDigits(known, stated)
  else {
    return
      (body.slip(of: figure.quantity) ?? body.anchored(headline, figure.quantity)).map {
        relation(figure, $0, .doubtful, body.reader)
      } ?? missing
  }
  // Many rates are told in the same words; only one with the same digits is surely meant.
  let isSure = !figure.quantity.kind.isFraction || haveSameDigits(known, stated)
  return relation(figure, index, isSure ? .contradicted : .doubtful, body.reader)
}

/// A figure that the body, which has several of its kind, does not give at all.
private func unsupported(_ figure: Headline.Figure) -> Relation? {
  guard figure.quantity.kind == .money else { return nil }
  return Relation(
    check: Check.sameQuantity.id, operands: [figure.operand], formula: figure.operand.text,
    stated: figure.quantity.interval(.strict), verdict: .unsupported,
    explanation: "the body gives no \(figure.operand.text) of the \(figure.operand.role)",
    notes: ["the body has several figures of this kind, and none agrees within its rounding"])
}

func relation(
  _ figure: Headline.Figure, _ index: Int, _ verdict: Verdict, _ reader: PartReader
) -> Relation {
  let known = reader.operand("body", index)
  return Relation(
    check: Check.sameQuantity.id, operands: [figure.operand, known],
    formula: "\(figure.operand.text) : \(known.text)", computed: reader.intervals(index)?.strict,
    stated: figure.quantity.interval(.strict), verdict: verdict,
    explanation: verdict == .consistent
      ? "\(figure.operand.text) in the \(figure.operand.role), \(known.text) in the body"
      : "\(figure.operand.text) in the \(figure.operand.role), but \(known.text) in the body",
    notes: verdict == .consistent
      ? []
      : verdict == .doubtful
        ? ["no figure of the body agrees, and this one has the same digits in another order"]
        : ["no figure of the body agrees, and this sentence tells the same in the same words"])
}

// MARK: Twice in the body

private struct FigureKey: Hashable {
  let subject: Int
  let metric: String
  let time: String
  let unit: String
}

/// Two values of one entity, metric and day or month, both plainly stated.
private func relateBody(_ input: CheckInput, _ reader: PartReader) -> [Relation] {
  var known: [FigureKey: Int] = [:]
  var relations: [Relation] = []
  for index in reader.analysis.claims.indices {
    let claim = reader.analysis.claims[index]
    guard let subject = claim.subject, let metric = claim.metric, let time = claim.time,
      claim.confidence >= 0.9, claim.role == .value, claim.direction == nil, !claim.isHedged,
      !claim.isNegated, claim.cautions.isEmpty, reader.plainValue(index) != nil,
      time.precision == .day || time.precision == .month, isTelling(reader.quantity(index))
    else { continue }
    let key = FigureKey(
      subject: subject, metric: metric, time: time.iso, unit: reader.quantity(index).unit.name)
    guard let first = known[key] else {
      known[key] = index
      continue
    }
    guard let a = reader.intervals(first)?.lenient, let b = reader.intervals(index)?.lenient,
      !a.overlaps(b), reader.quantity(first).sentence != reader.quantity(index).sentence
    else { continue }
    let operands = [reader.operand("again", index), reader.operand("first", first)]
    relations.append(
      Relation(
        check: Check.sameQuantity.id, operands: operands,
        formula: "\(input.entities[subject].name) \(metric), \(time.iso)", computed: a, stated: b,
        verdict: .doubtful,
        explanation:
          "\(operands[0].text) here, but \(operands[1].text) before, of one day or month",
        notes: ["entity, metric and time are read alike in both places"]))
  }
  return relations
}
