import Foundation
import Testing

@testable import AssayAnalysis

/// Reads the stories of `Tests/Stories`, as they stand and with each of their mistakes planted.
struct StoryTests {
  /// How many of a story's mistakes are found at least.
  static let found = [
    "sport": 4, "energy": 9, "theatre": 5, "housing": 7, "clinic": 8, "election": 7,
  ]

  @Test(arguments: found.keys.sorted())
  func `finds nothing wrong with a story as it stands`(_ name: String) throws {
    let story = try Story(name)
    #expect(against(story.text) == [])
  }

  @Test(arguments: found.keys.sorted())
  func `finds the mistakes that are planted in a story`(_ name: String) throws {
    let story = try Story(name)
    let known = Set(all(story.text))
    let missed = story.mistakes.filter { Set(all($0.text)).subtracting(known).isEmpty }
    let least = try #require(StoryTests.found[name])
    #expect(
      story.mistakes.count - missed.count >= least,
      "missed: \(missed.map(\.words).joined(separator: "; "))")
  }

  /// The findings against a text, those of its comments left out: readers may say what they like.
  private func against(_ text: String) -> [String] {
    relations(of: text).filter { $0.verdict == .contradicted || $0.verdict == .doubtful }
      .map { "\($0.check): \($0.explanation)" }
  }

  private func all(_ text: String) -> [String] {
    relations(of: text).filter { [.contradicted, .doubtful, .unsupported].contains($0.verdict) }
      .map { "\($0.check): \($0.explanation)" }
  }

  private func relations(of text: String) -> [Relation] {
    let source = SourceText(path: "story.md", text)
    let read = readArticle(source, options: ReadingOptions(format: .markdown))
    return Analysis(article: read.article, thread: read.thread).relations
  }
}

/// A story with the numbers that may be altered in it.
private struct Story {
  let text: String
  let mistakes: [(words: String, text: String)]

  init(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let marked = try String(
      contentsOf: folder.appending(path: "Stories/\(name).md"), encoding: .utf8)
    let parts = marked.components(separatedBy: "{{")
    let pieces = parts.dropFirst().map { part in
      let (inside, rest) = Story.split(part, at: "}}")
      let (right, wrong) = Story.split(inside, at: "=>")
      return (right: right, wrong: wrong, rest: rest)
    }
    func text(altering place: Int?) -> String {
      pieces.enumerated().reduce(parts[0]) { text, piece in
        text + (piece.offset == place ? piece.element.wrong : piece.element.right)
          + piece.element.rest
      }
    }
    self.text = text(altering: nil)
    mistakes = pieces.indices.map { place in
      ("\(pieces[place].wrong) for \(pieces[place].right)", text(altering: place))
    }
  }

  private static func split(_ text: String, at mark: String) -> (String, String) {
    guard let place = text.range(of: mark) else { return (text, "") }
    return (String(text[..<place.lowerBound]), String(text[place.upperBound...]))
  }
}
