public import AssayAnalysis

/// One analysis as one line of JSON: the answer of `assay analyze --jsonl`.
///
/// Keys are sorted. Ranges count from the start of the text that came in, over the article and its
/// comments alike, end exclusive.
public struct AnalysisJSON: Sendable {
  /// What ranges count.
  public enum Offsets: String, Sendable, CaseIterable {
    case bytes, scalars
  }

  private let analysis: Analysis
  private let offsets: OffsetMap
  /// Nil where nobody commented.
  private let summary: ThreadSummary?

  /// - Parameter text: the text that came in; the analysis' parts are parts of it.
  public init(_ analysis: Analysis, text: [UInt8], offsets: Offsets) {
    self.analysis = analysis
    self.offsets = OffsetMap(text, offsets)
    summary = ThreadSummary(analysis)
  }

  /// The line, with its end.
  ///
  /// - Parameters:
  ///   - targets: ranges of the article's words whose sentiment was asked for, and the answers.
  public func line(
    id: String, targets: [(range: TextRange, sentiment: Sentiment)] = []
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      if analysis.thread != nil {
        json.key("comments")
        json.array { json in writeComments(to: &json) }
      }
      writeQuantities("dates", .time, to: &json)
      json.key("entities")
      json.array { json in
        for part in analysis.parts.indices { writeEntities(of: part, to: &json) }
      }
      json.key("id")
      json.string(id)
      writeQuantities("implied", .word, to: &json)
      writeQuantities("quantities", .number, to: &json)
      json.key("relations")
      json.array { json in
        for relation in analysis.relations { write(relation, to: &json) }
      }
      json.key("sentiment")
      if let article = analysis.parts.first { write(article.sentiment, of: 0, to: &json) }
      json.key("targets")
      json.array { json in
        for target in targets { write(target.sentiment, of: target.range, to: &json) }
      }
      if let summary, let comments = analysis.thread?.comments {
        json.key("thread")
        summary.write(comments, to: &json)
      }
      json.key("verdict")
      if let verdict = analysis.worstVerdict {
        json.string(verdict.rawValue)
      } else {
        json.null()
      }
    }
    json.newline()
    return json.bytes
  }

  /// The answer to a line that could not be read.
  public static func errorLine(id: String?, message: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("error")
      json.string(message)
      json.key("id")
      if let id { json.string(id) } else { json.null() }
    }
    json.newline()
    return json.bytes
  }
}

extension AnalysisJSON {
  private func writeRange(_ range: TextRange, of part: Int, to json: inout JSONWriter, end: Bool) {
    let document = analysis.document(of: part)
    let source = document.sourceRange(of: range)
    let offset = document.source.origin.offset
    json.key(end ? "end" : "start")
    json.integer(offsets.offset(offset + Int(end ? source.end : source.start)))
  }

  private func writeEntities(of part: Int, to json: inout JSONWriter) {
    let tones = analysis.parts[part].mentionTones
    for (index, mention) in analysis.parts[part].mentions.enumerated() {
      let entity = analysis.entities[mention.entity]
      json.object { json in
        json.key("canonical")
        json.string(entity.id)
        json.key("coarse")
        json.string(entity.type.coarse)
        writeRange(mention.range, of: part, to: &json, end: true)
        writeRange(mention.range, of: part, to: &json, end: false)
        if tones.indices.contains(index) {
          json.key("tone")
          json.string(tones[index].polarity.rawValue)
          json.key("tone_score")
          json.number(tones[index].score)
        }
        json.key("type")
        json.string(entity.type.rawValue)
      }
    }
  }

  /// The quantities of one form, over all parts.
  private func writeQuantities(_ key: String, _ form: Quantity.Form, to json: inout JSONWriter) {
    json.key(key)
    json.array { json in
      for (part, facts) in analysis.parts.enumerated() {
        for (claim, quantity) in zip(facts.claims, facts.quantities) where quantity.form == form {
          json.object { json in write(quantity, claim, of: part, to: &json) }
        }
      }
    }
  }

  private func write(
    _ quantity: Quantity, _ claim: Claim, of part: Int, to json: inout JSONWriter
  ) {
    if case .clock(let time) = quantity.value, !time.isHalfDayKnown {
      json.key("ambiguous")
      json.boolean(true)
    }
    writeRange(quantity.range, of: part, to: &json, end: true)
    if let subject = claim.subject {
      json.key("entity")
      json.string(analysis.entities[subject].id)
    }
    writeBound("high", of: quantity.value, to: &json)
    if let iso = quantity.value.iso {
      json.key("iso")
      json.string(iso)
    }
    json.key("kind")
    json.string(quantity.kind.rawValue)
    writeBound("low", of: quantity.value, to: &json)
    if let metric = claim.metric {
      json.key("metric")
      json.string(metric)
    }
    json.key("qualifier")
    json.string(scorerQualifier(of: quantity, claim))
    json.key("role")
    json.string(claim.statedRole(of: quantity).rawValue)
    writeRange(quantity.range, of: part, to: &json, end: false)
    json.key("text")
    json.string(analysis.parts[part].words.text[quantity.range])
    json.key("unit")
    json.string(quantity.unit.name)
    if case .exact(let value) = quantity.value {
      json.key("value")
      json.number(value)
    }
  }

