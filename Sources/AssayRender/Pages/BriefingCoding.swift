import AssayAnalysis

/// Briefings as bytes, for a cache that a later run of the same program reads.
extension Briefing {
  /// Appends all that `Briefing(from:)` needs.
  public func append(to writer: inout ByteWriter) {
    appendHead(to: &writer)
    appendFacts(to: &writer)
    sections.append(to: &writer)
  }

  /// Reads what `append(to:)` wrote; `reader.isDamaged` says where anything else did.
  public convenience init(from reader: inout ByteReader) {
    let head = BriefingHead(from: &reader)
    let facts = BriefingFacts(from: &reader)
    self.init(head, facts, sections: PackSections(from: &reader))
  }

  private func appendHead(to writer: inout ByteWriter) {
    writer.append(slug)
    writer.append(path)
    writer.append(threadPath)
    writer.append(title)
    writer.append(date) { $1.append($0) }
    writer.append(updated) { $1.append($0) }
    writer.append(tags)
    writer.append(authors)
    writer.append(summary)
    writer.append(language)
    writer.append(aliases)
    writer.append(template)
    matter.append(to: &writer)
    place.append(to: &writer)
    writer.append(isAnalysed)
    writer.append(image) { image, writer in
      writer.append(image.path)
      writer.append(image.size?.width)
      writer.append(image.size?.height)
    }
    writer.append(intro)
  }

  private func appendFacts(to writer: inout ByteWriter) {
    writer.append(wordCount)
    writer.append(list: verdictCounts) { row, writer in
      writer.append(row.verdict?.rawValue)
      writer.append(row.count)
    }
    writer.append(commentCount)
    for counts in [
      unitCounts.map { ($0.name, $0.count) }, checkCounts.map { ($0.check, $0.count) },
    ] {
      writer.append(list: counts) { row, writer in
        writer.append(row.0)
        writer.append(row.1)
      }
    }
    writer.append(list: entities) { $0.append(to: &$1) }
    writer.append(fixed: metricKeys)
    writer.append(list: figures) { $0.append(to: &$1) }
    writer.append(list: listed) { $0.append(to: &$1) }
    writer.append(strip) { $1.append($0) }
    writer.append(tones) { $1.append($0) }
  }
}

extension BriefingHead {
  init(from reader: inout ByteReader) {
    slug = reader.text()
    path = reader.text()
    threadPath = reader.optionalText()
    title = reader.text()
    date = reader.optionalDay()
    updated = reader.optionalDay()
    tags = reader.texts()
    authors = reader.texts()
    summary = reader.optionalText()
    language = reader.optionalText()
    aliases = reader.texts()
    template = reader.optionalText()
    matter = BriefingMatter(from: &reader)
    place = ArticlePlace(from: &reader)
    isAnalysed = reader.boolean()
    image = reader.optional { reader in
      let path = reader.text()
      let (width, height) = (reader.optionalInteger(), reader.optionalInteger())
      let size = width.flatMap { width in height.map { PixelSize(width: width, height: $0) } }
      return ShareImage(path: path, size: size)
    }
    intro = reader.html()
  }
}

extension BriefingFacts {
  init(from reader: inout ByteReader) {
    wordCount = reader.integer()
    verdictCounts = reader.list { reader in
      let verdict: Verdict? = reader.optional { $0.named(.derived) }
      return (verdict: verdict, count: reader.integer())
    }
    commentCount = reader.optionalInteger()
    unitCounts = reader.list { (name: $0.text(), count: $0.integer()) }
    checkCounts = reader.list { (check: $0.text(), count: $0.integer()) }
    entities = reader.list { EntitySummary(from: &$0) }
    metricKeys = reader.fixedNumbers()
    figures = reader.list { SharedFigure(from: &$0) }
    listed = reader.list { ListedClaim(from: &$0) }
    strip = reader.optional { $0.html() }
    tones = reader.optional { $0.tones() }
  }
}

extension BriefingMatter {
  fileprivate func append(to writer: inout ByteWriter) {
    writer.append(title)
    writer.append(isDraft)
    writer.append(weight)
    writer.append(list: terms.sorted { $0.key < $1.key }) { term, writer in
      writer.append(term.key)
      writer.append(term.value)
    }
    var pack = ValuePacker()
    _ = pack.add(params)
    writer.append(pack.bytes)
  }

  fileprivate init(from reader: inout ByteReader) {
    title = reader.optionalText()
    isDraft = reader.boolean()
    weight = reader.optionalInteger()
    let pairs = reader.list { ($0.text(), $0.texts()) }
    terms = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    var unpacker = ValueUnpacker(reader.content())
    if let value = unpacker.value() { params = value } else { reader.refuse() }
  }
}

extension ArticlePlace {
  fileprivate func append(to writer: inout ByteWriter) {
    writer.append(section)
    writer.append(folders)
    writer.append(name)
    writer.append(language)
    writer.append(translationKey)
    writer.append(isSectionPage)
  }

