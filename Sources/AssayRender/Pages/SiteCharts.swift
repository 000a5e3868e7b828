import AssayAnalysis

/// The charts that need the whole site: what templates ask for by `chart(…)`, and those of the page
/// of names.
extension SitePages {
  /// The figure of `chart("timeline", entity="tao", metric="price")`; empty where there are too few
  /// numbers to draw.
  ///
  /// - Parameter root: what leads from the page to the site's root.
  func chart(_ request: TemplateMap, root: String) throws(TemplateValueProblem) -> TemplateValue {
    let asked = ChartCall(request)
    let kind = try asked.text("type") ?? ""
    let chart: (any Chart)?
    switch kind {
    case "timeline": chart = try timeline(asked, root: root)
    case "tones": chart = try tones(asked, root: root)
    case "matrix": chart = matrix(root: root)
    case "multiples":
      do throws(Failure) {
        chart = try multiples(root: root)
      } catch {
        throw TemplateValueProblem(error.diagnostics.first?.message ?? "")
      }
    default:
      guard let kind = ChartRequest.Kind(rawValue: kind) else { throw ChartCall.unknown(kind) }
      chart = try asked.dataChart(kind)
    }
    return SitePages.html(chart?.figure())
  }

  private func timeline(_ asked: ChartCall, root: String) throws(TemplateValueProblem)
    -> (any Chart)?
  {
    try asked.allow(["entity", "metric", "id"])
    guard let name = try asked.text("entity") else {
      throw TemplateValueProblem("'timeline' needs an entity", hint: "entity=\"tao\"")
    }
    let entity = try entity(name)
    let values = try series(of: entity, root: root)
    let metric = try asked.text("metric")
    let own = metric.map { metric in values.filter { $0.key.metric == metric } } ?? values
    let known = Set(values.map(\.key.metric)).sorted()
    if own.isEmpty, let metric {
      throw TemplateValueProblem(
        "no dated number of \(entity.entity.name) is about '\(metric)'",
        hint: suggestion(for: metric, among: known).map { "did you mean '\($0)'?" }
          ?? (known.isEmpty ? nil : "its metrics are \(known.joined(separator: ", "))"))
    }
    return BriefingCharts.timelines(
      own, of: entity.entity.name, atMost: 1, id: try asked.id("timeline")
    ).first
  }

  private func series(
    of entity: SiteEntity, root: String
  ) throws(TemplateValueProblem) -> [SeriesValue] {
    do throws(Failure) {
      return try extracts(of: entity).series.map { $0.leading(from: root) }
    } catch {
      throw TemplateValueProblem(error.diagnostics.first?.message ?? "")
    }
  }

  private func entity(_ name: String) throws(TemplateValueProblem) -> SiteEntity {
    if let index = index.entityIndex[name] { return self.index.entities[index] }
    let folded = name.lowercased()
    if let entity = index.entities.first(where: { $0.entity.name.lowercased() == folded }) {
      return entity
    }
    let near = suggestion(for: name, among: index.entities.map(\.entity.id))
    throw TemplateValueProblem(
      "'\(name)' is no entity with a page", hint: near.map { "did you mean '\($0)'?" })
  }

  /// Tones by briefing: of all comments, or of those that name an entity.
  private func tones(_ asked: ChartCall, root: String) throws(TemplateValueProblem)
    -> (any Chart)?
  {
    try asked.allow(["entity", "id"])
    guard let name = try asked.text("entity") else {
      return DivergingBar(
        id: try asked.id("tones"), unit: "comments",
        rows: index.briefings.prefix(SitePages.mostToneRows).compactMap { briefing in
          briefing.tones.map {
            DivergingBar.Row(
              name: briefing.title, $0, link: root + PageMap.thread(briefing.slug))
          }
        })
    }
    return tones(of: try entity(name), id: try asked.id("tones"), root: root)
  }

  static let mostToneRows = 12
  private static let fewestTones = 3

  /// Of the comments that name an entity, a row a briefing; nil where they are too few.
  func tones(of entity: SiteEntity, id: String, root: String) -> DivergingBar? {
    guard entity.tones.count >= SitePages.fewestTones else { return nil }
    return DivergingBar(
      id: id, unit: "comments",
      rows: toneRows(of: entity, \.tones) { root + PageMap.thread($0.slug) })
  }

  /// Of the articles' mentions of an entity, a row a briefing; nil where they are too few.
  func articleTones(of entity: SiteEntity, root: String) -> DivergingBar? {
    let sided = entity.articleTones.positive + entity.articleTones.negative
    guard entity.articleTones.count >= SitePages.fewestTones, sided > 0 else { return nil }
    return DivergingBar(
      id: "article-tones", unit: "mentions", preposition: "in",
      rows: toneRows(of: entity, \.articleTones) { root + PageMap.article($0.slug) })
  }

  private func toneRows(
    of entity: SiteEntity, _ tones: KeyPath<EntitySummary, ToneCounts>,
    link: (Briefing) -> String
  ) -> [DivergingBar.Row] {
    let rows = entity.places.compactMap { place -> DivergingBar.Row? in
      let briefing = index.briefings[place.briefing]
      let counts = briefing.entities[place.record][keyPath: tones]
      guard counts.count > 0 else { return nil }
      return DivergingBar.Row(name: briefing.title, counts, link: link(briefing))
    }
    return Array(rows.prefix(SitePages.mostToneRows))
  }
}

// MARK: The page of names

