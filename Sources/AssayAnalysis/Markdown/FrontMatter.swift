/// What a text says about itself before it begins.
public struct FrontMatter: Sendable {
  public var title: String?
  public var date: CalendarDate?
  public var updated: CalendarDate?
  public var tags: [String] = []
  public var authors: [String] = []
  public var summary: String?
  /// Where title and summary stand in the file's text.
  public var titleRange: SourceRange?
  public var summaryRange: SourceRange?
  public var slug: String?
  public var aliases: [String] = []
  public var isDraft = false
  public var expires: CalendarDate?
  /// BCP 47.
  public var language: String?
  public var template: String?
  /// Its terms in the taxonomies that the site names besides tags and authors, such as `series`.
  public var terms: [String: [String]] = [:]
  /// Its place in a section that is sorted by weight; a smaller one comes first.
  public var weight: Int?
  /// What it shares with its translations, where their files' names do not tell.
  public var translationKey: String?
  /// The picture that stands for it elsewhere, relative to its file.
  public var image: String?
  /// Values of the author's own, for templates.
  public var params: YAMLNode?
  /// False for a text that is only shown: none of its numbers, names and feelings are read. Nil
  /// leaves it to the site.
  public var isAnalysed: Bool?
  /// What the article argues, for the stance of its comments.
  public var thesis: String?
  /// What a person says the article feels.
  public var sentiment: Polarity?
  /// In a thread: the file of the article it belongs to.
  public var article: String?
  /// In a thread: the address it was taken from.
  public var sourceURL: String?
  /// What an importer found it under: its format, a colon, and its name there.
  public var importedThread: String?

  public init() {}
}