  /// "low" or "high" of a span or of a vague amount, where it has one.
  private func writeBound(_ key: String, of value: Quantity.Value, to json: inout JSONWriter) {
    let bound: DecimalNumber?
    switch value {
    case .exact, .date, .clock: bound = nil
    case .span(let low, let high): bound = key == "low" ? low : high
    case .vague(let low, let high): bound = key == "low" ? low : high
    }
    guard let bound else { return }
    json.key(key)
    json.number(bound)
  }

  private func write(_ relation: Relation, to json: inout JSONWriter) {
    json.object { json in
      json.key("check")
      json.string(relation.check)
      json.key("computed")
      write(relation.computed, to: &json)
      json.key("explanation")
      json.string(relation.explanation)
      json.key("operands")
      json.array { json in
        for operand in relation.operands {
          json.object { json in
            writeRange(operand.place.range, of: operand.place.part, to: &json, end: true)
            json.key("role")
            json.string(operand.role)
            writeRange(operand.place.range, of: operand.place.part, to: &json, end: false)
            json.key("text")
            json.string(operand.text)
          }
        }
      }
      json.key("stated")
      write(relation.stated, to: &json)
      json.key("verdict")
      json.string(relation.verdict.rawValue)
    }
  }

  /// Two bounds; null where one is infinite, or where there is no interval at all.
  private func write(_ interval: Interval?, to json: inout JSONWriter) {
    guard let interval else {
      json.null()
      return
    }
    json.array { json in
      for bound in [interval.low, interval.high] {
        if let bound { json.number(bound) } else { json.null() }
      }
    }
  }

  private func write(_ sentiment: Sentiment, of part: Int, to json: inout JSONWriter) {
    json.object { json in
      json.key("abstains")
      json.boolean(sentiment.isAbstaining)
      json.key("confidence")
      json.number(sentiment.confidence)
      json.key("cues")
      json.array { json in
        for cue in sentiment.cues {
          json.object { json in
            writeRange(cue.range, of: part, to: &json, end: true)
            json.key("rule")
            json.string(cue.rule)
            writeRange(cue.range, of: part, to: &json, end: false)
            json.key("weight")
            json.number(cue.weight)
          }
        }
      }
      if let edit = sentiment.edit {
        json.key("edited")
        json.object { json in
          if let by = edit.by {
            json.key("by")
            json.string(by)
          }
          json.key("read")
          json.string(edit.read.rawValue)
        }
      }
      json.key("label")
      json.string(sentiment.polarity.rawValue)
      writeRanges("sarcasm", sentiment.sarcasm, of: part, to: &json)
      json.key("score")
      json.number(sentiment.score)
      json.key("spread")
      json.number(sentiment.spread)
    }
  }

  private func writeRanges(
    _ key: String, _ ranges: [TextRange], of part: Int, to json: inout JSONWriter
  ) {
    json.key(key)
    json.array { json in
      for range in ranges {
        json.object { json in
          writeRange(range, of: part, to: &json, end: true)
          writeRange(range, of: part, to: &json, end: false)
        }
      }
    }
  }

  private func write(_ sentiment: Sentiment, of range: TextRange, to json: inout JSONWriter) {
    json.object { json in
      writeRange(range, of: 0, to: &json, end: true)
      json.key("label")
      json.string(sentiment.polarity.rawValue)
      json.key("score")
      json.number(sentiment.score)
      writeRange(range, of: 0, to: &json, end: false)
    }
  }

  private func writeComments(to json: inout JSONWriter) {
    guard let comments = analysis.thread?.comments else { return }
    for (index, comment) in comments.enumerated() {
      json.object { json in
        json.key("author")
        if let author = comment.author { json.string(author) } else { json.null() }
        let whole = TextRange(0..<comment.body.text.bytes.count)
        writeRange(whole, of: index + 1, to: &json, end: true)
        json.key("id")
        json.string(comment.id)
        json.key("inferred")
        json.array { json in comment.inferred.forEach { json.string($0.rawValue) } }
        json.key("re")
        if let parent = comment.parent {
          json.string(comments[parent].id)
        } else {
          json.null()
        }
        json.key("sentiment")
        write(analysis.parts[index + 1].sentiment, of: index + 1, to: &json)
        let stance = summary?.stances[index]
        json.key("stance")
        json.string(stance?.kind.rawValue ?? Stance.Kind.none.rawValue)
        json.key("stance_basis")
        json.string(stance?.basis.rawValue ?? Stance.Basis.nothing.rawValue)
        writeRange(whole, of: index + 1, to: &json, end: false)
      }
    }
  }
}

/// Turns byte offsets into what was asked for.
private struct OffsetMap: Sendable {
  /// Scalars before each byte; empty where bytes were asked for.
  private let counts: [UInt32]

  init(_ text: [UInt8], _ offsets: AnalysisJSON.Offsets) {
    guard offsets == .scalars else {
      counts = []
      return
    }
    var counts = [UInt32](repeating: 0, count: text.count + 1)
    var scalars: UInt32 = 0
    for (index, byte) in text.enumerated() {
      counts[index] = byte & 0xC0 == 0x80 ? scalars - min(1, scalars) : scalars
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    counts[text.count] = scalars
    self.counts = counts
  }

  func offset(_ byte: Int) -> Int {
    counts.isEmpty ? byte : Int(counts[min(max(0, byte), counts.count - 1)])
  }
}
