/// What an author says about a chart; what is left out is computed.
public struct ChartWords: Sendable, Hashable {
  public var title: String?
  public var subtitle: String?
  /// "US dollars", "%", "$"; empty where the numbers speak for themselves.
  public var unit = ""
  public var source = ""
  /// What runs along the axis, or down the rows: the name of that column.
  public var axis = ""

  public init() {}

  /// A value with its unit, where that is a sign.
  func value(_ value: Double) -> String {
    let number = abs(value) >= 1e6 ? tickText(value) : chartNumber(value, decimals: 2)
    switch unit {
    case "%": return number + "\u{A0}%"
    case "$", "€", "£", "¥", "₹":
      return number.hasPrefix("−") ? "−" + unit + number.dropFirst() : unit + number
    default: return number
    }
  }
}
