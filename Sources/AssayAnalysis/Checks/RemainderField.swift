// Rests whose whole stands further away: "raised £18.4m. … £6.9m. … £2.3m. … the rest, £9.2m".

private let pronouns = WordSet("them which whom these those it that")
/// "the last 40", "so that 40": as often others than the rest of what was told.
private let looseRests = WordSet("others last else so that")

/// How many parts a rest may have beside it.
private let mostParts = 8

extension PartReader {
  /// What a rest makes with parts of its paragraph and a whole there or in the paragraphs before:
  /// consistent where a reading fits and hardly by chance; doubtful where none does and the words leave
  /// one reading, or a misprint explains the gap.
  func distantReading(_ rest: Int, _ marker: Int, _ near: [Int]) -> RemainderReading? {
    let field = field(before: rest) { isSummand($0, of: rest) }
    let readings = readings(rest, field) + tiedReadings(rest, field) + ownReadings(rest, field)
    let close = readings.filter { isClose($0, rest) }
    if let slip = blurredSlip(close, rest) { return slip }
    if let told = close.first(where: {
      $0.verdict == .consistent && isTelling($0, rest, readings: close.count)
        && (isLargeWhole($0)
          || !(text.isAny(marker, of: looseRests) || text.lower(marker) == "other"))
    }) {
      return told
    }
    let plain = plainReadings(rest, field).filter { isClose($0, rest) }
    // What fits within the paragraph, if only by chance, leaves nothing to say.
    let known = plain + readings.filter { field.paragraph.contains($0.whole) }
    guard !known.contains(where: { $0.verdict == .consistent }), !isGuardedPart(rest),
      marker >= quantity(rest).tokens.upperBound || !isQualified(behind: rest),
      !near.contains(where: isGuardedPart),
      !field.paragraph.contains(where: isGuardedPart)
    else { return nil }
    if let sure = plain.first(where: { isSure($0, rest, marker, field) }) { return sure }
    let likely = plain.filter { isLikelyWhole($0.whole, field) }
    if let slip = likely.first(where: { isMisprint($0, rest, readings: likely.count) })
      ?? plain.first(where: { isMisprint($0, rest, readings: max(plain.count, 3)) })
    {
      return slip
    }
    return close.first { isExchange($0, rest, readings: close.count) }
  }

  /// "The outstanding £2.56m of the £10m": it fits only because the whole is round, and as a sum of numbers
  /// that are as exact as the others, two digits of it changed places.
  private func blurredSlip(_ close: [RemainderReading], _ rest: Int) -> RemainderReading? {
    guard !isGuardedPart(rest), let known = countedIntervals(rest)?.lenient,
      close.contains(where: { $0.verdict == .consistent })
    else { return nil }
    let sharp = close.map { reading -> Interval? in
      remainder(reading.whole, reading.parts).flatMap {
        sharpened($0, among: [reading.whole, rest] + reading.parts)
      }
    }
    guard sharp.allSatisfy({ !($0?.overlaps(known) ?? true) }) else { return nil }
    for (reading, interval) in zip(close, sharp) where reading.verdict == .consistent {
      guard let interval, let slip = quantity(rest).misprint(of: interval), slip.isExchange,
        slip.tells(readings: close.count)
      else { continue }
      return RemainderReading(
        whole: reading.whole, parts: reading.parts, verdict: .doubtful, computed: interval)
    }
    return nil
  }

  /// Two digits of the rest changed places, which chance brings about far less often than one that differs.
  private func isExchange(_ reading: RemainderReading, _ rest: Int, readings: Int) -> Bool {
    guard let slip = quantity(rest).misprint(of: reading.computed), slip.isExchange else {
      return false
    }
    return slip.tells(readings: readings)
  }

  /// The last parts of the paragraph, up to all, with each whole before them.
  private func readings(_ rest: Int, _ field: Field) -> [RemainderReading] {
    guard !field.paragraph.isEmpty else { return [] }
    return (1...min(mostParts, field.paragraph.count)).flatMap { count in
      let parts = Array(field.paragraph.suffix(count))
      return (field.former + field.paragraph.dropLast(count)).reversed().compactMap {
        read(rest, $0, parts)
      }
    }
  }

