// Times of races and the gaps between them: "2:24:18, 43 seconds inside the record of 2:25:01", "halfway in
// 1:05:48 and the second half in 1:04:54", "at 1min 12sec, 34 seconds behind Brandt". Part of
// `date-arithmetic`.

/// A time that something took, in hundredths of a second.
private struct RaceTime {
  let range: TextRange
  let sentence: Int
  /// The token that it begins with.
  let token: Int
  let hundredths: Int
}

/// Words that make a stretch of time the gap between two others.
private let gapWords = WordSet(
  "behind ahead faster slower quicker clear adrift inside outside off back later down up short under "
    + "over better worse")
/// Words before a time of day.
private let clockWords = WordSet("at from until till by since")
private let winWords = WordSet("won beat beaten lost")
private let halfWords = WordSet("half halfway")

extension PartReader {
  /// Gaps and halves against the race times that they lie between.
  func relateRaces() -> [Relation] {
    let times = raceTimes()
    guard times.count >= 2 else { return [] }
    return relateRaceGaps(times) + relateHalves(times)
  }

  // MARK: Reading

  /// All "2:24:18" of the part, those of tables included.
  private func raceTimes() -> [RaceTime] {
    let words = analysis.words
    let tokens = words.tokens
    var found: [RaceTime] = []
    var sentence = 0
    var index = 1
    while index + 3 < tokens.count {
      defer { index += 1 }
      guard isColon(index), isColon(index + 2), tokens[index - 1].kind == .number,
        index < 2 || !text.isAny(index - 2, of: clockWords),
        let hours = whole(index - 1, 0...99), let minutes = whole(index + 1, 0...59),
        let seconds = seconds(index + 3)
      else { continue }
      while sentence < words.sentences.count, words.sentences[sentence].tokens.upperBound <= index {
        sentence += 1
      }
      found.append(
        RaceTime(
          range: tokens[index - 1].range.union(tokens[index + 3].range), sentence: sentence,
          token: index - 1, hundredths: (hours * 3600 + minutes * 60) * 100 + seconds))
      index += 3
    }
    return found
  }

  private func isColon(_ index: Int) -> Bool {
    let token = analysis.words.tokens[index]
    return token.kind == .punctuation && token.shape.contains(.isJoined)
      && analysis.words.text.bytes[Int(token.start)] == UInt8(ascii: ":")
  }

  private func whole(_ index: Int, _ range: ClosedRange<Int>) -> Int? {
    let token = analysis.words.tokens[index]
    guard token.kind == .number, token.count <= 2,
      let number = Int(analysis.words.string(token)), range.contains(number)
    else { return nil }
    return number
  }

  /// "18", "18.25"
  private func seconds(_ index: Int) -> Int? {
    let token = analysis.words.tokens[index]
    guard token.kind == .number, token.count >= 2, token.count <= 5,
      token.shape.contains(.isJoined),
      let number = DecimalNumber(digits: analysis.words.string(token)), number < DecimalNumber(60),
      number.exponent >= -2
    else { return nil }
    return Int(number.shifted(by: 2).normalized.description)
  }

  /// A stretch of minutes and seconds in hundredths of a second.
  private func hundredths(_ index: Int) -> Int? {
    let quantity = quantity(index)
    guard quantity.kind == .duration, let value = plainValue(index),
      let factor = secondsIn[quantity.unit.name],
      let seconds = DecimalNumber.multiplying(value, DecimalNumber(factor * 100))
    else { return nil }
    let rounded = Int(Sum.rounded(seconds, places: 0).filter { $0 != "," })
    return rounded.flatMap { $0 > 0 && $0 < 360_000 ? $0 : nil }
  }

  // MARK: Gaps

  private func relateRaceGaps(_ times: [RaceTime]) -> [Relation] {
    analysis.claims.indices.compactMap { gap in
      guard isGap(gap), let stated = hundredths(gap), !isDenied(gap) else { return nil }
      let number = quantity(gap).sentence
      let pairs = pairs(times, near: number)
      // A second either way: times are cut to seconds.
      if let pair = times.pairs.first(where: { abs(distance($0) - stated) <= 100 }) {
        return relation(gap, pair, .consistent)
      }
      guard pairs.count == 1, let pair = pairs.first, distance(pair) < 360_000 else { return nil }
      return relation(gap, pair, .doubtful)
    }
  }

