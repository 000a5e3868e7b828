public import AssayAnalysis

/// Why words were taken for a name, and for which, as text for a terminal.
public struct MentionExplanation: Sendable {
  /// In the file, from 1.
  public let line: Int
  public let column: Int
  public let text: String
}

extension Analysis {
  /// An explanation of every mention that is asked for, in reading order.
  ///
  /// - Parameters:
  ///   - path: the name to show for the path of a file.
  ///   - links: how the names bear on other articles; nil where there are none.
  ///   - isWanted: called with a mention's path, line and column range.
  public func mentionExplanations(
    path: @escaping (String) -> String = { $0 }, links: LinkExplanation? = nil,
    where isWanted: (_ path: String, _ line: Int, _ columns: Range<Int>) -> Bool
  ) -> [MentionExplanation] {
    var found: [MentionExplanation] = []
    for (number, part) in parts.enumerated() {
      let document = document(of: number)
      let file = path(document.source.path)
      for mention in part.mentions {
        let source = document.sourceRange(of: mention.range)
        let place = document.source.location(of: Int(source.start))
        let length = part.words.text[mention.range].unicodeScalars.count
        guard isWanted(file, place.line, place.column..<place.column + length) else { continue }
        let heading = "\(file):\(place.line):\(place.column): "
        found.append(
          MentionExplanation(
            line: place.line, column: place.column,
            text: heading + words(on: mention, in: part, number, links)))
      }
    }
    return found
  }

  private func words(
    on mention: Mention, in part: PartAnalysis, _ number: Int, _ links: LinkExplanation?
  ) -> String {
    let entity = entities[mention.entity]
    var lines = [part.words.text[mention.range] + "  [\(entity.id)]"]
    let kind = entity.type.noun
    let article = kind.first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
    lines.append("  names      \(entity.name), \(article) \(kind) (\(entity.type.coarse))")
    lines.append(
      entity.isKnown ? "  known by   the gazetteer" : "  known by   the text alone")
    lines.append("  found by   \(mention.rule), confidence \(percent(mention.confidence))")
    if !entity.aliases.isEmpty {
      lines.append("  also as    " + entity.aliases.joined(separator: ", "))
    }
    let scores = part.taggerScores(of: mention, isComment: number > 0)
    let shown = scores.prefix(3).map { "\($0.kind) \(signed($0.score))" }
    if !shown.isEmpty {
      lines.append("  the tagger " + shown.joined(separator: ", ") + ", no name 0")
    }
    lines += links?.lines(on: entity) ?? []
    return lines.joined(separator: "\n") + "\n"
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func signed(_ score: Double) -> String {
    let tenths = Int((score * 10).rounded())
    return (tenths < 0 ? "−" : "+") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

extension EntityType {
  /// As prose names it.
  var noun: String { self == .org ? "organisation" : rawValue }
}
