/// Joins the names of a document that name the same thing.
///
/// Full names come first; a surname, an organisation's name without its ending and a product's name
/// without its maker then belong to the one full name that has them. Where two have them, to none.
struct NameLinker {
  private(set) var clusters: [NameCluster] = []
  /// For each name of the register its cluster; nil for what is taken for no name.
  private(set) var clusterOfName: [Int?]
  /// Every name and short form; values are indices of clusters.
  private(set) var trie = NameTrie()
  /// Ships, by their names without the prefix: "Arden Star" for "MV Arden Star".
  private var ships: [WordKey: Int] = [:]

  /// What a name's votes must weigh for it to be one.
  private static let threshold: Float = 0.6
  /// The same for a name that only ever stands where every word has a capital.
  private static let doubtfulThreshold: Float = 0.75

  init(_ register: NameRegister, gazetteer: Gazetteer, mentioned entries: [Int]) {
    clusterOfName = Array(repeating: nil, count: register.names.count)
    for entry in entries { addKnown(gazetteer.entries[entry], index: entry) }
    let order = register.names.indices.sorted {
      let (left, right) = (register.names[$0].words.count, register.names[$1].words.count)
      return left != right ? left > right : $0 < $1
    }
    for index in order where register.names[index].words.count > 1 {
      addFull(index, register)
    }
    let owners = shortForms(register)
    for index in order where register.names[index].words.count == 1 {
      addSingle(index, register, owners: owners)
    }
    addProductsWithMakers(register)
    addToTrie(register)
  }
}

extension NameLinker {
  /// The slug of a name; with its type behind it where the name is first of all a place's, so that
  /// Washington who speaks is kept apart from Washington that is voted in.
  func identifier(of cluster: NameCluster) -> String {
    let base = slug(cluster.spelling)
    guard cluster.type != .place, let first = cluster.words.first else { return base }
    let key = cluster.words.dropFirst().reduce(first) { $0.followed(by: $1) }
    let lists = WordList.builtIn[key].lists
    let isPlace = lists.contains(.country) || lists.isSuperset(of: [.city, .fame])
    return isPlace ? base + "-" + cluster.type.rawValue : base
  }

  private mutating func addKnown(_ entry: Gazetteer.Entry, index: Int) {
    guard let type = entry.type else { return }
    clusters.append(
      NameCluster(
        entry: index, type: type, spelling: entry.name,
        words: NameReading.keys(of: Array(entry.name.utf8)), traits: [], rule: .gazetteer,
        confidence: 1))
  }

  private mutating func addFull(_ index: Int, _ register: NameRegister) {
    let name = register.names[index]
    if let ship = ships[name.key] {
      clusterOfName[index] = ship
      return noteAlias(name.spelling, ship)
    }
    guard let winner = name.votes.winner, winner.weight >= Self.threshold else { return }
    clusterOfName[index] = clusters.count
    if winner.type == .product, NameCues.vesselPrefixes.contains(name.words[0]),
      name.words.count > 2
    {
      ships[name.words.dropFirst(2).reduce(name.words[1]) { $0.followed(by: $1) }] = clusters.count
    }
    clusters.append(cluster(of: name, winner))
  }

  private func cluster(
    of name: NameRegister.Name,
    _ winner: (type: EntityType, weight: Float, rule: NameRule, margin: Float)
  ) -> NameCluster {
    let strength = Double(winner.weight / (winner.weight + 0.4))
    let confidence = strength * (0.6 + 0.4 * Double(winner.margin))
    return NameCluster(
      entry: nil, type: winner.type, spelling: name.spelling, words: name.words,
      traits: name.traits, rule: winner.rule, confidence: confidence)
  }

  /// Short forms of the full names, by key; an ambiguous one leads to −1.
  private func shortForms(_ register: NameRegister) -> [WordKey: Int] {
    var owners: [WordKey: Int] = [:]
    for (index, cluster) in clusters.enumerated() {
      for (key, _) in Self.shortForms(of: cluster) {
        owners[key] = owners[key] == nil ? index : -1
      }
    }
    return owners
  }

