public import AssayAnalysis
public import AssayRender

/// Reads documents as JSON, one a line, and answers each with its analysis, one a line, in order.
///
/// A line that cannot be read is answered with an error; it never ends the run.
public struct LineAnalysis: Sendable {
  public let options: AnalysisOptions
  public let offsets: AnalysisJSON.Offsets

  public init(options: AnalysisOptions, offsets: AnalysisJSON.Offsets) {
    self.options = options
    self.offsets = offsets
  }

  /// Answers all lines that `read` gives, in batches, so that memory does not grow with their number.
  ///
  /// - Parameters:
  ///   - read: the next bytes, of any length; nil at the end.
  ///   - write: takes the answers, whole lines at a time; false where nobody listens any more.
  public func run(
    read: () throws -> [UInt8]?, write: ([UInt8]) -> Bool
  ) async throws {
    var pending: [UInt8] = []
    var batch: [[UInt8]] = []
    var batchBytes = 0
    var scanned = 0
    while let bytes = try read() {
      pending.append(contentsOf: bytes)
      var start = 0
      while let end = pending[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        batch.append(Array(pending[start..<end]))
        batchBytes += end - start
        start = end + 1
        scanned = start
      }
      scanned = pending.count - start
      pending.removeFirst(start)
      if batchBytes >= LineAnalysis.batchBytes {
        guard try await answer(batch, write) else { return }
        batch = []
        batchBytes = 0
      }
    }
    if !pending.isEmpty { batch.append(pending) }
    _ = try await answer(batch, write)
  }

  /// About how many bytes of input are under way at once.
  private static let batchBytes = 1 << 19

  private func answer(_ lines: [[UInt8]], _ write: ([UInt8]) -> Bool) async throws -> Bool {
    let answers = try await parallelMap(lines, chunk: 4) { line in answer(line) }
    return answers.allSatisfy { write($0) }
  }

  /// The answer to one line, with its end; empty for a blank line.
  public func answer(_ line: [UInt8]) -> [UInt8] {
    guard line.contains(where: { $0 > 0x20 }) else { return [] }
    let request: JSONValue
    do throws(JSONError) {
      request = try JSONValue.parse(line)
    } catch {
      return AnalysisJSON.errorLine(
        id: nil, message: "not JSON at byte \(error.offset): \(error.message)")
    }
    let id = request["id"]?.string ?? request["id"]?.numeral
    do throws(RequestError) {
      return try answer(request, id: id)
    } catch {
      return AnalysisJSON.errorLine(id: id, message: error.message)
    }
  }
}

private struct RequestError: Error {
  let message: String
}

extension LineAnalysis {
  private enum Format: String, CaseIterable {
    case plain, markdown, paste
  }

  private func answer(_ request: JSONValue, id: String?) throws(RequestError) -> [UInt8] {
    guard let id else { throw RequestError(message: "'id' must be a string or a number") }
    guard let bytes = request["text"]?.stringBytes else {
      throw RequestError(message: "'text' must be a string")
    }
    let format = try format(of: request)
    let date = try date(of: request)
    let source: SourceText
    do throws(Failure) {
      source = try SourceText.decode(path: id, bytes: bytes).text
    } catch {
      throw RequestError(message: error.diagnostics.first?.message ?? "'text' must be UTF-8")
    }
    let read = document(source, format)
    let analysis = Analysis(
      article: read.article, thread: read.thread,
      options: AnalysisOptions(
        gazetteer: options.gazetteer, checks: options.checks, date: date ?? options.date,
        references: options.references))
    let targets = try targets(of: request, in: analysis.article, text: source.bytes)
    return AnalysisJSON(analysis, text: source.bytes, offsets: offsets).line(
      id: id,
      targets: targets.map {
        ($0, scoreSentiment(towards: $0, in: analysis.parts[0].words))
      })
  }

  private func document(
    _ source: SourceText, _ format: Format
  ) -> (article: Document, thread: AssayAnalysis.Thread?) {
    switch format {
    case .plain: (Document(plain: source), nil)
    case .markdown: readArticle(source, options: ReadingOptions(format: .markdown))
    case .paste: readPastedText(source, options: ReadingOptions(format: .paste))
    }
  }

  private func format(of request: JSONValue) throws(RequestError) -> Format {
    guard let value = request["format"] else { return .plain }
    guard let format = value.string.flatMap(Format.init(rawValue:)) else {
      throw RequestError(message: "'format' must be one of plain, markdown, paste")
    }
    return format
  }

  private func date(of request: JSONValue) throws(RequestError) -> CalendarDate? {
    guard let value = request["date"], !value.isNull else { return nil }
    guard let text = value.string, let date = CalendarDate(iso: text) else {
      throw RequestError(message: "'date' must be YYYY-MM-DD")
    }
    return date
  }

  private func targets(
    of request: JSONValue, in article: Document, text: [UInt8]
  ) throws(RequestError) -> [TextRange] {
    guard let value = request["targets"], !value.isNull else { return [] }
    var ranges: [TextRange] = []
    for target in value.elements {
      guard let start = target["start"]?.integer, let end = target["end"]?.integer, start >= 0,
        start <= end
      else { throw RequestError(message: "'targets' must have 'start' and 'end'") }
      let range = byteRange(start, end, in: text)
      ranges.append(article.text.textRange(of: SourceRange(range)))
    }
    return ranges
  }

  private func byteRange(_ start: Int, _ end: Int, in text: [UInt8]) -> Range<Int> {
    guard offsets == .scalars else {
      let low = min(start, text.count)
      return low..<min(max(low, end), text.count)
    }
    var scalars = 0
    var low = text.count
    var high = text.count
    for (index, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
      if scalars == start { low = index }
      if scalars == end {
        high = index
        break
      }
      scalars += 1
    }
    return low..<max(low, high)
  }
}
