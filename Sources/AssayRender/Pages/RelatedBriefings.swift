import AssayAnalysis

extension SiteIndex {
  /// Articles that speak of the same things, the closest first.
  ///
  /// A name that two articles share counts the more the fewer share it; a claim of the same metric
  /// of the same entity counts as a name that only these have, a tag as one that many have. What
  /// most articles have in common says nothing and is left out, which also bounds the work.
  func related(to number: Int) -> [Int] {
    let own = briefings[number]
    var scores: [Int: Int] = [:]
    func add(_ others: some Sequence<Int>, _ weight: Int) {
      for other in Set(others) where other != number { scores[other, default: 0] += weight }
    }
    for entity in entityNumbers[number] {
      let places = entities[entity].places
      guard (2...RelatedBriefings.mostSharing).contains(places.count) else { continue }
      add(places.lazy.map(\.briefing), RelatedBriefings.unit / places.count)
    }
    for key in own.metricKeys {
      guard let others = related[key], others.count <= RelatedBriefings.mostSharing else {
        continue
      }
      add(others, RelatedBriefings.unit / 2)
    }
    for taxonomy in taxonomies where taxonomy.taxonomy.name != "authors" {
      for name in own.terms(of: taxonomy.taxonomy, defaultAuthors: []) {
        guard let term = taxonomy.term(of: PageMap.slug(name)),
          (2...RelatedBriefings.mostSharing).contains(term.briefings.count)
        else { continue }
        add(term.briefings, RelatedBriefings.unit / (2 * term.briefings.count))
      }
    }
    let close = scores.filter {
      $0.value >= RelatedBriefings.leastScore
        && briefings[$0.key].place.language == own.place.language
        && briefings[$0.key].isAnalysed == own.isAnalysed
    }
    return close.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
      .prefix(RelatedBriefings.most).map(\.key)
  }
}

private enum RelatedBriefings {
  static let most = 4
  /// What the whole site speaks of joins no two articles of it.
  static let mostSharing = 40
  /// Fine enough that a share of one fortieth is still told from none.
  static let unit = 1000
  /// One name that six articles share, or two that a dozen do.
  static let leastScore = 160
}

extension SiteTaxonomy {
  /// The term of a slug.
  func term(of slug: String) -> Term? {
    var low = 0
    var high = terms.count
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].slug < slug { low = middle + 1 } else { high = middle }
    }
    return low < terms.count && terms[low].slug == slug ? terms[low] : nil
  }
}
