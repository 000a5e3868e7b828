/// What a written number can mean: all numbers between two bounds.
///
/// A bound of nil is infinite.
public struct Interval: Sendable {
  public let low: DecimalNumber?
  public let high: DecimalNumber?
  public let isLowOpen: Bool
  public let isHighOpen: Bool

  public init(
    low: DecimalNumber?, high: DecimalNumber?, isLowOpen: Bool = false, isHighOpen: Bool = false
  ) {
    self.low = low
    self.high = high
    self.isLowOpen = isLowOpen
    self.isHighOpen = isHighOpen
  }
}
