// Shares whose whole stands in another sentence or paragraph: "raised £18.4m. … spent £8.1m, or 44 per
// cent of that", "480 beds, two fifths of the total".

private let pronouns = WordSet("that it them this those these which")
private let naming = WordSet("those these")
private let taking = WordSet("that this it")
private let totals = WordSet("total whole lot sum")

extension PartReader {
  /// A part with its share and a whole before them: consistent where one fits and hardly by chance;
  /// doubtful where the words point at the only whole there is.
  func relateFieldShare(_ rate: Int, _ part: Int) -> Relation? {
    let field = field(before: min(part, rate)) { isWhole($0, of: part) && $0 != rate }
    let wholes = field.former + field.paragraph
    let pointer = pointer(behind: rate)
    let readings = wholes.compactMap { whole in
      readShare(part, whole, rate).map {
        (whole: whole, verdict: $0.verdict, computed: $0.computed)
      }
    }
    let close = readings.filter { isClose($0.computed, rate) }
    if let told = close.last(where: { $0.verdict == .consistent }) {
      guard isTelling(told.computed, rate, readings: pointer == .none ? close.count : 1) else {
        return nil
      }
      return shareRelation(part, told.whole, rate, told.computed, .consistent)
    }
    let isExchange = pointer == .none && text.cue(quantity(rate).tokens.upperBound).contains(.of)
    guard pointer != .none || isExchange, !isGuarded(rate), !isGuarded(part), !isLoosePart(rate),
      let whole = onlyWhole(field, part, pointer),
      let reading = readings.first(where: { $0.whole == whole }),
      let stated = shareIntervals(rate)?.strict.low, let computed = reading.computed.low,
      areNear(stated, computed),
      !isExchange || quantity(rate).misprintDigits(of: reading.computed) != nil
    else { return nil }
    return shareRelation(part, whole, rate, reading.computed, .doubtful)
  }

  /// "spends $98m a year, $71m of it on salaries. That is 72 per cent": the share of what was told last.
  func relateTakenShare(_ rate: Int, _ passage: Passage) -> Relation? {
    let start = quantity(rate).tokens.lowerBound
    guard rate == passage.sentence.lowerBound, let tokens = sentence(of: rate)?.tokens,
      start - tokens.lowerBound <= 4, text.isAny(tokens.lowerBound, of: taking),
      text.cue(tokens.lowerBound + 1).contains(.auxiliary) || text.lower(start - 1) == "makes",
      !text.isWord(text.end(of: quantity(rate))),
      let part = passage.before.last(where: { index in
        let end = text.end(of: quantity(index))
        return text.cue(end).contains(.of) && text.isAny(end + 1, of: pronouns)
      }), part > passage.before.lowerBound, isWhole(part - 1, of: part),
      let reading = readShare(part, part - 1, rate)
    else { return nil }
    guard reading.verdict == .consistent || (!isGuarded(rate) && !isLoosePart(rate)) else {
      return nil
    }
    return shareRelation(
      part, part - 1, rate, reading.computed,
      reading.verdict == .consistent ? .consistent : .doubtful)
  }

  private func isWhole(_ index: Int, of part: Int) -> Bool {
    guard let k = quantity(part).exactValue, let n = plainValue(index),
      areAlike(index, part) || isBareCount(index, part), !isThingRate(index), !isGuarded(index)
    else { return false }
    return k < n
  }

  private enum Pointer { case none, pronoun, total }

  /// "of that", "of the total"; a share of what else the words say is of something they name.
  private func pointer(behind rate: Int) -> Pointer {
    let end = quantity(rate).tokens.upperBound
    guard text.cue(end).contains(.of) else { return .none }
    if text.isAny(end + 1, of: pronouns) {
      // "of those affected" are others than were told last.
      return text.isAny(end + 1, of: naming) && text.isWord(end + 2) ? .none : .pronoun
    }
    return text.cue(end + 1).contains(.determiner) && text.isAny(end + 2, of: totals)
      ? .total : .none
  }

  /// The only candidate of the paragraph, or of the last paragraph that has one. A total is of the very
  /// thing that the part is of.
  private func onlyWhole(_ field: Field, _ part: Int, _ pointer: Pointer) -> Int? {
    func isSame(_ index: Int) -> Bool {
      pointer == .pronoun || quantity(index).unit == quantity(part).unit
    }
    let here = field.paragraph.filter(isSame)
    if !here.isEmpty { return here.count == 1 ? here[0] : nil }
    let before = field.former.filter(isSame)
    guard let last = before.last else { return nil }
    let level = before.filter { block(of: $0) == block(of: last) }
    return level.count == 1 ? last : nil
  }

  private func isClose(_ computed: Interval, _ rate: Int) -> Bool {
    guard let stated = shareIntervals(rate)?.strict.low, let low = computed.low else {
      return false
    }
    return areClose(stated, low)
  }

  private func isTelling(_ computed: Interval, _ rate: Int, readings: Int) -> Bool {
    guard let stated = shareIntervals(rate)?.strict, let low = stated.low, let a = stated.width,
      let b = computed.width, let width = DecimalNumber.adding(a, b)
    else { return false }
    return isTelling(width: width, readings: readings, beside: low)
  }
}
