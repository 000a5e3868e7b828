import ArgumentParser
import AssayAnalysis
import AssaySite

/// `assay init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a small site that builds as it is.",
    discussion: """
      An article with a thread, a list of names, a reference table and a configuration. Nothing that
      is there already is touched.

      EXAMPLES
        assay init          in this folder
        assay init news     in a new folder: cd news && assay serve
      """)

  @Argument(help: "The folder to write to.", completion: .directory)
  var folder = "."

  func run() throws(Failure) {
    for path in try SampleSite.write(to: folder) { Console.say(path) }
    let step = folder == "." ? "" : "cd \(folder) && "
    Console.warn("Next: \(step)assay serve")
  }
}
