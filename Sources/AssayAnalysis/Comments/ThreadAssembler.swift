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
  var state = Comment.State.visible
  var role: Comment.Role?
  var url: String?
  var language: String?
  var inferred: [Comment.Inference] = []
  var otherAttributes: [Comment.Attribute] = []
  var body: Document
  /// Where the comment is named, for messages.
  var place: SourceRange

  /// Deleted and removed comments have no words, whatever their file still holds.
  var hasWords: Bool { state != .deleted && state != .removed }
}

/// Makes a thread's comments of their drafts: ids become unique, replies find their parents, cycles
/// are broken, and a parent comes to stand before its replies; else the order stays.
///
/// All of it walks the drafts a fixed number of times, without recursion.
struct ThreadAssembler {
  private let drafts: [CommentDraft]
  private var ids: [String] = []
  private var indexOfID: [String: Int] = [:]
  private var parents: [Int] = []

  static func assemble(_ drafts: [CommentDraft], _ found: inout DiagnosticList) -> [Comment] {
    var assembler = ThreadAssembler(drafts: drafts)
    assembler.nameAll(&found)
    assembler.findParents(&found)
    assembler.breakCycles(&found)
    return assembler.comments(in: assembler.order())
  }

  private init(drafts: [CommentDraft]) { self.drafts = drafts }

  /// The first comment with an id keeps it; later ones get a number after it.
  private mutating func nameAll(_ found: inout DiagnosticList) {
    ids = [String](repeating: "", count: drafts.count)
    for (index, draft) in drafts.enumerated() {
      guard let id = draft.id.map(ThreadAssembler.cleaned), !id.isEmpty, indexOfID[id] == nil
      else { continue }
      ids[index] = id
      indexOfID[id] = index
    }
    var lastNumber: [String: Int] = [:]
    for (index, draft) in drafts.enumerated() where ids[index].isEmpty {
      let written = draft.id.map(ThreadAssembler.cleaned) ?? ""
      let base = written.isEmpty ? "c" : written + "-"
      var number = lastNumber[base] ?? (written.isEmpty ? 0 : 1)
      repeat { number += 1 } while indexOfID["\(base)\(number)"] != nil
      lastNumber[base] = number
      ids[index] = "\(base)\(number)"
      indexOfID[ids[index]] = index
      if !written.isEmpty {
        found.add(
          .warning, draft.place, "'\(shortened(written))' names two comments of this thread",
          hint: "this one is read as '\(shortened(ids[index]))'", rule: "thread-id")
      }
    }
  }

  /// Ids become anchors and attributes: no spaces, no control characters.
  private static func cleaned(_ id: String) -> String {
    guard id.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return id }
    return String(
      decoding: id.utf8.map { $0 <= 0x20 || $0 == 0x7F ? UInt8(ascii: "_") : $0 },
      as: UTF8.self)
  }

  private mutating func findParents(_ found: inout DiagnosticList) {
    parents = [Int](repeating: -1, count: drafts.count)
    for (index, draft) in drafts.enumerated() {
      guard let wanted = draft.replyTo.map(ThreadAssembler.cleaned), !wanted.isEmpty else {
        continue
      }
      if let parent = indexOfID[wanted] {
        parents[index] = parent
      } else {
        found.add(
          .warning, draft.place,
          "'\(shortened(ids[index]))' answers '\(shortened(wanted))', which is not in this thread",
          hint: "it is shown as a comment of its own", rule: "thread-reply")
      }
    }
  }

  /// Walks up from each comment once; where a walk meets itself, the first comment of the ring
  /// becomes a root.
  private mutating func breakCycles(_ found: inout DiagnosticList) {
    var walk = [Int](repeating: -1, count: drafts.count)
    for start in drafts.indices where walk[start] < 0 {
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
      found.add(
        .warning, drafts[first].place,
        "'\(shortened(ids[first]))' answers itself, by way of its own replies",
        hint: "it is shown as a comment of its own", rule: "thread-cycle")
      parents[first] = -1
    }
  }

  /// Indices in the order of the thread: each comment after its ancestors.
  private func order() -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(drafts.count)
    var isPlaced = [Bool](repeating: false, count: drafts.count)
    var chain: [Int] = []
    for start in drafts.indices where !isPlaced[start] {
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

  private func comments(in order: [Int]) -> [Comment] {
    var places = [Int](repeating: -1, count: drafts.count)
    var comments: [Comment] = []
    comments.reserveCapacity(drafts.count)
    for index in order {
      let draft = drafts[index]
      let parent = parents[index] < 0 ? nil : places[parents[index]]
      places[index] = comments.count
      comments.append(
        Comment(
          id: ids[index], author: draft.author, parent: parent,
          depth: parent.map { comments[$0].depth + 1 } ?? 0, time: draft.time,
          edited: draft.edited, score: draft.score, upvotes: draft.upvotes,
          downvotes: draft.downvotes, state: draft.state, role: draft.role, url: draft.url,
          language: draft.language, inferred: draft.inferred,
          otherAttributes: draft.otherAttributes, body: draft.body))
    }
    return comments
  }
}

/// Words of the input as a message quotes them: strangers choose how long they are.
func shortened(_ text: String) -> String {
  text.utf8.count <= 80 ? text : text.unicodeScalars.prefix(60).map(String.init).joined() + "…"
}