  /// "The outstanding £2.65m of the £10m grant": the whole stands behind its rest.
  private func ownReadings(_ rest: Int, _ field: Field) -> [RemainderReading] {
    let whole = rest + 1
    guard whole < analysis.claims.count, quantity(whole).sentence == quantity(rest).sentence,
      isSummand(whole, of: rest), text.cue(text.end(of: quantity(rest))).contains(.of),
      gap(rest, whole).count <= 4, !field.paragraph.isEmpty
    else { return [] }
    return (1...min(mostParts, field.paragraph.count)).compactMap {
      read(rest, whole, Array(field.paragraph.suffix($0)))
    }
  }

  /// "Of the 920 pupils, 645 passed. … The remaining 275": wholes with the part that the words tie to them.
  private func tiedReadings(_ rest: Int, _ field: Field) -> [RemainderReading] {
    guard let first = field.paragraph.first else { return [] }
    let number = quantity(first).sentence
    return sentences.lazy.filter { sentence in
      let here = self.quantity(sentence.lowerBound).sentence
      return here >= number && sentence.lowerBound < rest
    }.prefix(mostParts).flatMap { sentence in
      self.tiedPairs(sentence.lowerBound..<min(sentence.upperBound, rest)).compactMap {
        self.isSummand($0.part, of: rest) && self.isSummand($0.whole, of: rest)
          ? self.read(rest, $0.whole, [$0.part]) : nil
      }
    }
  }

  /// What the paragraph tells, the one before it or the first is likelier to be the whole.
  private func isLikelyWhole(_ whole: Int, _ field: Field) -> Bool {
    guard let block = block(of: whole), !field.paragraph.contains(whole) else { return true }
    return field.former.last.flatMap { self.block(of: $0) } == block
      || field.former.first.flatMap { self.block(of: $0) } == block
  }

  /// With a single part, one digit of three tells only within a paragraph: in others there is often a figure
  /// that fits as well.
  private func isMisprint(_ reading: RemainderReading, _ rest: Int, readings: Int) -> Bool {
    guard let digits = misprintDigits(of: reading, rest) else { return false }
    let isHere = block(of: reading.whole) == block(of: rest)
    return isTellingMisprint(digits: digits, readings: readings)
      && (isHere || reading.parts.count > 1 || digits > 3
        || isExchange(reading, rest, readings: readings))
  }

  /// Each figure of the paragraph as the whole of all behind it; one of the paragraphs before as the whole
  /// of all; the figure right before the sentence as the whole of those in it.
  private func plainReadings(_ rest: Int, _ field: Field) -> [RemainderReading] {
    var readings: [RemainderReading] = []
    func add(_ whole: Int, _ parts: [Int]) {
      guard !parts.isEmpty, !readings.contains(where: { $0.whole == whole && $0.parts == parts }),
        let n = plainValue(whole), parts.allSatisfy({ (plainValue($0) ?? n) < n }),
        let reading = read(rest, whole, parts, isOpen: true)
      else { return }
      readings.append(reading)
    }
    let fewest = field.paragraph.count == 2 ? 1 : 2
    for (place, whole) in field.paragraph.enumerated().dropLast(fewest) {
      add(whole, Array(field.paragraph[(place + 1)...]))
    }
    for whole in field.former.reversed() { add(whole, field.paragraph) }
    let number = quantity(rest).sentence
    let inside = field.paragraph.filter { quantity($0).sentence == number }
    let outside = (field.former + field.paragraph).filter { quantity($0).sentence < number }
    if let whole = outside.last { add(whole, inside) }
    // "1,016 pupils … Seven in ten of them, 711, will go. The rest, 305"
    if inside.isEmpty, let last = field.paragraph.last {
      let parts = field.paragraph.filter { quantity($0).sentence == quantity(last).sentence }
      for whole in field.paragraph where whole < parts[0] { add(whole, parts) }
    }
    return readings
  }

  /// Whether the parts and the rest come near their whole.
  private func isClose(_ reading: RemainderReading, _ rest: Int) -> Bool {
    guard let whole = plainValue(reading.whole), let sum = total(of: reading, rest) else {
      return false
    }
    return areClose(sum, whole)
  }

