import AssayAnalysis

/// Whose words stand for most of a thread, whose part its readers, who speaks for each group of
/// opinion, and what each group of voters says: as its page lists them.
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
    let byVotes = summary.votes.map { ThreadVoices.lists(of: $0, analysis) } ?? []
    lists = (all + byVotes).filter { !$0.voices.isEmpty }
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
  /// A list for each group of voters, and one for what all groups say.
  private static func lists(of votes: VoteGroups, _ analysis: Analysis) -> [List] {
    let groups = votes.groups.enumerated().map { number, group in
      List(
        id: "voters-\(number + 1)",
        title:
          "Voters, group \(number + 1): \(ThreadDigest.share(group.share)) of \(group.share.count)",
        formula: VoteGroups.formula,
        voices: group.statements.map { statement in
          voice(statement.comment, note: note(on: statement), analysis)
        })
    }
    let common = List(
      id: "voters-all", title: "What all groups of voters say",
      formula: "Most of each group by the same test, ranked by the product of the groups' shares",
      voices: votes.common.map { voice($0.comment, note: note(on: $0), analysis) })
    return groups + [common]
  }

  /// "41 of 45 agree; of the others, 10 of 60".
  private static func note(on statement: VoteGroups.Statement) -> String {
    let side = statement.agrees ? "agree" : "disagree"
    let own = "\(ThreadDigest.share(statement.inside)) of \(statement.inside.count) \(side)"
    guard let outside = statement.outside else { return own }
    return own + "; of the others, \(ThreadDigest.share(outside)) of \(outside.count)"
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
