/// A text as it was handed to cmark, with the way back to the source it was made from.
///
/// Most texts are handed over as they are. Guards and extensions put bytes in or take some out;
/// each of these edits is remembered, so every offset still leads to the file.
struct ParsedText {
  let bytes: [UInt8]
  let map: SourceMap
}

/// Leads from offsets of a parsed text to offsets of its source.
struct SourceMap {
  /// A run that was copied; what lies between two runs was put in.
  struct Run {
    let parsed: Int
    let source: Int
    let count: Int
  }

  let runs: [Run]
  /// True where the parsed text is one run and nothing else: then offsets differ by a constant.
  let isUniform: Bool

  /// The map of a text that was taken over whole, from an offset on.
  init(from start: Int, count: Int) {
    runs = [Run(parsed: 0, source: start, count: count)]
    isUniform = true
  }

  init(runs: [Run]) {
    self.runs = runs
    isUniform = false
  }

  /// Where the byte at an offset, or the next one that was copied, came from.
  func source(of offset: Int) -> Int {
    let index = lastRun(startingAtOrBefore: offset)
    guard index >= 0 else { return runs.first?.source ?? 0 }
    let run = runs[index]
    if offset < run.parsed + run.count { return run.source + offset - run.parsed }
    return index + 1 < runs.count ? runs[index + 1].source : run.source + run.count
  }

  /// True where parsed and source offsets are the same.
  var isIdentity: Bool { isUniform && runs[0].source == runs[0].parsed }

  /// The source of a range of the parsed text.
  func source(of range: SourceRange) -> SourceRange {
    if isUniform {
      let shift = UInt32(truncatingIfNeeded: runs[0].source - runs[0].parsed)
      return SourceRange(start: range.start + shift, end: range.end + shift)
    }
    return self.range(Int(range.start), Int(range.end))
  }

  /// Segments of words with their sources; one whose bytes were copied from two places is split.
  func source(of segments: [DocumentText.Segment]) -> [DocumentText.Segment] {
    var mapped: [DocumentText.Segment] = []
    mapped.reserveCapacity(segments.count)
    for segment in segments {
      guard segment.isVerbatim, !isUniform else {
        mapped.append(.init(text: segment.text, source: source(of: segment.source)))
        continue
      }
      var place = Int(segment.source.start)
      var text = segment.text.start
      while place < Int(segment.source.end) {
        let count = contiguousCount(from: place, limit: Int(segment.source.end) - place)
        let end = text + UInt32(truncatingIfNeeded: count)
        mapped.append(
          .init(text: TextRange(start: text, end: end), source: range(place, place + count)))
        place += count
        text = end
      }
    }
    return mapped
  }

  /// The source of a run of bytes: from its first to its last byte that was copied.
  private func range(_ start: Int, _ end: Int) -> SourceRange {
    guard end > start else {
      let place = source(of: start)
      return SourceRange(place..<place)
    }
    let low = source(of: start)
    return SourceRange(low..<max(low, sourceEnd(end)))
  }

  private func sourceEnd(_ end: Int) -> Int {
    let index = lastRun(startingAtOrBefore: end - 1)
    guard index >= 0 else { return runs.first?.source ?? 0 }
    let run = runs[index]
    return run.source + min(end - run.parsed, run.count)
  }

  /// True where the byte at an offset was put in and stands for nothing in the source.
  func isInserted(_ offset: Int) -> Bool {
    let index = lastRun(startingAtOrBefore: offset)
    guard index >= 0 else { return true }
    return offset >= runs[index].parsed + runs[index].count
  }

  /// How many bytes from an offset on lie in one run; at least 1.
  func contiguousCount(from offset: Int, limit: Int) -> Int {
    let index = lastRun(startingAtOrBefore: offset)
    guard index >= 0 else { return 1 }
    let end = runs[index].parsed + runs[index].count
    return offset < end ? min(limit, end - offset) : 1
  }

  private func lastRun(startingAtOrBefore offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].parsed <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}

/// A replacement of some bytes of the source by others, before the text is parsed.
struct SourceEdit {
  let offset: Int
  let deleted: Int
  let inserted: [UInt8]

  init(at offset: Int, deleting deleted: Int = 0, inserting inserted: [UInt8] = []) {
    self.offset = offset
    self.deleted = deleted
    self.inserted = inserted
  }
}

extension SourceMap {
  /// Leads from a text that was made from a parsed text to the source of the latter.
  func composed(with earlier: SourceMap) -> SourceMap {
    var composed: [Run] = []
    for run in runs {
      var place = 0
      while place < run.count {
        let from = run.source + place
        let count = earlier.contiguousCount(from: from, limit: run.count - place)
        if !earlier.isInserted(from) {
          composed.append(
            Run(parsed: run.parsed + place, source: earlier.source(of: from), count: count))
        }
        place += count
      }
    }
    return SourceMap(runs: composed)
  }
}

extension ParsedText {
  /// The source from an offset on, with edits, which are in order and do not overlap.
  init(_ source: [UInt8], from start: Int, edits: [SourceEdit]) {
    guard !edits.isEmpty else {
      bytes = start == 0 ? source : Array(source[start...])
      map = SourceMap(from: start, count: bytes.count)
      return
    }
    var bytes: [UInt8] = []
    var runs: [SourceMap.Run] = []
    bytes.reserveCapacity(source.count + edits.count * 8)
    var place = start
    func copy(to end: Int) {
      guard end > place else { return }
      runs.append(.init(parsed: bytes.count, source: place, count: end - place))
      bytes.append(contentsOf: source[place..<end])
      place = end
    }
    for edit in edits {
      copy(to: edit.offset)
      bytes.append(contentsOf: edit.inserted)
      place = max(place, edit.offset + edit.deleted)
    }
    copy(to: source.count)
    self.bytes = bytes
    map = SourceMap(runs: runs)
  }
}