  /// The last word of a person's name, an organisation's name without its ending.
  private static func shortForms(of cluster: NameCluster) -> [(WordKey, Substring)] {
    guard cluster.words.count > 1 else { return [] }
    switch cluster.type {
    case .person:
      guard let key = cluster.words.last, let piece = pieces(of: cluster).last,
        isSurname(cluster)
      else { return [] }
      return [(key, piece)]
    case .org:
      guard cluster.words.count == 2, let key = cluster.words.first else { return [] }
      let pieces = pieces(of: cluster)
      guard pieces.count == 2 else { return [] }
      let isTelling = cluster.traits.last?.contains(.designator) ?? (pieces[1] == "AI")
      let isWeak = !(cluster.traits.first?.isDisjoint(with: [.weak, .nationality, .place]) ?? true)
      return isTelling && !isWeak ? [(key, pieces[0])] : []
    case .product:
      guard let prefix = cluster.words.first, NameCues.vesselPrefixes.contains(prefix),
        let space = cluster.spelling.firstIndex(of: " ")
      else { return [] }
      let rest = cluster.spelling[space...].dropFirst()
      return [(WordKey(String(rest)), rest)]
    default:
      return []
    }
  }

  private static func pieces(of cluster: NameCluster) -> [Substring] {
    cluster.spelling.utf8.split(separator: 0x20).map { Substring($0) }
  }

  /// "Jr", "The" and "Dock" are nobody's surname.
  private static func isSurname(_ cluster: NameCluster) -> Bool {
    guard let traits = cluster.traits.last else { return true }
    return traits.isDisjoint(with: [
      .weak, .orgEnding, .placeEnding, .eventHead, .lawEnding, .agencyHead, .genericAcronym,
      .nationality, .calendar,
    ])
  }

  private mutating func addSingle(
    _ index: Int, _ register: NameRegister, owners: [WordKey: Int]
  ) {
    let name = register.names[index]
    if let owner = owners[name.key], !isFamous(name) {
      // A surname that two persons have names neither for certain.
      guard owner >= 0 else { return }
      clusterOfName[index] = owner
      noteAlias(name.spelling, owner)
      return
    }
    let threshold = name.isDoubtful ? Self.doubtfulThreshold : Self.threshold
    guard let winner = name.votes.winner, winner.weight >= threshold else { return }
    clusterOfName[index] = clusters.count
    clusters.append(cluster(of: name, winner))
  }

  /// A word that names something well known is no surname: "Washington", "Ford".
  private func isFamous(_ name: NameRegister.Name) -> Bool {
    guard let winner = name.votes.winner else { return false }
    return winner.rule == .knownName && winner.type != .person && winner.margin > 0.5
      && name.traits.first?.contains(.place) == true
  }

  /// "Aethir Claw" is the Claw that stands alone elsewhere, where Aethir is an organisation.
  private mutating func addProductsWithMakers(_ register: NameRegister) {
    for (index, name) in register.names.enumerated() where name.words.count == 2 {
      guard let maker = register[name.words[0]].flatMap({ clusterOfName[$0] }),
        clusters[maker].type == .org,
        let product = register[name.words[1]].flatMap({ clusterOfName[$0] }),
        clusters[product].type == .product, clusters[product].entry == nil
      else { continue }
      clusterOfName[index] = product
      noteAlias(name.spelling, product)
    }
  }

  private mutating func noteAlias(_ spelling: String, _ cluster: Int) {
    guard spelling != clusters[cluster].spelling, !clusters[cluster].aliases.contains(spelling)
    else { return }
    clusters[cluster].aliases.append(spelling)
  }

  private mutating func addToTrie(_ register: NameRegister) {
    for (index, name) in register.names.enumerated() {
      guard let cluster = clusterOfName[index] else { continue }
      addSpelling(name.spelling, cluster)
    }
    let forms = clusters.map { Self.shortForms(of: $0) }
    var owners: [WordKey: Int] = [:]
    for (key, _) in forms.joined() { owners[key, default: 0] += 1 }
    for (index, cluster) in clusters.enumerated() {
      for (key, piece) in forms[index] where owners[key] == 1 {
        addSpelling(String(piece), index)
        if cluster.type == .org { addAnyCase("\(piece) team", index) }
      }
      if cluster.type == .event, cluster.words.count > 2,
        let space = cluster.spelling.firstIndex(of: " ")
      {
        addAnyCase(String(cluster.spelling[space...].dropFirst()), index)
      }
    }
  }

  private mutating func addSpelling(_ spelling: String, _ cluster: Int) {
    let bytes = Array(spelling.utf8)
    let isSafe = bytes.count > 3 && Gazetteer.isSafeInAnyCase(bytes)
    trie.add(bytes, value: cluster, caseRule: isSafe ? .any : .exact)
  }

  private mutating func addAnyCase(_ spelling: String, _ cluster: Int) {
    trie.add(Array(spelling.utf8), value: cluster, caseRule: .any)
  }
}
