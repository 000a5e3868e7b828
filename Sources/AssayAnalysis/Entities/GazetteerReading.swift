extension Gazetteer {
  /// Reads a gazetteer from YAML or JSON: a list of entries, or a mapping from id to entry.
  ///
  ///     - id: bittensor
  ///       name: Bittensor
  ///       type: network
  ///       aliases: [Bittensor network]
  ///       case: any
  ///       links: { wikidata: Q124394461 }
  ///       relations: { native_token: tao }
  ///       merge: [bittensor-2]
  ///       in: [tao-crash]
  ///
  /// `merge` lists ids that pages show for names found without the gazetteer: they are this entity
  /// from now on. `in` lists articles by a part of their path: only there are these names this
  /// entity, so that one name can be two things. A path that ends in .csv is read as CSV.
  ///
  /// `type: none` (or `handle`) keeps the words from naming anything. `case` is `exact` or `any`;
  /// without it a name may be written in lower case unless that would be another word.
  public static func read(_ source: SourceText) -> (gazetteer: Gazetteer, diagnostics: [Diagnostic])
  {
    if source.path.lowercased().hasSuffix(".csv") {
      let (entries, problems) = read(csv: source)
      let (unique, repeated) = withoutRepetitions(entries, in: source)
      return (Gazetteer(entries: unique), problems + repeated)
    }
    let (node, problems) = parseYAML(source)
    guard problems.allSatisfy({ $0.severity != .error }) else { return (.empty, problems) }
    let (gazetteer, diagnostics) = read(node, in: source)
    return (gazetteer, problems + diagnostics)
  }

  /// Reads a gazetteer from a parsed list or mapping; `source` is where it stands.
  public static func read(
    _ node: YAMLNode?, in source: SourceText
  ) -> (gazetteer: Gazetteer, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var entries: [Entry] = []
    if let mapping = node?.mapping {
      for entry in mapping {
        var reader = MappingReader(entry.value, in: source, of: "gazetteer entry '\(entry.key)'")
        if let read = self.entry(&reader, id: entry.key) { entries.append(read) }
        diagnostics += reader.finish()
      }
    } else {
      let (values, found) = MappingReader.readList(node, in: source, of: "the gazetteer") {
        self.entry(&$0, id: nil)
      }
      entries = values
      diagnostics = found
    }
    let (unique, repeated) = withoutRepetitions(entries, in: source)
    return (Gazetteer(entries: unique), diagnostics + repeated)
  }

  private static func entry(_ reader: inout MappingReader, id key: String?) -> Entry? {
    let id = key ?? reader.string("id")
    let name = reader.string("name") ?? id
    let type = type(&reader)
    let aliases = reader.strings("aliases")
    let rule = reader.choice("case", of: CaseRule.self)
    let links = pairs(&reader, "links").map { Entity.Link(kind: $0.key, target: $0.value) }
    let relations = pairs(&reader, "relations").map {
      Entity.Relation(kind: $0.key, target: $0.value)
    }
    let merged = reader.strings("merge")
    let articles = reader.strings("in")
    if let id, !Gazetteer.isPlain(id) {
      reader.report(
        reader.node("id")?.range ?? reader.range, Gazetteer.idRule,
        hint: "write '\(slug(id))'")
      return nil
    }
    guard let name, let type else { return nil }
    return Entry(
      id: id ?? slug(name), name: name, type: type.entity, aliases: aliases, links: links,
      relations: relations, caseRule: rule ?? .automatic, merged: merged, articles: articles)
  }

  /// What `type` may say: a type of entity, or that there is none.
  private enum TypeWord: RawRepresentable, CaseIterable {
    case entity(EntityType)
    case nothing(String)

    static var allCases: [TypeWord] {
      EntityType.allCases.map { .entity($0) } + [.nothing("handle"), .nothing("none")]
    }

    init?(rawValue: String) {
      guard let word = TypeWord.allCases.first(where: { $0.rawValue == rawValue }) else {
        return nil
      }
      self = word
    }

    var rawValue: String {
      switch self {
      case .entity(let type): type.rawValue
      case .nothing(let word): word
      }
    }

    var entity: EntityType? {
      if case .entity(let type) = self { type } else { nil }
    }
  }

  private static func type(_ reader: inout MappingReader) -> TypeWord? {
    reader.choice("type", of: TypeWord.self)
  }

  /// Kind and target; a list of targets under one kind gives a pair each.
  private static func pairs(
    _ reader: inout MappingReader, _ key: String
  ) -> [(key: String, value: String)] {
    guard let node = reader.node(key) else { return [] }
    guard let entries = node.mapping else {
      reader.report(node.range, "'\(key)' must be a mapping of kinds to targets")
      return []
    }
    return entries.flatMap { entry -> [(key: String, value: String)] in
      let targets = entry.value.sequence ?? [entry.value]
      return targets.compactMap { target in
        target.scalar.map { (entry.key, $0.text) }
      }
    }
  }

  /// Ids become addresses of pages.
  static func isPlain(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= mostIDBytes
      && id.utf8.allSatisfy {
        $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }

  static let idRule = "'id' must be of a-z, 0-9, '-' and '_', and at most 100 bytes long"
  private static let mostIDBytes = 100

  /// The first entry of an id stands; the others are reported.
  private static func withoutRepetitions(
    _ entries: [Entry], in source: SourceText
  ) -> (entries: [Entry], diagnostics: [Diagnostic]) {
    var seen: Set<String> = []
    var diagnostics: [Diagnostic] = []
    let unique = entries.filter { entry in
      let isNew = seen.insert(entry.id).inserted
      if !isNew {
        diagnostics.append(
          Diagnostic(
            .error, path: source.path, "'\(entry.id)' stands twice in the gazetteer",
            hint: "put all its names under one entry", rule: "gazetteer"))
      }
      return isNew
    }
    return (unique, diagnostics)
  }
}
