/// Cuts the tokens of each leaf block into sentences.
///
/// A sentence ends after . ! ? … and the quotes and brackets that close behind them, where the next
/// token begins a sentence (a capital, a digit, an opening quote) and the point ends no abbreviation
/// or initial.
func splitSentences(document: Document, tokens: [Token]) -> [Sentence] {
  var sentences: [Sentence] = []
  var tokenIndex = 0
  for (blockIndex, block) in document.blocks.enumerated() where !block.text.isEmpty {
    guard block.end == blockIndex + 1 || !block.inlines.isEmpty else { continue }
    while tokenIndex < tokens.count, tokens[tokenIndex].start < block.text.start { tokenIndex += 1 }
    let first = tokenIndex
    while tokenIndex < tokens.count, tokens[tokenIndex].start < block.text.end { tokenIndex += 1 }
    splitBlock(
      tokens: tokens, range: first..<tokenIndex, block: blockIndex, text: document.text,
      into: &sentences)
  }
  return sentences
}

private func splitBlock(
  tokens: [Token], range: Range<Int>, block: Int, text: DocumentText,
  into sentences: inout [Sentence]
) {
  var start = range.lowerBound
  func close(_ end: Int) {
    var last = end
    while last > start, tokens[last - 1].kind == .blockEnd { last -= 1 }
    guard last > start else { return }
    sentences.append(
      Sentence(
        range: TextRange(start: tokens[start].start, end: tokens[last - 1].end),
        tokens: start..<last, block: block))
  }
  var index = range.lowerBound
  while index < range.upperBound {
    guard isTerminator(tokens[index], in: text) else {
      index += 1
      continue
    }
    var after = index + 1
    while after < range.upperBound, isCloser(tokens[after], in: text) { after += 1 }
    if after < range.upperBound,
      endsSentence(tokens: tokens, mark: index, next: after, text: text, start: start)
    {
      close(after)
      start = after
    }
    index = after
  }
  close(range.upperBound)
}

private func isTerminator(_ token: Token, in text: DocumentText) -> Bool {
  guard token.kind == .punctuation else { return false }
  switch text.bytes[Int(token.start)] {
  case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
  default: return token.count == 3 && text[token.range] == "…"
  }
}

private func isCloser(_ token: Token, in text: DocumentText) -> Bool {
  guard token.kind == .punctuation, token.shape.contains(.isJoined) else { return false }
  switch text.bytes[Int(token.start)] {
  case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"),
    UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]"):
    return true
  default: return token.count == 3 && ["”", "’", "…"].contains(text[token.range])
  }
}

private func endsSentence(
  tokens: [Token], mark: Int, next: Int, text: DocumentText, start: Int
) -> Bool {
  let following = tokens[next]
  guard !following.shape.contains(.isJoined) else { return false }
  guard text.bytes[Int(tokens[mark].start)] == UInt8(ascii: "."), mark > start else {
    return following.kind != .word || following.shape.contains(.isCapitalised)
      || text.bytes[Int(tokens[mark].start)] != UInt8(ascii: ".")
  }
  let before = tokens[mark - 1]
  if before.kind == .word, before.shape.contains(.hasLowercase) == false, before.count == 1 {
    return false
  }
  if before.kind == .word, isAbbreviation(text[before.range]) {
    return false
  }
  return true
}

/// Lower case: titles, units of organisation, months, Latin.
private let abbreviations: Set<String> = [
  "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "st", "jr", "sr",
  "vs", "etc", "e.g", "i.e", "no", "nos", "vol", "fig", "figs", "approx", "dept", "est", "jan",
  "feb",
  "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "al", "cf", "ca", "p",
  "pp",
]

private func isAbbreviation(_ word: String) -> Bool { abbreviations.contains(word.lowercased()) }
