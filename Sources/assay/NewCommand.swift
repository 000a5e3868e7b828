import ArgumentParser
import AssayAnalysis
import AssaySite

/// `assay new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes the file of a new article.",
    discussion: """
      The text comes from archetypes/SECTION.md, else archetypes/default.md, else from the program. \
      It is a template: title, slug, section, date and author have values in it.

      EXAMPLES
        assay new first-post                          content/first-post.md
        assay new blog/harbour --title "The harbour"  content/blog/harbour.md
        assay new blog/harbour/index                  in a folder of its own, for its pictures
      """)

  @Argument(help: "Its path beneath the content folder.")
  var name: String

  @Option(help: ArgumentHelp("Its title; made of the name without it.", valueName: "words"))
  var title: String?

  @Option(
    help: ArgumentHelp("Its date, as YYYY-MM-DD; today without it.", valueName: "date"))
  var date: String?

  func validate() throws {
    guard let date, CalendarDate(iso: date) == nil else { return }
    throw ValidationError("--date '\(date)' must be YYYY-MM-DD")
  }

  func run() throws(Failure) {
    let site = try Site.open([], checks: Check.all.map(\.id))
    let own = date.flatMap { CalendarDate(iso: $0) } ?? site.configuration.today
    guard let day = own ?? currentDay() else { return }
    Console.say(try site.writeArticle(name, title: title, date: day))
    Console.warn("Next: assay serve --drafts")
  }
}
