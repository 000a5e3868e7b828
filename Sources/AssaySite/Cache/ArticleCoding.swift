import AssayAnalysis
import AssayRender

/// Built articles as bytes.
extension BuiltArticle {
  func append(to writer: inout ByteWriter) {
    writer.append(name)
    writer.append(briefing) { $0.append(to: &$1) }
    writer.append(pack) { pack, writer in
      writer.append(pack.offset)
      writer.append(pack.byteCount)
    }
    writer.append(headings.sorted())
    writer.append(list: anchorLinks) { link, writer in
      writer.append(link.article)
      writer.append(link.anchor)
      writer.append(link.diagnostic)
    }
    writer.append(counts)
    writer.append(list: diagnostics) { $1.append($0) }
    origin.append(to: &writer)
  }

  init(from reader: inout ByteReader) {
    name = reader.text()
    briefing = reader.optional { Briefing(from: &$0) }
    pack = reader.optional { PackStore.Place(offset: $0.integer(), byteCount: $0.integer()) }
    headings = Set(reader.texts())
    anchorLinks = reader.list { reader in
      LinkResolver.AnchorLink(
        article: reader.text(), anchor: reader.text(), diagnostic: reader.diagnostic())
    }
    counts = reader.counts()
    diagnostics = reader.list { $0.diagnostic() }
    origin = Origin(from: &reader)
    leftOut = nil
    times = StageTimes()
  }
}

extension BuiltArticle.Origin {
  fileprivate func append(to writer: inout ByteWriter) {
    writer.append(digest)
    writer.append(list: answers.sorted { $0.key < $1.key }) { answer, writer in
      writer.append(answer.key)
      writer.append(answer.value)
    }
    writer.append(list: charts.sorted { $0.key < $1.key }) { chart, writer in
      writer.append(chart.key)
      writer.append(fixed: chart.value)
    }
    writer.append(isDraft)
    writer.append(date?.iso)
    writer.append(expires?.iso)
  }

  fileprivate init(from reader: inout ByteReader) {
    digest = reader.text()
    let answers = reader.list { ($0.text(), $0.text()) }
    self.answers = Dictionary(answers, uniquingKeysWith: { first, _ in first })
    let charts = reader.list { ($0.text(), $0.fixed()) }
    self.charts = Dictionary(charts, uniquingKeysWith: { first, _ in first })
    isDraft = reader.boolean()
    date = reader.optionalText().flatMap { CalendarDate(iso: $0) }
    expires = reader.optionalText().flatMap { CalendarDate(iso: $0) }
  }
}

extension ByteWriter {
  fileprivate mutating func append(_ diagnostic: Diagnostic) {
    append(diagnostic.severity.rawValue)
    append(diagnostic.path)
    append(diagnostic.line)
    append(diagnostic.column)
    append(diagnostic.length)
    append(diagnostic.message)
    append(diagnostic.hint)
    append(diagnostic.rule)
    append(diagnostic.sourceLine)
  }

  fileprivate mutating func append(_ counts: SiteCounts) {
    append(counts.articles)
    append(counts.claims)
    append(counts.comments)
    append(list: counts.relations.sorted { $0.key.rawValue < $1.key.rawValue }) { row, writer in
      writer.append(row.key.rawValue)
      writer.append(row.value)
    }
  }
}

extension ByteReader {
  fileprivate mutating func diagnostic() -> Diagnostic {
    Diagnostic(
      named(.note), path: text(), line: integer(), column: integer(), length: integer(), text(),
      hint: optionalText(), rule: optionalText(), sourceLine: optionalText())
  }

  fileprivate mutating func counts() -> SiteCounts {
    let (articles, claims, comments) = (integer(), integer(), integer())
    let relations: [(Verdict, Int)] = list { ($0.named(.derived), $0.integer()) }
    return SiteCounts(
      articles: articles, claims: claims, comments: comments,
      relations: Dictionary(relations, uniquingKeysWith: { first, _ in first }))
  }
}
