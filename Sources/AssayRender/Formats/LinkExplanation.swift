public import AssayAnalysis

/// What one article of a site names: enough to tell which of its names other articles name too.
public struct ArticleNames: Sendable {
  /// As messages show it.
  let path: String
  let names: [Name]

  struct Name: Sendable, CountedEntity {
    let entity: Entity
    let mentionCount: Int
  }

  public init(_ analysis: Analysis, path: String) {
    self.path = path
    var counts = [Int](repeating: 0, count: analysis.entities.count)
    for part in analysis.parts {
      for mention in part.mentions { counts[mention.entity] += 1 }
    }
    names = zip(analysis.entities, counts).map { Name(entity: $0, mentionCount: $1) }
  }
}

/// Why a name of one article is or is not what other articles of the site name, in lines.
public struct LinkExplanation: Sendable {
  private let articles: [ArticleNames]
  private let own: Int
  private let surnames: SurnameLinks

  /// So many articles are told of; the rest are counted.
  private static let mostArticles = 5

  /// - Parameter own: the place in `articles` of the one whose names are to be explained.
  public init(_ articles: [ArticleNames], own: Int) {
    self.articles = articles
    self.own = own
    surnames = SurnameLinks(articles.map(\.names))
  }

  /// The lines on one of the article's entities; none where no other article bears on it.
  func lines(on entity: Entity) -> [String] {
    guard entity.type != .handle else { return [] }
    return sameLines(entity) + surnameLines(entity) + apartLines(entity)
  }

  /// Articles that name it by the same id.
  private func sameLines(_ entity: Entity) -> [String] {
    let others = places { $0.entity.id == entity.id }.map { articles[$0.article].path }
    guard !others.isEmpty else { return [] }
    let reason = entity.isKnown ? "one entry of the gazetteer" : "the same name"
    return ["  linked to  \(listed(others)): \(reason)"]
  }

  /// Where a surname stands alone, here or elsewhere.
  private func surnameLines(_ entity: Entity) -> [String] {
    let record = articles[own].names.firstIndex { $0.entity.id == entity.id }
    let lone = record.flatMap { surnames.verdict(on: $0, in: own, of: articles.map(\.names)) }
    if let lone { return [line(on: lone)] }
    return places { $0.entity.isLoneSurname }.compactMap { place in
      guard surnames.person(of: place.record, in: place.article) == entity.id else { return nil }
      let name = articles[place.article].names[place.record].entity.name
      return "  linked to  \(articles[place.article].path), where \(name) stands alone: no other "
        + "person of the site has the surname, and both articles name one thing more"
    }
  }

  private func line(on verdict: SurnameLinks.Verdict) -> String {
    switch verdict {
    case .linked(let person, let shared):
      "  linked to  \(person): no other person of the site has the surname, and both articles name "
        + shared
    case .shared(let persons):
      "  apart from \(listed(persons)): each has the surname"
    case .unrelated(let person):
      "  apart from \(person): no article that names them names another thing of this one"
    }
  }

  /// The same name for something else.
  private func apartLines(_ entity: Entity) -> [String] {
    let name = entity.name.lowercased()
    let others = places { $0.entity.name.lowercased() == name && $0.entity.id != entity.id }
    var told: [String] = []
    return others.compactMap { place in
      let other = articles[place.article].names[place.record].entity
      guard !told.contains(other.id), told.count < LinkExplanation.mostArticles else { return nil }
      told.append(other.id)
      return "  apart from \(other.name) of \(articles[place.article].path): there it is a "
        + "\(other.type.noun) [\(other.id)]"
    }
  }

  private func places(
    where isMeant: (ArticleNames.Name) -> Bool
  ) -> [(article: Int, record: Int)] {
    articles.indices.filter { $0 != own }.flatMap { article in
      articles[article].names.indices.filter {
        articles[article].names[$0].mentionCount > 0 && isMeant(articles[article].names[$0])
      }.map { (article, $0) }
    }
  }

  private func listed(_ names: [String]) -> String {
    let shown = names.prefix(LinkExplanation.mostArticles).joined(separator: ", ")
    let rest = names.count - LinkExplanation.mostArticles
    return rest > 0 ? "\(shown) and \(rest) more" : shown
  }
}
