extension CommentImporter {
  /// Polis' open data: `comments.csv`, with `votes.csv` or `participants-votes.csv` and `summary.csv`
  /// beside it.
  static let polis = CommentImporter(
    id: "polis", name: "Polis CSV",
    detect: { source in
      guard !source.isJSON else { return false }
      let columns = source.columns
      return columns.isSuperset(of: ["commentid", "commentbody"])
        || columns.isSuperset(of: ["commentid", "voterid", "vote"])
        || columns.isSuperset(of: ["participant", "nvotes"]) || isSummary(source)
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
  private var conversations: [(source: ImportSource, table: CSVRows)] = []
  /// By the start of the file's name, which files of one conversation share.
  private var summaries: [String: [String: String]] = [:]
  private var votes: [String: PolisVotes] = [:]

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
      let read = PolisVotes(table, &builder)
      // One vote a row says more than one person a row: that file may be older.
      if votes[prefix(source)] == nil || table.columns.contains("voterid") {
        votes[prefix(source)] = read
      }
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
      if let ballots = comment.id.flatMap({ votes?.ballots(on: $0) }) {
        (comment.upvotes, comment.downvotes) = (ballots.agreeing.count, ballots.disagreeing.count)
        passes = ballots.passing.count
        comment.ballots = ballots
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
    let plain = ["comments", "votes", "participants-votes", "participant-votes", "summary"]
    guard !plain.contains(source.stem) else { return "conversation" }
    for ending in [
      "-comments.csv", "-participants-votes.csv", "-participant-votes.csv", "-votes.csv",
      "-summary.csv", ".csv",
    ]
    where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return source.stem
  }
}
