// What a paragraph and those before it tell, for figures that reach back further than a sentence.

/// How many figures of one paragraph, and of those before it, are looked at.
private let mostHere = 16
private let mostBefore = 60
/// How many figures of the first paragraph.
private let mostLead = 8

/// The figures before another that may bear on it, in order of place.
struct Field {
  /// Those of its own paragraph.
  var paragraph: [Int] = []
  /// Those of the paragraphs before.
  var former: [Int] = []
}

extension PartReader {
  /// The paragraph that a figure stands in; nil for one in a table.
  func block(of index: Int) -> Int? { sentence(of: index)?.block }

  /// The figures before one, as far as a reader remembers, that a condition holds for.
  func field(before index: Int, where isFit: (Int) -> Bool) -> Field {
    var field = Field()
    let here = block(of: index)
    var place = index - 1
    while place >= 0, index - place <= mostHere + mostBefore {
      let block = block(of: place)
      if block != nil, isFit(place) {
        if block == here {
          if field.paragraph.count < mostHere { field.paragraph.append(place) }
        } else if field.former.count < mostBefore {
          field.former.append(place)
        }
      }
      place -= 1
    }
    // What the first paragraph tells, the whole text is about.
    let lead = analysis.quantities.isEmpty ? nil : block(of: 0)
    var opening: [Int] = []
    for index in 0..<min(mostLead, max(0, place + 1)) where lead != nil && lead != here {
      if block(of: index) == lead, isFit(index) { opening.append(index) }
    }
    field.former += opening.reversed()
    field.paragraph.reverse()
    field.former.reverse()
    return field
  }

  /// Whether two numbers lie within a third of each other.
  func areClose(_ first: DecimalNumber, _ second: DecimalNumber) -> Bool {
    let (low, high) = (
      min(first.magnitude, second.magnitude), max(first.magnitude, second.magnitude)
    )
    guard let thrice = DecimalNumber.multiplying(low, DecimalNumber(4)),
      let twice = DecimalNumber.multiplying(high, DecimalNumber(3))
    else { return false }
    return !low.isZero && twice <= thrice
  }

  /// Whether a width, for each of some readings that were tried, is small beside a number: a fit was
  /// hardly chance.
  func isTelling(width: DecimalNumber, readings: Int, beside number: DecimalNumber) -> Bool {
    // A reading fits by chance once in seven times or less.
    guard let all = DecimalNumber.multiplying(width, DecimalNumber(7 * max(1, readings))) else {
      return false
    }
    return all <= number.magnitude
  }

  /// Whether the words of a sentence name what a figure counts: "growers" for "640 apple growers".
  func isNamed(_ count: Int, inSentenceOf index: Int) -> Bool {
    let unit = quantity(count).unit
    guard unit.dimension == .count, let tokens = sentence(of: index)?.tokens else { return false }
    let noun = lastWord(of: unit.name)
    guard noun.utf8.count >= 3 else { return false }
    return tokens.contains { token in
      guard text.isWord(token), !text.isCounted(token) else { return false }
      let word = text.lower(token)
      return word.utf8.starts(with: noun.utf8) && word.utf8.count <= noun.utf8.count + 2
    }
  }
}

extension Interval {
  /// How far apart its bounds lie.
  var width: DecimalNumber? {
    guard let low, let high else { return nil }
    return DecimalNumber.subtracting(high, low)
  }
}
