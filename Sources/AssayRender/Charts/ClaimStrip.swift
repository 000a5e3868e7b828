import AssayAnalysis

/// Where in an article its numbers stand: a line with a stroke for each claim, taller where a check
/// has spoken.
struct ClaimStrip {
  private let places: [(share: Double, verdict: Verdict?)]
  private let label: String

  static let width = 160.0
  static let height = 22.0

  init(_ reading: ClaimReading) {
    let length = Double(max(1, reading.analysis.article.text.bytes.count))
    places = reading.claims.lazy.filter { $0.part == 0 }.map {
      (Double($0.numberRange.start) / length, $0.verdict)
    }
    let judged = places.count { $0.verdict != nil && $0.verdict != .needsReference }
    label = "\(counted(places.count, "number")) along the text, \(judged) of them checked"
  }

  /// Nil for an article without numbers.
  func draw() -> SafeHTML? {
    guard !places.isEmpty else { return nil }
    var html = HTMLWriter()
    html.markup("<svg class=\"strip\" role=\"img\" aria-label=\"")
    html.text(label)
    html.markup("\" viewBox=\"0 0 160 22\" preserveAspectRatio=\"none\">")
    html.markup("<path class=\"k-axis\" d=\"M0 21.5H160\"/>")
    for verdict in VerdictMark.all.reversed() {
      let own = places.filter { $0.verdict == verdict }
      guard !own.isEmpty else { continue }
      html.markup("<path class=\"k-")
      html.raw(String(VerdictMark.className(verdict).dropFirst(2)))
      html.markup("\" d=\"")
      for place in own { append(place.share, verdict, to: &html) }
      html.markup("\"/>")
    }
    html.markup("</svg>")
    return html.finish()
  }

  private func append(_ share: Double, _ verdict: Verdict?, to html: inout HTMLWriter) {
    html.markup("M")
    html.coordinate(1 + share * (ClaimStrip.width - 2))
    html.markup(" 21V")
    let top: Double =
      switch verdict {
      case .contradicted?, .doubtful?, .unsupported?: 1
      case .consistent?: 8
      default: 14
      }
    html.coordinate(top)
  }
}
