/// A picture of numbers, drawn at build time.
///
/// A chart says its finding in its title, carries its data as a table, and is drawn twice: wide, and
/// narrow for a phone, since scaled-down text cannot be read.
public protocol Chart: Sendable {
  /// Unique on the page: letters, digits and hyphens.
  var id: String { get }
  /// The finding, computed from the data: "TAO’s reported price fell 23.5 %".
  var title: String { get }
  /// What is shown, its unit, and how many.
  var subtitle: String { get }
  /// For who cannot see it: N, range, extremes, trend.
  var description: String { get }
  /// Where the data comes from; empty where the page says so.
  var source: String { get }
  var table: ChartTable { get }
  /// The drawing `width` pixels wide; nil where there is too little to draw.
  func draw(width: Double, id: String) -> SafeHTML?
}

/// The data behind a chart.
public struct ChartTable: Sendable {
  public let columns: [String]
  public let rows: [[String]]
  /// Indices of the columns that hold numbers, which are set flush right.
  public let numericColumns: Set<Int>

  public init(columns: [String], rows: [[String]], numericColumns: Set<Int> = []) {
    self.columns = columns
    self.rows = rows
    self.numericColumns = numericColumns
  }
}

/// The widths in pixels at which charts are drawn; `chart.css` switches between them.
public enum ChartWidth {
  public static let wide = 640.0
  public static let narrow = 320.0
}

extension Chart {
  public var source: String { "" }

  /// The chart as a figure: title, subtitle, both drawings, source, and the data as a table.
  ///
  /// Nil where there is too little to draw; a page then says in a sentence what a chart would show.
  /// - Parameter dataLink: a relative URL of the data as CSV.
  public func figure(dataLink: String? = nil) -> SafeHTML? {
    guard let wide = draw(width: ChartWidth.wide, id: "\(id)-w"),
      let narrow = draw(width: ChartWidth.narrow, id: "\(id)-n")
    else { return nil }
    var html = HTMLBytes()
    html.raw("<figure class=\"chart\" id=\"\(id)\"><figcaption><p class=\"chart-title\">")
    html.text(title)
    html.raw("</p><p class=\"chart-subtitle\">")
    html.text(subtitle)
    html.raw("</p></figcaption><div class=\"chart-wide\">")
    html.raw(wide)
    html.raw("</div><div class=\"chart-narrow\">")
    html.raw(narrow)
    html.raw("</div>")
    appendFooter(to: &html, dataLink: dataLink)
    html.raw("</figure>")
    return html.finish()
  }

  private func appendFooter(to html: inout HTMLBytes, dataLink: String?) {
    if !source.isEmpty || dataLink != nil {
      html.raw("<p class=\"chart-source\">")
      html.text(source)
      if let dataLink {
        html.raw(source.isEmpty ? "<a href=\"" : " <a href=\"")
        html.text(dataLink)
        html.raw("\">Data (CSV)</a>")
      }
      html.raw("</p>")
    }
    html.raw("<details class=\"chart-data\"><summary>Data as a table</summary>")
    html.raw("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
    html.text("Data: \(title)")
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

  /// Markup written in this program's source, or names it made itself.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func raw(_ html: SafeHTML) { bytes.append(contentsOf: html.bytes) }

  mutating func text(_ words: String) { appendEscaped(words.utf8, to: &bytes) }

  consuming func finish() -> SafeHTML { SafeHTML(trusted: bytes) }
}
