/// What charts look like outside of a page: the rules of `chart.css` with the colours written in,
/// since not every program that shows SVG knows custom properties.
public struct PictureStyle: Sendable {
  private let light: [String: String]
  private let dark: [String: String]
  private let rules: [WrittenRule]

  private struct Rule {
    let selector: String
    let body: String
  }

  /// A rule with its colours written in.
  private struct WrittenRule: Sendable {
    let classes: [String]
    let light: String
    /// Empty where nothing in it is a colour.
    let dark: String
  }

  /// - Parameters:
  ///   - tokens: stylesheets whose `:root` blocks have the light colours, and those of the dark
  ///     theme the dark; of two values the later counts.
  ///   - rules: the stylesheet of charts; what stands in at-rules is for pages and left out.
  init(tokens: [UInt8], rules: [UInt8]) {
    let roots = PictureStyle.blocks(String(decoding: tokens, as: UTF8.self))
    let light = PictureStyle.values(roots.filter { $0.selector == ":root" })
    let dark = PictureStyle.values(
      roots.filter { $0.selector.hasPrefix(":root") && $0.selector.contains("dark") })
    self.light = light
    self.dark = dark
    self.rules = PictureStyle.blocks(String(decoding: rules, as: UTF8.self))
      .filter { $0.selector.hasPrefix(".c-") || $0.selector.hasPrefix(".h") }
      .map { rule in
        let colours = PictureStyle.colours(rule.body)
        return WrittenRule(
          classes: PictureStyle.classNames(rule.selector),
          light: "\(rule.selector){\(PictureStyle.written(rule.body, light))}",
          dark: colours.isEmpty
            ? "" : "\(rule.selector){\(PictureStyle.written(colours, dark))}")
      }
  }

  /// The rules that a drawing needs: light, and dark where the reader asks for it.
  func text(for drawing: [UInt8]) -> String {
    let classes = PictureStyle.classes(in: drawing)
    let used = rules.filter { $0.classes.contains { classes.contains($0) } }
    return used.map(\.light).joined() + "@media (prefers-color-scheme:dark){"
      + used.map(\.dark).joined() + "}"
  }

  func colour(_ name: String, isDark: Bool = false) -> String {
    (isDark ? dark : light)[name] ?? "#000"
  }

  private static func colours(_ body: String) -> String {
    body.split(separator: ";").filter { $0.contains("var(") && !$0.contains("--sans") }
      .joined(separator: ";")
  }

  private static func written(_ body: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = body[...]
    while let start = rest.range(of: "var(--") {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      guard let end = rest.firstIndex(of: ")") else { break }
      result += values[String(rest[..<end])] ?? "#000"
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

// MARK: Reading stylesheets

extension PictureStyle {
  /// The blocks of a stylesheet of our own: what stands in at-rules comes too, comments do not.
  private static func blocks(_ text: String) -> [Rule] {
    var rules: [Rule] = []
    var selector = ""
    var rest = text[...]
    while let next = rest.firstIndex(where: { $0 == "{" || $0 == "}" || $0 == "/" }) {
      selector += rest[..<next]
      let mark = rest[next]
      rest = rest[rest.index(after: next)...]
      if mark == "/" {
        guard rest.first == "*" else {
          selector += "/"
          continue
        }
        rest = rest.range(of: "*/").map { rest[$0.upperBound...] } ?? ""
      } else if mark == "{" {
        let name = trimmed(selector)
        selector = ""
        if name.hasPrefix("@") { continue }
        guard let end = rest.firstIndex(of: "}") else { break }
        rules.append(Rule(selector: name, body: trimmed(withoutComments(rest[..<end]))))
        rest = rest[rest.index(after: end)...]
      } else {
        selector = ""
      }
    }
    return rules
  }

  private static func withoutComments(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let start = rest.range(of: "/*") {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...].range(of: "*/").map { rest[$0.upperBound...] } ?? ""
    }
    return result + rest
  }

  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func values(_ rules: [Rule]) -> [String: String] {
    var values: [String: String] = [:]
    for line in rules.flatMap({ $0.body.split(separator: ";") }) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = trimmed(String(parts[0]))
      if name.hasPrefix("--") { values[String(name.dropFirst(2))] = trimmed(String(parts[1])) }
    }
    return values
  }

  private static func classNames(_ selector: String) -> [String] {
    selector.split { $0 == "." || $0 == "," || $0 == " " }.map(String.init)
  }

  /// Every class that a drawing of ours uses.
  private static func classes(in drawing: [UInt8]) -> Set<String> {
    var classes: Set<String> = []
    var rest = String(decoding: drawing, as: UTF8.self)[...]
    while let start = rest.range(of: "class=\"") {
      rest = rest[start.upperBound...]
      guard let end = rest.firstIndex(of: "\"") else { break }
      for name in rest[..<end].split(separator: " ") { classes.insert(String(name)) }
      rest = rest[end...]
    }
    return classes
  }
}

extension Substring {
  /// The first place of some words.
  fileprivate func range(of words: String) -> Range<Index>? {
    let wanted = Array(words.utf8)
    guard let lead = wanted.first else { return nil }
    var start = utf8.startIndex
    while let found = utf8[start...].firstIndex(of: lead) {
      if utf8[found...].starts(with: wanted) {
        return found..<utf8.index(found, offsetBy: wanted.count)
      }
      start = utf8.index(after: found)
    }
    return nil
  }
}

// MARK: The picture

extension Chart {
  /// The chart as a picture of its own: a whole SVG file with title, subtitle, source and colours,
  /// light and dark, that can be shown anywhere.
  ///
  /// Nil where there is too little to draw.
  public func picture(style: PictureStyle, width: Double = ChartWidth.wide) -> [UInt8]? {
    ChartPicture(self, width: width)?.bytes(style: style)
  }
}

/// A chart that is drawn and waits for the style that makes it a picture of its own.
struct ChartPicture {
  let title: String
  let subtitle: String
  let source: String
  let drawing: ChartDrawing
  let width: Double

