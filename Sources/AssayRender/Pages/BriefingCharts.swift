import AssayAnalysis

/// The charts of one briefing, drawn.
struct BriefingCharts: Sendable {
  /// The chart under *In brief*: numbers over time, else a fall and its recovery, else changes side
  /// by side, else the first table that can be drawn.
  var hero: SafeHTML?
  /// The same for a list of briefings; its links are those of the article's page.
  var compactHero: SafeHTML?
  /// Changes side by side, where the hero is another.
  var changes: SafeHTML?
  var tones: SafeHTML?
  var comments: SafeHTML?
  /// Who answers whom, for the thread's page.
  var replies: SafeHTML?
  var verdicts: SafeHTML?
  /// Its amounts of one unit, for its ledger.
  var ruler: SafeHTML?
  /// Where in the article its claims stand, one line high.
  var strip: SafeHTML?
  /// Those that are files of their own too, by their ids.
  var drawn: [any Chart] = []

  init() {}

  /// - Parameter ordered: those that the text shows, which then needs none of its first table.
  init(_ briefing: BriefingDraft, _ scale: SiteScale, ordered: ArticleCharts) {
    drawn = ordered.charts.map(\.chart)
    let analysis = briefing.analysis
    let timeline = BriefingCharts.timeline(briefing)
    let dumbbell = BriefingCharts.dumbbell(briefing)
    var first: (any Chart)? = timeline ?? BriefingCharts.recovery(briefing) ?? dumbbell
    if first == nil, drawn.isEmpty { first = analysis.article.firstTableChart(id: "table") }
    let drawing = first.flatMap { figures($0, scale) }
    hero = drawing?.own
    compactHero = drawing?.compact
    let isHero = hero != nil && first?.id == dumbbell?.id
    changes = isHero ? nil : dumbbell.flatMap { figures($0, scale)?.own }
    strip = ClaimStrip(briefing.reading).draw()
    verdicts = BriefingCharts.waffle(briefing)?.figure()
    if scale == .small { ruler = BriefingCharts.ruler(briefing)?.figure() }
    guard let thread = briefing.thread else { return }
    tones = BriefingCharts.bar(thread, briefing)?.figure()
    comments = BriefingCharts.dots(thread, briefing, analysis)?.figure()
    replies = BriefingCharts.tree(thread, briefing, analysis)?.figure()
  }
}

extension BriefingCharts {
  /// Where a chart's files lie: beside its page.
  static func links(_ chart: any Chart) -> ChartLinks {
    ChartLinks(data: chart.id + ".csv", image: chart.id + ".svg")
  }

  /// The figures of a chart that is a file too.
  private mutating func figures(
    _ chart: any Chart, _ scale: SiteScale
  ) -> (own: SafeHTML, compact: SafeHTML)? {
    guard scale.hasChartFiles else { return chart.figures() }
    guard let figures = chart.figures(links: BriefingCharts.links(chart)) else { return nil }
    drawn.append(chart)
    return figures
  }

  /// Fewer points than this make a sentence, not a chart.
  private static let fewest = 3

  /// The longest series of dated values of one metric of one entity.
  private static func timeline(_ briefing: BriefingDraft) -> Timeline? {
    var best: Timeline?
    for record in briefing.entities where record.claims.count >= fewest {
      let values = record.claims.lazy.map { briefing.claims[$0] }.filter { $0.part == 0 }
        .compactMap { SeriesValue($0, link: "#n\($0.mark)") }
      let own = timelines(Array(values), of: record.entity.name, atMost: 1).first
      if let own, own.points.count > best?.points.count ?? 0 { best = own }
    }
    return best
  }

  /// The longest series of dated values of one entity, a metric and unit each.
  static func timelines(
    _ values: [SeriesValue], of entity: String, atMost limit: Int, id: String = "timeline"
  ) -> [Timeline] {
    var series: [SeriesValue.Key: [Timeline.Point]] = [:]
    var order: [SeriesValue.Key] = []
    for value in values {
      if series[value.key] == nil { order.append(value.key) }
      let isKnown =
        series[value.key]?.contains {
          $0.date == value.point.date && $0.value == value.point.value
        } ?? false
      if !isKnown { series[value.key, default: []].append(value.point) }
    }
    let longest = order.enumerated().sorted {
      (-(series[$0.element]?.count ?? 0), $0.offset) < (
        -(series[$1.element]?.count ?? 0), $1.offset
      )
    }
    return longest.prefix(limit).enumerated().compactMap { number, item in
      guard let points = series[item.element], points.count >= fewest else { return nil }
      return Timeline(
        id: number == 0 ? id : "\(id)-\(number + 1)", entity: entity,
        metric: item.element.metric, unit: item.element.unit, points: points)
    }
  }

  /// The changes whose rate was checked against both ends.
  private static func dumbbell(_ briefing: BriefingDraft) -> Dumbbell? {
    var rows: [Dumbbell.Row] = []
    for (index, relation) in briefing.relations.enumerated() {
      guard let figure = briefing.figures.first(where: { $0.relation == index }),
        let from = operand("from", relation, briefing), let to = operand("to", relation, briefing),
        let start = from.value.middle, let end = to.value.middle, from.unit == to.unit
      else { continue }
      rows.append(
        Dumbbell.Row(
          name: figure.name, from: start, to: end, fromLabel: from.words, toLabel: to.words,
          stated: figure.stated, statedPercent: percent(relation),
          verdict: relation.verdict,
          link: ClaimHTML.nearTarget(figure.claim)))
    }
    return rows.count >= fewest ? Dumbbell(id: "changes", rows: rows) : nil
  }

