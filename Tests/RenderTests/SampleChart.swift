import AssayAnalysis
import Testing

@testable import AssayRender

/// One chart of each kind, of numbers that a person can check by eye.
struct SampleChart: Sendable, CustomTestStringConvertible {
  let name: String
  let chart: any Chart

  var testDescription: String { name }

  static let all: [SampleChart] =
    [
      ("timeline", timeline), ("dumbbell", dumbbell), ("diverging-bar", divergingBar),
      ("diverging-bars", divergingBars), ("dot-plot", dotPlot), ("reply-tree", replyTree),
      ("co-occurrence", cooccurrence), ("waffle", waffle), ("verdict-bar", verdictBar),
      ("bullet", bullet), ("small-multiples", smallMultiples), ("ruler", ruler), ("line", line),
      ("line-with-gap", lineWithGap), ("line-log", lineLog), ("bar", bar), ("stacked", stacked),
      ("shares", shares), ("range", range), ("fall-and-recovery", fallAndRecovery),
    ].compactMap { name, chart in chart.map { SampleChart(name: name, chart: $0) } }

  private static var verdictBar: (any Chart)? {
    VerdictBar(
      id: "v",
      parts: [
        ("contradicted", "contradicted", 2), ("doubtful", "doubtful", 0),
        ("consistent", "consistent", 304), ("needs-reference", "needs a source", 3),
        ("unchecked", "unchecked", 1_510),
      ].map { VerdictBar.Part(verdict: $0, label: $1, count: $2) })
  }

  private static func day(_ month: Int, _ day: Int) -> CalendarDate? {
    CalendarDate(year: 2026, month: month, day: day)
  }

  private static var timeline: (any Chart)? {
    let points: [(CalendarDate?, Double)] = [
      (day(4, 10), 332), (day(4, 10), 254), (day(4, 12), 273), (day(4, 20), 301),
    ]
    return Timeline(
      id: "t", entity: "TAO", metric: "price", unit: "US dollars",
      points: points.enumerated().compactMap { index, point in
        point.0.map {
          Timeline.Point(
            date: $0, value: point.1, label: "$\(Int(point.1))", mark: String(index + 1),
            link: "#n\(index + 1)")
        }
      })
  }

  private static var dumbbell: (any Chart)? {
    Dumbbell(
      id: "d",
      rows: [
        ("Housing and shelter, spending", 47.4, 54.6, "15.2%", 15.2, Verdict.consistent),
        ("“Overtime rose 19%”", 38.5, 42.7, "19%", 19, .contradicted),
        ("Transit, subsidy", 5.76, 3.36, "42%", 42, .consistent),
      ].map { name, from, to, stated, percent, verdict in
        Dumbbell.Row(
          name: name, from: from, to: to, fromLabel: "$\(from)", toLabel: "$\(to)",
          stated: stated, statedPercent: percent, verdict: verdict, link: "#x")
      })
  }

  private static var divergingBar: (any Chart)? {
    DivergingBar(
      id: "b", unit: "comments",
      rows: [DivergingBar.Row(name: "Comments", negative: 9, mixed: 1, neutral: 13, positive: 10)])
  }

  private static var divergingBars: (any Chart)? {
    DivergingBar(
      id: "bs", unit: "comments",
      rows: [("The first article", 9, 4, 2), ("A second, with a longer name", 1, 6, 12)].map {
        DivergingBar.Row(name: $0, negative: $1, mixed: 0, neutral: $2, positive: $3, link: "#r")
      })
  }

  private static let polarities: [Polarity] = [.positive, .negative, .neutral]

  private static var dotPlot: (any Chart)? {
    DotPlot(
      id: "p",
      points: (0..<24).map { index in
        let polarity = polarities[index * 7 % 3]
        let size = Double(index * 5 % 9 + 1) / 10
        return DotPlot.Point(
          name: "reader_\(index)",
          score: polarity == .neutral ? 0 : polarity == .positive ? size : -size,
          polarity: polarity, link: "#c\(index)")
      })
  }

  private static var replyTree: (any Chart)? {
    let parents: [Int?] = [nil, 0, 1, 2, 0, nil, 5, nil, 7, 8, 9, 10, 11, 12, 13, 7]
    return ReplyTree(
      id: "r",
      nodes: parents.enumerated().map { index, parent in
        ReplyTree.Node(
          name: "reader_\(index)", parent: parent, polarity: polarities[index % 3],
          link: "#c\(index)")
      })
  }

  private static var cooccurrence: (any Chart)? {
    let names = ["TAO", "Bittensor", "Covenant AI", "Jacob Steeves", "Llama 2 70B"]
    return CooccurrenceMatrix(
      id: "m", unit: "briefings", names: names.map { ($0, "#\($0.count)") },
      counts: names.indices.map { row in
        names.indices.map { column in row == column ? 0 : (row + 1) * (column + 1) % 7 }
      })
  }

