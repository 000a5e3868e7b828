/// What the model of feeling towards a thing is told of a sentence that mentions it.
///
/// The words of the thing itself are left out, but for pronouns: a name must not be disliked for
/// being that name.
enum TargetFeatures {
  /// Names of templates are numbers, for a feature is a hash.
  private enum Template {
    static let word: UInt64 = 201
    static let left: UInt64 = 202
    static let right: UInt64 = 203
    static let nearLeft: UInt64 = 204
    static let nearRight: UInt64 = 205
    static let place: UInt64 = 206
    static let form: UInt64 = 209
    static let mass: UInt64 = 210
    static let nearest: UInt64 = 211
    static let frame: UInt64 = 212
    static let length: UInt64 = 213
    static let cluster: UInt64 = 214
    static let stem: UInt64 = 215
    static let stemBefore: UInt64 = 216
    static let stemBehind: UInt64 = 217
    static let role: UInt64 = 218
    static let verb: UInt64 = 219
    static let verbStem: UInt64 = 221
    static let verbSign: UInt64 = 222
    static let roleBalance: UInt64 = 223
  }

  /// Windows of words around the thing, in tokens.
  private static let wide = 12
  private static let narrow = 4
  private static let exact = 3
  private static let cueReach = 8
  /// Words as far as the next name are more likely said of this one.
  private static let stemReach = 15

  /// Hands out the features of a thing that covers `target`, as indices of the sentence's items,
  /// each with the index of the item it is of, or nil.
  @inline(__always)
  static func forEach(
    of target: Range<Int>, in sentence: TargetSentence, _ body: (FeatureHash, Int?) -> Void
  ) {
    for index in sentence.traits.indices where !target.contains(index) {
      forEachOfWord(index, in: sentence) { body($0, index) }
    }
    forEachAround(target, in: sentence, body)
  }

  /// Hands out the features of a word wherever in the sentence it stands.
  @inline(__always)
  static func forEachOfWord(
    _ index: Int, in sentence: TargetSentence, _ body: (FeatureHash) -> Void
  ) {
    body(FeatureHash(Template.word, sentence.reading.items[index].key.value))
    let traits = sentence.traits[index]
    if traits.cluster != 0 { body(FeatureHash(Template.cluster, traits.cluster)) }
    if traits.stem != 0 { body(FeatureHash(Template.stem, traits.stem)) }
  }

  /// Hands out all features but those of words wherever they stand.
  @inline(__always)
  static func forEachAround(
    _ target: Range<Int>, in sentence: TargetSentence, _ body: (FeatureHash, Int?) -> Void
  ) {
    let items = sentence.reading.items
    let beforeKey = target.lowerBound > 0 ? items[target.lowerBound - 1].key.value : 1
    let behindKey = target.upperBound < items.count ? items[target.upperBound].key.value : 2
    for index in max(0, target.lowerBound - wide)..<target.lowerBound {
      let key = items[index].key.value
      let distance = target.lowerBound - index
      body(FeatureHash(Template.left, key), index)
      if distance <= narrow { body(FeatureHash(Template.nearLeft, key), index) }
      if distance <= exact {
        body(FeatureHash(Template.place, key, UInt64(10 + distance)), index)
      }
    }
    for index in target.upperBound..<min(items.count, target.upperBound + wide) {
      let key = items[index].key.value
      let distance = index - target.upperBound + 1
      body(FeatureHash(Template.right, key), index)
      if distance <= narrow { body(FeatureHash(Template.nearRight, key), index) }
      if distance <= exact {
        body(FeatureHash(Template.place, key, UInt64(20 + distance)), index)
      }
    }
    forEachStem(around: target, in: sentence, body)
    body(FeatureHash(Template.frame, beforeKey, behindKey), nil)
    let role = TargetRole(of: target, in: sentence)
    forEachCue(of: target, role, in: sentence.reading) { body($0, nil) }
    forEachOfVerb(role, in: sentence, body)
    body(form(of: target, sentence), nil)
    body(FeatureHash(Template.length, UInt64(min(6, target.lowerBound / 4))), nil)
    let behind = items.count - target.upperBound
    body(FeatureHash(Template.length + 50, UInt64(min(6, behind / 6))), nil)
  }

