import AssayAnalysis

/// The charts of one briefing, drawn.
struct BriefingCharts: Sendable {
  /// The chart under *In brief*: numbers over time, else changes side by side, else the first table
  /// that can be drawn.
  var hero: SafeHTML?
  /// The same for a list of briefings, where it may be drawn again.
  var heroChart: (any Chart)?
  /// Changes side by side, where the hero is another.
  var changes: SafeHTML?
  var tones: SafeHTML?
  var comments: SafeHTML?
  /// Who answers whom, for the thread's page.
  var replies: SafeHTML?
  var verdicts: SafeHTML?
  /// Where in the article its claims stand, one line high.
  var strip: SafeHTML?
  /// Those that are files of their own too, by their ids.
  var drawn: [any Chart] = []

  init() {}

  init(_ briefing: Briefing, _ analysis: Analysis) {
    let timeline = BriefingCharts.timeline(briefing)
    let dumbbell = BriefingCharts.dumbbell(briefing)
    heroChart = timeline ?? dumbbell ?? analysis.article.firstTableChart(id: "table-chart")
    hero = heroChart.flatMap { figure($0) }
    if hero == nil { heroChart = nil }
    changes = timeline == nil ? nil : dumbbell.flatMap { figure($0) }
    strip = ClaimStrip(analysis, claims: briefing.claims).draw()
    verdicts = BriefingCharts.waffle(briefing)?.figure()
    guard let thread = briefing.thread else { return }
    tones = BriefingCharts.bar(thread, briefing)?.figure()
    comments = BriefingCharts.dots(thread, briefing, analysis)?.figure()
    replies = BriefingCharts.tree(thread, briefing, analysis)?.figure()
  }
}

extension BriefingCharts {
  /// The figure of a chart that is a file too.
  private mutating func figure(_ chart: any Chart) -> SafeHTML? {
    let links = ChartLinks(data: chart.id + ".csv", image: chart.id + ".svg")
    guard let figure = chart.figure(links: links) else { return nil }
    drawn.append(chart)
    return figure
  }

  /// Fewer points than this make a sentence, not a chart.
  private static let fewest = 3

  private struct SeriesKey: Hashable {
    let metric: String
    let unit: Unit
  }

  /// The longest series of dated values of one metric of one entity.
  private static func timeline(_ briefing: Briefing) -> Timeline? {
    var best: Timeline?
    for record in briefing.entities where record.claims.count >= fewest {
      let claims = record.claims.map { briefing.claims[$0] }.filter { $0.part == 0 }
        .map { (claim: $0, link: "#n\($0.mark)") }
      let own = timelines(claims, of: record.entity.name, atMost: 1).first
      if let own, own.points.count > best?.points.count ?? 0 { best = own }
    }
    return best
  }

  /// The longest series of dated values of one entity, a metric and unit each.
  static func timelines(
    _ claims: [(claim: ClaimRecord, link: String)], of entity: String, atMost limit: Int
  ) -> [Timeline] {
    var series: [SeriesKey: [Timeline.Point]] = [:]
    var order: [SeriesKey] = []
    for (claim, link) in claims {
      guard let metric = claim.metric, let time = claim.time, let value = claim.value.middle,
        isLevel(claim)
      else { continue }
      let key = SeriesKey(metric: metric, unit: claim.unit)
      if series[key] == nil { order.append(key) }
      let isKnown = series[key]?.contains { $0.date == time.start && $0.value == value } ?? false
      if isKnown { continue }
      series[key, default: []].append(
        Timeline.Point(
          date: time.start, precision: time.precision, value: value, label: claim.words,
          mark: String(claim.mark), link: link))
    }
    let longest = order.enumerated().sorted {
      (-(series[$0.element]?.count ?? 0), $0.offset) < (
        -(series[$1.element]?.count ?? 0), $1.offset
      )
    }
    return longest.prefix(limit).enumerated().compactMap { number, item in
      guard let points = series[item.element], points.count >= fewest else { return nil }
      return Timeline(
        id: number == 0 ? "timeline" : "timeline-\(number + 1)", entity: entity,
        metric: item.element.metric, unit: item.element.unit.words, points: points)
    }
  }

  /// Whether a claim says how much there was, rather than how much it changed.
  private static func isLevel(_ claim: ClaimRecord) -> Bool {
    switch claim.role {
    case .from, .to, .value: claim.kind != .percentChange && claim.kind != .date
    case .by, .part, .whole, .rate, .bound: false
    }
  }

  /// The changes whose rate was checked against both ends.
  private static func dumbbell(_ briefing: Briefing) -> Dumbbell? {
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
          link: ClaimHTML.up + briefing.claims[figure.claim].path))
    }
    return rows.count >= fewest ? Dumbbell(id: "changes", rows: rows) : nil
  }

  /// What a check of a change in percent was told, without its sign.
  private static func percent(_ relation: RelationRecord) -> Double? {
    guard let low = relation.stated?.low, let high = relation.stated?.high else { return nil }
    return abs((low.approximateDouble + high.approximateDouble) / 2)
  }

  private static func operand(
    _ role: String, _ relation: RelationRecord, _ briefing: Briefing
  ) -> ClaimRecord? {
    relation.operands.first { $0.role == role }?.claim.map { briefing.claims[$0] }
  }

  private static func bar(_ thread: ThreadRecord, _ briefing: Briefing) -> DivergingBar? {
    let tones = thread.tones
    guard tones.count >= fewest else { return nil }
    return DivergingBar(
      id: "tones", unit: "comments",
      rows: [
        DivergingBar.Row(
          name: "Comments", negative: tones.negative, mixed: tones.mixed,
          neutral: tones.neutral + tones.untold, positive: tones.positive,
          link: ClaimHTML.up + PageMap.thread(briefing.slug))
      ])
  }

  private static func dots(
    _ thread: ThreadRecord, _ briefing: Briefing, _ analysis: Analysis
  ) -> DotPlot? {
    guard let comments = analysis.thread?.comments else { return nil }
    let points = comments.indices.compactMap { index -> DotPlot.Point? in
      guard comments[index].isShown else { return nil }
      let sentiment = analysis.parts[index + 1].sentiment
      return DotPlot.Point(
        name: thread.names[index], score: sentiment.isAbstaining ? 0 : sentiment.score,
        polarity: sentiment.isAbstaining ? .neutral : sentiment.polarity,
        link: ClaimHTML.up + briefing.place(ofPart: index + 1))
    }
    return points.count >= fewest ? DotPlot(id: "comments", points: points) : nil
  }

  /// Threads of fewer comments than this are read at a glance.
  private static let fewestForTree = 8

  private static func tree(
    _ thread: ThreadRecord, _ briefing: Briefing, _ analysis: Analysis
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
          link: ClaimHTML.up + briefing.place(ofPart: index + 1))
      })
  }

  private static func waffle(_ briefing: Briefing) -> Waffle? {
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