  fileprivate init(from reader: inout ByteReader) {
    section = reader.text()
    folders = reader.texts()
    name = reader.text()
    language = reader.optionalText()
    translationKey = reader.text()
    isSectionPage = reader.boolean()
  }
}

extension EntitySummary {
  fileprivate func append(to writer: inout ByteWriter) {
    writer.append(entity.id)
    writer.append(entity.name)
    writer.append(entity.type.rawValue)
    writer.append(entity.aliases)
    writer.append(list: entity.links.map { [$0.kind, $0.target] }) { $1.append($0) }
    writer.append(list: entity.relations.map { [$0.kind, $0.target] }) { $1.append($0) }
    writer.append(entity.isKnown)
    writer.append(articleMentions)
    writer.append(commentMentions)
    writer.append(claimCount)
    writer.append(tones)
    writer.append(articleTones)
    writer.append(rowCount)
    writer.append(range)
  }

  fileprivate init(from reader: inout ByteReader) {
    let (id, name) = (reader.text(), reader.text())
    let type: EntityType = reader.named(.org)
    let aliases = reader.texts()
    let links = reader.list { $0.texts() }.compactMap { pair in
      pair.count == 2 ? Entity.Link(kind: pair[0], target: pair[1]) : nil
    }
    let relations = reader.list { $0.texts() }.compactMap { pair in
      pair.count == 2 ? Entity.Relation(kind: pair[0], target: pair[1]) : nil
    }
    entity = Entity(
      id: id, name: name, type: type, aliases: aliases, links: links, relations: relations,
      isKnown: reader.boolean())
    articleMentions = reader.integer()
    commentMentions = reader.integer()
    claimCount = reader.integer()
    tones = reader.tones()
    articleTones = reader.tones()
    rowCount = reader.integer()
    range = reader.range()
  }
}

extension ListedClaim {
  fileprivate func append(to writer: inout ByteWriter) {
    writer.append(verdict?.rawValue)
    writer.append(isDate)
    writer.append(words)
    writer.append(unit)
    writer.append(place)
    writer.append(fixed: sumHash)
    writer.append(row)
    writer.append(point)
  }

  fileprivate init(from reader: inout ByteReader) {
    verdict = reader.optional { $0.named(.derived) }
    isDate = reader.boolean()
    words = reader.text()
    unit = reader.text()
    place = reader.text()
    sumHash = reader.fixed()
    row = reader.range()
    point = reader.range()
  }
}

extension PackSections {
  fileprivate func append(to writer: inout ByteWriter) {
    for range in [article, compactHero, ledger, report, claimsJSON, claimsCSV] {
      writer.append(range)
    }
    writer.append(list: threads) { $1.append($0) }
    writer.append(list: claims) { claim, writer in
      writer.append(claim.id)
      writer.append(claim.range)
    }
    writer.append(list: charts) { chart, writer in
      writer.append(chart.id)
      writer.append(chart.picture)
      writer.append(chart.data)
    }
  }

  fileprivate init(from reader: inout ByteReader) {
    article = reader.range()
    compactHero = reader.range()
    ledger = reader.range()
    report = reader.range()
    claimsJSON = reader.range()
    claimsCSV = reader.range()
    threads = reader.list { $0.range() }
    claims = reader.list { (id: $0.text(), range: $0.range()) }
    charts = reader.list { (id: $0.text(), picture: $0.range(), data: $0.range()) }
  }
}

// MARK: Small values

extension ByteWriter {
  fileprivate mutating func append(_ date: CalendarDate) { append(date.dayNumber) }

  fileprivate mutating func append(_ tones: ToneCounts) {
    for count in [tones.positive, tones.negative, tones.neutral, tones.mixed, tones.untold] {
      append(count)
    }
  }

  fileprivate mutating func append(_ packed: PackedRange) {
    append(packed.range.lowerBound)
    append(packed.range.count)
    append(fixed: packed.hash)
  }
}

extension ByteReader {
  fileprivate mutating func optionalDay() -> CalendarDate? {
    guard let number = optionalInteger() else { return nil }
    let date = number.magnitude < ByteReader.mostDays ? CalendarDate(dayNumber: number) : nil
    if date == nil { refuse() }
    return date
  }

  /// More than the years 1 to 9999 have.
  private static let mostDays: UInt = 4_000_000

  fileprivate mutating func tones() -> ToneCounts {
    var tones = ToneCounts()
    tones.positive = integer()
    tones.negative = integer()
    tones.neutral = integer()
    tones.mixed = integer()
    tones.untold = integer()
    return tones
  }

  fileprivate mutating func range() -> PackedRange {
    let (start, count) = (integer(), integer())
    let hash = fixed()
    guard start >= 0, count >= 0, start <= Int.max - count else {
      refuse()
      return .none
    }
    return PackedRange(range: start..<start + count, hash: hash)
  }
}
