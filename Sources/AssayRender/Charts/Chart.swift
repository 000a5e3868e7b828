/// A picture of numbers, drawn at build time.
///
/// A chart says its finding in its title, carries its data as a table, and is drawn twice: wide, and
/// narrow for a phone, since scaled-down text cannot be read.
///
///     struct Rain: Chart {
///       let id = "rain"
///       var title: String { "June was the wettest of 12 months" }
///       …
///       func draw(on canvas: ChartCanvas) -> ChartDrawing? {
///         var svg = SVG(canvas, height: 200, of: self)
///         svg.label("June", x: 10, y: 20)
///         return svg.finish()
///       }
///     }
///     page.append(Rain().figure())
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
  /// True where one drawing of the narrow width serves every page.
  var isNarrowAlways: Bool { get }
  /// Nil where there is too little to draw.
  func draw(on canvas: ChartCanvas) -> ChartDrawing?
}

extension Chart {
  public var source: String { "" }
  public var isNarrowAlways: Bool { false }
}

/// What a chart is drawn on.
public struct ChartCanvas: Sendable {
  /// In pixels.
  public let width: Double
  /// Unique on the page.
  public let id: String
  /// What leads from the page that shows the chart to the one whose anchors its links name.
  public let linkBase: String
  /// False in a picture of its own, which may be shown where its links lead nowhere.
  public let hasLinks: Bool
  /// The id of the figure around the drawing, which holds the words that name it; nil where the
  /// drawing holds them itself.
  var figureID: String?

  public init(width: Double, id: String, linkBase: String = "", hasLinks: Bool = true) {
    self.width = width
    self.id = id
    self.linkBase = linkBase
    self.hasLinks = hasLinks
  }

  /// Of the narrower of the two widths, or nearer to it.
  public var isNarrow: Bool { width < 480 }
}

/// A finished drawing.
public struct ChartDrawing: Sendable {
  public let html: SafeHTML
  /// In pixels.
  public let height: Double
}

/// The widths in pixels at which charts are drawn; `chart.css` switches between them.
public enum ChartWidth {
  public static let wide = 720.0
  public static let narrow = 320.0
}

/// The data behind a chart.
public struct ChartTable: Sendable, Hashable {
  public let columns: [String]
  public let rows: [[String]]
  /// Indices of the columns that hold numbers, which are set flush right.
  public let numericColumns: Set<Int>

  public init(columns: [String], rows: [[String]], numericColumns: Set<Int> = []) {
    self.columns = columns
    self.rows = rows
    self.numericColumns = numericColumns
  }

  /// The same as CSV, for other programs.
  public var csv: [UInt8] {
    var bytes: [UInt8] = []
    for row in [columns] + rows {
      appendCSVRow(row, to: &bytes)
    }
    return bytes
  }
}
