import AssayAnalysis

/// An entity with how often an article and its thread name it.
protocol CountedEntity {
  var entity: Entity { get }
  var mentionCount: Int { get }
}

/// Surnames that stand alone in one article, and the person whom other articles name in full.
///
/// "Reyes" of one article is Tomas Reyes of another where no other person of the site has the surname
/// and both articles name one thing more, which is no place: that alone makes it likely that they
/// speak of the same matter. Whatever is ambiguous stays apart.
struct SurnameLinks {
  private var persons: [Place: String] = [:]
  private let owners: [String: Owner]

  private struct Place: Hashable {
    let article: Int
    let record: Int
  }

  /// A person named in full somewhere on the site.
  private struct Owner {
    let id: String
    var isOnly = true
    var articles: Set<Int> = []
  }

  /// - Parameter articles: what each article names.
  init(_ articles: [[some CountedEntity]]) {
    owners = SurnameLinks.owners(articles)
    guard !owners.isEmpty else { return }
    for (index, names) in articles.enumerated() {
      for (record, name) in names.enumerated() where name.mentionCount > 0 {
        guard name.entity.isLoneSurname, let owner = owners[name.entity.name.lowercased()],
          owner.isOnly, !owner.articles.contains(index),
          SurnameLinks.sharedThing(names, owner.articles.lazy.map { articles[$0] }) != nil
        else { continue }
        persons[Place(article: index, record: record)] = owner.id
      }
    }
  }

  /// By surname in small letters.
  private static func owners(_ articles: [[some CountedEntity]]) -> [String: Owner] {
    var owners: [String: Owner] = [:]
    for (index, names) in articles.enumerated() {
      for name in names {
        guard let surname = name.entity.surname else { continue }
        var owner = owners[surname] ?? Owner(id: name.entity.id)
        if owner.id != name.entity.id { owner.isOnly = false }
        owner.articles.insert(index)
        owners[surname] = owner
      }
    }
    return owners
  }

  /// A thing that an article and one of others name.
  private static func sharedThing<Name: CountedEntity>(
    _ names: [Name], _ others: some Sequence<[Name]>
  ) -> Entity? {
    let own = Set(names.lazy.filter(\.isTelling).map(\.entity.id))
    for other in others {
      if let one = other.first(where: { $0.isTelling && own.contains($0.entity.id) }) {
        return one.entity
      }
    }
    return nil
  }

  /// The id of the person whom a record of an article names by surname alone.
  func person(of record: Int, in article: Int) -> String? {
    persons[Place(article: article, record: record)]
  }

  /// By the article's slug and the record's own id.
  func bySlug(_ briefings: [Briefing]) -> [String: [String: String]] {
    var links: [String: [String: String]] = [:]
    for (place, person) in persons {
      let briefing = briefings[place.article]
      links[briefing.slug, default: [:]][briefing.entities[place.record].entity.id] = person
    }
    return links
  }
}

extension SurnameLinks {
  /// Why a surname that stands alone is or is not taken for a person of other articles.
  enum Verdict {
    /// The person's name, and the thing that both articles name.
    case linked(String, shared: String)
    /// Persons who have it.
    case shared([String])
    /// Of the one who has it no article names another thing of this one.
    case unrelated(String)
  }

  /// Nil where a record is no lone surname, or nobody has it elsewhere.
  func verdict<Name: CountedEntity>(
    on record: Int, in article: Int, of articles: [[Name]]
  ) -> Verdict? {
    let name = articles[article][record].entity
    let surname = name.name.lowercased()
    guard name.isLoneSurname, let owner = owners[surname], !owner.articles.contains(article) else {
      return nil
    }
    var persons: [(id: String, name: String)] = []
    for one in articles.joined()
    where one.entity.surname == surname && !persons.contains(where: { $0.id == one.entity.id }) {
      persons.append((one.entity.id, one.entity.name))
    }
    guard owner.isOnly, let person = persons.first else {
      return .shared(persons.map(\.name).sorted())
    }
    let others = owner.articles.sorted().lazy.map { articles[$0] }
    guard let shared = SurnameLinks.sharedThing(articles[article], others) else {
      return .unrelated(person.name)
    }
    return .linked(person.name, shared: shared.name)
  }
}

extension CountedEntity {
  /// Two articles about it are likely about the same matter.
  fileprivate var isTelling: Bool {
    mentionCount > 0 && entity.type != .place && entity.type != .handle && !entity.isLoneSurname
  }
}

extension Entity {
  var isLoneSurname: Bool {
    type == .person && !isKnown && !name.contains(" ")
  }

  /// The last word of a person's full name in small letters.
  fileprivate var surname: String? {
    guard type == .person, let space = name.lastIndex(of: " ") else { return nil }
    return name[name.index(after: space)...].lowercased()
  }
}