  /// Nil where there is too little to draw.
  init?(_ chart: some Chart, width: Double = ChartWidth.wide) {
    let canvas = ChartCanvas(width: width, id: chart.id, hasLinks: false)
    guard let drawing = chart.draw(on: canvas) else { return nil }
    title = chart.title
    subtitle = chart.subtitle
    source = chart.source
    self.drawing = drawing
    self.width = width
  }

  func bytes(style: PictureStyle) -> [UInt8] {
    let edge = 20.0
    let head = PictureHead(title, subtitle, width: width)
    let height = head.height + drawing.height + (source.isEmpty ? 0 : 26) + edge
    var html = HTMLWriter()
    html.markup("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
    html.coordinate(width + 2 * edge)
    html.markup(" ")
    html.coordinate(height)
    html.markup("\" width=\"")
    html.coordinate(width + 2 * edge)
    html.markup("\" height=\"")
    html.coordinate(height)
    html.markup("\"><title>")
    html.text(title)
    html.markup("</title><style>")
    html.raw(head.style(style) + style.text(for: drawing.html.bytes))
    html.markup("</style><rect class=\"p-ground\" width=\"100%\" height=\"100%\"/>")
    head.append(to: &html, x: edge)
    html.markup("<g transform=\"translate(20 ")
    html.coordinate(head.height)
    html.markup(")\">")
    html.raw(drawing.html)
    html.markup("</g>")
    if !source.isEmpty {
      html.markup("<text class=\"p-sub\" x=\"20\" y=\"")
      html.coordinate(height - 14)
      html.markup("\">")
      html.text(fitted(source, width: width))
      html.markup("</text>")
    }
    html.markup("</svg>\n")
    return html.finish().bytes
  }
}

// MARK: In a pack

extension ChartPicture {
  private static let shape = TemplateShape(
    "title", "subtitle", "source", "drawing", "height", "width")

  var packed: TemplateValue {
    ChartPicture.shape.map(
      .string(title), .string(subtitle), .string(source), .html(drawing.html),
      .number(drawing.height), .number(width))
  }

  init?(_ packed: TemplateValue) {
    guard case .map(let map) = packed, map.values.count == ChartPicture.shape.names.count,
      case .string(let title) = map.values[0], case .string(let subtitle) = map.values[1],
      case .string(let source) = map.values[2], case .html(let html) = map.values[3],
      case .number(let height) = map.values[4], case .number(let width) = map.values[5]
    else { return nil }
    self.title = title
    self.subtitle = subtitle
    self.source = source
    drawing = ChartDrawing(html: html, height: height)
    self.width = width
  }
}

/// The title and the subtitle over a picture, in as many lines as they need.
private struct PictureHead {
  private let title: [String]
  private let subtitle: [String]
  let height: Double

  init(_ title: String, _ subtitle: String, width: Double) {
    self.title = wrapped(title, width: width, size: 19)
    self.subtitle = wrapped(subtitle, width: width, size: 14)
    height = 20 + Double(self.title.count) * 25 + Double(self.subtitle.count) * 20 + 12
  }

  func style(_ style: PictureStyle) -> String {
    let faces = "font-family:\(style.colour("sans"))"
    func colours(_ isDark: Bool) -> String {
      ".p-ground{fill:\(style.colour("background", isDark: isDark))}"
        + ".p-title{fill:\(style.colour("text", isDark: isDark))}"
        + ".p-sub{fill:\(style.colour("muted", isDark: isDark))}"
    }
    return "text{\(faces)}.p-title{font-weight:700;font-size:19px}.p-sub{font-size:14px}"
      + colours(false) + "@media (prefers-color-scheme:dark){\(colours(true))}"
  }

  func append(to html: inout HTMLWriter, x: Double) {
    var y = 36.0
    for (lines, className, step) in [(title, "p-title", 25.0), (subtitle, "p-sub", 20)] {
      for line in lines {
        html.raw("<text class=\"\(className)\" x=\"")
        html.coordinate(x)
        html.markup("\" y=\"")
        html.coordinate(y)
        html.markup("\">")
        html.text(line)
        html.markup("</text>")
        y += step
      }
    }
  }
}

/// Words in lines no wider than `width`; a word that is too wide has a line of its own.
func wrapped(_ words: String, width: Double, size: Double) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in words.split(separator: " ") {
    let longer = line.isEmpty ? String(word) : line + " " + word
    if line.isEmpty || textWidth(longer, size: size) <= width {
      line = longer
    } else {
      lines.append(line)
      line = String(word)
    }
  }
  return line.isEmpty ? lines : lines + [line]
}
