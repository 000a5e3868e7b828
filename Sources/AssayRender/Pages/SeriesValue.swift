import AssayAnalysis

/// A dated value of one metric of one entity: a point of a time line.
struct SeriesValue {
  let key: Key
  let point: Timeline.Point

  struct Key: Hashable {
    let metric: String
    /// As a chart shows it.
    let unit: String
  }

  /// Nil for a claim that says how much something changed, or of no metric or time.
  init?(_ claim: ClaimRecord, link: String) {
    guard let metric = claim.metric, let time = claim.time, let value = claim.value.middle,
      SeriesValue.isLevel(claim)
    else { return nil }
    key = Key(metric: metric, unit: claim.unit.words)
    point = Timeline.Point(
      date: time.start, precision: time.precision, value: value, label: claim.words,
      mark: String(claim.mark), link: link)
  }

  private init(key: Key, point: Timeline.Point) {
    self.key = key
    self.point = point
  }

  /// The same for a page from which `root` leads to the site's root: links are made for those one
  /// folder deep.
  func leading(from root: String) -> SeriesValue {
    guard root != ClaimHTML.up, let link = point.link, link.hasPrefix(ClaimHTML.up) else {
      return self
    }
    return SeriesValue(
      key: key,
      point: Timeline.Point(
        date: point.date, precision: point.precision, value: point.value, label: point.label,
        mark: point.mark, link: root + link.dropFirst(ClaimHTML.up.utf8.count)))
  }

  /// False for claims of no time or metric, which are most.
  static func isPoint(_ claim: ClaimRecord) -> Bool {
    claim.time != nil && claim.metric != nil && isLevel(claim)
  }

  /// Whether a claim says how much there was, rather than how much it changed.
  private static func isLevel(_ claim: ClaimRecord) -> Bool {
    switch claim.role {
    case .from, .to, .value: claim.kind != .percentChange && !claim.kind.isCalendar
    case .by, .part, .whole, .rate, .bound: false
    }
  }
}

extension [EntityExtract] {
  /// The values of a series over articles, the newest article first: of one time, those of the newest
  /// that tells it.
  var series: [SeriesValue] {
    var told: Set<SeriesValue.Time> = []
    return flatMap { extract in
      let new = extract.values.filter { !told.contains($0.time) }
      told.formUnion(new.lazy.map(\.time))
      return new
    }
  }
}

extension SeriesValue {
  /// What of a series two articles may tell differently.
  fileprivate struct Time: Hashable {
    let key: Key
    let date: CalendarDate
    let precision: Period.Precision
  }

  fileprivate var time: Time { Time(key: key, date: point.date, precision: point.precision) }
}

// MARK: In a pack

extension SeriesValue {
  private static let shape = TemplateShape(
    "metric", "unit", "date", "precision", "value", "label", "mark", "link")

  var packed: TemplateValue {
    SeriesValue.shape.map(
      .string(key.metric), .string(key.unit), .string(point.date.iso),
      .string(point.precision.rawValue), .number(point.value), .string(point.label),
      .string(point.mark), TemplateValue(point.link))
  }

  init?(_ packed: TemplateValue) {
    guard case .map(let map) = packed, map.values.count == SeriesValue.shape.names.count,
      case .string(let metric) = map.values[0], case .string(let unit) = map.values[1],
      case .string(let iso) = map.values[2], let date = CalendarDate(iso: iso[...]),
      case .string(let name) = map.values[3], let precision = Period.Precision(rawValue: name),
      case .number(let value) = map.values[4], case .string(let label) = map.values[5],
      case .string(let mark) = map.values[6]
    else { return nil }
    key = Key(metric: metric, unit: unit)
    var link: String?
    if case .string(let target) = map.values[7] { link = target }
    point = Timeline.Point(
      date: date, precision: precision, value: value, label: label, mark: mark, link: link)
  }
}
