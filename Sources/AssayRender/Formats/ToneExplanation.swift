public import AssayAnalysis

/// How a paragraph or a comment was read for its feeling, as text for a terminal.
public struct ToneExplanation: Sendable {
  /// In the file, from 1.
  public let line: Int
  public let text: String
}

extension Analysis {
  /// An explanation of the feeling of every paragraph and comment that stands on a line.
  ///
  /// - Parameters:
  ///   - path: the name to show for the path of a file.
  ///   - isWanted: called with a path and a range of lines; the others are left out.
  public func toneExplanations(
    path: (String) -> String, where isWanted: (_ path: String, _ lines: ClosedRange<Int>) -> Bool
  ) -> [ToneExplanation] {
    let summary = ThreadSummary(self)
    var found: [ToneExplanation] = []
    for part in parts.indices {
      let document = document(of: part)
      let source = path(document.source.path)
      let sentiments = part == 0 ? parts[part].blockSentiments : [parts[part].sentiment]
      for sentiment in sentiments where !sentiment.range.isEmpty {
        let range = document.sourceRange(of: parts[part].withoutLineEnd(sentiment.range))
        let first = document.source.location(of: Int(range.start)).line
        let last = max(first, document.source.location(of: Int(max(range.start, range.end))).line)
        guard isWanted(source, first...last) else { continue }
        var lines = ["\(source):\(first): \(sentiment.summary)"]
        lines += sentiment.cues.map { cue in
          let words = parts[part].words.text[cue.range]
          return
            "  \(cue.weight < 0 ? "−" : "+")\(amount(abs(cue.weight)))  \(words)  [\(cue.rule)]"
        }
        lines += sentiment.sarcasm.map {
          "  may be sarcasm: \(parts[part].words.text[$0]) (the tone is not turned for it)"
        }
        if part > 0, let stance = summary?.stances[part - 1], stance.kind != .none {
          lines.append(
            "  stance to the article: \(stance.kind.rawValue) [\(stance.basis.rawValue)]")
        }
        lines += mentionLines(in: sentiment.range, of: part)
        found.append(ToneExplanation(line: first, text: lines.joined(separator: "\n") + "\n"))
      }
    }
    return found
  }

  private func mentionLines(in range: TextRange, of part: Int) -> [String] {
    zip(parts[part].mentions, parts[part].mentionTones).compactMap { mention, tone in
      guard range.contains(mention.range), tone.polarity != .neutral else { return nil }
      let name = parts[part].words.text[mention.range]
      return "  towards \(name): \(tone.polarity.rawValue), \(amount(tone.score))"
    }
  }
}

extension PartAnalysis {
  /// A block's words end in a line end, which stands before the next block's words.
  fileprivate func withoutLineEnd(_ range: TextRange) -> TextRange {
    let bytes = words.text.bytes[range.offsets]
    let count = bytes.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
    return TextRange(start: range.start, end: range.end - UInt32(count))
  }
}

extension Sentiment {
  /// "negative, −0.62 (confidence 0.71), edited by Ann; read as mixed".
  fileprivate var summary: String {
    var text =
      isAbstaining
      ? "no clear tone"
      : "\(polarity.rawValue), \(amount(score)) (confidence \(amount(confidence)))"
    if let edit {
      text += ", edited" + (edit.by.map { " by \($0)" } ?? "") + "; read as \(edit.read.rawValue)"
    }
    return text
  }
}

/// With two decimals and a typographic minus.
private func amount(_ value: Double) -> String {
  let hundredths = Int((abs(value) * 100).rounded())
  let digits = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  return (value < 0 && hundredths > 0 ? "−" : "") + digits
}
