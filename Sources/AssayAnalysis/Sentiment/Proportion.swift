/// A share of a count, with the interval that the whole may lie in.
public struct Proportion: Sendable, Hashable {
  public let hits: Int
  public let count: Int

  public init(hits: Int, of count: Int) {
    self.hits = hits
    self.count = count
  }

  /// Below so many, a share is never shown without its interval.
  public static let fewest = 30

  public var isOfFew: Bool { count < Proportion.fewest }

  public var share: Double { count == 0 ? 0 : Double(hits) / Double(count) }

  /// Wilson's score interval at 95 percent; 0 to 1 where there is nothing to count.
  public var interval: (low: Double, high: Double) {
    guard count > 0 else { return (0, 1) }
    let z = Proportion.normalQuantile
    let n = Double(count)
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return (max(0, centre - half), min(1, centre + half))
  }

  /// The 97.5th percentile of the normal distribution.
  private static let normalQuantile = 1.959964
}
