public import AssayAnalysis

/// What stands for a page where others link to it.
public struct ShareImage: Sendable, Hashable {
  /// Relative to the site's root.
  public let path: String
  public let size: PixelSize?

  public init(path: String, size: PixelSize?) {
    self.path = path
    self.size = size
  }
}

/// Whether a site draws a card for each article, and in which form.
public enum ShareCards: String, Sendable, Hashable {
  case none
  /// As SVG, which some services do not show.
  case svg
  /// To be made of the SVG by who writes the files.
  case png
}

extension SitePages {
  /// The size that services crop least.
  private static let cardSize = PixelSize(width: 1200, height: 630)

  /// The article's own picture, else its card.
  func shareImage(of briefing: Briefing) -> ShareImage? {
    if let own = briefing.image { return own }
    guard settings.cards != .none, settings.baseURL != nil, briefing.isAnalysed else { return nil }
    return ShareImage(path: cardPath(of: briefing), size: SitePages.cardSize)
  }

  /// Holds a hash of the card, so that one that has not changed is not drawn again.
  func cardPath(of briefing: Briefing) -> String {
    let card = shareCard(of: briefing)
    return PageMap.fingerprinted(
      "assets/cards/\(briefing.slug).\(settings.cards.rawValue)", card)
  }

  /// Title, verdicts and the site's name as SVG, in fonts that a converter finds.
  func shareCard(of briefing: Briefing) -> [UInt8] {
    var svg = HTMLWriter()
    svg.markup("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"")
    svg.markup(" viewBox=\"0 0 1200 630\" role=\"img\"><title>")
    svg.text(briefing.title)
    svg.markup("</title><rect width=\"1200\" height=\"630\" fill=\"#fbfaf7\"/>")
    svg.markup("<rect width=\"12\" height=\"630\" fill=\"#174a7c\"/>")
    appendLine(settings.title, x: 80, y: 96, size: 30, fill: "#5a564e", to: &svg)
    let lines = SitePages.wrapped(briefing.title, width: 1040, size: 64, atMost: 4)
    for (number, line) in lines.enumerated() {
      appendLine(
        line, x: 80, y: 200 + number * 78, size: 64, fill: "#1b1a17", isTitle: true, to: &svg)
    }
    svg.markup("<path d=\"M80 500H1120\" stroke=\"#d9d5cb\" stroke-width=\"2\"/>")
    appendLine(
      fitted(SitePages.counts(briefing), width: 1040, size: 30), x: 80, y: 560, size: 30,
      fill: "#5a564e", to: &svg)
    svg.markup("</svg>\n")
    return svg.finish().bytes
  }

  private func appendLine(
    _ words: String, x: Int, y: Int, size: Int, fill: String, isTitle: Bool = false,
    to svg: inout HTMLWriter
  ) {
    let family = isTitle ? "Georgia, 'Liberation Serif', serif" : "'Liberation Sans', sans-serif"
    svg.raw("<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" fill=\"\(fill)\"")
    svg.raw(" font-family=\"\(family)\">")
    svg.text(words)
    svg.markup("</text>")
  }

  /// Words in lines of a width; what does not fit the last is cut.
  private static func wrapped(
    _ words: String, width: Double, size: Double, atMost limit: Int
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || textWidth(longer, size: size) <= width || lines.count == limit - 1 {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return (lines + [line]).map { fitted($0, width: width, size: size) }
  }
}
