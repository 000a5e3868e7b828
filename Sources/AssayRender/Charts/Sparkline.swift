/// A small line without axes beside words that say its last value.
public struct Sparkline: Sendable {
  public let id: String
  public let values: [Double]
  /// What it shows: "23 claims, 4 checked".
  public let label: String

  public init(id: String, values: [Double], label: String) {
    self.id = id
    self.values = values.filter(isDrawable)
    self.label = label
  }

  /// Nil for fewer than three values.
  public func draw(width: Double = 96, height: Double = 24) -> SafeHTML? {
    guard values.count >= 3, let low = values.min(), let high = values.max() else { return nil }
    let x = Scale(domain: 0...Double(values.count - 1), pixels: (3, width - 5))
    let y = Scale(domain: low...high, pixels: (height - 4, 4))
    var svg = SVG(
      ChartCanvas(width: width, id: id), height: height, className: "sparkline", title: label,
      description: "\(values.count) values.")
    let places = values.enumerated().map { (x: x(Double($0.offset)), y: y($0.element)) }
    svg.path(places, className: "c-spark")
    if let last = places.last {
      svg.circle(x: last.x, y: last.y, radius: 2.5, className: "c-dot s1")
    }
    return svg.finish().html
  }
}
