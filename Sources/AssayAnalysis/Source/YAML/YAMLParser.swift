/// Reads a YAML text as a tree of values, strictly: one document, no anchors, aliases, tags or
/// duplicate keys, at most 16 levels and 100,000 values.
///
/// The node is nil where the text is empty or was refused; what was refused is an error.
public func parseYAML(_ source: SourceText) -> (YAMLNode?, [Diagnostic]) {
  var builder = YAMLBuilder(source)
  let problem = readYAMLEvents(source.bytes) { event, range in builder.accept(event, range) }
  if let problem {
    builder.refuse(problem.offset..<problem.offset, problem.message, hint: problem.hint)
  }
  return (builder.isRefused ? nil : builder.root, builder.diagnostics)
}

/// Front matter and configuration are a few levels deep; hostile ones are not.
private let maximumDepth = 16
private let maximumNodes = 100_000
/// A file with more duplicate keys than this says no more by naming them all.
private let maximumDuplicates = 20

private struct YAMLBuilder {
  private struct Frame {
    let isMapping: Bool
    let isFlow: Bool
    let start: Int
    var end: Int
    var items: [YAMLNode] = []
    var entries: [YAMLNode.Entry] = []
    var keys: Set<String> = []
    var key: (text: String, range: Range<Int>)?
  }

  private let source: SourceText
  private var frames: [Frame] = []
  private var nodeCount = 0
  private var documentCount = 0
  private var duplicateCount = 0
  private(set) var root: YAMLNode?
  private(set) var isRefused = false
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText) { self.source = source }

  /// Takes one event; false ends the reading.
  mutating func accept(_ event: YAMLEvent, _ range: Range<Int>) -> Bool {
    switch event {
    case .other: return true
    case .documentStart:
      documentCount += 1
      guard documentCount == 1 else { return refuse(range, "a YAML file holds one document") }
      return true
    case .alias, .anchor:
      return refuse(
        range, "anchors and aliases are not read",
        hint: "repeat the value; quote a value that begins with '&' or '*'")
    case .tag:
      return refuse(range, "tags are not read", hint: "quote a value that begins with '!'")
    case .scalar(let scalar): return add(scalar, range)
    case .sequenceStart(let isFlow): return open(isMapping: false, isFlow: isFlow, range)
    case .mappingStart(let isFlow): return open(isMapping: true, isFlow: isFlow, range)
    case .collectionEnd: return close(range)
    }
  }

  @discardableResult
  mutating func refuse(_ range: Range<Int>, _ message: String, hint: String? = nil) -> Bool {
    isRefused = true
    diagnostics.append(
      Diagnostic(.error, in: source, at: SourceRange(range), message, hint: hint, rule: "yaml"))
    return false
  }

  private mutating func count(_ range: Range<Int>) -> Bool {
    nodeCount += 1
    guard nodeCount <= maximumNodes else {
      return refuse(range, "a YAML file holds at most \(maximumNodes) values")
    }
    return true
  }

  private mutating func add(_ scalar: YAMLNode.Scalar, _ range: Range<Int>) -> Bool {
    guard count(range) else { return false }
    if let top = frames.indices.last, frames[top].isMapping, frames[top].key == nil {
      frames[top].key = (scalar.text, range)
      frames[top].end = range.upperBound
      return checkDuplicate(scalar.text, range, in: top)
    }
    finish(YAMLNode(range: SourceRange(range), content: .scalar(scalar)), end: range.upperBound)
    return true
  }

  private mutating func checkDuplicate(_ key: String, _ range: Range<Int>, in frame: Int) -> Bool {
    guard !frames[frame].keys.insert(key).inserted else { return true }
    duplicateCount += 1
    refuse(range, "'\(key)' stands twice in one mapping", hint: "keep one of them")
    return duplicateCount < maximumDuplicates
  }

  private mutating func open(isMapping: Bool, isFlow: Bool, _ range: Range<Int>) -> Bool {
    guard count(range) else { return false }
    if let top = frames.last, top.isMapping, top.key == nil {
      return refuse(range, "a key must be plain words, not a list or a mapping")
    }
    guard frames.count < maximumDepth else {
      return refuse(range, "YAML may be nested \(maximumDepth) levels deep")
    }
    frames.append(
      Frame(
        isMapping: isMapping, isFlow: isFlow, start: range.lowerBound, end: range.upperBound))
    return true
  }

  private mutating func close(_ range: Range<Int>) -> Bool {
    guard let frame = frames.popLast() else { return true }
    // A block collection ends where the next thing begins; its own words end with its last child.
    let end = frame.isFlow ? range.upperBound : frame.end
    let content: YAMLNode.Content =
      frame.isMapping ? .mapping(frame.entries) : .sequence(frame.items)
    finish(
      YAMLNode(range: SourceRange(frame.start..<max(frame.start, end)), content: content),
      end: end)
    return true
  }

  private mutating func finish(_ node: YAMLNode, end: Int) {
    guard let top = frames.indices.last else {
      root = node
      return
    }
    frames[top].end = max(frames[top].end, end)
    if let key = frames[top].key {
      frames[top].key = nil
      frames[top].entries.append(
        YAMLNode.Entry(key: key.text, keyRange: SourceRange(key.range), value: node))
    } else {
      frames[top].items.append(node)
    }
  }
}
