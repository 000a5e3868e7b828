public import AssayAnalysis

/// Which articles a build takes in.
public struct Publication: Sendable, Hashable {
  /// The day of the build; without one nothing is too early or too late.
  public var today: CalendarDate?
  public var includesDrafts = false
  public var includesFuture = false
  public var includesExpired = false

  public init(today: CalendarDate? = nil) { self.today = today }

  /// Why an article is left out.
  public enum Reason: Sendable, Hashable {
    case draft
    case future(CalendarDate)
    case expired(CalendarDate)

    /// What it is called among others: "2 drafts, 1 future".
    public var name: String {
      switch self {
      case .draft: "draft"
      case .future: "future"
      case .expired: "expired"
      }
    }

    func note(on path: String) -> Diagnostic {
      let (words, flag) =
        switch self {
        case .draft: ("a draft", "--drafts")
        case .future(let date): ("its date, \(date.iso), has not come", "--future")
        case .expired(let date): ("it expired on \(date.iso)", "--expired")
        }
      return Diagnostic(.note, path: path, "left out: \(words)", hint: "\(flag) takes it in")
    }
  }

  /// Why an article is left out; nil where it is published.
  func reasonToLeaveOut(_ matter: FrontMatter) -> Reason? {
    if matter.isDraft, !includesDrafts { return .draft }
    if let today, let date = matter.date, date > today, !includesFuture { return .future(date) }
    if let today, let expires = matter.expires, expires <= today, !includesExpired {
      return .expired(expires)
    }
    return nil
  }
}
