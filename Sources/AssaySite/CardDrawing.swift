import AssayAnalysis
import AssayRender

/// Makes pictures of the cards that pages draw as SVG.
struct CardDrawing: Sendable {
  private let converter: Tool?
  /// The folder of the last build: a card whose name stands there has the same bytes.
  private let output: String

  /// - Parameter isWanted: false where the site has no cards; nothing is looked for then.
  init(isWanted: Bool, output: String) {
    converter = isWanted ? Tool("rsvg-convert") : nil
    self.output = output
  }

  /// The form that this machine can make.
  var cards: ShareCards { converter == nil ? .svg : .png }

  /// What to say once where cards stay SVG.
  var note: Diagnostic? {
    guard converter == nil else { return nil }
    return Diagnostic(
      .note, path: Configuration.fileName, "cards stay SVG, which some services do not show",
      hint: "install rsvg-convert (librsvg2-bin) for PNG")
  }

  /// The picture of a card.
  func picture(of card: OutputFile) throws(Failure) -> OutputFile {
    guard let converter else { return card }
    let old = Files.join(output, card.path)
    if Files.exists(old) { return OutputFile(path: card.path, bytes: try Files.read(old)) }
    let arguments = ["--format", "png", "--width", "1200", "--height", "630"]
    let outcome = try converter.run(arguments, input: card.bytes)
    guard outcome.code == 0, !outcome.output.isEmpty else {
      throw Failure(
        .input,
        Diagnostic(
          .error, path: card.path, "rsvg-convert ended with \(outcome.code) on this card",
          hint: "say 'cards: false' in assay.yml to build without cards"))
    }
    return OutputFile(path: card.path, bytes: outcome.output)
  }
}
