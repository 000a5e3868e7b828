/// A number inside a name, and what it implies: "Covenant-72B" names something of 72 billion,
/// "Top 10" a list of ten. It is no claim, but claims beside it should agree.
public struct NameNumber: Sendable {
  /// The digits with their letter: "72B".
  public let range: TextRange
  /// The whole name: "Covenant-72B", "Llama 2 70B", "Top 10".
  public let nameRange: TextRange
  public let value: DecimalNumber
  /// One unit in the last written place, as for quantities.
  public let lastPlace: DecimalNumber
  public let kind: Kind
  /// Index in `TokenizedText.sentences`.
  public let sentence: Int

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A size with a scale letter: parameters of a model.
    case size
    /// "Top 10": the length of a list.
    case list
  }
}

/// The numbers in names, in the order of the text.
public func nameNumbers(_ words: TokenizedText) -> [NameNumber] {
  var found: [NameNumber] = []
  words.text.bytes.withUnsafeBufferPointer { bytes in
    for (index, sentence) in words.sentences.enumerated() {
      var finder = NameNumberFinder(
        bytes: bytes, tokens: words.tokens[sentence.tokens.clamped(to: words.tokens.indices)],
        sentence: index)
      finder.find(into: &found)
    }
  }
  return found
}

private struct NameNumberFinder {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: ArraySlice<Token>
  let sentence: Int

  mutating func find(into found: inout [NameNumber]) {
    var start = tokens.startIndex
    while start < tokens.endIndex {
      var end = start + 1
      while end < tokens.endIndex, tokens[end].shape.contains(.isJoined) { end += 1 }
      if !tokens[start].shape.contains(.isOpaque) {
        if let name = sizeName(start..<end) ?? listName(start..<end) { found.append(name) }
      }
      start = end
    }
  }

  /// The size at the end of a run without white space: "Covenant-72B", or "70B" behind a name.
  private func sizeName(_ run: Range<Int>) -> NameNumber? {
    var last = run.upperBound - 1
    while last > run.lowerBound, tokens[last].kind == .punctuation { last -= 1 }
    guard tokens[last].kind == .word else { return nil }
    let runStart = Int(tokens[run.lowerBound].start)
    let end = Int(tokens[last].end)
    guard let power = power(bytes[end - 1]), end - runStart >= 2 else { return nil }
    var first = end - 1
    while first > runStart, bytes[first - 1].isASCIIDigit || bytes[first - 1] == UInt8(ascii: ".") {
      first -= 1
    }
    guard first < end - 1, bytes[first].isASCIIDigit,
      let digits = DigitReading(bytes, first, end - 1), !digits.isGrouped
    else { return nil }
    let nameStart: Int
    if first > runStart {
      guard bytes[first - 1] == UInt8(ascii: "-"), hasLetter(runStart..<first) else { return nil }
      nameStart = runStart
    } else {
      guard let start = nameBefore(run.lowerBound) else { return nil }
      nameStart = start
    }
    let value = digits.value.shifted(by: power)
    return NameNumber(
      range: TextRange(first..<end), nameRange: TextRange(nameStart..<end), value: value,
      lastPlace: DecimalNumber(mantissa: 1, exponent: power - digits.places), kind: .size,
      sentence: sentence)
  }

  private func power(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "B"), UInt8(ascii: "b"): 9
    case UInt8(ascii: "M"): 6
    case UInt8(ascii: "T"): 12
    default: nil
    }
  }

  private func hasLetter(_ range: Range<Int>) -> Bool {
    for place in range where bytes[place].isASCIILetter || bytes[place] >= 0xC3 { return true }
    return false
  }

  /// "Llama 2" before "70B": a word with a capital, and perhaps a short number behind it.
  private func nameBefore(_ index: Int) -> Int? {
    var place = index - 1
    if place > tokens.startIndex, tokens[place].kind == .number, tokens[place].count <= 4 {
      place -= 1
    }
    guard place >= tokens.startIndex, tokens[place].kind == .word,
      tokens[place].shape.contains(.isCapitalised), place > tokens.startIndex || place < index - 1
    else { return nil }
    let entry = Lexicon.shared.find(bytes, Int(tokens[place].start), Int(tokens[place].end))
    let roles = Lexicon.shared.words[Int(entry)].roles
    guard roles.isDisjoint(with: [.function, .month, .weekday, .up, .down, .about]) else {
      return nil
    }
    return Int(tokens[place].start)
  }

  /// "Top 10".
  private func listName(_ run: Range<Int>) -> NameNumber? {
    let index = run.lowerBound
    guard tokens[index].kind == .number, tokens[index].count <= 3, index > tokens.startIndex,
      run.count == 1 || tokens[index + 1].kind == .punctuation
    else { return nil }
    let before = tokens[index - 1]
    guard before.kind == .word, before.count == 3,
      bytes[Int(before.start)].lowercasedASCII == UInt8(ascii: "t"),
      bytes[Int(before.start) + 1].lowercasedASCII == UInt8(ascii: "o"),
      bytes[Int(before.start) + 2].lowercasedASCII == UInt8(ascii: "p"),
      let digits = DigitReading(bytes, Int(tokens[index].start), Int(tokens[index].end)),
      digits.places == 0
    else { return nil }
    return NameNumber(
      range: tokens[index].range, nameRange: before.range.union(tokens[index].range),
      value: digits.value, lastPlace: DecimalNumber(1), kind: .list, sentence: sentence)
  }
}
