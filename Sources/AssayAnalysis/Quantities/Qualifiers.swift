/// The phrases that qualify the number behind them. To teach the reader one, add it here.
let qualifierPhrases: [(Quantity.Qualifier, String)] = [
  (
    .about,
    """
    about, around, approximately, roughly, circa, ca, approx, some, estimated, an estimated, close to,
    near, in the region of, in the neighborhood of, in the neighbourhood of, on the order of,
    in the order of, or so, something like, averaging, averaged, averages, an average of, average of,
    on average, as much as about, more or less, in the vicinity of, somewhere around, reportedly about,
    the equivalent of about, about the, at around, give or take, plus or minus
    """
  ),
  (
    .nearly,
    "nearly, almost, just under, just below, just short of, close on, just shy of, approaching, not quite"
  ),
  (
    .over,
    """
    more than, over, above, over the age of, above the age of, past, beyond, upwards of, upward of, in excess of, greater than, higher
    than, larger than, bigger than, exceeding, exceeded, exceeds, exceed, just over, well over, just
    above, well above, surpassed, surpass, surpassing, topped, topping, surged past, better than,
    slightly more than, slightly over, little over, a little over, over than, longer than, older than,
    faster than, heavier than, not less than more than, further than, farther than
    """
  ),
  (
    .atLeast,
    """
    at least, no less than, no fewer than, not less than, a minimum of, minimum of, as few as, as
    little as, greater than or equal to, more than or equal to, equal to or
    more than, equal to or greater than, at least or equal to, bigger or equal than, higher or equal
    than, equal or more than, minimum
    """
  ),
  (
    .under,
    """
    less than, under, below, under the age of, below the age of, fewer than, lower than, smaller than, sub, well under, well below,
    younger than, shorter than, short of, shy of, within, cheaper than
    """
  ),
  (
    .upTo,
    """
    up to, at most, no more than, not more than, as much as, as many as, as high as, a maximum of,
    maximum of, as long as, less than or equal to, equal to or less than, less or equal than, lower or
    equal than, smaller or equal than, not exceeding, no higher than, as far as, up to about, up to
    around, maximum, as big as, as large as, as low as
    """
  ),
]

/// The phrases by a hash of their words from last to first, so that a look-back finds the longest.
struct QualifierTable: Sendable {
  let phrases: [UInt64: Quantity.Qualifier]

  static let shared = QualifierTable()

  private init() {
    var phrases: [UInt64: Quantity.Qualifier] = [:]
    for (qualifier, list) in qualifierPhrases {
      for phrase in list.split(separator: ",") {
        var hash: UInt64 = 0
        let words = phrase.split(whereSeparator: { $0 == " " || $0 == "\n" })
        for word in words.reversed() {
          let bytes = Array(word.utf8)
          hash = bytes.withUnsafeBufferPointer {
            QualifierTable.combine(hash, Lexicon.hash($0, 0, $0.count))
          }
        }
        phrases[hash] = qualifier
      }
    }
    self.phrases = phrases
  }

  static func extend(
    _ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ piece: Piece
  ) -> UInt64 {
    combine(hash, Lexicon.hash(bytes, Int(piece.start), Int(piece.end)))
  }

  private static func combine(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    (hash &* 0x9e37_79b9_7f4a_7c15) ^ word &+ 0x51_7c_c1_b7
  }
}
