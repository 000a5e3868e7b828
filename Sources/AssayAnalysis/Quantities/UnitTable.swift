/// The units that the reader knows, found by the words that name them.
///
/// Built once from the rows of `UnitRows.swift` and `CurrencyRows.swift`. Names are found letter
/// case apart; abbreviations as written ("MW" is no "mW").
struct UnitTable: Sendable {
  private(set) var units: [Unit] = [.none]
  /// Units that only stand behind a number with a point, a scale, or other units near.
  private var slots: [UInt16]
  private var keyBytes: [UInt8] = []
  private var keys: [Key] = [Key(bytes: 0..<0, unit: 0, isExact: false)]
  private var marks: [UInt32: UInt16] = [:]
  private(set) var longestName = 1

  private struct Key {
    let bytes: Range<Int>
    let unit: UInt16
    let isExact: Bool
  }

  static let shared = UnitTable()

  private init() {
    slots = [UInt16](repeating: 0, count: 1 << 14)
    for row in currencyRows.split(separator: "\n") { addCurrency(row) }
    for row in unitRows.split(separator: "\n") { addMeasure(row) }
    addPrefixed()
  }

  /// How many units and currencies the table knows.
  var count: Int { units.count - 1 }
}

// MARK: Looking up

extension UnitTable {
  /// Bytes that may name a unit, hashed as far as they go.
  struct Words {
    let bytes: UnsafeBufferPointer<UInt8>
    let start: Int
    private(set) var end: Int
    fileprivate var hash = Lexicon.Hash()

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
      self.bytes = bytes
      self.start = start
      end = start
    }

    mutating func extend(to end: Int) {
      hash.add(bytes, self.end, end)
      self.end = end
    }
  }

  /// The currency of a sign such as "€".
  func currency(mark: UInt32) -> Unit? {
    guard let id = marks[mark] else { return nil }
    return units[Int(id)]
  }

  /// The unit of a mark that stands behind a number, such as "€" or "°".
  func unit(mark: UInt32) -> Unit? { currency(mark: mark) }

  /// The currency of a code or prefix such as "USD", "Rs", "RM".
  func currencyCode(_ bytes: UnsafeBufferPointer<UInt8>, _ piece: Piece) -> Unit? {
    guard piece.count >= 1, piece.count <= 6 else { return nil }
    let id = find(bytes, Int(piece.start), Int(piece.end), space: nil, exactOnly: true)
    let unit = units[id]
    return unit.dimension == .currency && id > 0 ? unit : nil
  }

  /// The index of the unit whose name the bytes are: runs of white space count as one space.
  func find(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, space: Int?,
    exactOnly: Bool = false
  ) -> Int {
    guard end > start, end - start <= 40 else { return 0 }
    let hash = Lexicon.hash(bytes, start, end)
    return find(bytes, start, end - start, hash, exactOnly: exactOnly)
  }

  /// The same of words that are looked up again and again as they grow.
  func find(_ words: Words) -> Int {
    find(words.bytes, words.start, words.end - words.start, words.hash.folded, exactOnly: false)
  }

  private func find(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int, _ hash: UInt64,
    exactOnly: Bool
  ) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    var loose = 0
    while slots[slot] != 0 {
      let key = keys[Int(slots[slot])]
      if key.bytes.count == count {
        if key.isExact {
          if isExactly(key.bytes, bytes, start) { return Int(key.unit) }
        } else if !exactOnly, loose == 0, isLoosely(key.bytes, bytes, start) {
          loose = Int(key.unit)
        }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return loose
  }

  private func isExactly(
    _ key: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    for offset in 0..<key.count where keyBytes[key.lowerBound + offset] != bytes[start + offset] {
      return false
    }
    return true
  }

  private func isLoosely(
    _ key: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    for offset in 0..<key.count {
      let expected = keyBytes[key.lowerBound + offset].lowercasedASCII
      if expected != bytes[start + offset].lowercasedASCII { return false }
    }
    return true
  }
}

// MARK: Building

extension UnitTable {
  /// `name | forms | ISO 4217 | signs`
  private mutating func addCurrency(_ row: Substring) {
    let fields = UnitTable.fields(row)
    guard fields.count >= 3 else { return }
    let code = fields[2].isEmpty ? nil : fields[2]
    units.append(Unit(name: fields[0], dimension: .currency, code: code))
    let id = UInt16(units.count - 1)
    addForms([fields[0], fields[0] + "s"] + UnitTable.list(fields[1]), id)
    if let code { addKey(code, id, isExact: true) }
    guard fields.count >= 4 else { return }
    for sign in fields[3].unicodeScalars where sign.value > 0x20 { marks[sign.value] = id }
  }

