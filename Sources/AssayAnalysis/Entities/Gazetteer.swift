/// The names a user knows, with what they name.
///
/// It overrides whatever the text alone would say.
public struct Gazetteer: Sendable {
  /// One thing and its names.
  public struct Entry: Sendable {
    public let id: String
    public let name: String
    /// Nil where the name names no entity: the entry then keeps its words from being one.
    public let type: EntityType?
    public let aliases: [String]
    public let links: [Entity.Link]
    public let relations: [Entity.Relation]
    public let caseRule: CaseRule
    /// Ids that the text's own names would have, and that are this entity.
    public let merged: [String]
    /// Articles, by a part of their path, that mean this one by its names; empty is all.
    public let articles: [String]

    public init(
      id: String, name: String, type: EntityType?, aliases: [String] = [],
      links: [Entity.Link] = [], relations: [Entity.Relation] = [],
      caseRule: CaseRule = .automatic, merged: [String] = [], articles: [String] = []
    ) {
      self.id = id
      self.name = name
      self.type = type
      self.aliases = aliases
      self.links = links
      self.relations = relations
      self.caseRule = caseRule
      self.merged = merged
      self.articles = articles
    }
  }

  /// How a name's capitals must agree with the text's.
  public enum CaseRule: String, Sendable, Hashable, CaseIterable {
    /// Any case, but for a name that is also a common English word or has two letters.
    case automatic
    /// As the entry spells it.
    case exact
    /// In any case.
    case any
  }

  public let entries: [Entry]
  /// Values are indices in `entries`.
  let trie: NameTrie
  /// The entry that an id found by the text alone belongs to.
  let entryOfMerged: [String: Int]

  /// A gazetteer that knows nothing.
  public static let empty = Gazetteer(entries: [])

  public init(entries: [Entry]) {
    self.entries = entries
    var merged: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      for id in entry.merged where merged[id] == nil { merged[id] = index }
    }
    entryOfMerged = merged
    var trie = NameTrie()
    for (index, entry) in entries.enumerated() {
      for name in [entry.name] + entry.aliases {
        let spelling = Array(name.utf8)
        let rule = Gazetteer.trieRule(entry.caseRule, spelling: spelling)
        trie.add(spelling, value: index, caseRule: rule)
      }
    }
    self.trie = trie
  }

  /// What is known in one article: an entry for named articles is left out of others, and takes its
  /// names from entries for all.
  public func scoped(to path: String) -> Gazetteer {
    guard entries.contains(where: { !$0.articles.isEmpty }) else { return self }
    let here = entries.filter { entry in
      !entry.articles.isEmpty && entry.articles.contains { path.contains($0) }
    }
    return Gazetteer(entries: here + entries.filter { $0.articles.isEmpty })
  }

  private static func trieRule(_ rule: CaseRule, spelling: [UInt8]) -> NameTrie.CaseRule {
    switch rule {
    case .exact: .exact
    case .any: .any
    case .automatic: isSafeInAnyCase(spelling) ? .any : .exact
    }
  }

  /// Whether a name may be written in lower case without being another word.
  static func isSafeInAnyCase(_ spelling: [UInt8]) -> Bool {
    if spelling.contains(0x20) { return true }
    if spelling.count <= 2 { return false }
    return spelling.withUnsafeBufferPointer { bytes in
      !NameLexicon.shared.isCommon(bytes, 0..<bytes.count)
    }
  }
}

extension Gazetteer.Entry {
  /// The entity the entry describes; nil where it names none.
  var entity: Entity? {
    type.map {
      Entity(
        id: id, name: name, type: $0, aliases: aliases, links: links, relations: relations,
        isKnown: true)
    }
  }
}
