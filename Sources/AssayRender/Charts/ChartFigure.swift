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
    let narrow = ChartCanvas(width: ChartWidth.narrow, id: "chart." + id + "-n", linkBase: linkBase)
    let wide = ChartCanvas(width: ChartWidth.wide, id: "chart." + id + "-w", linkBase: linkBase)
    guard let small = draw(on: narrow) else { return nil }
    var html = HTMLBytes()
    // No heading of an article has an id with a point in it.
    html.raw("<figure class=\"chart\" id=\"chart.")
    html.text(id)
    html.raw("\"><figcaption><p class=\"chart-title\">")
    html.text(title)
    html.raw("</p><p class=\"chart-subtitle\">")
    html.text(subtitle)
    html.raw("</p></figcaption>")
    if isCompact || isNarrowAlways {
      html.raw("<div class=\"chart-only\">")
      html.raw(small.html)
      html.raw("</div>")
    } else if let large = draw(on: wide) {
      html.raw("<div class=\"chart-wide\">")
      html.raw(large.html)
      html.raw("</div><div class=\"chart-narrow\">")
      html.raw(small.html)
      html.raw("</div>")
    }
    appendSource(links, to: &html)
    if !isCompact { appendTable(to: &html) }
    html.raw("</figure>")
    return html.finish()
  }

  private func appendSource(_ links: ChartLinks, to html: inout HTMLBytes) {
    guard !source.isEmpty || links.data != nil || links.image != nil else { return }
    html.raw("<p class=\"chart-source\">")
    html.text(source)
    let files = [(links.data, "Data (CSV)"), (links.image, "Picture (SVG)")]
    var isFirst = source.isEmpty
    for case (let link?, let words) in files {
      html.raw(isFirst ? "<a href=\"" : " · <a href=\"")
      html.text(link)
      html.raw("\">")
      html.raw(words)
      html.raw("</a>")
      isFirst = false
    }
    html.raw("</p>")
  }

  private func appendTable(to html: inout HTMLBytes) {
    let table = table
    html.raw("<details class=\"chart-data\"><summary>Data as a table</summary>")
    html.raw("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Data: ")
    html.text(title)
    html.raw("\"><table><thead><tr>")
    for (index, column) in table.columns.enumerated() {
      html.raw(
        table.numericColumns.contains(index)
          ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
      html.text(column)
      html.raw("</th>")
    }
    html.raw("</tr></thead><tbody>")
    for row in table.rows {
      html.raw("<tr>")
      for (index, cell) in row.enumerated() {
        html.raw(table.numericColumns.contains(index) ? "<td class=\"number\">" : "<td>")
        html.text(cell)
        html.raw("</td>")
      }
      html.raw("</tr>")
    }
    html.raw("</tbody></table></div></details>")
  }
}

/// Appends markup and escaped text; the one place in `Charts` where markup is trusted.
struct HTMLBytes {
  private var bytes: [UInt8] = []

  /// - Parameter capacity: how many bytes there will be, roughly.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Markup written in this program's source, or names it made itself.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func raw(_ html: SafeHTML) { bytes.append(contentsOf: html.bytes) }

  mutating func coordinate(_ value: Double) { appendCoordinate(value, to: &bytes) }

  mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  mutating func text(_ words: String) { appendEscaped(words.utf8, to: &bytes) }

  mutating func text(_ words: ArraySlice<UInt8>) { appendEscaped(words, to: &bytes) }

  consuming func finish() -> SafeHTML { SafeHTML(trusted: bytes) }
}
