import AssayAnalysis

/// A site in GitHub's Markdown: what does not add up, what needs a source, all briefings.
struct SiteReport {
  let title: String
  /// "6 briefings", "821 numbers read", …
  var totals: [String] = []
  var findings: [Finding] = []
  var briefings: [Line] = []
  /// Of briefings in all.
  var count = 0

  struct Finding {
    let verdict: Verdict
    let words: String
    let computed: String
    let title: String
    let address: String
  }

  struct Line {
    let title: String
    let address: String
    let date: CalendarDate?
    let verdictCounts: [(verdict: Verdict?, count: Int)]
    let commentCount: Int?
  }

  static let mostBriefings = 200
  static let mostFindings = 25

  init(title: String) { self.title = title }

  /// - Parameter base: the site's address without a slash at its end; else links are relative to the
  ///   site's root.
  static func address(_ slug: String, base: String?) -> String {
    base.map { $0 + "/" + SitePages.shortened(PageMap.article(slug)) } ?? PageMap.article(slug)
  }

  var markdown: [UInt8] {
    var lines = ["# " + markdownEscaped(title), "", totals.joined(separator: " · ")]
    lines += section("What does not add up", [.contradicted, .doubtful, .unsupported])
    lines += section("What needs a source", [.needsReference])
    lines += ["", "## All briefings", "", "| Date | Briefing | Numbers | Comments |"]
    lines.append("| --- | --- | --- | --: |")
    for briefing in briefings {
      let counts = briefing.verdictCounts.map {
        "\(verdictSign($0.verdict)) \($0.count) \(VerdictMark.words($0.verdict))"
      }
      lines.append(
        "| \(briefing.date?.iso ?? "") | [\(markdownEscaped(briefing.title))](\(briefing.address))"
          + " | \(counts.joined(separator: ", ")) | \(briefing.commentCount ?? 0) |")
    }
    if count > briefings.count {
      lines += ["", "And \(groupedDigits(count - briefings.count)) more."]
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func section(_ title: String, _ verdicts: [Verdict]) -> [String] {
    let lines = findings.filter { verdicts.contains($0.verdict) }.prefix(SiteReport.mostFindings)
      .map { finding in
        let sum = finding.computed.isEmpty ? "" : ": " + markdownEscaped(finding.computed)
        return "- \(verdictSign(finding.verdict)) **\(markdownEscaped(finding.words))**,"
          + " \(finding.verdict.words)\(sum)"
          + " ([\(markdownEscaped(finding.title))](\(finding.address)))"
      }
    return lines.isEmpty ? [] : ["", "## " + title, ""] + lines
  }
}

/// Several articles in GitHub's Markdown, from their digests.
public func siteReportMarkdown(
  _ digests: [BriefingDigest], title: String, base: String? = nil
) -> [UInt8] {
  var report = SiteReport(title: title)
  let numbers = digests.reduce(0) { $0 + $1.verdictCounts.reduce(0) { $0 + $1.count } }
  report.totals = [
    counted(digests.count, "briefing"), counted(numbers, "number") + " read",
    counted(digests.reduce(0) { $0 + ($1.commentCount ?? 0) }, "comment"),
  ]
  report.count = digests.count
  for digest in digests {
    let address = SiteReport.address(digest.slug, base: base)
    report.findings += digest.points.compactMap { point in
      point.verdict.map {
        SiteReport.Finding(
          verdict: $0, words: point.number, computed: point.computed, title: digest.title,
          address: address)
      }
    }
  }
  report.briefings = digests.prefix(SiteReport.mostBriefings).map {
    SiteReport.Line(
      title: $0.title, address: SiteReport.address($0.slug, base: base), date: $0.date,
      verdictCounts: $0.verdictCounts, commentCount: $0.commentCount)
  }
  return report.markdown
}

extension SitePages {
  /// The site's `report.md`.
  func renderSiteReport() throws(Failure) -> [UInt8] {
    var report = SiteReport(title: settings.title)
    report.totals = [
      counted(index.briefings.count, "briefing"), counted(index.claimCount, "number") + " read",
      counted(index.commentCount, "comment"),
    ]
    report.count = index.briefings.count
    for section in index.verdictSections {
      guard let verdict = Verdict(rawValue: section.stem),
        verdict.rank < Verdict.consistent.rank || verdict == .needsReference
      else { continue }
      for place in section.places.prefix(SiteReport.mostFindings) {
        let claim = index.claim(place)
        let briefing = index.briefings[place.briefing]
        let point = try unpacked(place.briefing, claim.point)
        report.findings.append(
          SiteReport.Finding(
            verdict: verdict, words: claim.words,
            computed: (try? point.following("computed")?.text()) ?? "", title: briefing.title,
            address: SiteReport.address(briefing.slug, base: settings.baseURL)))
      }
    }
    report.briefings = index.briefings.prefix(SiteReport.mostBriefings).map {
      SiteReport.Line(
        title: $0.title, address: SiteReport.address($0.slug, base: settings.baseURL),
        date: $0.date, verdictCounts: $0.verdictCounts, commentCount: $0.commentCount)
    }
    return report.markdown
  }
}
