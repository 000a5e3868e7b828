/// How published test sets write a qualifier: one of `= ~ > < up down`.
///
/// Said of a value, "about" and "nearly" are `~`, bounds `>` and `<`; only an unqualified change has
/// its direction: "fell 23%", and the end that a verb leads right to: "climbed to 6.7%".
public func scorerQualifier(of quantity: Quantity, _ claim: Claim) -> String {
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
    case nil: claim.leadsTo(quantity) ? claim.direction?.rawValue ?? "=" : "="
    }
  }
}

extension Claim {
  /// Nothing but "to" stands between the word of change and the number.
  fileprivate func leadsTo(_ quantity: Quantity) -> Bool {
    guard role == .to, let cue, cue.end <= quantity.range.start else { return false }
    return quantity.range.start - cue.end <= UInt32(" to ".utf8.count)
  }

  /// The role as reports name it: the percentage of a change is its size, as an amount is.
  public func statedRole(of quantity: Quantity) -> Role {
    guard role == .rate, direction != nil || quantity.kind == .percentChange else { return role }
    return .by
  }
}

extension Quantity {
  /// How the words state a quantity.
  public enum Form: Sendable, Hashable {
    /// "$332", "a dozen", "15-20", "dozens".
    case number
    /// A date, a time of day, or a stretch of time without a number: "April 10", "in hours".
    case time
    /// A word that implies a number and states none: "doubled", "the largest ever".
    case word
  }

  /// Which of the three lists of `assay analyze` it stands in.
  public var form: Form {
    switch kind {
    case .date, .time: return .time
    case .rank: return .word
    case .multiple where rule == "multiple-word": return .word
    case .duration where rule == "vague-duration": return .time
    default: return .number
    }
  }
}
