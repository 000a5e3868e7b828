/// Builds one inline SVG, byte by byte: text is escaped, coordinates are finite.
///
/// Colours and type come from CSS classes, so that themes and dark mode reach into charts; geometry
/// comes from presentation attributes, so that no inline style is needed.
struct SVG {
  private var html = HTMLWriter()
  let width: Double
  let height: Double
  private let linkBase: String
  private let hasLinks: Bool

  /// - Parameter isGroup: true where marks are links, so that readers' tools reach them: an image
  ///   has none.
  init(_ canvas: ChartCanvas, height: Double, of chart: some Chart, isGroup: Bool = false) {
    self.init(
      canvas, height: height, className: "chart-svg",
      title: canvas.figureID == nil ? chart.title : "",
      description: canvas.figureID == nil ? chart.description : "", isGroup: isGroup)
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
    html.markup("<svg class=\"")
    raw(className)
    // A drawing whose marks are links is no image: readers' tools must reach them.
    raw(isGroup ? "\"" : "\" role=\"img\"")
    let named = canvas.figureID ?? canvas.id
    html.markup(" aria-labelledby=\"")
    text(named)
    html.markup("-t ")
    text(named)
    html.markup("-d\"")
    attribute(" width=\"", width)
    attribute(" height=\"", height)
    html.markup(" viewBox=\"0 0 ")
    number(width)
    html.markup(" ")
    number(height)
    html.markup("\">")
    guard canvas.figureID == nil else { return }
    html.markup("<title")
    html.id {
      $0.text(canvas.id)
      $0.markup("-t")
    }
    html.markup(">")
    text(title)
    html.markup("</title><desc")
    html.id {
      $0.text(canvas.id)
      $0.markup("-d")
    }
    html.markup(">")
    text(description)
    html.markup("</desc>")
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, className: String
  ) {
    open("<line", className)
    attribute(" x1=\"", x1)
    attribute(" y1=\"", y1)
    attribute(" x2=\"", x2)
    attribute(" y2=\"", y2)
    html.markup("/>")
  }

  mutating func rect(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0, className: String
  ) {
    open("<rect", className)
    attribute(" x=\"", x)
    attribute(" y=\"", y)
    attribute(" width=\"", max(0, width))
    attribute(" height=\"", max(0, height))
    if radius > 0 { attribute(" rx=\"", radius) }
    html.markup("/>")
  }

  mutating func circle(x: Double, y: Double, radius: Double, className: String) {
    open("<circle", className)
    attribute(" cx=\"", x)
    attribute(" cy=\"", y)
    attribute(" r=\"", radius)
    html.markup("/>")
  }

  /// A path through points, open. Where `y` is nil the path has a gap.
  mutating func path(_ points: [(x: Double, y: Double?)], className: String) {
    guard points.contains(where: { $0.y != nil }) else { return }
    open("<path", className)
    html.markup(" d=\"")
    var isDown = false
    for point in points {
      guard let y = point.y else {
        isDown = false
        continue
      }
      raw(isDown ? "L" : "M")
      number(point.x)
      html.markup(" ")
      number(y)
      isDown = true
    }
    html.markup("\"/>")
  }

  mutating func path(_ points: [(x: Double, y: Double)], className: String) {
    path(points.map { (x: $0.x, y: Optional($0.y)) }, className: className)
  }

  /// A closed shape through points.
  mutating func polygon(_ points: [(x: Double, y: Double)], className: String) {
    open("<polygon", className)
    html.markup(" points=\"")
    for (index, point) in points.enumerated() {
      if index > 0 { html.markup(" ") }
      number(point.x)
      html.markup(",")
      number(point.y)
    }
    html.markup("\"/>")
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
      html.markup("M")
      number(place.x)
      html.markup(" ")
      number(place.y)
      html.markup("h")
      number(pixels)
      html.markup("v")
      number(pixels)
      html.markup("h")
      number(-pixels)
      html.markup("z")
    }
    html.markup("\"/>")
  }

  enum Anchor: String {
    case start, middle, end
  }

  mutating func label(
    _ words: String, x: Double, y: Double, anchor: Anchor = .start, className: String = "c-label"
  ) {
    open("<text", className)
    attribute(" x=\"", x)
    attribute(" y=\"", y)
    switch anchor {
    case .start: break
    case .middle: html.markup(" text-anchor=\"middle\"")
    case .end: html.markup(" text-anchor=\"end\"")
    }
    html.markup(">")
    text(words)
    html.markup("</text>")
  }

  /// Words, and more words after them in another style.
  mutating func label(
    _ words: String, then rest: String, x: Double, y: Double, className: String = "c-label c-halo"
  ) {
    open("<text", className)
    attribute(" x=\"", x)
    attribute(" y=\"", y)
    html.markup(">")
    text(words)
    html.markup("<tspan class=\"c-tick\" dx=\"8\">")
    text(rest)
    html.markup("</tspan></text>")
  }

  /// Everything drawn inside becomes one link with a name.
  mutating func link(
    _ target: String?, name: @autoclosure () -> String, _ body: (inout SVG) -> Void
  ) {
    guard let target, hasLinks else { return body(&self) }
    html.markup("<a href=\"")
    text(seen(target))
    html.markup("\" aria-label=\"")
    text(name())
    html.markup("\">")
    body(&self)
    html.markup("</a>")
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
    html.markup("</svg>")
    return ChartDrawing(html: html.finish(), height: height)
  }
}

extension SVG {
  private mutating func raw(_ markup: String) { html.raw(markup) }

  private mutating func text(_ words: String) { html.text(words) }

  private mutating func open(_ tag: StaticString, _ className: String) {
    html.markup(tag)
    html.markup(" class=\"")
    raw(className)
    html.markup("\"")
  }

  /// - Parameter opening: a blank, the name and all up to the value: ` x="`.
  private mutating func attribute(_ opening: StaticString, _ value: Double) {
    html.markup(opening)
    number(value)
    html.markup("\"")
  }

  private mutating func number(_ value: Double) { html.coordinate(value) }
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
  appendInteger(tenths / 10, to: &bytes)
  if tenths % 10 != 0 {
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(tenths % 10))
  }
}
