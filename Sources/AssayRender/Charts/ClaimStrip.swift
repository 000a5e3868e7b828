import AssayAnalysis

/// Where in an article its numbers stand: a line with a stroke for each claim, taller where a check
/// has spoken.
struct ClaimStrip {
  private let places: [(share: Double, verdict: Verdict?)]
  private let label: String

  /// In steps that are smaller than a pixel of a list, so that no stroke needs a fraction.
  static let width = 320
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
    html.markup("\" viewBox=\"0 0 320 22\" preserveAspectRatio=\"none\">")
    html.markup("<path class=\"k-axis\" d=\"M0 21.5H320\"/>")
    for verdict in VerdictMark.all.reversed() {
      let own = places.filter { $0.verdict == verdict }
      guard !own.isEmpty else { continue }
      html.markup("<path")
      if verdict != nil {
        html.markup(" class=\"k-")
        html.raw(String(VerdictMark.className(verdict).dropFirst(2)))
        html.markup("\"")
      }
      html.markup(" d=\"")
      append(own.map(\.share), height: ClaimStrip.height(of: verdict), to: &html)
      html.markup("\"/>")
    }
    html.markup("</svg>")
    return html.finish()
  }

  /// Strokes from the line upwards, each place once.
  ///
  /// - Parameter shares: of the text's length, in order.
  private func append(_ shares: [Double], height: Int, to html: inout HTMLWriter) {
    var last: Int?
    for share in shares {
      let x = 1 + Int((share * Double(ClaimStrip.width - 2)).rounded())
      if let last {
        guard x > last else { continue }
        html.markup("m")
        html.number(x - last)
        html.markup(" ")
        html.number(height)
      } else {
        html.markup("M")
        html.number(x)
        html.markup(" 21")
      }
      html.markup("v-")
      html.number(height)
      last = x
    }
  }

  private static func height(of verdict: Verdict?) -> Int {
    switch verdict {
    case .contradicted?, .doubtful?, .unsupported?: 20
    case .consistent?: 13
    default: 7
    }
  }
}
