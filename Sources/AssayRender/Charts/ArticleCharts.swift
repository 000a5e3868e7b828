public import AssayAnalysis

/// The charts that an article's author asks for in fenced blocks:
///
///     ```chart
///     type: line
///     data: prices.csv
///     x: date
///     y: [price]
///     ```
///
/// Instead of `data`, the name of a CSV or JSON beside the article, there may stand `table: 1`, a
/// table of the article itself, or `rows: |` with a CSV beneath it.
public struct ArticleCharts: Sendable {
  /// What was found wrong, with its place in the article.
  public private(set) var diagnostics: [Diagnostic] = []
  /// By where their blocks begin in the source.
  private(set) var charts: [(start: UInt32, chart: any Chart)] = []

  /// The first word after the fence.
  static let language = "chart"

  /// None.
  public init() {}

  /// The names of the files that an article's charts are made of, as it writes them.
  public static func fileNames(in document: Document) -> [String] {
    blocks(in: document).compactMap { index in
      parseYAML(text(of: document.blocks[index], in: document)).0?["data"]?.scalar?.text
    }
  }

  /// - Parameter files: the bytes of those files, by those names; without those that are not there.
  public init(_ document: Document, files: [String: [UInt8]] = [:]) {
    for (number, index) in ArticleCharts.blocks(in: document).enumerated() {
      let block = document.blocks[index]
      var reader = ChartBlockReader(document, block, files: files)
      if let chart = reader.read(id: "chart-\(number + 1)") {
        charts.append((block.range.start, chart))
      }
      diagnostics += reader.diagnostics
    }
  }

  private static func blocks(in document: Document) -> [Int] {
    document.blocks.indices.filter {
      document.blocks[$0].kind == .codeBlock(language: language)
    }
  }

  /// The block's lines at their places in the file, all before them blank: so each place that is
  /// found in them is one of the file.
  fileprivate static func text(of block: Block, in document: Document) -> SourceText {
    let source = document.source
    let range = block.range.offsets
    var bytes = source.bytes[..<min(range.upperBound, source.bytes.count)].map { byte in
      byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") ? byte : UInt8(ascii: " ")
    }
    var lines = source.bytes[range.clamped(to: source.bytes.indices)]
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if !lines.isEmpty { lines.removeFirst() }
    if let last = lines.last(where: { $0.contains { $0 > 0x20 } }), isFence(last) {
      while let dropped = lines.popLast(), dropped.startIndex != last.startIndex {}
    }
    for line in lines { for index in line.indices { bytes[index] = source.bytes[index] } }
    return SourceText(path: source.path, bytes: bytes)
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    let marks = line.filter { $0 > 0x20 }
    return marks.count >= 3
      && (marks.allSatisfy { $0 == UInt8(ascii: "`") }
        || marks.allSatisfy { $0 == UInt8(ascii: "~") })
  }
}

