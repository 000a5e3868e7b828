import AssayAnalysis

/// Whose words stand for most of a thread, whose part its readers, and who speaks for each group of
/// opinion: as its page lists them.
struct ThreadVoices: Sendable {
  let lists: [List]

  struct List: Sendable {
    /// Of its heading.
    let id: String
    let title: String
    /// What the comments are ranked by.
    let formula: String
    let voices: [Voice]
  }

  struct Voice: Sendable {
    let comment: Int
    /// The comment's words, shortened.
    let words: String
    /// What it was ranked by, or the group that it speaks for.
    let note: String
  }

  /// In a thread of fewer comments each speaks for itself.
  private static let fewestComments = 5
  private static let mostVoices = 2
  private static let longestWords = 200

  init(_ summary: ThreadSummary, _ analysis: Analysis) {
    guard summary.count >= ThreadVoices.fewestComments else {
      lists = []
      return
    }
    let all = [
      List(
        id: "representative", title: "Most like all others",
        formula: ThreadSummary.representativeFormula.capitalizedFirst + "; N = \(summary.count)",
        voices: ThreadVoices.ranked(summary.representative, analysis)),
      List(
        id: "divisive", title: "What parts readers",
        formula: ThreadSummary.divisiveFormula.capitalizedFirst,
        voices: ThreadVoices.ranked(summary.divisive, analysis)),
      List(
        id: "groups", title: "Groups of opinion",
        formula: "Comments of one stance to the article, each by the comment most like its others",
        voices: summary.groups.map { group in
          ThreadVoices.voice(
            group.spokesman, note: ThreadVoices.words(on: group, analysis), analysis)
        }),
    ]
    lists = all.filter { !$0.voices.isEmpty }
  }

  private static func ranked(
    _ ranked: [ThreadSummary.Ranked], _ analysis: Analysis
  ) -> [Voice] {
    ranked.prefix(mostVoices).map {
      voice($0.comment, note: chartNumber($0.value, decimals: 2), analysis)
    }
  }

  private static func voice(_ comment: Int, note: String, _ analysis: Analysis) -> Voice {
    let text = analysis.parts[comment + 1].words.text
    let words = text[TextRange(0..<text.bytes.count)].replacingLineEnds
    return Voice(
      comment: comment, words: ClaimHTML.shortened(words, to: longestWords), note: note)
  }

  /// "4 (19–73 %) of 9 in support; their words: delay, report".
  private static func words(
    on group: ThreadSummary.OpinionGroup, _ analysis: Analysis
  ) -> String {
    let side =
      switch group.stance {
      case .support: "in support"
      case .oppose: "against"
      case .mixed, .none: "of two minds"
      }
    let share = ThreadDigest.share(group.share) + " of \(group.share.count) \(side)"
    let words = group.words.map { analysis.parts[$0.comment + 1].words.text[$0.range].lowercased() }
    return words.isEmpty ? share : share + "; their words: " + words.joined(separator: ", ")
  }
}

extension ThreadVoices {
  private static let listShape = TemplateShape("id", "title", "formula", "voices")
  private static let voiceShape = TemplateShape("words", "path", "name", "note")

  /// For the template of a thread's first page.
  func value(_ thread: ThreadRecord, in draft: BriefingDraft) -> TemplateValue {
    .list(lists) { list in
      ThreadVoices.listShape.map(
        .string(list.id), .string(list.title), .string(list.formula),
        .list(list.voices) { voice in
          ThreadVoices.voiceShape.map(
            .string(voice.words), .string(draft.place(ofPart: voice.comment + 1)),
            .string(thread.names[voice.comment]), .string(voice.note))
        })
    }
  }
}