  private static var waffle: (any Chart)? {
    Waffle(
      id: "w",
      groups: [("contradicted", 1), ("doubtful", 2), ("consistent", 30), ("unchecked", 21)].map {
        verdict, count in
        Waffle.Group(
          verdict: verdict, label: verdict,
          cells: (0..<count).map { Waffle.Cell(name: "\($0)%", link: "#\($0)") })
      })
  }

  private static var bullet: (any Chart)? {
    Bullet(
      id: "u", name: "Overtime, change", stated: 19, statedLabel: "19%", allowed: (10.8, 11.1),
      allowedLabel: "10.9\u{A0}%", difference: "8.1 points", verdict: .contradicted)
  }

  private static var smallMultiples: (any Chart)? {
    SmallMultiples(
      id: "s", unit: "names",
      series: [("TAO, price", [332.0, 254, 273]), ("Larkfield, revenue", [98, 104, 111, 109.0])]
        .map { name, values in
          SmallMultiples.Series(
            name: name, values: values, firstLabel: "$\(Int(values[0]))",
            lastLabel: "$\(Int(values[values.count - 1]))", link: "#s")
        })
  }

  private static var ruler: (any Chart)? {
    MagnitudeRuler(
      id: "g", unit: "dollars",
      marks: [
        (15, "$15"), (254, "$254"), (273, "$273"), (332, "$332"), (491_000, "$491,000"),
        (900_000_000, "$900 million"),
      ].map { MagnitudeRuler.Mark(value: $0, label: $1, link: "#g") })
  }

  private static func words(_ unit: String, _ axis: String) -> ChartWords {
    var words = ChartWords()
    words.unit = unit
    words.axis = axis
    words.source = "Council of Port Alder"
    return words
  }

  private static var months: LineChart.Axis {
    let dates = (1...12).compactMap { day($0, 1) }
    return .days(dates.map(\.dayNumber), dates.map { chartDayWords($0.iso) })
  }

  private static var line: (any Chart)? {
    LineChart(
      id: "l", words: words("€", "month"),
      series: [
        LineChart.Series(
          name: "Rent", values: [40, 42, 43, 45, 44, 48, 51, 52, 55, 57, 58, 61]),
        LineChart.Series(name: "Bikes", values: [55, 54, 56, 53, 52, 52, 50, 51, 49, 50, 47, 46]),
      ], axis: months)
  }

  private static var lineWithGap: (any Chart)? {
    LineChart(
      id: "lg", words: words("", "month"),
      series: [
        LineChart.Series(
          name: "Admissions", values: [4, 9, nil, nil, 12, nil, 14, 8, 6, 5, .nan, 2])
      ], axis: months)
  }

  private static var lineLog: (any Chart)? {
    LineChart(
      id: "ll", words: words("", "year"),
      series: [LineChart.Series(name: "Parameters", values: [110e6, 1.5e9, 175e9, 1.1e12])],
      axis: .numbers([2018, 2019, 2020, 2026]), isLogarithmic: true)
  }

  private static var bar: (any Chart)? {
    BarChart(
      id: "ba", words: words("$", "Department"), measure: "FY 2027",
      rows: [("Police", 178.4), ("Fire and rescue", 109.8), ("Transit subsidy", -61.1)].map {
        BarChart.Row(name: $0, value: $1)
      })
  }

  private static func stack(_ isShares: Bool) -> StackedBar {
    StackedBar(
      id: isShares ? "sh" : "st", words: words("", "Year"),
      parts: ["Property tax", "Sales tax", "Fees and charges"],
      rows: [("2026", [315.4, 140, 110]), ("2027", [331.2, 148.5, 118.8])].map {
        StackedBar.Row(name: $0, values: $1)
      }, isShares: isShares)
  }

  private static var stacked: (any Chart)? { stack(false) }
  private static var shares: (any Chart)? { stack(true) }

  private static var fallAndRecovery: (any Chart)? {
    func value(_ value: Double) -> FallAndRecovery.Value {
      FallAndRecovery.Value(
        value: value, label: "$\(Int(value))", mark: "\(Int(value))", link: "#n")
    }
    return FallAndRecovery(
      id: "fr", name: "TAO’s reported price", start: value(332), trough: value(254),
      now: value(273))
  }

  private static var range: (any Chart)? {
    RangeChart(
      id: "ra", words: words("$", "Department"), ends: ("FY 2026", "FY 2027"),
      rows: [
        ("Police", 171.3, 178.4), ("Fire and rescue", 104.6, 109.8),
        ("Transit subsidy", 62.8, 61.1),
      ].map { RangeChart.Row(name: $0, from: $1, to: $2) })
  }
}