  /// `name | forms | dimension | UCUM | factor`
  private mutating func addMeasure(_ row: Substring) {
    let fields = UnitTable.fields(row)
    guard fields.count >= 3, let dimension = Unit.Dimension(rawValue: fields[2]) else { return }
    let code = fields.count > 3 && !fields[3].isEmpty ? fields[3] : nil
    let factor = fields.count > 4 ? UnitTable.factor(fields[4]) : nil
    units.append(Unit(name: fields[0], dimension: dimension, code: code, factor: factor))
    let id = UInt16(units.count - 1)
    addForms([fields[0], UnitTable.plural(fields[0])] + UnitTable.list(fields[1]), id)
  }

  /// The decimal multiples of `prefixedRows`.
  private mutating func addPrefixed() {
    for row in prefixedRows.split(separator: "\n") {
      let fields = UnitTable.fields(row)
      guard fields.count >= 6, let dimension = Unit.Dimension(rawValue: fields[2]),
        let factor = UnitTable.factor(fields[4])
      else { continue }
      for prefix in unitPrefixes where UnitTable.list(fields[5]).contains(prefix.symbol) {
        let name = prefix.name + fields[0]
        let code = prefix.symbol + fields[3]
        units.append(
          Unit(
            name: name, dimension: dimension, code: code,
            factor: factor.shifted(by: prefix.power)))
        let id = UInt16(units.count - 1)
        addForms([name, UnitTable.plural(name)], id)
        for form in UnitTable.list(fields[1]) {
          guard form.hasPrefix("'") else {
            addForms([prefix.name + form], id)
            continue
          }
          // "us" is a pronoun, "pm" a time of day.
          let symbol = prefix.symbol + form.dropFirst()
          if symbol != "us" && symbol != "pm" { addKey(symbol, id, isExact: true) }
          if prefix.symbol == "u" {
            addKey("μ" + form.dropFirst(), id, isExact: true)
          }
        }
      }
    }
  }

  /// "square-mile" of "a 12-square-mile park".
  private static func hyphenated(_ forms: [String]) -> [String] {
    forms.filter { form in ["square ", "cubic ", "nautical "].contains { form.hasPrefix($0) } }
      .map { form in
        String(decoding: form.utf8.map { $0 == 0x20 ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
      }
  }

  private mutating func addForms(_ forms: [String], _ id: UInt16) {
    for form in forms + UnitTable.hyphenated(forms) where !form.isEmpty {
      guard !form.hasPrefix("'") else {
        addKey(String(form.dropFirst()), id, isExact: true)
        continue
      }
      addKey(form, id, isExact: false)
      for (british, american) in [("metre", "meter"), ("litre", "liter"), ("gram", "gramme")]
      where form.contains(british) && !form.contains(american) {
        addKey(UnitTable.replacing(british, by: american, in: form), id, isExact: false)
      }
    }
  }

  private mutating func addKey(_ form: String, _ unit: UInt16, isExact: Bool) {
    let bytes = Array(form.utf8)
    let start = keyBytes.count
    keyBytes.append(contentsOf: bytes)
    let hash = bytes.withUnsafeBufferPointer { Lexicon.hash($0, 0, $0.count) }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    keys.append(Key(bytes: start..<keyBytes.count, unit: unit, isExact: isExact))
    slots[slot] = UInt16(keys.count - 1)
    longestName = max(longestName, form.split(separator: " ").count)
  }

  private static func fields(_ row: Substring) -> [String] {
    row.split(separator: "|", omittingEmptySubsequences: false).map { field in
      String(trimmed(field))
    }
  }

  private static func list(_ field: String) -> [String] {
    field.split(separator: ",").map { String(trimmed($0)) }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// "1609.344", "1e-6", "1/60" to 18 places.
  private static func factor(_ text: String) -> DecimalNumber? {
    let parts = text.split(separator: "e")
    if parts.count == 2, let mantissa = DecimalNumber(digits: parts[0]), let power = Int(parts[1]) {
      return mantissa.shifted(by: power)
    }
    let terms = text.split(separator: "/")
    if terms.count == 2, let top = Int128(terms[0]), let bottom = Int128(terms[1]) {
      return quotient(top, bottom)
    }
    return DecimalNumber(digits: text)
  }

  private static func replacing(_ word: String, by other: String, in text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.hasPrefix(word) {
        result += other
        rest = rest.dropFirst(word.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  /// The first word of "X per Y" takes the s, else the last one.
  private static func plural(_ name: String) -> String {
    let words = name.split(separator: " ").map(String.init)
    guard let place = words.firstIndex(of: "per"), place > 0 else {
      return name.hasSuffix("s") || name.hasSuffix("z") ? name : name + "s"
    }
    var result = words
    result[place - 1] += "s"
    return result.joined(separator: " ")
  }
}