  /// Beginnings of words on either side, as far as the next name.
  @inline(__always)
  private static func forEachStem(
    around target: Range<Int>, in sentence: TargetSentence, _ body: (FeatureHash, Int?) -> Void
  ) {
    let traits = sentence.traits
    var index = target.lowerBound - 1
    while index >= max(0, target.lowerBound - stemReach), !traits[index].isName {
      if traits[index].stem != 0 {
        body(FeatureHash(Template.stemBefore, traits[index].stem), index)
      }
      index -= 1
    }
    index = target.upperBound
    while index < min(traits.count, target.upperBound + stemReach), !traits[index].isName {
      if traits[index].stem != 0 {
        body(FeatureHash(Template.stemBehind, traits[index].stem), index)
      }
      index += 1
    }
  }

  /// The thing's role, and the verb behind it: "was praised" is other than "praised".
  @inline(__always)
  private static func forEachOfVerb(
    _ role: TargetRole, in sentence: TargetSentence, _ body: (FeatureHash, Int?) -> Void
  ) {
    body(FeatureHash(Template.role, role.kind.rawValue), nil)
    guard let verb = role.verb else { return }
    let item = sentence.reading.items[verb]
    let isPassive: UInt64 = role.isPassive ? 1 : 0
    body(FeatureHash(Template.verb, item.key.value, isPassive), verb)
    body(FeatureHash(Template.verbStem, sentence.traits[verb].stem, isPassive), verb)
    body(FeatureHash(Template.verbSign, item.sign, isPassive, role.kind.rawValue), nil)
  }

  private static func form(of target: Range<Int>, _ sentence: TargetSentence) -> FeatureHash {
    guard target.count == 1, sentence.traits[target.lowerBound].grammar.contains(.pronoun) else {
      return FeatureHash(Template.form, UInt64(min(3, target.count)))
    }
    return FeatureHash(Template.form, sentence.reading.items[target.lowerBound].key.value)
  }

  /// The masses of good and bad cues on either side, near and far, in the clause, and the nearest cue.
  private static func forEachCue(
    of target: Range<Int>, _ role: TargetRole, in reading: FeelingReading,
    _ body: (FeatureHash) -> Void
  ) {
    let first = reading.sentence.tokens.lowerBound
    var sides = InlineArray<5, Side>(repeating: Side())
    var clause = Side()
    for cue in reading.cues {
      let middle = (cue.tokens.lowerBound + cue.tokens.upperBound - 1) / 2 - first
      guard !target.contains(middle) else { continue }
      let isLeft = middle < target.lowerBound
      let distance = isLeft ? target.lowerBound - middle : middle - target.upperBound + 1
      sides[0].add(cue.weight, distance)
      sides[isLeft ? 1 : 2].add(cue.weight, distance)
      if distance <= cueReach { sides[isLeft ? 3 : 4].add(cue.weight, distance) }
      if role.clause.contains(middle) { clause.add(cue.weight, distance) }
    }
    for number in sides.indices {
      let side = sides[number]
      let template = Template.mass + UInt64(number) * 100
      body(FeatureHash(template, side.step(side.good), side.step(side.bad)))
      body(FeatureHash(template + 10, side.balance))
      if number == 1 || number == 2 {
        body(FeatureHash(Template.nearest + UInt64(number) * 100, side.nearestSign, side.nearness))
      }
    }
    for (number, side) in [sides[0], clause, sides[1], sides[2]].enumerated() {
      let template = Template.roleBalance + UInt64(number) * 100
      body(FeatureHash(template, role.kind.rawValue, side.balance))
    }
  }

  private struct Side {
    var good = 0.0
    var bad = 0.0
    var nearestSign: UInt64 = 0
    var nearest = Int.max

    mutating func add(_ weight: Double, _ distance: Int) {
      if weight > 0 { good += weight } else { bad -= weight }
      guard distance < nearest else { return }
      nearest = distance
      nearestSign = weight > 0 ? 1 : 2
    }

    func step(_ mass: Double) -> UInt64 { UInt64(min(5, (mass + 0.6).rounded(.down))) }

    var balance: UInt64 { UInt64(max(-4, min(4, (good - bad).rounded())) + 8) }

    var nearness: UInt64 { nearest == Int.max ? 9 : UInt64(min(4, nearest / 2)) }
  }
}

extension FeelingReader.Item {
  /// 1 where the word is good, 2 where it is bad, turned by a negation; else 0.
  fileprivate var sign: UInt64 {
    let own = entry.weight != 0 ? entry.weight : entry.valence
    guard own != 0 else { return 0 }
    return (own > 0) != isNegated ? 1 : 2
  }
}
