/// What kind of thing a name names.
public enum EntityType: String, Sendable, Hashable, CaseIterable {
  case person, org, agency, place, product, model, token, network, subnet, law, event, metric, group
  case technology
  /// The name of an account: it says who is addressed or speaks, and has no page.
  case handle

  /// The four types of the CoNLL tradition.
  public var coarse: String {
    switch self {
    case .person: "PER"
    case .org, .agency: "ORG"
    case .place: "LOC"
    case .product, .model, .token, .network, .subnet, .law, .event, .metric, .group, .technology,
      .handle:
      "MISC"
    }
  }
}

/// A thing that is named.
public struct Entity: Sendable, Hashable {
  /// A slug, unique on the site: `[a-z0-9-]`. A handle keeps its underscores, which tell accounts
  /// apart.
  public let id: String
  /// The name shown: the gazetteer's, else the fullest that the text uses.
  public let name: String
  public let type: EntityType
  public let aliases: [String]
  /// Kind and address, such as `wikidata` and `Q42`; in the gazetteer's order.
  public let links: [Link]
  /// What the gazetteer says of it and others, such as `native_token_of` and `bittensor`.
  public let relations: [Relation]
  /// True where the gazetteer knows it, false where the text alone does.
  public let isKnown: Bool

  public struct Link: Sendable, Hashable {
    public let kind: String
    public let target: String

    public init(kind: String, target: String) {
      self.kind = kind
      self.target = target
    }
  }

  public struct Relation: Sendable, Hashable {
    public let kind: String
    /// The other entity's id.
    public let target: String

    public init(kind: String, target: String) {
      self.kind = kind
      self.target = target
    }
  }

  public init(
    id: String, name: String, type: EntityType, aliases: [String] = [], links: [Link] = [],
    relations: [Relation] = [], isKnown: Bool
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.aliases = aliases
    self.links = links
    self.relations = relations
    self.isKnown = isKnown
  }
}

/// Words that name an entity.
public struct Mention: Sendable {
  public let range: TextRange
  /// Index in `Analysis.entities`.
  public let entity: Int
  /// Index in `TokenizedText.sentences`.
  public let sentence: Int
  /// The name of the rule that found it, for `assay explain`.
  public let rule: String
  /// 0 to 1.
  public let confidence: Double

  public init(range: TextRange, entity: Int, sentence: Int, rule: String, confidence: Double = 1) {
    self.range = range
    self.entity = entity
    self.sentence = sentence
    self.rule = rule
    self.confidence = confidence
  }
}
