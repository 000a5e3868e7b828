import ArgumentParser
import AssayAnalysis
import AssaySite
import Glibc

/// Which articles a command takes in.
struct PublicationOptions: ParsableArguments {
  @Flag(help: "Take in drafts.")
  var drafts = false

  @Flag(help: "Take in articles whose date has not come.")
  var future = false

  @Flag(help: "Take in articles that have expired.")
  var expired = false

  @Option(
    help: ArgumentHelp(
      "The day of the build, as YYYY-MM-DD. Without it and 'today' in assay.yml the clock is asked.",
      valueName: "date"))
  var today: String?

  func validate() throws {
    guard let today, CalendarDate(iso: today) == nil else { return }
    throw ValidationError("--today '\(today)' must be YYYY-MM-DD")
  }

  func publication(_ configuration: Configuration) -> Publication {
    let day = today.flatMap { CalendarDate(iso: $0) } ?? configuration.today ?? currentDay()
    var publication = Publication(today: day)
    publication.includesDrafts = drafts
    publication.includesFuture = future
    publication.includesExpired = expired
    return publication
  }
}

/// The day in UTC, so that it is the same in every time zone.
func currentDay() -> CalendarDate? { CalendarDate(dayNumber: Int(time(nil)) / 86_400) }