  /// A fall and what was made good of it, where a check held the one against the other.
  ///
  /// - Parameter subject: index of the entity that fell; nil for any.
  static func recovery(_ briefing: BriefingDraft, of subject: Int? = nil) -> FallAndRecovery? {
    for relation in briefing.relations
    where relation.check == Check.recovery.id && relation.verdict == .consistent {
      guard let now = operand("to", relation, briefing), now.part == 0,
        let start = operand("from", relation, briefing),
        subject == nil || start.subject == subject,
        let trough = operand("trough", relation, briefing)
      else { continue }
      let values = [start, trough, now].compactMap { claim in
        claim.value.middle.map {
          FallAndRecovery.Value(
            value: $0, label: claim.words, mark: String(claim.mark), link: "#n\(claim.mark)")
        }
      }
      guard values.count == 3 else { continue }
      let subject = briefing.reading.subject(of: start)
      let metric = start.metric ?? "value"
      return FallAndRecovery(
        id: "recovery",
        name: subject.map { "\($0)’s reported \(metric)" } ?? "The reported \(metric)",
        start: values[0], trough: values[1], now: values[2])
    }
    return nil
  }

  /// What a check of a change in percent was told, without its sign.
  private static func percent(_ relation: RelationRecord) -> Double? {
    guard let low = relation.stated?.low, let high = relation.stated?.high else { return nil }
    return abs((low.approximateDouble + high.approximateDouble) / 2)
  }

  private static func operand(
    _ role: String, _ relation: RelationRecord, _ briefing: BriefingDraft
  ) -> ClaimRecord? {
    relation.operands.first { $0.role == role }?.claim.map { briefing.claims[$0] }
  }

  private static func bar(_ thread: ThreadRecord, _ briefing: BriefingDraft) -> DivergingBar? {
    let tones = thread.tones
    guard tones.count >= fewest else { return nil }
    return DivergingBar(
      id: "tones", unit: "comments",
      rows: [
        DivergingBar.Row(
          name: "Comments", negative: tones.negative, mixed: tones.mixed,
          neutral: tones.neutral + tones.untold, positive: tones.positive,
          link: PageMap.nearThread(page: 1))
      ])
  }

  private static func dots(
    _ thread: ThreadRecord, _ briefing: BriefingDraft, _ analysis: Analysis
  ) -> DotPlot? {
    guard let comments = analysis.thread?.comments else { return nil }
    let points = comments.indices.compactMap { index -> DotPlot.Point? in
      guard comments[index].isShown else { return nil }
      let sentiment = analysis.parts[index + 1].sentiment
      return DotPlot.Point(
        name: thread.names[index], score: sentiment.isAbstaining ? 0 : sentiment.score,
        polarity: sentiment.isAbstaining ? .neutral : sentiment.polarity,
        link: briefing.nearPlace(ofPart: index + 1))
    }
    return points.count >= fewest ? DotPlot(id: "comments", points: points) : nil
  }

  /// Threads of fewer comments than this are read at a glance.
  private static let fewestForTree = 8

  private static func tree(
    _ thread: ThreadRecord, _ briefing: BriefingDraft, _ analysis: Analysis
  ) -> ReplyTree? {
    guard let comments = analysis.thread?.comments, comments.count >= fewestForTree else {
      return nil
    }
    let order = ThreadOrder(comments).pages.flatMap { $0 }
    var places = [Int](repeating: 0, count: comments.count)
    for (place, comment) in order.enumerated() { places[comment] = place }
    return ReplyTree(
      id: "replies",
      nodes: order.map { index in
        let sentiment = analysis.parts[index + 1].sentiment
        return ReplyTree.Node(
          name: thread.names[index], parent: comments[index].parent.map { places[$0] },
          polarity: sentiment.isAbstaining ? .neutral : sentiment.polarity,
          link: briefing.nearPlace(ofPart: index + 1))
      })
  }

  /// How far apart amounts must lie for their magnitudes to be worth a look.
  private static let leastSpan = 100.0

  /// The amounts of the unit that most of them have, where they differ by orders of magnitude.
  private static func ruler(_ briefing: BriefingDraft) -> MagnitudeRuler? {
    var groups: [Unit: [MagnitudeRuler.Mark]] = [:]
    var order: [Unit] = []
    for claim in briefing.claims where claim.kind == .money || claim.kind == .count {
      guard let value = claim.value.middle, value > 0, !claim.unit.words.isEmpty else { continue }
      if groups[claim.unit] == nil { order.append(claim.unit) }
      groups[claim.unit, default: []].append(
        MagnitudeRuler.Mark(value: value, label: claim.words, link: briefing.nearPlace(of: claim)))
    }
    let largest = order.max { (groups[$0]?.count ?? 0) < (groups[$1]?.count ?? 0) }
    guard let unit = largest, let marks = groups[unit] else { return nil }
    let ruler = MagnitudeRuler(id: "ruler", unit: unit.words, marks: marks)
    guard let low = ruler.marks.first, let high = ruler.marks.last,
      high.value / low.value >= leastSpan
    else { return nil }
    return ruler
  }

  private static func waffle(_ briefing: BriefingDraft) -> Waffle? {
    guard briefing.claims.count >= fewest else { return nil }
    let groups = VerdictMark.all.map { verdict in
      Waffle.Group(
        verdict: String(VerdictMark.className(verdict).dropFirst(2)),
        label: VerdictMark.words(verdict),
        cells: briefing.claims.filter { $0.verdict == verdict }.map {
          Waffle.Cell(name: $0.words, link: "#" + $0.id)
        })
    }
    return Waffle(id: "verdicts", groups: groups)
  }
}
