/// The hash of a feature: which template it fills and the values it fills it with.
///
/// Training and reading make features by these very functions, so a weight found in training is the
/// weight met in a text. No `String` is made.
@frozen
public struct FeatureHash: Sendable, Hashable {
  public let value: UInt64

  /// A feature of one value, such as a word's key.
  @inlinable @inline(__always)
  public init(_ template: UInt64, _ value: UInt64) {
    self.value = FeatureHash.mixed(value &+ template &* FeatureHash.golden)
  }

  /// A feature of two values, in this order.
  @inlinable @inline(__always)
  public init(_ template: UInt64, _ first: UInt64, _ second: UInt64) {
    let joined = first &* FeatureHash.multiplier ^ (second &+ FeatureHash.golden)
    self.init(template, joined ^ joined >> 29)
  }

  /// A feature of three values, in this order.
  @inlinable @inline(__always)
  public init(_ template: UInt64, _ first: UInt64, _ second: UInt64, _ third: UInt64) {
    self.init(template, FeatureHash(0, first, second).value, third)
  }

  @inlinable @inline(__always)
  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ mixed >> 32) &* multiplier
    mixed = (mixed ^ mixed >> 32) &* multiplier
    return mixed ^ mixed >> 32
  }

  /// The multiplier of Pelle Evensen's "rrxmrrxmsx_0" family, and 2^64 divided by the golden ratio.
  @usableFromInline static var multiplier: UInt64 { 0x9FB2_1C65_1E98_DF25 }
  @usableFromInline static var golden: UInt64 { 0x9E37_79B9_7F4A_7C15 }
}