  /// "43 seconds off the record", "won by 13 seconds"
  private func isGap(_ index: Int) -> Bool {
    let quantity = quantity(index)
    guard quantity.unit.name == "second" || quantity.unit.name == "minute" else { return false }
    let end = text.end(of: quantity)
    if text.isAny(end, of: gapWords) { return true }
    let start = quantity.tokens.lowerBound
    return text.cue(start - 1).contains(.by) && text.isAny(start - 2, of: winWords)
  }

  /// The two times of the gap's own sentence; else, for a heading, those of the first sentence that has
  /// two and no more.
  private func pairs(_ times: [RaceTime], near sentence: Int) -> [(RaceTime, RaceTime)] {
    let own = times.filter { $0.sentence == sentence }
    if own.count == 2 { return [(own[0], own[1])] }
    guard own.isEmpty, sentence <= 1 else { return [] }
    var place = 0
    while place < times.count {
      let here = times[place...].prefix { $0.sentence == times[place].sentence }
      if here.count == 2 { return [(here[here.startIndex], here[here.startIndex + 1])] }
      place += here.count
    }
    return []
  }

  private func distance(_ pair: (RaceTime, RaceTime)) -> Int {
    abs(pair.0.hundredths - pair.1.hundredths)
  }

  private func relation(
    _ gap: Int, _ pair: (RaceTime, RaceTime), _ verdict: Verdict
  ) -> Relation {
    let stated = operand("lapse", gap)
    let (first, second) = (operand("from", words: pair.0.range), operand("to", words: pair.1.range))
    let (late, early) =
      pair.0.hundredths < pair.1.hundredths ? (second.text, first.text) : (first.text, second.text)
    let seconds = DecimalNumber(mantissa: Int128(distance(pair)), exponent: -2).normalized
    return Relation(
      check: Check.dateArithmetic.id, operands: [stated, first, second],
      formula: "\(late) − \(early)", computed: Interval(seconds), verdict: verdict,
      explanation: "\(late) − \(early) = \(Sum.plain(seconds)) seconds, stated \(stated.text)",
      notes: verdict == .consistent ? [] : ["no two times of the text are so far apart"])
  }

  // MARK: Halves

  /// "had reached halfway in 1:05:48 and ran the second half in 1:04:54": their sum is a time of the text.
  private func relateHalves(_ times: [RaceTime]) -> [Relation] {
    zip(times, times.dropFirst()).compactMap { first, second in
      guard first.sentence == second.sentence, first.hundredths < 2 * second.hundredths,
        second.hundredths < 2 * first.hundredths,
        text.holds(first.token..<second.token, anyOf: halfWords)
      else { return nil }
      let sum = first.hundredths + second.hundredths
      let whole = times.min { abs($0.hundredths - sum) < abs($1.hundredths - sum) }
      guard let whole, abs(whole.hundredths - sum) < 12_000 else { return nil }
      let holds = abs(whole.hundredths - sum) <= 100
      let (a, b) = (operand("part", words: first.range), operand("part", words: second.range))
      let told = operand("whole", words: whole.range)
      return Relation(
        check: Check.dateArithmetic.id, operands: [b, a, told], formula: "\(a.text) + \(b.text)",
        verdict: holds ? .consistent : .doubtful,
        explanation: "\(a.text) + \(b.text) = \(shown(sum)), and the nearest time told is "
          + told.text,
        notes: ["the words call them halves"])
    }
  }

  private func shown(_ hundredths: Int) -> String {
    let seconds = hundredths / 100
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}

private let secondsIn = ["second": 1, "minute": 60, "hour": 3600]

extension Array where Element == RaceTime {
  /// Any two of them; of many, each with the next few only.
  fileprivate var pairs: [(RaceTime, RaceTime)] {
    indices.flatMap { first in
      self[(first + 1)...].prefix(mostPartners).map { (self[first], $0) }
    }
  }
}

private let mostPartners = 24
