/// A comment as its format tells it, before its thread is put together.
struct CommentDraft {
  /// Nil where the format gives none.
  var id: String?
  var author: String?
  /// The id of the comment it answers, as written.
  var replyTo: String?
  var time: String?
  var edited: String?
  var score: Int?
  var upvotes: Int?
  var downvotes: Int?
  var ballots: Ballots?
  var state = Comment.State.visible
  var role: Comment.Role?
  var url: String?
  var language: String?
  var sentiment: Polarity?
  var inferred: [Comment.Inference] = []
  var otherAttributes: [Comment.Attribute] = []
  var body: Document
  /// Where the comment is named, for messages.
  var place: SourceRange

  /// Deleted and removed comments have no words, whatever their file still holds.
  var hasWords: Bool { state != .deleted && state != .removed }
}

/// What a comment's place in its thread follows from.
struct ThreadNode {
  /// Nil where the format gives none.
  var id: String?
  /// The id of the comment it answers, as written.
  var replyTo: String?
  /// The index of the comment it answers, where the format tells that by nesting.
  var parent: Int?
}

/// Something that does not fit together, at the comment of an index.
enum ThreadFlaw {
  case secondOfItsID(Int, id: String, readAs: String)
  case answersNone(Int, id: String, wanted: String)
  case answersItself(Int, id: String)
}

/// Puts a thread together: ids become unique, replies find their parents, cycles are broken, and a
/// parent comes to stand before its replies; else the order stays.
///
/// All of it walks the comments a fixed number of times, without recursion.
struct ThreadAssembler {
  private(set) var ids: [String] = []
  /// By index; -1 for a root.
  private(set) var parents: [Int] = []
  private(set) var flaws: [ThreadFlaw] = []
  private let nodes: [ThreadNode]
  private var indexOfID: [String: Int] = [:]

  init(_ nodes: [ThreadNode]) {
    self.nodes = nodes
    nameAll()
    findParents()
    breakCycles()
  }

  static func assemble(_ drafts: [CommentDraft], _ found: inout DiagnosticList) -> [Comment] {
    let assembler = ThreadAssembler(
      drafts.map { ThreadNode(id: $0.id, replyTo: $0.replyTo, parent: nil) })
    for flaw in assembler.flaws { tell(flaw, drafts, &found) }
    return assembler.comments(of: drafts)
  }

  /// The first comment with an id keeps it; later ones get a number after it.
  private mutating func nameAll() {
    ids = [String](repeating: "", count: nodes.count)
    indexOfID.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      guard let id = node.id.map(ThreadAssembler.cleaned), !id.isEmpty, indexOfID[id] == nil
      else { continue }
      ids[index] = id
      indexOfID[id] = index
    }
    var lastNumber: [String: Int] = [:]
    for (index, node) in nodes.enumerated() where ids[index].isEmpty {
      let written = node.id.map(ThreadAssembler.cleaned) ?? ""
      let base = written.isEmpty ? "c" : written + "-"
      var number = lastNumber[base] ?? (written.isEmpty ? 0 : 1)
      repeat { number += 1 } while indexOfID["\(base)\(number)"] != nil
      lastNumber[base] = number
      ids[index] = "\(base)\(number)"
      indexOfID[ids[index]] = index
      if !written.isEmpty {
        flaws.append(.secondOfItsID(index, id: written, readAs: ids[index]))
      }
    }
  }

  /// Ids become anchors and attributes: no spaces, no control characters.
  static func cleaned(_ id: String) -> String {
    guard id.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return id }
    return String(
      decoding: id.utf8.map { $0 <= 0x20 || $0 == 0x7F ? UInt8(ascii: "_") : $0 },
      as: UTF8.self)
  }

  private mutating func findParents() {
    parents = [Int](repeating: -1, count: nodes.count)
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent, nodes.indices.contains(parent) {
        parents[index] = parent
        continue
      }
      guard let wanted = node.replyTo.map(ThreadAssembler.cleaned), !wanted.isEmpty else {
        continue
      }
      if let parent = indexOfID[wanted] {
        parents[index] = parent
      } else {
        flaws.append(.answersNone(index, id: ids[index], wanted: wanted))
      }
    }
  }

  /// Walks up from each comment once; where a walk meets itself, the first comment of the ring
  /// becomes a root.
  private mutating func breakCycles() {
    var walk = [Int](repeating: -1, count: nodes.count)
    for start in nodes.indices where walk[start] < 0 {
      var index = start
      while index >= 0, walk[index] < 0 {
        walk[index] = start
        index = parents[index]
      }
      guard index >= 0, walk[index] == start else { continue }
      var first = index
      var member = parents[index]
      while member != index {
        first = min(first, member)
        member = parents[member]
      }
      flaws.append(.answersItself(first, id: ids[first]))
      parents[first] = -1
    }
  }

  /// Indices in the order of the thread: each comment after its ancestors.
  func order() -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(nodes.count)
    var isPlaced = [Bool](repeating: false, count: nodes.count)
    var chain: [Int] = []
    for start in nodes.indices where !isPlaced[start] {
      var index = start
      while index >= 0, !isPlaced[index] {
        chain.append(index)
        isPlaced[index] = true
        index = parents[index]
      }
      order.append(contentsOf: chain.reversed())
      chain.removeAll(keepingCapacity: true)
    }
    return order
  }

  private func comments(of drafts: [CommentDraft]) -> [Comment] {
    var places = [Int](repeating: -1, count: drafts.count)
    var comments: [Comment] = []
    comments.reserveCapacity(drafts.count)
    for index in order() {
      let draft = drafts[index]
      let parent = parents[index] < 0 ? nil : places[parents[index]]
      places[index] = comments.count
      comments.append(
        Comment(
          id: ids[index], author: draft.author, parent: parent,
          depth: parent.map { comments[$0].depth + 1 } ?? 0, time: draft.time,
          edited: draft.edited, score: draft.score, upvotes: draft.upvotes,
          downvotes: draft.downvotes, ballots: draft.ballots, state: draft.state, role: draft.role,
          url: draft.url, language: draft.language, sentiment: draft.sentiment,
          inferred: draft.inferred,
          otherAttributes: draft.otherAttributes, body: draft.body))
    }
    return comments
  }

  private static func tell(
    _ flaw: ThreadFlaw, _ drafts: [CommentDraft], _ found: inout DiagnosticList
  ) {
    switch flaw {
    case .secondOfItsID(let index, let id, let other):
      found.add(
        .warning, drafts[index].place, "'\(shortened(id))' names two comments of this thread",
        hint: "this one is read as '\(shortened(other))'", rule: "thread-id")
    case .answersNone(let index, let id, let wanted):
      found.add(
        .warning, drafts[index].place,
        "'\(shortened(id))' answers '\(shortened(wanted))', which is not in this thread",
        hint: "it is shown as a comment of its own", rule: "thread-reply")
    case .answersItself(let index, let id):
      found.add(
        .warning, drafts[index].place,
        "'\(shortened(id))' answers itself, by way of its own replies",
        hint: "it is shown as a comment of its own", rule: "thread-cycle")
    }
  }
}

/// Words of the input as a message quotes them: strangers choose how long they are.
func shortened(_ text: String) -> String {
  text.utf8.count <= 80 ? text : text.unicodeScalars.prefix(60).map(String.init).joined() + "…"
}
