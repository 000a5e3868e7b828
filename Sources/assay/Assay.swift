import ArgumentParser

/// The command line: flags to calls, results to exit codes.
struct Assay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay",
    abstract: "Reads articles and their comments, checks their numbers, and publishes a briefing.",
    discussion: """
      EXAMPLES
        assay build story.txt -o out    one pasted text becomes a site in out/
        assay init news                 a small site to start from, in news/
        assay serve                     shows the site here at http://127.0.0.1:8080/
        assay check                     fails where two numbers contradict each other
        assay import disqus.xml         comments from elsewhere become threads in content/

      EXIT CODES
        0 done, 1 findings, 2 usage or configuration, 3 input could not be read or built,
        4 publishing failed, 130 interrupted
      """,
    version: "0.1.0",
    subcommands: [
      AnalyzeCommand.self,
      BuildCommand.self,
      ServeCommand.self,
      CheckCommand.self,
      ReportCommand.self,
      ReviewCommand.self,
      ExplainCommand.self,
      ImportCommand.self,
      PublishCommand.self,
      InitCommand.self,
      NewCommand.self,
      MarkdownCommand.self,
      DoctorCommand.self,
      CompletionsCommand.self,
    ])
}
