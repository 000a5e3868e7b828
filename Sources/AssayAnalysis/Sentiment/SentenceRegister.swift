/// Whether a sentence is news of business, where "profit" and "fair value" only name things, or
/// talk, where most words may feel.
struct SentenceRegister {
  private(set) var business = 0
  private(set) var talk = 0

  /// So many words of business make news of it, where none of talk stands beside them.
  private static let leastBusiness = 2
  /// A word of talk outweighs so many words of business.
  private static let talkWeight = 4

  init(_ items: [FeelingReader.Item]) {
    for item in items {
      if item.entry.roles.contains(.business) { business += 1 }
      if item.entry.roles.contains(.talk) { talk += 1 }
    }
  }

  mutating func add(_ other: SentenceRegister) {
    business += other.business
    talk += other.talk
  }

  /// One thing that moves makes news of business, where nobody talks.
  func isBusiness(withDomainCues count: Int) -> Bool {
    business + Self.leastBusiness * count >= Self.leastBusiness + Self.talkWeight * talk
  }

  var isBusiness: Bool { business >= Self.leastBusiness + Self.talkWeight * talk }
}
