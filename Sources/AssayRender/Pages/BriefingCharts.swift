import AssayAnalysis

/// The charts of one briefing, drawn.
struct BriefingCharts: Sendable {
  /// The chart under *In brief*.
  var hero: SafeHTML?
  /// Changes side by side, where the hero is another.
  var changes: SafeHTML?
  var tones: SafeHTML?
  var comments: SafeHTML?
  var verdicts: SafeHTML?
  /// Where in the article its claims stand, one line high.
  var strip: SafeHTML?

  init() {}

  init(_ briefing: Briefing, _ analysis: Analysis) {
    let timeline = BriefingCharts.timeline(briefing)?.figure()
    let dumbbell = BriefingCharts.dumbbell(briefing)?.figure()
    hero = timeline ?? dumbbell
    changes = timeline == nil ? nil : dumbbell
    strip = ClaimStrip(analysis, claims: briefing.claims).draw()
    verdicts = BriefingCharts.waffle(briefing)?.figure()
    guard let thread = briefing.thread else { return }
    tones = BriefingCharts.bar(thread, briefing)?.figure()
    comments = BriefingCharts.dots(thread, briefing, analysis)?.figure()
  }
}

extension BriefingCharts {
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
          stated: figure.stated, verdict: relation.verdict,
          link: ClaimHTML.up + briefing.claims[figure.claim].path))
    }
    return rows.count >= fewest ? Dumbbell(id: "changes", rows: rows) : nil
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
