/// What the trained tagger tells apart: the coarse kinds of names, with the fourth of the tradition,
/// "miscellaneous", in four.
public enum NameKind: UInt8, Sendable, CaseIterable {
  case person, organisation, place
  /// A product or a work of art.
  case work
  case event
  /// An adjective or noun of a people, a faith, a party.
  case people
  /// A term of a field: a method, a task, a genre, a measure.
  case term

  /// The label of the first token of such a name, and that of each further one.
  public var begins: Int { Int(rawValue) * 2 }
  public var goesOn: Int { Int(rawValue) * 2 + 1 }

  /// The kind that a label is of; nil for the label outside of names.
  public init?(label: Int) {
    guard label < SequenceModel.columnCount else { return nil }
    self.init(rawValue: UInt8(label / 2))
  }

  /// The four types of the CoNLL tradition.
  public var coarse: String {
    switch self {
    case .person: "PER"
    case .organisation: "ORG"
    case .place: "LOC"
    case .work, .event, .people, .term: "MISC"
    }
  }
}

extension NameKind {
  /// The types that a name of this kind may have, the one that it has without further cues first.
  var types: [EntityType] {
    switch self {
    case .person: [.person]
    case .organisation: [.org, .agency, .network, .subnet]
    case .place: [.place]
    case .work: [.product, .model, .token, .network, .subnet, .law, .metric, .technology]
    case .term: [.technology, .product, .model, .token, .network, .subnet, .law, .metric]
    case .event: [.event, .law]
    case .people: [.group]
    }
  }
}
