/// Reasons for which numbers that stand together may not belong together.
///
/// A statement that has one of them is never contradicted; it may still be confirmed.
public struct Cautions: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A verb is left out: "sales rose 5 % to 63 and profit to 4 from 3".
  public static let ellipsis = Cautions(rawValue: 1 << 0)
  /// Two numbers share a role: "to 5 and 3 from 4 and 2, respectively".
  public static let coordination = Cautions(rawValue: 1 << 1)
  /// Words stand between a number and what gives it its role.
  public static let distance = Cautions(rawValue: 1 << 2)
  /// "5 % a year", "on average": not the change between the two values.
  public static let yearlyRate = Cautions(rawValue: 1 << 3)
  /// "in local currencies", "excluding items": the rate has another base.
  public static let otherBase = Cautions(rawValue: 1 << 4)
  /// A loss against a profit.
  public static let crossedSign = Cautions(rawValue: 1 << 5)
  /// A currency moves against another: the figure may be the inverse.
  public static let exchangeRate = Cautions(rawValue: 1 << 6)
  /// A rank rises as its number falls.
  public static let rank = Cautions(rawValue: 1 << 7)
  /// A depth grows downwards.
  public static let depth = Cautions(rawValue: 1 << 8)
  /// A number is broken by white space: "EUR106 ,000".
  public static let brokenNumber = Cautions(rawValue: 1 << 9)
  /// The words deny it.
  public static let negation = Cautions(rawValue: 1 << 10)
  /// The values stand for different places or things: "from 5 % in Asia to 2 % in Europe".
  public static let spread = Cautions(rawValue: 1 << 11)
  /// Percent of a percentage may be points.
  public static let pointsOrPercent = Cautions(rawValue: 1 << 12)
  /// One value names a scale ("million") and the other does not.
  public static let scale = Cautions(rawValue: 1 << 13)

  /// In plain words, for `assay explain`.
  public var reasons: [String] {
    Cautions.names.filter { contains($0.0) }.map(\.1)
  }

  private static let names: [(Cautions, String)] = [
    (.ellipsis, "a verb is left out"),
    (.coordination, "several numbers share one role"),
    (.distance, "words stand between a number and what gives it its role"),
    (.yearlyRate, "the rate is by the year, or an average"),
    (.otherBase, "the rate has another base than the values"),
    (.crossedSign, "a loss stands against a profit"),
    (.exchangeRate, "a currency moves against another"),
    (.rank, "a rank rises as its number falls"),
    (.depth, "a depth grows downwards"),
    (.brokenNumber, "a number is broken by white space"),
    (.negation, "the words deny it"),
    (.spread, "the values stand for different things"),
    (.pointsOrPercent, "percent of a percentage may mean points"),
    (.scale, "one of the values names a scale and the other does not"),
  ]
}
