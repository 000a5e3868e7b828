/// Builds one inline SVG, byte by byte: text is escaped, coordinates are finite.
///
/// Colours and type come from CSS classes, so that themes and dark mode reach into charts; geometry
/// comes from presentation attributes, so that no inline style is needed.
struct SVG {
  private(set) var bytes: [UInt8] = []
  let width: Double
  let height: Double
  private let linkBase: String
  private let hasLinks: Bool

  /// - Parameter isGroup: true where marks are links, so that readers' tools reach them: an image
  ///   has none.
  init(_ canvas: ChartCanvas, height: Double, of chart: some Chart, isGroup: Bool = false) {
    self.init(
      canvas, height: height, className: "chart-svg", title: chart.title,
      description: chart.description, isGroup: isGroup)
  }

  init(
    _ canvas: ChartCanvas, height: Double, className: String, title: String, description: String,
    isGroup: Bool = false
  ) {
    width = canvas.width
    self.height = height
    linkBase = canvas.linkBase
    hasLinks = canvas.hasLinks
    let isGroup = isGroup && canvas.hasLinks
    raw("<svg class=\"")
    raw(className)
    // A drawing whose marks are links is no image: readers' tools must reach them.
    raw(isGroup ? "\"" : "\" role=\"img\"")
    raw(" aria-labelledby=\"")
    text(canvas.id)
    raw("-t ")
    text(canvas.id)
    raw("-d\"")
    attribute("width", width)
    attribute("height", height)
    raw(" viewBox=\"0 0 ")
    number(width)
    raw(" ")
    number(height)
    raw("\"><title id=\"")
    text(canvas.id)
    raw("-t\">")
    text(title)
    raw("</title><desc id=\"")
    text(canvas.id)
    raw("-d\">")
    text(description)
    raw("</desc>")
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, className: String
  ) {
    open("<line", className)
    attribute("x1", x1)
    attribute("y1", y1)
    attribute("x2", x2)
    attribute("y2", y2)
    raw("/>")
  }

  mutating func rect(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0, className: String
  ) {
    open("<rect", className)
    attribute("x", x)
    attribute("y", y)
    attribute("width", max(0, width))
    attribute("height", max(0, height))
    if radius > 0 { attribute("rx", radius) }
    raw("/>")
  }

  mutating func circle(x: Double, y: Double, radius: Double, className: String) {
    open("<circle", className)
    attribute("cx", x)
    attribute("cy", y)
    attribute("r", radius)
    raw("/>")
  }

  /// A path through points, open. Where `y` is nil the path has a gap.
  mutating func path(_ points: [(x: Double, y: Double?)], className: String) {
    guard points.contains(where: { $0.y != nil }) else { return }
    open("<path", className)
    raw(" d=\"")
    var isDown = false
    for point in points {
      guard let y = point.y else {
        isDown = false
        continue
      }
      raw(isDown ? "L" : "M")
      number(point.x)
      raw(" ")
      number(y)
      isDown = true
    }
    raw("\"/>")
  }

  mutating func path(_ points: [(x: Double, y: Double)], className: String) {
    path(points.map { (x: $0.x, y: Optional($0.y)) }, className: className)
  }

  /// A closed shape through points.
  mutating func polygon(_ points: [(x: Double, y: Double)], className: String) {
    open("<polygon", className)
    raw(" points=\"")
    for (index, point) in points.enumerated() {
      if index > 0 { raw(" ") }
      number(point.x)
      raw(",")
      number(point.y)
    }
    raw("\"/>")
  }

  /// A square on its corner, for a mark that must differ from a dot by shape too.
  mutating func diamond(x: Double, y: Double, radius: Double, className: String) {
    polygon(
      [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], className: className)
  }

  /// Squares of one size and look, by their upper left corners, as one shape.
  mutating func squares(
    at places: [(x: Double, y: Double)], pixels: Double, className: String
  ) {
    raw("<path class=\"\(className)\" d=\"")
    for place in places {
      raw("M")
      number(place.x)
      raw(" ")
      number(place.y)
      raw("h")
      number(pixels)
      raw("v")
      number(pixels)
      raw("h")
      number(-pixels)
      raw("z")
    }
    raw("\"/>")
  }

  enum Anchor: String {
    case start, middle, end
  }

  mutating func label(
    _ words: String, x: Double, y: Double, anchor: Anchor = .start, className: String = "c-label"
  ) {
    open("<text", className)
    attribute("x", x)
    attribute("y", y)
    switch anchor {
    case .start: break
    case .middle: raw(" text-anchor=\"middle\"")
    case .end: raw(" text-anchor=\"end\"")
    }
    raw(">")
    text(words)
    raw("</text>")
  }

  /// Words, and more words after them in another style.
  mutating func label(
    _ words: String, then rest: String, x: Double, y: Double, className: String = "c-label c-halo"
  ) {
    open("<text", className)
    attribute("x", x)
    attribute("y", y)
    raw(">")
    text(words)
    raw("<tspan class=\"c-tick\" dx=\"8\">")
    text(rest)
    raw("</tspan></text>")
  }

  /// Everything drawn inside becomes one link with a name.
  mutating func link(
    _ target: String?, name: @autoclosure () -> String, _ body: (inout SVG) -> Void
  ) {
    guard let target, hasLinks else { return body(&self) }
    raw("<a href=\"")
    text(seen(target))
    raw("\" aria-label=\"")
    text(name())
    raw("\">")
    body(&self)
    raw("</a>")
  }

  /// A link of the chart's own page, one folder deep, as it is seen from the page of `linkBase`.
  private func seen(_ target: String) -> String {
    if linkBase.isEmpty { return target }
    if target.hasPrefix("#") { return linkBase + target }
    if target.hasPrefix("../") { return String(target.dropFirst(3)) }
    let folder = linkBase.lastIndex(of: "/").map { linkBase[...$0] } ?? ""
    return folder + target
  }

  /// The finished element.
  consuming func finish() -> ChartDrawing {
    raw("</svg>")
    return ChartDrawing(html: SafeHTML(trusted: bytes), height: height)
  }
}

extension SVG {
  private mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  private mutating func text(_ words: String) { appendEscaped(words.utf8, to: &bytes) }

  private mutating func open(_ tag: String, _ className: String) {
    raw(tag)
    raw(" class=\"")
    raw(className)
    raw("\"")
  }

  private mutating func attribute(_ name: String, _ value: Double) {
    raw(" ")
    raw(name)
    raw("=\"")
    number(value)
    raw("\"")
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
