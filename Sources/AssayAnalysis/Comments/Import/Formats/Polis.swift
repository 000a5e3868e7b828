extension CommentImporter {
  /// Polis' open data: `comments.csv`, with `votes.csv` and `summary.csv` beside it.
  static let polis = CommentImporter(
    id: "polis", name: "Polis CSV",
    detect: { source in
      guard !source.isJSON else { return false }
      let columns = source.columns
      return columns.isSuperset(of: ["commentid", "commentbody"])
        || columns.isSuperset(of: ["commentid", "voterid", "vote"]) || isSummary(source)
    },
    read: { sources, builder in
      var reader = PolisReader()
      for source in sources {
        builder.begin(source)
        reader.take(source, &builder)
      }
      reader.finish(&builder)
    })
}

private func isSummary(_ source: ImportSource) -> Bool {
  source.text.bytes.starts(with: "topic,".utf8) && source.begins(with: "\nurl,")
}

private struct PolisReader {
  private struct Votes {
    var agrees = 0
    var disagrees = 0
    var passes = 0
  }

  private var conversations: [(source: ImportSource, table: CSVRows)] = []
  /// By the start of the file's name, which files of one conversation share.
  private var summaries: [String: [String: String]] = [:]
  private var votes: [String: [String: Votes]] = [:]

  mutating func take(_ source: ImportSource, _ builder: inout ImportBuilder) {
    if isSummary(source) {
      summaries[prefix(source)] = summary(source)
      return
    }
    let table = CSVRows(source.text.bytes)
    builder.tell(table)
    if table.columns.contains("commentbody") {
      conversations.append((source, table))
    } else {
      votes[prefix(source)] = counts(table, &builder)
    }
  }

  mutating func finish(_ builder: inout ImportBuilder) {
    for (source, table) in conversations { read(table, source, &builder) }
    let named = Set(conversations.map { prefix($0.source) })
    builder.omit(
      "votes on comments of no file", votes.count { !named.contains($0.key) })
  }

  private func read(_ table: CSVRows, _ source: ImportSource, _ builder: inout ImportBuilder) {
    let prefix = prefix(source)
    let summary = summaries[prefix] ?? (conversations.count == 1 ? summaries.first?.value : nil)
    let votes = votes[prefix] ?? (conversations.count == 1 ? votes.first?.value : nil)
    let thread = builder.thread(
      summary?["url"] ?? prefix, title: summary?["topic"], url: summary?["url"])
    for row in table.rows {
      var comment = ImportedComment(line: row.line)
      comment.id = row.text("commentid")
      comment.author = row.text("authorid")
      comment.time = builder.time(row.text("timestamp", "datetime"), at: row.line)
      comment.upvotes = row.text("agrees").flatMap { Int($0) }
      comment.downvotes = row.text("disagrees").flatMap { Int($0) }
      var passes = row.text("passes", "pass").flatMap { Int($0) }
      if let cast = comment.id.flatMap({ votes?[$0] }) {
        (comment.upvotes, comment.downvotes, passes) = (cast.agrees, cast.disagrees, cast.passes)
      }
      if let passes { comment.others.append(("pass", String(passes))) }
      if row.text("isseed")?.lowercased() == "true" { comment.others.append(("seed", "true")) }
      // 1 accepted, 0 not yet looked at, -1 rejected.
      switch row.text("moderated") ?? "1" {
      case "0": comment.state = .pending
      case "-1": comment.state = .removed
      default: break
      }
      comment.body = markdown(plain: ImportSource.markdown(row.bytes("commentbody") ?? []))
      builder.add(comment, to: thread)
    }
  }

  private func counts(
    _ table: CSVRows, _ builder: inout ImportBuilder
  ) -> [String: Votes] {
    // The last vote of a person on a comment is the one that counts.
    var last: [String: [String: Int]] = [:]
    for row in table.rows {
      guard let comment = row.text("commentid"), let voter = row.text("voterid"),
        let vote = row.text("vote").flatMap({ Int($0) })
      else {
        builder.omit("votes that could not be read")
        continue
      }
      last[comment, default: [:]][voter] = vote
    }
    return last.mapValues { ballots in
      Votes(
        agrees: ballots.values.count { $0 > 0 }, disagrees: ballots.values.count { $0 < 0 },
        passes: ballots.values.count { $0 == 0 })
    }
  }

  private func summary(_ source: ImportSource) -> [String: String] {
    var found: [String: String] = [:]
    let text = String(decoding: source.text.bytes, as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ",", maxSplits: 1)
      guard parts.count == 2 else { continue }
      var value = parts[1]
      if value.count >= 2, value.first == "\"", value.last == "\"" {
        value = value.dropFirst().dropLast()
      }
      found[String(parts[0])] = String(value)
    }
    return found
  }

  private func prefix(_ source: ImportSource) -> String {
    let name = source.text.path.split(separator: "/").last.map(String.init) ?? source.text.path
    for ending in ["-comments.csv", "-votes.csv", "-summary.csv", ".csv"]
    where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    let isPlain = ["comments", "votes", "summary"].contains(source.stem)
    return isPlain ? "conversation" : source.stem
  }
}
