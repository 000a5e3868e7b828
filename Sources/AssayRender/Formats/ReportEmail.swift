import AssayAnalysis

/// Briefings as one HTML file for mail: styles stand at their elements, since mail programs drop
/// style sheets; no picture is fetched; well under 100 KB, beyond which some cut a mail off.
///
/// - Parameters:
///   - title: over several briefings; of one its own title stands.
///   - base: the site's address without a slash at its end; nil where it has none.
public func reportEmail(
  _ briefings: [BriefingDigest], title: String, base: String? = nil, language: String = "en"
) -> [UInt8] {
  var email = ReportEmail(language: language)
  let isSingle = briefings.count == 1
  email.open(title: isSingle ? briefings.first?.title ?? title : title)
  if !isSingle { email.heading(title, address: base, level: 1) }
  for digest in briefings.prefix(ReportEmail.mostBriefings) {
    email.append(digest, base: base, isSingle: isSingle)
  }
  if briefings.count > ReportEmail.mostBriefings {
    email.note("And \(briefings.count - ReportEmail.mostBriefings) more.")
  }
  email.note(
    "Every sentence here is a quotation or a computed figure. A verdict tells whether numbers agree,"
      + " never whether they are true."
  )
  return email.close()
}

private struct ReportEmail {
  private var html = HTMLWriter()
  private let language: String

  /// Each takes at most some 4 KB.
  static let mostBriefings = 15

  private static let serif = "font-family:Georgia,'Times New Roman',serif;"
  private static let sans =
    "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;"
  private static let muted = "color:#5a564e;"

  init(language: String) { self.language = language }

  mutating func open(title: String) {
    html.markup("<!doctype html>\n<html lang=\"")
    html.text(language)
    html.raw(
      "\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + "<meta name=\"color-scheme\" content=\"light\"><title>")
    html.text(title)
    html.raw(
      "</title></head>\n<body style=\"margin:0;padding:0;background:#fbfaf7\">"
        + "<table role=\"presentation\" width=\"100%\" style=\"border-collapse:collapse\"><tr>"
        + "<td style=\"padding:24px 16px\"><table role=\"presentation\" align=\"center\" "
        + "style=\"width:100%;max-width:600px;border-collapse:collapse;\(ReportEmail.serif)"
        + "font-size:17px;line-height:1.5;color:#1b1a17\">\n")
  }

  consuming func close() -> [UInt8] {
    html.markup("</table></td></tr></table></body></html>\n")
    return html.finish().bytes
  }

  mutating func heading(_ words: String, address: String?, level: Int) {
    let size = level == 1 ? "28px" : "21px"
    let rule = level == 1 ? "" : "border-top:2px solid #1b1a17;padding-top:12px;"
    row("padding-bottom:8px;") { html in
      html.raw(
        "<h\(level) style=\"margin:\(level == 1 ? "0" : "24px") 0 0;\(rule)font-size:\(size);line-height:1.2\">"
      )
      ReportEmail.link(words, address, in: &html)
      html.raw("</h\(level)>")
    }
  }

  mutating func append(_ digest: BriefingDigest, base: String?, isSingle: Bool) {
    heading(digest.title, address: digest.address(base), level: isSingle ? 1 : 2)
    for line in [digest.byline, digest.counts] where !line.isEmpty { note(line) }
    for point in digest.points.prefix(isSingle ? 5 : 2) { append(point) }
    if let readers = digest.readers {
      if isSingle { heading("How readers reacted", address: nil, level: 2) }
      note(readers)
      for quote in digest.quotes { append(quote) }
    }
  }

  private mutating func append(_ point: BriefingDigest.Point) {
    row("padding:10px 0;border-bottom:1px solid #d9d5cb;") { html in
      html.raw("<div style=\"\(ReportEmail.sans)font-size:22px;font-weight:700\">")
      html.text(point.number)
      html.markup("</div><div>")
      if !point.quote.isEmpty {
        html.text("“" + ClaimHTML.shortened(point.quote, to: 320) + "”")
      }
      html.raw(
        "</div><div style=\"\(ReportEmail.sans)font-size:14px\"><b style=\"color:\(ReportEmail.colour(point.verdict))\">"
      )
      html.text(verdictSign(point.verdict) + " " + VerdictMark.words(point.verdict))
      html.markup("</b> ")
      html.text(point.computed)
      html.markup("</div>")
    }
  }

  private mutating func append(_ quote: BriefingDigest.Quote) {
    let colour = quote.polarity == .negative ? "#b3541e" : "#1b6ca8"
    row("padding:6px 0;") { html in
      html.raw("<div style=\"border-left:3px solid \(colour);padding-left:12px\">")
      html.text(quote.words)
      html.raw("<div style=\"\(ReportEmail.sans)\(ReportEmail.muted)font-size:14px\">")
      html.text("\(quote.polarity.sign) \(quote.polarity.rawValue) · \(quote.name)")
      html.markup("</div></div>")
    }
  }

  mutating func note(_ words: String) {
    row("padding:4px 0;") { html in
      html.raw("<div style=\"\(ReportEmail.sans)\(ReportEmail.muted)font-size:14px\">")
      html.text(words)
      html.markup("</div>")
    }
  }

  private mutating func row(_ style: String, _ body: (inout HTMLWriter) -> Void) {
    html.raw("<tr><td style=\"\(style)\">")
    body(&html)
    html.markup("</td></tr>\n")
  }

  private static func link(_ words: String, _ address: String?, in html: inout HTMLWriter) {
    guard let address else { return html.text(words) }
    html.markup("<a style=\"color:#174a7c\" href=\"")
    html.text(address)
    html.markup("\">")
    html.text(words)
    html.markup("</a>")
  }

  private static func colour(_ verdict: Verdict?) -> String {
    switch verdict {
    case .contradicted?: "#a61b00"
    case .doubtful?, .unsupported?: "#7a5200"
    case .consistent?: "#006b5b"
    default: "#5a564e"
    }
  }
}
