extension Check {
  /// Flags a list that has not as many items as the words before it say.
  public static let listLength = Check(
    id: "list-length",
    summary: "Announced number of points against the list",
    tier: 1,
    documentation: """
      ## What it examines

      A sentence that announces a number of points (reasons, steps, lessons and their like), ends in
      a colon and has a list right behind it: the list must have as many items. The same for a
      heading that begins with the number, and for "Top 10" over the only list of its section. A
      number with the names of what it counts right behind it ("three services, Lumina+, SportNow and
      KidsBox") is doubtful where the names are not as many.

      ## Why it matters

      A point that was added or cut late leaves the announcement as it was.

      ## Example

      "There are three reasons:" over a list of four.

      ## When to ignore it

      Where the list goes on after an interruption.
      """,
    run: relateLists)
}

func relateLists(_ input: CheckInput) -> [Relation] {
  guard let reader = input.readers.first else { return [] }
  let blocks = input.article.blocks
  let lists = blocks.indices.compactMap { index -> Relation? in
    guard case .list = blocks[index].kind else { return nil }
    return relateList(index, blocks, reader)
  }
  return lists + reader.relateNamedLists()
}

private func relateList(_ list: Int, _ blocks: [Block], _ reader: PartReader) -> Relation? {
  guard list > 0, let intro = leaf(before: list, blocks), !isContinued(list, blocks),
    let number = announced(intro, blocks[intro], reader)
  else { return nil }
  let items = itemCount(list, blocks)
  guard items >= 2, !hasNote(list, blocks, reader),
    let stated = reader.plainValue(number)?.normalized
  else { return nil }
  let verdict: Verdict = stated == DecimalNumber(items) ? .consistent : .contradicted
  let operand = reader.operand("stated", number)
  guard let first = firstWords(of: list, blocks) else { return nil }
  return Relation(
    check: Check.listLength.id,
    operands: [operand, reader.operand("list", words: first)], formula: "items = \(items)",
    computed: Interval(DecimalNumber(items)), stated: Interval(stated), verdict: verdict,
    explanation: "the list has \(items) items, stated \(operand.text)",
    notes: ["the sentence before the list announces it and holds no other number"])
}

/// The paragraph or heading right before a list, in the same container.
private func leaf(before list: Int, _ blocks: [Block]) -> Int? {
  let index = list - 1
  guard blocks[index].end == list else { return nil }
  switch blocks[index].kind {
  case .paragraph, .heading: return index
  default: return nil
  }
}

/// A second list, or a list after one more line, may be the rest of the first.
private func isContinued(_ list: Int, _ blocks: [Block]) -> Bool {
  let next = blocks[list].end
  guard blocks.indices.contains(next) else { return false }
  if case .list = blocks[next].kind { return true }
  let after = blocks[next].end
  guard blocks.indices.contains(after), case .list(let second) = blocks[after].kind else {
    return false
  }
  return second.isOrdered && second.start > 1
}

private func itemCount(_ list: Int, _ blocks: [Block]) -> Int {
  var count = 0
  var index = list + 1
  while index < blocks[list].end {
    if case .item = blocks[index].kind { count += 1 }
    index = max(index + 1, blocks[index].end)
  }
  return count
}

/// "NOTE: there are other concerns": an item that is none of what was counted.
private func hasNote(_ list: Int, _ blocks: [Block], _ reader: PartReader) -> Bool {
  (list + 1..<max(list + 1, blocks[list].end)).contains { block in
    guard case .paragraph = blocks[block].kind,
      let first = reader.sentences(ofBlock: block).first
    else { return false }
    let tokens = reader.analysis.words.sentences[first].tokens
    return reader.text.isAny(tokens.lowerBound, of: noteWords)
      && reader.text.mark(tokens.lowerBound + 1) == UInt8(ascii: ":")
  }
}

private let noteWords = WordSet("note update also ps nb edit")

private func firstWords(of list: Int, _ blocks: [Block]) -> TextRange? {
  let inside = list + 1..<max(list + 1, blocks[list].end)
  return inside.lazy.map { blocks[$0] }.first { !$0.inlines.isEmpty && !$0.text.isEmpty }?.text
}

/// Nouns for the points of a list.
private let points: Set<String> = [
  "reason", "reasons", "thing", "things", "point", "points", "step", "steps", "way", "ways",
  "factor", "factors", "question", "questions", "rule", "rules", "tip", "tips", "lesson", "lessons",
  "takeaway", "takeaways", "fact", "facts", "option", "options", "finding", "findings", "condition",
  "conditions", "stage", "stages", "phase", "phases", "measure", "measures", "goal", "goals",
  "principle", "principles", "problem", "problems", "risk", "risks", "benefit", "benefits",
  "advantage", "advantages", "mistake", "mistakes", "change", "changes", "requirement",
  "requirements", "priority", "priorities", "item", "items", "idea", "ideas", "explanation",
  "explanations", "argument", "arguments", "recommendation", "recommendations", "proposal",
  "proposals", "numbers", "figures", "charts", "trends", "topics", "issues", "challenges", "causes",
  "features", "signs", "demands", "aims", "areas", "criteria", "objections", "examples", "task",
  "tasks", "part", "parts", "case", "cases", "scenario", "scenarios",
]

private let limits: Set<String> = [
  "first", "last", "least", "including", "among", "e.g", "example", "some", "other", "another",
  "more", "next", "remaining", "instance", "especially", "several", "such", "additional",
]

/// The number of the last sentence of a paragraph that ends in a colon, or of a heading, where it
/// is the only one and stands before a noun for points.
private func announced(_ index: Int, _ block: Block, _ reader: PartReader) -> Int? {
  guard let last = reader.sentences(ofBlock: index).last else { return nil }
  let tokens = reader.analysis.words.sentences[last].tokens
  var isHeading = false
  if case .heading = block.kind { isHeading = true }
  guard isHeading || reader.text.mark(tokens.upperBound - 1) == UInt8(ascii: ":") else {
    return nil
  }
  let numbers = reader.quantities(inSentence: last).filter { !reader.quantity($0).isCalendar }
  guard numbers.count == 1, let number = numbers.first else { return nil }
  let quantity = reader.quantity(number)
  guard quantity.kind == .count, let value = reader.plainValue(number), value.exponent >= 0,
    DecimalNumber(1) < value, value <= DecimalNumber(30)
  else { return nil }
  guard !isHeading || quantity.tokens.lowerBound == tokens.lowerBound else { return nil }
  let nouns = quantity.tokens.upperBound..<min(quantity.tokens.upperBound + 3, tokens.upperBound)
  // "8 Add an option to set:" is a line of a list itself.
  guard isHeading || !reader.text.isCapitalised(nouns.lowerBound) else { return nil }
  // "three of the reasons" are not all.
  guard reader.holds(nouns, anyOf: points), !reader.holds(tokens, anyOf: limits),
    reader.text.lower(quantity.tokens.upperBound) != "of"
  else { return nil }
  return number
}
