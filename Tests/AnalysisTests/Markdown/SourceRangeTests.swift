import AssayAnalysis
import TestSupport
import Testing

/// Every word leads back to the bytes of the source that it was read from.
@Suite struct SourceRangeTests {
  static let files = [
    "commonmark/spec_tests.json", "commonmark/regression.json", "gfm/spec.json",
    "gfm/extensions.json", "gfm/regression.json",
  ]

  @Test(.enabled(if: SharedData.folder != nil, "\(SharedData.absence)"), arguments: files)
  func `leads each word of every example back to its source`(_ file: String) throws {
    for example in try MarkdownExample.all(in: file) {
      for prefix in ["", "> ", "- ", "1.  > - "] {
        let nested = nest(example.markdown, prefix)
        check(nested, options: MarkdownOptions())
        check(nested, options: .commonMark)
      }
    }
  }

  /// The example inside containers: the first line with their marks, the others with what goes on.
  private func nest(_ markdown: String, _ prefix: String) -> String {
    let further = String(prefix.map { $0 == ">" ? ">" : " " })
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { ($0.offset == 0 ? prefix : further) + $0.element }
      .joined(separator: "\n")
  }

  private func check(_ markdown: String, options: MarkdownOptions) {
    let document = Document(markdown: SourceText(markdown), options: options)
    let source = Array(markdown.utf8)
    let words = document.text
    for (segment, next) in zip(words.segments, words.segments.dropFirst()) {
      #expect(segment.text.end <= next.text.start)
      #expect(
        segment.source.end <= next.source.start, "out of order in \(markdown.debugDescription)")
    }
    for segment in words.segments {
      let written = source[segment.source.offsets]
      if segment.isVerbatim {
        let isSame = written.elementsEqual(words.bytes[segment.text.offsets])
        #expect(isSame, "\(words[segment.text]) is not what \(markdown.debugDescription) has")
      } else {
        let isReplaced =
          isRest(segment, source) || written.first == UInt8(ascii: "\\")
          || written.first == UInt8(ascii: "&")
        #expect(
          isReplaced, "'\(words[segment.text])' lost its place in \(markdown.debugDescription)")
      }
    }
    for inline in document.inlines { check(inline, markdown, source) }
  }

  /// The bytes after the first of an entity's expansion stand for nothing more.
  private func isRest(_ segment: DocumentText.Segment, _ source: [UInt8]) -> Bool {
    let start = Int(segment.source.start)
    return segment.source.isEmpty && start > 0 && source[start - 1] == UInt8(ascii: ";")
  }

  private func check(_ inline: Inline, _ markdown: String, _ source: [UInt8]) {
    let written = String(decoding: source[inline.range.offsets], as: UTF8.self)
    let marks: [(String, String)]
    switch inline.kind {
    case .code: marks = [("`", "`")]
    case .html: marks = [("<", ">")]
    case .emphasis: marks = [("*", "*"), ("_", "_")]
    case .strong: marks = [("**", "**"), ("__", "__")]
    case .strikethrough: marks = [("~", "~")]
    case .image: marks = [("![", "]"), ("![", ")")]
    case .footnoteReference: marks = [("[^", "]")]
    case .link(let link) where !link.isAutolink: marks = [("[", "]"), ("[", ")")]
    case .link: marks = []
    case .text, .softBreak, .lineBreak: marks = []
    }
    let isMarked =
      marks.isEmpty || marks.contains { written.hasPrefix($0.0) && written.hasSuffix($0.1) }
    #expect(isMarked, "\(inline.kind) has the source '\(written)' in \(markdown.debugDescription)")
  }
}
