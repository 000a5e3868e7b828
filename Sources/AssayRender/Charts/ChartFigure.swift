/// Where a figure's files lie, relative to its page.
public struct ChartLinks: Sendable {
  /// The data as CSV.
  public let data: String?
  /// The chart as a picture of its own.
  public let image: String?

  public init(data: String? = nil, image: String? = nil) {
    self.data = data
    self.image = image
  }
}

extension Chart {
  /// The chart as a figure: title, subtitle, drawings, source, and the data as a table.
  ///
  /// Nil where there is too little to draw; a page then says in a sentence what a chart would show.
  /// - Parameters:
  ///   - linkBase: what leads to the page whose anchors the chart's links name.
  ///   - isCompact: true for a narrow place on a wide page: one drawing, and no table.
  public func figure(
    links: ChartLinks = ChartLinks(), linkBase: String = "", isCompact: Bool = false
  ) -> SafeHTML? {
    let narrow = canvas(ChartWidth.narrow, linkBase: linkBase)
    guard let small = draw(on: narrow) else { return nil }
    if isCompact { return compactFigure(small, links: links) }
    return figure(small, narrow, links: links)
  }

  /// The figure for the chart's own page and the one for a list, of one drawing; the list's has its
  /// links as they are on that page.
  func figures(links: ChartLinks = ChartLinks()) -> (own: SafeHTML, compact: SafeHTML)? {
    let narrow = canvas(ChartWidth.narrow)
    guard let small = draw(on: narrow) else { return nil }
    return (figure(small, narrow, links: links), compactFigure(small, links: ChartLinks()))
  }

  /// What both drawings of a figure are made on: the figure has the words that name them.
  private func canvas(_ width: Double, linkBase: String = "") -> ChartCanvas {
    var canvas = ChartCanvas(width: width, id: "chart." + id, linkBase: linkBase)
    canvas.figureID = canvas.id
    return canvas
  }

  private func figure(
    _ small: ChartDrawing, _ narrow: ChartCanvas, links: ChartLinks
  ) -> SafeHTML {
    var html = HTMLWriter(capacity: small.html.bytes.count * 4)
    appendHead(to: &html)
    if isNarrowAlways {
      html.markup("<div class=\"chart-only\">")
      html.raw(small.html)
      html.markup("</div>")
    } else if let large = draw(on: canvas(ChartWidth.wide, linkBase: narrow.linkBase)) {
      html.markup("<div class=\"chart-wide\">")
      html.raw(large.html)
      html.markup("</div><div class=\"chart-narrow\">")
      html.raw(small.html)
      html.markup("</div>")
    }
    appendSource(links, to: &html)
    appendTable(to: &html)
    html.markup("</figure>")
    return html.finish()
  }

  private func compactFigure(_ small: ChartDrawing, links: ChartLinks) -> SafeHTML {
    var html = HTMLWriter(capacity: small.html.bytes.count + 500)
    appendHead(to: &html)
    html.markup("<div class=\"chart-only\">")
    html.raw(small.html)
    html.markup("</div>")
    appendSource(links, to: &html)
    html.markup("</figure>")
    return html.finish()
  }

  private func appendHead(to html: inout HTMLWriter) {
    html.markup("<figure class=\"chart\"")
    // No heading of an article has an id with a point in it.
    html.id {
      $0.markup("chart.")
      $0.text(id)
    }
    html.markup("><figcaption><p class=\"chart-title\"")
    html.id {
      $0.markup("chart.")
      $0.text(id)
      $0.markup("-t")
    }
    html.markup(">")
    html.text(title)
    html.markup("</p><p class=\"chart-subtitle\">")
    html.text(subtitle)
    // What a drawing is named by may be hidden; both have these words, which stand here once.
    html.markup("</p><p hidden")
    html.id {
      $0.markup("chart.")
      $0.text(id)
      $0.markup("-d")
    }
    html.markup(">")
    html.text(description)
    html.markup("</p></figcaption>")
  }

  private func appendSource(_ links: ChartLinks, to html: inout HTMLWriter) {
    guard !source.isEmpty || links.data != nil || links.image != nil else { return }
    html.markup("<p class=\"chart-source\">")
    html.text(source)
    let files = [(links.data, "Data (CSV)"), (links.image, "Picture (SVG)")]
    var isFirst = source.isEmpty
    for case (let link?, let words) in files {
      html.raw(isFirst ? "<a href=\"" : " · <a href=\"")
      html.text(link)
      html.markup("\">")
      html.raw(words)
      html.markup("</a>")
      isFirst = false
    }
    html.markup("</p>")
  }

  private func appendTable(to html: inout HTMLWriter) {
    let table = table
    html.markup("<details class=\"chart-data\"><summary>Data as a table</summary>")
    html.markup(
      "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"chart.")
    html.text(id)
    html.markup("-t\"><table><thead><tr>")
    for (index, column) in table.columns.enumerated() {
      html.raw(
        table.numericColumns.contains(index)
          ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
      html.text(column)
    }
    // Cells and rows need no end tags, and a large site has a million of them.
    html.markup("<tbody>")
    for row in table.rows {
      html.markup("<tr>")
      for (index, cell) in row.enumerated() {
        html.raw(table.numericColumns.contains(index) ? "<td class=\"number\">" : "<td>")
        html.text(cell)
      }
    }
    html.markup("</table></div></details>")
  }
}
