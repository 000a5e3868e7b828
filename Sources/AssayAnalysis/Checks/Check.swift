/// A rule that holds numbers against each other.
///
/// To add one: a file in this folder with a `static let`, its name in `Check.all`, and a case file.
public struct Check: Sendable {
  /// Names the relation it examines: `percent-change`.
  public let id: String
  /// One line, for lists and reports.
  public let summary: String
  /// Markdown under four headings: What it examines, Why it matters, Example, When to ignore it.
  public let documentation: String
  /// 1 may say contradicted; 2 says doubtful at most; 3 speaks only with a reference.
  public let tier: Int
  /// Runs only where the user asks for it.
  public let isOptional: Bool
  /// Looks at whole sites: `run` finds nothing in one document.
  public let isSiteWide: Bool
  public let run: @Sendable (CheckInput) -> [Relation]

  public init(
    id: String, summary: String, tier: Int, documentation: String, isOptional: Bool = false,
    isSiteWide: Bool = false,
    run: @escaping @Sendable (CheckInput) -> [Relation]
  ) {
    self.id = id
    self.summary = summary
    self.tier = tier
    self.documentation = documentation
    self.isOptional = isOptional
    self.isSiteWide = isSiteWide
    self.run = run
  }
}

/// All that a check may look at.
public struct CheckInput: Sendable {
  /// The article's parsed blocks, for tables, headings and lists.
  public let article: Document
  /// 0 is the article, then the comments in order.
  public let parts: [PartAnalysis]
  public let entities: [Entity]
  /// The document's date, where it has one.
  public let date: CalendarDate?
  /// What the user knows beforehand.
  public let references: [ReferenceTable]
  /// The parts as checks read them, made once for all.
  let readers: [PartReader]

  public init(
    article: Document, parts: [PartAnalysis], entities: [Entity], date: CalendarDate?,
    references: [ReferenceTable] = []
  ) {
    self.article = article
    self.parts = parts
    self.entities = entities
    self.date = date
    self.references = references
    readers = parts.enumerated().map { PartReader($0.offset, $0.element) }
  }
}
