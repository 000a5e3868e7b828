/// The words of the theme itself, which a site may give in its own language: `words.skip` in
/// templates.
public enum InterfaceWords {
  /// Names and English words, in the order in which documentation lists them.
  static let english: [(name: String, words: String)] = [
    ("skip", "Skip to the text"), ("site", "Site"), ("briefings", "Briefings"),
    ("ledger", "Ledger"), ("names", "Names"), ("method", "Method"), ("search", "Search"),
    ("by", "By"), ("brief", "In brief"), ("figures", "Key figures"), ("changes", "Changes"),
    ("text", "The text"), ("readers", "How readers reacted"),
    ("thread", "Read the thread"), ("negative", "Negative"), ("positive", "Positive"),
    ("differing", "Told differently"), ("named", "Who and what it names"),
    ("unchecked", "What could not be checked"),
    ("downloads", "Downloads and method"), ("languages", "In other languages"),
    ("related", "On the same things"), ("turn", "Other articles"),
    ("caution", "Verdicts speak of what was checked, never of truth."),
    ("made", "How this was made"), ("draft", "Draft: not published yet"),
  ]

  /// The names that `words` in `assay.yml` may give.
  public static let names = english.map(\.name)

  private static let shape = TemplateShape(names)

  /// The words of one language; those that it does not give stay English.
  static func value(_ own: [String: String]) -> TemplateValue {
    shape.map(english.map { .string(own[$0.name] ?? $0.words) })
  }
}
