import ArgumentParser
import AssayAnalysis

/// Sentences in the manner of news agencies, filled with names of the lists.
///
/// No corpus that may be used holds datelines, tables of sport or headlines in capitals. A template
/// is a line: `{city}` is filled and marked, `{CITY}` in capitals; `<ORG {city} Police>` marks all
/// that it holds as one name.
struct Newswire {
  private let templates: [[Piece]]
  private let lists: [String: [[UInt8]]]
  private var generator: SeededGenerator

  private enum Piece {
    case word([UInt8])
    case slot(name: String, isCapitals: Bool)
    case opens(String)
    case closes
  }

  /// - Parameter folder: Models/, which holds newswire.txt and lists/.
  init(folder: String, seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    var lists: [String: [[UInt8]]] = [:]
    for (slot, file) in Newswire.files {
      let bytes = try TrainingFiles.read("\(folder)/lists/\(file).txt")
      lists[slot] = bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    }
    lists["nick"] = lists["team"]?.filter { !$0.contains(0x20) }
    for (slot, words) in Newswire.words {
      lists[slot] = words.split(separator: "|").map { Array($0.utf8) }
    }
    self.lists = lists
    let lines = try TrainingFiles.read("\(folder)/newswire.txt").split(
      separator: UInt8(ascii: "\n"))
    templates = lines.map { Newswire.pieces(Array($0)) }
  }

  private static let files = [
    ("first", "first-names"), ("last", "surnames"), ("city", "cities"), ("bigcity", "big-cities"),
    ("country", "countries"), ("region", "regions"), ("nat", "nationalities"), ("team", "teams"),
    ("company", "companies"), ("agency", "agencies"), ("event", "events"),
  ]
  private static let words = [
    ("wire", "Reuters|AFP|Interfax|Itar-Tass|Xinhua|Kyodo|ANSA|Tanjug|Reuter"),
    ("league", "NBA|NFL|NHL|WBA|WBC|IBF|IAAF|FIFA|UEFA|ATP|NCAA"), ("us", "U.S."),
    ("month", "January|February|March|April|May|June|July|August|Sept|October|Nov|December|Dec"),
    ("weekday", "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"),
  ]
  private static let kinds = [
    "per": "PER", "last": "PER", "first": "PER", "init": "PER", "city": "LOC", "country": "LOC",
    "region": "LOC", "us": "LOC", "nat": "PEOPLE", "team": "ORG", "teamcity": "ORG",
    "company": "ORG", "agency": "ORG", "wire": "ORG", "league": "ORG", "event": "EVENT",
  ]

  /// The kinds of these sentences' names.
  static let scheme = NamesScheme(
    unmarked: [], kinds: ["PEOPLE": [.people], "EVENT": [.event], "WORK": [.work]])

  private static func pieces(_ line: [UInt8]) -> [Piece] {
    line.split(separator: 0x20).flatMap { word -> [Piece] in
      if word.first == UInt8(ascii: "<") {
        return [.opens(String(decoding: word.dropFirst(), as: UTF8.self))]
      }
      let isLast = word.last == UInt8(ascii: ">")
      return cut(Array(isLast ? word.dropLast() : word)) + (isLast ? [.closes] : [])
    }
  }

  /// A word with a slot in it, such as "7-{d}", is filled without being marked.
  private static func cut(_ word: [UInt8]) -> [Piece] {
    guard word.first == UInt8(ascii: "{"), word.last == UInt8(ascii: "}") else {
      return [.word(word)]
    }
    let name = String(decoding: word.dropFirst().dropLast(), as: UTF8.self)
    return [.slot(name: name.lowercased(), isCapitals: name != name.lowercased())]
  }

  /// As many sentences, templates in turn.
  mutating func texts(_ count: Int) -> [NamesText] {
    (0..<count).map { filled(templates[$0 % templates.count]) }
  }

  private mutating func filled(_ template: [Piece]) -> NamesText {
    var text: [UInt8] = []
    var names: [NamesText.Name] = []
    var open: (start: Int, type: String)?
    for piece in template {
      switch piece {
      case .opens(let type):
        open = (text.isEmpty ? 0 : text.count + 1, type)
      case .closes:
        if let (start, type) = open { names.append(name(start..<text.count, type)) }
        open = nil
      case .word(let word):
        if !text.isEmpty { text.append(0x20) }
        text += numbers(in: word)
      case .slot(let slot, let isCapitals):
        if !text.isEmpty { text.append(0x20) }
        let start = text.count
        let value = self.value(of: slot)
        text += isCapitals ? Casing.capitals(value) : value
        if open == nil, let type = Newswire.kinds[slot] {
          names.append(name(start..<text.count, type))
        }
      }
    }
    return NamesText(text: text, names: names, scheme: Newswire.scheme)
  }

