/// The attributes of a comment, read by name from whatever format holds them.
extension CommentDraft {
  /// What an attribute's value breaks.
  struct Flaw {
    let message: String
    var hint: String?
  }

  /// Names that `set` knows, for "did you mean".
  static let knownAttributes = [
    "re", "time", "edited", "score", "up", "down", "up-by", "down-by", "pass-by", "state", "role",
    "url", "lang", "sentiment", "inferred",
  ]

  /// Names that importers write and nothing else asks for: they are kept without a warning.
  static let keptAttributes: Set<String> = [
    "score-kind", "pass", "replies-elsewhere", "type", "label", "seed", "votes", "thread",
  ]

  /// Takes an attribute by its name in the native format. Unknown ones are kept.
  ///
  /// - Returns: the rule that the value breaks; the attribute is then left out.
  mutating func set(_ name: String, to value: String) -> Flaw? {
    switch name {
    case "re": replyTo = value
    case "time": return setTime(\.time, name, value)
    case "edited": return setTime(\.edited, name, value)
    case "score": return setCount(\.score, name, value)
    case "up": return setCount(\.upvotes, name, value)
    case "down": return setCount(\.downvotes, name, value)
    case "up-by", "down-by", "pass-by": return setVoters(name, value)
    case "state": return setState(value)
    case "role": return setRole(value)
    case "url":
      guard isWebAddress(value) else {
        return Flaw(message: "'url' must be an http or https address")
      }
      url = value
    case "lang": language = value
    case "sentiment":
      guard let polarity = Polarity(override: value) else {
        return Flaw(message: "'sentiment' must be one of \(Polarity.overrideWords)")
      }
      sentiment = polarity
    case "inferred": return setInferred(value)
    default: otherAttributes.append(.init(name: name, value: value))
    }
    return nil
  }

  private mutating func setTime(
    _ field: WritableKeyPath<CommentDraft, String?>, _ name: String, _ value: String
  ) -> Flaw? {
    guard let time = Timestamp(iso: value) else {
      return Flaw(
        message: "'\(name)' must be a date and a time, such as 2026-04-12T10:14:00Z")
    }
    self[keyPath: field] = time.iso
    return nil
  }

  private mutating func setCount(
    _ field: WritableKeyPath<CommentDraft, Int?>, _ name: String, _ value: String
  ) -> Flaw? {
    guard let count = Int(value) else {
      return Flaw(message: "'\(name)' must be a whole number")
    }
    self[keyPath: field] = count
    return nil
  }

  private mutating func setVoters(_ name: String, _ value: String) -> Flaw? {
    guard let voters = Ballots.voters(value) else {
      return Flaw(message: "'\(name)' must be the numbers of voters, such as 0,3,7")
    }
    ballots = (ballots ?? Ballots()).with(voters, as: name)
    return nil
  }

  private mutating func setState(_ value: String) -> Flaw? {
    if let read = Comment.State(rawValue: value) {
      state = read
      return nil
    }
    // Whoever writes a state wants a comment less visible: when in doubt, it is.
    state = .pending
    return CommentDraft.choiceFlaw("state", value, Comment.State.allCases.map(\.rawValue))
  }

  private mutating func setRole(_ value: String) -> Flaw? {
    guard let read = Comment.Role(rawValue: value) else {
      return CommentDraft.choiceFlaw("role", value, Comment.Role.allCases.map(\.rawValue))
    }
    role = read
    return nil
  }

  private mutating func setInferred(_ value: String) -> Flaw? {
    for word in value.split(separator: ",") {
      guard let inference = Comment.Inference(rawValue: String(word)) else {
        let words = Comment.Inference.allCases.map(\.rawValue)
        return CommentDraft.choiceFlaw("inferred", String(word), words)
      }
      inferred.append(inference)
    }
    return nil
  }

  private static func choiceFlaw(_ name: String, _ value: String, _ words: [String]) -> Flaw {
    Flaw(
      message: "'\(name)' must be one of \(words.joined(separator: ", "))",
      hint: suggestion(for: value, among: words).map { "did you mean '\($0)'?" })
  }
}

/// Which unknown attributes a thread was warned of: once is enough.
struct UnknownAttributes {
  private var seen: Set<String> = []

  mutating func warn(_ name: String, at place: SourceRange, _ found: inout DiagnosticList) {
    guard !CommentDraft.keptAttributes.contains(name), seen.count < DiagnosticList.maximumShown,
      seen.insert(name).inserted
    else { return }
    let near = suggestion(for: name, among: CommentDraft.knownAttributes)
    found.add(
      .warning, place, "'\(shortened(name))' is no attribute of a comment; it is kept as it is",
      hint: near.map { "did you mean '\($0)'?" }, rule: "thread-attribute")
  }
}