  private func total(of reading: RemainderReading, _ rest: Int) -> DecimalNumber? {
    reading.parts.reduce(plainValue(rest)) { sum, part in
      guard let sum, let value = plainValue(part) else { return nil }
      return DecimalNumber.adding(sum, value)
    }
  }

  private func isTelling(_ reading: RemainderReading, _ rest: Int, readings: Int) -> Bool {
    guard let whole = plainValue(reading.whole), let stated = countedIntervals(rest),
      let a = stated.strict.width, let b = reading.computed.width,
      let width = DecimalNumber.adding(a, b)
    else { return false }
    // What is counted exactly still fits one number in as many as there are.
    let isCounted = a.isZero && b.isZero
    return isTelling(
      width: isCounted ? DecimalNumber(1) : width, readings: readings, beside: whole)
  }

  /// "the other 8" is told of many things.
  private func isLargeWhole(_ reading: RemainderReading) -> Bool {
    plainValue(reading.whole).map { DecimalNumber(100) <= $0 } ?? false
  }

  private func misprintDigits(of reading: RemainderReading, _ rest: Int) -> Int? {
    guard let whole = plainValue(reading.whole) else { return nil }
    let addends = (reading.parts + [rest]).compactMap { plainValue($0) }
    return AssayAnalysis.misprintDigits(addends, total: whole)
  }

  /// The whole leads its paragraph and two parts or more follow, or the words take it up: "Of that, …".
  private func isSure(
    _ reading: RemainderReading, _ rest: Int, _ marker: Int, _ field: Field
  ) -> Bool {
    guard let first = reading.parts.first, !text.isAny(marker, of: looseRests),
      !reading.parts.dropFirst().contains(where: isInside)
    else { return false }
    if isTakenUp(first, reading.whole) { return true }
    if isListToTheRest(reading, rest, marker, field) { return true }
    return reading.parts.count >= 2 && reading.whole == field.paragraph.first
      && reading.parts.count == field.paragraph.count - 1 && isInOneUnit(reading, rest)
  }

  /// "the state pays $58m, taxes bring $31m and the county gives the other $9m", with one figure in the
  /// paragraph that these can make up.
  private func isListToTheRest(
    _ reading: RemainderReading, _ rest: Int, _ marker: Int, _ field: Field
  ) -> Bool {
    let number = quantity(rest).sentence
    let inside = field.paragraph.filter { quantity($0).sentence == number }
    guard reading.parts.count >= 2, reading.parts == inside,
      field.paragraph.contains(reading.whole),
      let last = inside.last, isInOneUnit(reading, rest),
      text.cue(marker - 1).contains(.determiner),
      gap(last, rest).contains(where: { text.cue($0).contains(.and) })
    else { return false }
    let rivals = field.paragraph.filter { index in
      guard index < inside[0], let value = plainValue(index), let sum = total(of: reading, rest)
      else { return false }
      return areNear(value, sum)
    }
    return rivals == [reading.whole]
  }

  /// "of which 3 million went to": a part of a part.
  private func isInside(_ part: Int) -> Bool {
    let start = quantity(part).tokens.lowerBound
    let end = text.end(of: quantity(part))
    return [end, start - 2, start - 3].contains {
      text.cue($0).contains(.of) && text.isAny($0 + 1, of: pronouns)
    }
  }

  /// "Of that, 121,000 tonnes" behind the sentence with the whole.
  private func isTakenUp(_ part: Int, _ whole: Int) -> Bool {
    guard let tokens = sentence(of: part)?.tokens,
      quantity(whole).sentence + 1 == quantity(part).sentence
    else { return false }
    let start = tokens.lowerBound
    return text.cue(start).contains(.of) && text.isAny(start + 1, of: pronouns)
      && quantity(part).tokens.lowerBound - start <= 4
  }

  private func isInOneUnit(_ reading: RemainderReading, _ rest: Int) -> Bool {
    let unit = quantity(reading.whole).unit
    return (reading.parts + [rest]).allSatisfy {
      quantity($0).unit == unit || quantity($0).unit.dimension == .none
    }
  }
}
