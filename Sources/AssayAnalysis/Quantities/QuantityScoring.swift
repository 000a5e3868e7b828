/// How published test sets write a qualifier: one of `= ~ > < up down`.
///
/// Said of a value, "about" and "nearly" are `~`, bounds `>` and `<`; only an unqualified change has
/// its direction.
public func scorerQualifier(of quantity: Quantity) -> String {
  switch quantity.qualifier {
  case .about, .nearly: "~"
  case .over, .atLeast: ">"
  case .under, .upTo: "<"
  case .up: "up"
  case .down: "down"
  case .exact:
    switch quantity.direction {
    case .up: "up"
    case .down: "down"
    case nil: "="
    }
  }
}

extension Quantity {
  /// How the words state a quantity.
  public enum Form: Sendable, Hashable {
    /// "$332", "a dozen", "15-20", "dozens".
    case number
    /// A date, or a stretch of time without a number: "April 10", "in hours", "overnight".
    case time
    /// A word that implies a number and states none: "doubled", "the largest ever".
    case word
  }

  /// Which of the three lists of `assay analyze` it stands in.
  public var form: Form {
    switch kind {
    case .date: return .time
    case .rank: return .word
    case .multiple where rule == "multiple-word": return .word
    case .duration where rule == "vague-duration": return .time
    default: return .number
    }
  }
}
