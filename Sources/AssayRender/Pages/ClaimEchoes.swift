import AssayAnalysis

/// What comments make of one figure of the article.
struct ClaimEcho {
  /// As the article writes it.
  let words: String
  /// Comments that give the same, and comments that give another in its place.
  let repeats: Int
  let disputes: Int

  /// "12 comments repeat “23 %”, 2 say otherwise"
  var sentence: String {
    let same = repeats == 1 ? "1 comment repeats" : "\(groupedDigits(repeats)) comments repeat"
    let other = disputes == 1 ? "1 says" : "\(groupedDigits(disputes)) say"
    if repeats == 0 {
      return counted(disputes, "comment") + (disputes == 1 ? " gives" : " give")
        + " another figure than “\(words)”"
    }
    return disputes == 0 ? "\(same) “\(words)”" : "\(same) “\(words)”, \(other) otherwise"
  }
}

extension Analysis {
  /// The figures of the article that most comments take up, the most first.
  func claimEchoes(limit: Int) -> [ClaimEcho] {
    var tallies: [TextRange: (words: String, same: Set<Int>, other: Set<Int>)] = [:]
    for relation in relations where relation.check == Check.commentClaim.id {
      guard relation.operands.count == 2, relation.operands[1].place.part == 0 else { continue }
      let (comment, article) = (relation.operands[0].place.part, relation.operands[1])
      var tally = tallies[article.place.range] ?? (article.text, [], [])
      if relation.verdict == .consistent {
        tally.same.insert(comment)
      } else {
        tally.other.insert(comment)
      }
      tallies[article.place.range] = tally
    }
    let sorted = tallies.sorted { first, second in
      let (a, b) = (first.value, second.value)
      let (one, other) = (a.same.count + a.other.count, b.same.count + b.other.count)
      return one != other ? one > other : first.key < second.key
    }
    return sorted.prefix(limit).map { _, tally in
      ClaimEcho(words: tally.words, repeats: tally.same.count, disputes: tally.other.count)
    }.filter { $0.repeats > 1 || $0.disputes > 0 }
  }
}