extension SitePages {
  /// Which names stand together in briefings; nil where no two do so more than once.
  func matrix(root: String) -> CooccurrenceMatrix? {
    let top = index.entities.indices.sorted {
      let (left, right) = (index.entities[$0], index.entities[$1])
      return (-left.places.count, -left.mentionCount, $0)
        < (-right.places.count, -right.mentionCount, $1)
    }.prefix(CooccurrenceMatrix.mostNames).filter { index.entities[$0].places.count > 1 }
    let sets = top.map { Set(index.entities[$0].places.map(\.briefing)) }
    let counts = sets.indices.map { row in
      sets.indices.map { column in
        row == column ? 0 : sets[row].intersection(sets[column]).count
      }
    }
    guard counts.contains(where: { $0.contains { $0 > 1 } }) else { return nil }
    return CooccurrenceMatrix(
      id: "together", unit: "briefings",
      names: top.map {
        let entity = index.entities[$0].entity
        return (entity.name, root + PageMap.entity(entity.id))
      }, counts: counts)
  }

  private static let mostMultiples = 12
  /// Entities that are looked at for a series, those with the most numbers first.
  private static let mostCandidates = 60

  /// The series of the names that have one, side by side; nil where fewer than three do.
  func multiples(root: String) throws(Failure) -> SmallMultiples? {
    let order = index.entities.indices.filter { index.entities[$0].claimCount >= 3 }
      .sorted { (-index.entities[$0].claimCount, $0) < (-index.entities[$1].claimCount, $1) }
    var series: [SmallMultiples.Series] = []
    for number in order.prefix(SitePages.mostCandidates)
    where series.count < SitePages.mostMultiples {
      let entity = index.entities[number]
      let values = try extracts(of: entity).series
      let line = BriefingCharts.timelines(values, of: entity.entity.name, atMost: 1).first
      guard let line, let first = line.points.first, let last = line.points.last else { continue }
      series.append(
        SmallMultiples.Series(
          name: "\(entity.entity.name), \(line.metric)", values: line.points.map(\.value),
          firstLabel: first.label, lastLabel: last.label,
          link: root + PageMap.entity(entity.entity.id)))
    }
    guard series.count >= 3 else { return nil }
    return SmallMultiples(id: "multiples", unit: "names", series: series)
  }
}

/// The named values of a template's call.
private struct ChartCall {
  private let values: TemplateMap

  init(_ values: TemplateMap) { self.values = values }

  func text(_ name: String) throws(TemplateValueProblem) -> String? {
    guard let value = values[name] else { return nil }
    guard case .string(let text) = value else {
      throw TemplateValueProblem("'\(name)' must be text, not \(value.kindName)")
    }
    return text
  }

  /// Unique on a page that shows one chart of each kind and entity; `id` tells others apart.
  func id(_ kind: String) throws(TemplateValueProblem) -> String {
    if let id = try text("id") { return PageMap.slug(id) }
    return try [kind, text("entity") ?? "", text("metric") ?? ""].map(PageMap.slug)
      .filter { !$0.isEmpty }.joined(separator: "-")
  }

  func allow(_ names: [String]) throws(TemplateValueProblem) {
    for name in values.shape.names where name != "type" && !names.contains(name) {
      throw TemplateValueProblem(
        "'\(name)' is nothing that this chart takes",
        hint: suggestion(for: name, among: names).map { "did you mean '\($0)'?" }
          ?? "it takes \(names.joined(separator: ", "))")
    }
  }

  static func unknown(_ kind: String) -> TemplateValueProblem {
    let known =
      ["timeline", "tones", "matrix", "multiples"] + ChartRequest.Kind.allCases.map(\.rawValue)
    return TemplateValueProblem(
      "'\(kind)' is no kind of chart",
      hint: suggestion(for: kind, among: known).map { "did you mean '\($0)'?" }
        ?? "one of \(known.joined(separator: ", "))")
  }

  /// A chart of rows that the template has at hand: `chart("bar", data=site.data.cities, y="people")`.
  func dataChart(_ kind: ChartRequest.Kind) throws(TemplateValueProblem) -> any Chart {
    try allow(["data", "x", "y", "title", "subtitle", "unit", "source", "scale", "sorted", "id"])
    guard case .list(let rows)? = values["data"], let data = ChartCall.table(rows) else {
      throw TemplateValueProblem(
        "'data' must be a list of maps", hint: "such as site.data of a CSV: data=site.data.cities")
    }
    var request = ChartRequest()
    request.kind = kind
    request.x = try text("x")
    request.y = try columns()
    request.words.title = try text("title")
    request.words.subtitle = try text("subtitle")
    request.words.unit = try text("unit") ?? ""
    request.words.source = try text("source") ?? ""
    request.isLogarithmic = try text("scale") == "log"
    request.isSorted = values["sorted"]?.isTrue ?? false
    let id = try id(kind.rawValue)
    do throws(ChartRequest.Problem) {
      return try request.chart(of: data, id: id, name: "the data")
    } catch {
      throw TemplateValueProblem(error.message, hint: error.hint)
    }
  }

  private func columns() throws(TemplateValueProblem) -> [String] {
    guard case .list(let names)? = values["y"] else { return try text("y").map { [$0] } ?? [] }
    var columns: [String] = []
    for name in names { columns.append(try name.text()) }
    return columns
  }

  private static func table(_ rows: [TemplateValue]) -> ChartData? {
    var columns: [String] = []
    var cells: [[String]] = []
    for row in rows {
      guard case .map(let map) = row else { return nil }
      if columns.isEmpty { columns = map.shape.names }
      cells.append(columns.map { name in map[name].flatMap { try? $0.text() } ?? "" })
    }
    return columns.isEmpty ? nil : ChartData(columns: columns, cells: cells)
  }
}
