public import AssayAnalysis

/// Which articles a build takes in.
public struct Publication: Sendable, Hashable {
  /// The day of the build; without one nothing is too early or too late.
  public var today: CalendarDate?
  public var includesDrafts = false
  public var includesFuture = false
  public var includesExpired = false

  public init(today: CalendarDate? = nil) { self.today = today }

  /// Why an article is left out, in words; nil where it is published.
  func reasonToLeaveOut(_ matter: FrontMatter) -> (reason: String, flag: String)? {
    if matter.isDraft, !includesDrafts { return ("a draft", "--drafts") }
    if let today, let date = matter.date, date > today, !includesFuture {
      return ("its date, \(date.iso), has not come", "--future")
    }
    if let today, let expires = matter.expires, expires <= today, !includesExpired {
      return ("it expired on \(expires.iso)", "--expired")
    }
    return nil
  }
}
