/// What a text says about itself before it begins.
public struct FrontMatter: Sendable {
  public var title: String?
  public var date: CalendarDate?
  public var updated: CalendarDate?
  public var tags: [String] = []
  public var authors: [String] = []
  public var summary: String?
  public var slug: String?
  public var aliases: [String] = []
  public var isDraft = false
  public var expires: CalendarDate?
  /// BCP 47.
  public var language: String?
  public var template: String?
  /// What the article argues, for the stance of its comments.
  public var thesis: String?
  /// In a thread: the file of the article it belongs to.
  public var article: String?
  /// In a thread: the address it was taken from.
  public var sourceURL: String?

  public init() {}
}
