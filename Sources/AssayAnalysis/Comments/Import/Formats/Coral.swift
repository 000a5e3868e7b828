extension CommentImporter {
  /// Coral's CSV: what a person downloads of their comments, and tables of the same fields.
  static let coral = CommentImporter(
    id: "coral", name: "Coral CSV",
    detect: { source in
      guard !source.isJSON else { return false }
      let columns = source.columns
      return columns.isSuperset(of: ["commentid", "commenttext"])
        || columns.isSuperset(of: ["id", "body"])
          && !columns.isDisjoint(with: ["storyid", "storyurl", "assetid", "articleurl"])
    },
    readEach: readCoral)
}

private func readCoral(_ source: ImportSource, _ builder: inout ImportBuilder) {
  let table = CSVRows(source.text.bytes)
  builder.tell(table)
  for row in table.rows {
    let address = row.text("articleurl", "storyurl", "asseturl")
    let key = address ?? row.text("storyid", "assetid") ?? source.stem
    let thread = builder.thread(key, title: row.text("storytitle", "articletitle"), url: address)
    var comment = ImportedComment(line: row.line)
    comment.id = row.text("commentid", "id")
    comment.author = row.text("authorusername", "username", "author", "authorname", "authorid")
    comment.replyTo = row.text("parentid", "replyto")
    comment.time = builder.time(
      row.text("publishedtimestamp", "createdat", "timestamp", "date"), at: row.line)
    comment.edited = ImportTime.seconds(row.text("editedat", "updatedat"))
    comment.url = row.text("commenturl").flatMap { isWebAddress($0) ? $0 : nil }
    comment.state = coralState(row.text("status"))
    if row.text("deletedat") != nil || row.text("deleted")?.lowercased() == "true" {
      comment.state = .deleted
    }
    if let score = row.text("reactions", "respects", "respectcount").flatMap({ Int($0) }) {
      (comment.score, comment.scoreKind) = (score, "respects")
    }
    // Coral keeps bodies as HTML, but for exports made by hand.
    let body = row.bytes("commenttext", "body", "text") ?? []
    comment.body = builder.markdown(body, HTMLReading(keepsLineEnds: true))
    builder.add(comment, to: thread)
  }
}

/// Coral's moderation states.
private func coralState(_ status: String?) -> Comment.State {
  switch status?.uppercased() {
  case nil, "NONE", "ACCEPTED", "APPROVED": .visible
  case "REJECTED": .removed
  case "SPAM": .spam
  default: .pending
  }
}

extension ImportBuilder {
  /// What a CSV text breaks.
  mutating func tell(_ table: CSVRows) {
    if let line = table.unclosedLine {
      warn(
        line, "the quote that opens here is never closed",
        hint: "all that follows it is read as one cell", rule: "csv")
    }
    for line in table.raggedLines {
      warn(line, "a row with more cells than the head has names", rule: "csv")
    }
    for line in table.shortLines {
      warn(
        line, "a row with fewer cells than the head has names",
        hint: "what it does not hold is left empty", rule: "csv")
    }
    if let line = table.openLine, table.unclosedLine == nil, table.shortLines.last != line {
      warn(
        line, "the last row has no line end", hint: "the file may have been cut off within it",
        rule: "csv")
    }
  }
}
