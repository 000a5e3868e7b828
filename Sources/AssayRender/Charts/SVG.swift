/// Builds one inline SVG, byte by byte: text is escaped, coordinates are finite.
///
/// Colours and type come from CSS classes, so that themes and dark mode reach into charts; geometry
/// comes from presentation attributes, so that no inline style is needed.
struct SVG {
  private(set) var bytes: [UInt8] = []
  let width: Double
  let height: Double

  /// - Parameters:
  ///   - id: unique on the page; names the title and the description.
  ///   - isGroup: true where marks are links, so that readers' tools reach them: an image has none.
  init(
    id: String, width: Double, height: Double, className: String, title: String,
    description: String, isGroup: Bool = false
  ) {
    self.width = width
    self.height = height
    raw("<svg class=\"\(className)\"\(isGroup ? "" : " role=\"img\"")")
    raw(" aria-labelledby=\"\(id)-t \(id)-d\" width=\"")
    number(width)
    raw("\" height=\"")
    number(height)
    raw("\" viewBox=\"0 0 ")
    number(width)
    raw(" ")
    number(height)
    raw("\"><title id=\"\(id)-t\">")
    text(title)
    raw("</title><desc id=\"\(id)-d\">")
    text(description)
    raw("</desc>")
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, className: String
  ) {
    raw("<line class=\"\(className)\"")
    attributes([("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)])
    raw("/>")
  }

  mutating func rect(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0, className: String
  ) {
    raw("<rect class=\"\(className)\"")
    attributes([("x", x), ("y", y), ("width", max(0, width)), ("height", max(0, height))])
    if radius > 0 { attributes([("rx", radius)]) }
    raw("/>")
  }

  mutating func circle(x: Double, y: Double, radius: Double, className: String) {
    raw("<circle class=\"\(className)\"")
    attributes([("cx", x), ("cy", y), ("r", radius)])
    raw("/>")
  }

  /// A path through points, open.
  mutating func polyline(_ points: [(x: Double, y: Double)], className: String) {
    guard points.count > 1 else { return }
    raw("<polyline class=\"\(className)\" points=\"")
    for (index, point) in points.enumerated() {
      if index > 0 { raw(" ") }
      number(point.x)
      raw(",")
      number(point.y)
    }
    raw("\"/>")
  }

  /// A closed shape through points.
  mutating func polygon(_ points: [(x: Double, y: Double)], className: String) {
    raw("<polygon class=\"\(className)\" points=\"")
    for (index, point) in points.enumerated() {
      if index > 0 { raw(" ") }
      number(point.x)
      raw(",")
      number(point.y)
    }
    raw("\"/>")
  }

  enum Anchor: String {
    case start, middle, end
  }

  mutating func label(
    _ words: String, x: Double, y: Double, anchor: Anchor = .start, className: String = "c-label"
  ) {
    raw("<text class=\"\(className)\"")
    attributes([("x", x), ("y", y)])
    if anchor != .start { raw(" text-anchor=\"\(anchor.rawValue)\"") }
    raw(">")
    text(words)
    raw("</text>")
  }

  /// Everything drawn inside becomes one link with a name.
  mutating func link(_ target: String?, name: String, _ body: (inout SVG) -> Void) {
    guard let target else {
      body(&self)
      return
    }
    raw("<a href=\"")
    text(target)
    raw("\" aria-label=\"")
    text(name)
    raw("\">")
    body(&self)
    raw("</a>")
  }

  /// The finished element.
  consuming func finish() -> SafeHTML {
    raw("</svg>")
    return SafeHTML(trusted: bytes)
  }
}

extension SVG {
  private mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  private mutating func text(_ words: String) { appendEscaped(words.utf8, to: &bytes) }

  private mutating func attributes(_ pairs: [(String, Double)]) {
    for (name, value) in pairs {
      raw(" \(name)=\"")
      number(value)
      raw("\"")
    }
  }

  private mutating func number(_ value: Double) { appendCoordinate(value, to: &bytes) }
}

/// A coordinate beyond this many pixels is a mistake of scale, and is drawn at the border.
private let farthestCoordinate = 100_000.0

/// Appends a coordinate in pixels, to a tenth: the same digits on every machine, never `nan`.
func appendCoordinate(_ value: Double, to bytes: inout [UInt8]) {
  let finite = value.isFinite ? min(max(value, -farthestCoordinate), farthestCoordinate) : 0
  var tenths = Int((finite * 10).rounded())
  if tenths < 0 {
    bytes.append(UInt8(ascii: "-"))
    tenths = -tenths
  }
  bytes.append(contentsOf: String(tenths / 10).utf8)
  if tenths % 10 != 0 {
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(tenths % 10))
  }
}
