/// A row of a table that a sentence names.
struct RowMention {
  let table: Int
  let row: Int
  let tokens: Range<Int>
  /// The whole label as it is written, not one of its words.
  let isWhole: Bool
}

/// The rows of an article's tables by the words of their labels.
struct RowIndex {
  let models: [TableModel]
  private var rows: [WordKey: [Label]] = [:]
  /// Words that only one label of all tables holds, of names of several words.
  private var partial: [WordKey: TableRowPlace] = [:]
  /// The keys of both.
  private var known = WordFilter()

  private struct Label {
    let place: TableRowPlace
    let words: [WordKey]
    /// The first words of a longer name: "Ten Kilns" of "Ten Kilns Museum".
    var isBegin = false
  }

  struct TableRowPlace: Hashable {
    let table: Int
    let row: Int
  }

  var isEmpty: Bool { rows.isEmpty }

  /// More rows than this with one first word are looked up no further.
  private static let mostRows = 64
  private static let mostWords = 6

  init(_ models: [TableModel]) {
    self.models = models
    var holders: [WordKey: [TableRowPlace]] = [:]
    var names: Set<TableRowPlace> = []
    var begins: [WordKey: [Label]] = [:]
    var lasts: [WordKey: [TableRowPlace]] = [:]
    for (number, model) in models.enumerated() {
      for row in model.items {
        let label = withoutBrackets(model.table.rows[row].label)
        let words = Stem.keys(label).filter { !joiningStems.contains($0) }
        guard let first = words.first, words.count <= RowIndex.mostWords,
          label.utf8.contains(where: \.isASCIILetter) || TableTime(label) != nil,
          !RowIndex.isRest(label),
          rows[first, default: []].count < RowIndex.mostRows
        else { continue }
        let place = TableRowPlace(table: number, row: row)
        rows[first, default: []].append(Label(place: place, words: words))
        known.insert(first)
        for word in Set(words) { holders[word, default: []].append(place) }
        // Of "Administration and courts" the last word is no name.
        let isPair = label.utf8.split(separator: UInt8(ascii: " ")).count == 2
        if words.count == 2, isPair, !isName(label), !plainStems.contains(words[1]) {
          lasts[words[1], default: []].append(place)
        }
        if words.count >= 2, isName(label) {
          names.insert(place)
          for begin in RowIndex.begins(of: words) {
            begins[begin.key, default: []].append(
              Label(place: place, words: begin.words, isBegin: true))
          }
        }
      }
    }
    for (word, places) in holders
    where places.count == 1 && names.contains(places[0]) && !plainStems.contains(word) {
      partial[word] = places[0]
      known.insert(word)
    }
    for (word, places) in lasts where places.count == 1 && holders[word]?.count == 1 {
      rows[word, default: []].append(Label(place: places[0], words: [word]))
      known.insert(word)
    }
    for (_, labels) in begins where labels.count == 1 {
      rows[labels[0].words[0], default: []].append(labels[0])
    }
  }

  /// The first words of a name, two or more, with one key for them together.
  private static func begins(of words: [WordKey]) -> [(key: WordKey, words: [WordKey])] {
    guard words.count >= 3, let first = words.first else { return [] }
    var key = first
    return (2..<words.count).map { count in
      key = key.followed(by: words[count - 1])
      return (key, Array(words[..<count]))
    }
  }

  /// "All other": a row for what is left over.
  static func isRest(_ label: String) -> Bool {
    let words = Stem.keys(label)
    return words.first.map(restStems.contains) ?? true
      || (words.first == Stem.key("all") && words.count > 1 && restStems.contains(words[1]))
  }

  /// The rows that some tokens name, in order. Labels that are part of a longer one are left out, and
  /// those that several rows have.
  func mentions(in tokens: Range<Int>, _ text: ClauseText, _ stems: StemmedText) -> [RowMention] {
    var found: [RowMention] = []
    for index in tokens where stems.keys[index] != StemmedText.none {
      let (key, head) = (stems.keys[index], stems.heads[index])
      guard known.mayHold(key) || known.mayHold(head) else { continue }
      for known in key == head ? [key] : [key, head] {
        for label in rows[known] ?? [] {
          guard let end = end(of: label.words, from: index, within: tokens, stems),
            !label.isBegin || text.isCapitalised(index) && !text.isCapitalised(end)
          else { continue }
          found.append(
            RowMention(
              table: label.place.table, row: label.place.row, tokens: index..<end,
              isWhole: text.isCapitalised(index) || label.words.count > 1
                || !text.isWord(index)))
        }
      }
      if let place = partial[stems.keys[index]], isNamePart(index, tokens, text) {
        found.append(
          RowMention(table: place.table, row: place.row, tokens: index..<index + 1, isWhole: false))
      }
    }
    return withoutInner(found)
  }

  private func end(
    of words: [WordKey], from start: Int, within tokens: Range<Int>, _ stems: StemmedText
  ) -> Int? {
    var index = start + 1
    for word in words.dropFirst() {
      while index < tokens.upperBound,
        stems.keys[index] == StemmedText.none || joiningStems.contains(stems.keys[index])
      {
        index += 1
      }
      guard index < tokens.upperBound, stems.keys[index] == word, index - start <= 8 else {
        return nil
      }
      index += 1
    }
    return index
  }

  /// A word with a capital that belongs to no longer name.
  private func isNamePart(_ index: Int, _ tokens: Range<Int>, _ text: ClauseText) -> Bool {
    guard text.isCapitalised(index), !text.isCapitalised(index + 1) else { return false }
    return index == tokens.lowerBound || !text.isCapitalised(index - 1)
      || index - 1 == tokens.lowerBound
  }

  private func withoutInner(_ found: [RowMention]) -> [RowMention] {
    var kept: [RowMention] = []
    for one in found {
      let isHidden = found.contains { other in
        guard other.tokens.overlaps(one.tokens) else { return false }
        if other.tokens.count != one.tokens.count { return other.tokens.count > one.tokens.count }
        return other.table != one.table || other.row != one.row
      }
      let isTold = kept.contains {
        $0.table == one.table && $0.row == one.row && $0.tokens.overlaps(one.tokens)
      }
      if !isHidden, !isTold { kept.append(one) }
    }
    return kept
  }
}

private let joiningStems = Stem.set("the and of for in & to")
/// "All other", "Rest": what is left over has no name.
private let restStems = Stem.set(
  "other others rest remainder unknown none yes no misc average mean")
/// Words of names that mean something without them.
private let plainStems = Stem.set(
  """
  lower upper new old north south east west northern southern eastern western great general public
  national royal united city town county high school college academy university street road
  hospital group bank company real saint st port lake fort mount san los santa
  """)

/// Whether all words of a label begin with a capital, little ones left out.
private func isName(_ label: String) -> Bool {
  label.utf8.split(separator: UInt8(ascii: " ")).allSatisfy { word in
    guard let first = word.first else { return true }
    return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
      || ["and", "of", "the", "de", "la", "in"].contains(String(decoding: word, as: UTF8.self))
  }
}

private func withoutBrackets(_ label: String) -> String {
  guard let open = label.utf8.firstIndex(of: UInt8(ascii: "(")), open > label.utf8.startIndex else {
    return label
  }
  return trimmed(String(label[..<open]))
}