/// Reads one block.
private struct ChartBlockReader {
  private let document: Document
  private let block: Block
  private let files: [String: [UInt8]]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ document: Document, _ block: Block, files: [String: [UInt8]]) {
    self.document = document
    self.block = block
    self.files = files
  }

  mutating func read(id: String) -> (any Chart)? {
    let source = ArticleCharts.text(of: block, in: document)
    let (node, problems) = parseYAML(source)
    guard problems.isEmpty, let node else {
      diagnostics += problems
      if node == nil, problems.isEmpty {
        fail(block.range, "a chart says its 'type' and its data", hint: ChartBlockReader.example)
      }
      return nil
    }
    var reader = MappingReader(node, in: source, of: "a chart")
    let request = request(&reader)
    let data = data(&reader)
    diagnostics += reader.finish()
    guard let request, let data, !diagnostics.contains(where: { $0.severity == .error }) else {
      return nil
    }
    do throws(ChartRequest.Problem) {
      let chart = try request.chart(of: data.table, id: id, name: data.name)
      guard chart.draw(on: ChartCanvas(width: ChartWidth.wide, id: id)) != nil else {
        fail(node.range, "too few of the rows have numbers to draw")
        return nil
      }
      return chart
    } catch {
      fail(place(of: error, in: node), error.message, hint: error.hint)
      return nil
    }
  }

  private static let example = "such as: type: bar, table: 1"

  private mutating func request(_ reader: inout MappingReader) -> ChartRequest? {
    var request = ChartRequest()
    let kind = reader.choice("type", of: ChartRequest.Kind.self)
    request.x = reader.string("x")
    request.y = reader.strings("y")
    request.words.title = reader.string("title")
    request.words.subtitle = reader.string("subtitle")
    request.words.unit = reader.string("unit") ?? ""
    request.words.source = reader.string("source") ?? ""
    request.isLogarithmic = reader.choice("scale", of: ScaleWord.self) == .log
    request.isSorted = reader.boolean("sorted") ?? false
    guard let kind else {
      if reader.node("type") == nil {
        fail(
          block.range, "a chart must say its 'type'",
          hint: "one of "
            + ChartRequest.Kind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return nil
    }
    request.kind = kind
    return request
  }

  private enum ScaleWord: String, CaseIterable {
    case linear, log
  }

  private mutating func data(_ reader: inout MappingReader) -> (table: ChartData, name: String)? {
    if let rows = reader.string("rows") {
      return (ChartData(csv: Array(rows.utf8)), "its 'rows'")
    }
    if let number = reader.integer("table", in: 1...1000), let range = reader.node("table")?.range {
      let tables = document.blocks.indices.filter { document.blocks[$0].kind == .table }
      guard tables.indices.contains(number - 1),
        let table = ChartData(table: tables[number - 1], of: document)
      else {
        fail(range, "the article has \(tables.count) tables", hint: "they count from 1")
        return nil
      }
      return (table, "table \(number)")
    }
    guard let name = reader.string("data"), let range = reader.node("data")?.range else {
      if !diagnostics.contains(where: { $0.severity == .error }) {
        fail(
          block.range, "a chart must say where its numbers are",
          hint: "data: a CSV or JSON beside the article, table: one of the article's, or rows: |")
      }
      return nil
    }
    return read(file: name, range)
  }

  private mutating func read(
    file name: String, _ range: SourceRange
  ) -> (table: ChartData, name: String)? {
    guard let bytes = files[name] else {
      let near = suggestion(for: name, among: files.keys.sorted())
      fail(
        range, "'\(name)' is no file beside the article",
        hint: near.map { "did you mean '\($0)'?" } ?? "paths begin at the article's folder")
      return nil
    }
    guard name.lowercased().hasSuffix(".json") else {
      let path = document.source.path
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      diagnostics += csvProblems(in: SourceText(path: folder + name, bytes: bytes))
      return (ChartData(csv: bytes), name)
    }
    if let value = try? JSONValue.parse(bytes), let table = ChartData(json: value) {
      return (table, name)
    }
    fail(range, "'\(name)' must be a JSON list of objects, or of lists")
    return nil
  }

  /// The value that a problem speaks of, by the words that it quotes first; else the whole block.
  private func place(of problem: ChartRequest.Problem, in node: YAMLNode) -> SourceRange {
    let quoted = problem.message.split(
      separator: "'", maxSplits: 2, omittingEmptySubsequences: false
    ).dropFirst().first.map(
      String.init)
    for key in ["x", "y", "type"] {
      guard let value = node[key] else { continue }
      if value.scalar?.text == quoted { return value.range }
      if let item = value.sequence?.first(where: { $0.scalar?.text == quoted }) {
        return item.range
      }
    }
    for key in ["data", "table", "type"] { if let value = node[key] { return value.range } }
    return node.range
  }

  private mutating func fail(_ range: SourceRange, _ message: String, hint: String? = nil) {
    diagnostics.append(
      Diagnostic(.error, in: document.source, at: range, message, hint: hint, rule: "chart"))
  }
}
