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
  /// True where the words hold a number. Dates, "doubled", "in hours" and "the largest ever" state
  /// quantities too, but not as numbers, and published test sets leave them out.
  public var statesNumber: Bool {
    switch rule {
    case "multiple-word", "vague-duration", "superlative": false
    default: kind != .date
    }
  }
}