  private func name(_ range: Range<Int>, _ type: String) -> NamesText.Name {
    let coarse = ["PER", "ORG", "LOC"].contains(type) ? type : "MISC"
    return NamesText.Name(range: range, type: type, coarse: coarse)
  }

  private mutating func value(of slot: String) -> [UInt8] {
    switch slot {
    case "per":
      let first = generator.unit() < 0.12 ? initial() : pick("first")
      return first + [0x20] + pick("last")
    case "init": return initial() + [0x20] + pick("last")
    case "city", "teamcity": return pick(generator.unit() < 0.6 ? "bigcity" : "city")
    default: return lists[slot] == nil ? number(slot) : pick(slot)
    }
  }

  private mutating func initial() -> [UInt8] {
    [UInt8(ascii: "A") + UInt8(generator.next() % 26), UInt8(ascii: ".")]
  }

  private mutating func pick(_ list: String) -> [UInt8] {
    guard let values = lists[list], !values.isEmpty else { return Array(list.utf8) }
    return values[Int(generator.next() % UInt64(values.count))]
  }

  private mutating func number(_ slot: String) -> [UInt8] {
    let number: UInt64
    switch slot {
    case "d": number = generator.next() % 7
    case "dd": number = 10 + generator.next() % 20
    case "mm": number = 10 + generator.next() % 3
    case "year": number = 1980 + generator.next() % 45
    default: number = generator.next() % (generator.unit() < 0.5 ? 100 : 1000)
    }
    return Array(String(number).utf8)
  }

  /// Fills the numbers inside a word: "6-{d}".
  private mutating func numbers(in word: [UInt8]) -> [UInt8] {
    guard word.contains(UInt8(ascii: "{")) else { return word }
    var filled: [UInt8] = []
    var rest = word[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.firstIndex(of: UInt8(ascii: "}")), open < close
    {
      filled += rest[..<open]
      filled += value(of: String(decoding: rest[open + 1..<close], as: UTF8.self))
      rest = rest[(close + 1)...]
    }
    return filled + rest
  }
}

/// Other ways to write a text, its names staying where they are.
enum Casing {
  static func capitals(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 &- 0x61 < 26 ? $0 - 32 : $0 }
  }

  static func lower(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 &- 0x41 < 26 ? $0 + 32 : $0 }
  }

  /// Each word of more than three letters with a capital.
  static func title(_ bytes: [UInt8]) -> [UInt8] {
    var titled = bytes
    for index in bytes.indices where bytes[index] &- 0x61 < 26 {
      guard index == 0 || bytes[index - 1] == 0x20 else { continue }
      let end = bytes[index...].firstIndex(of: 0x20) ?? bytes.count
      if end - index > 3 { titled[index] -= 32 }
    }
    return titled
  }
}

extension NamesText {
  /// The text as it is commonly written, where the corpus sets marks apart by spaces.
  var detokenised: NamesText {
    var written: [UInt8] = []
    var places: [Int] = []
    var isInQuotes = false
    for (index, byte) in text.enumerated() {
      places.append(written.count)
      let next = index + 1 < text.count ? text[index + 1] : 0
      let last = written.last ?? 0
      if byte == UInt8(ascii: "\"") { isInQuotes.toggle() }
      let isBeforeMark =
        ".,;:!?)%'".utf8.contains(next) || next == UInt8(ascii: "\"") && isInQuotes
        || next == UInt8(ascii: "n") && index + 2 < text.count && text[index + 2] == 0x27
      let isBehindMark =
        "($#".utf8.contains(last) || last == UInt8(ascii: "\"") && isInQuotes
      if byte == 0x20, isBeforeMark || isBehindMark { continue }
      written.append(byte)
    }
    places.append(written.count)
    let moved = names.map { name in
      // A name's end is behind its last byte, not behind a space that is gone.
      Name(
        range: places[name.range.lowerBound]..<places[name.range.upperBound - 1] + 1,
        type: name.type, coarse: name.coarse)
    }
    return NamesText(text: written, names: moved, scheme: scheme)
  }

  func written(_ casing: ([UInt8]) -> [UInt8]) -> NamesText {
    NamesText(text: casing(text), names: names, scheme: scheme)
  }
}
