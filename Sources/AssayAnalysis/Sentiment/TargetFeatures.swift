/// What the model of feeling towards a thing is told of a sentence that mentions it.
///
/// The words of the thing itself are left out, but for pronouns: a name must not be disliked for
/// being that name.
enum TargetFeatures {
  private enum Template {
    static let word: UInt64 = 201
    static let left: UInt64 = 202
    static let right: UInt64 = 203
    static let nearLeft: UInt64 = 204
    static let nearRight: UInt64 = 205
    static let place: UInt64 = 206
    static let pair: UInt64 = 207
    static let triple: UInt64 = 208
    static let form: UInt64 = 209
    static let mass: UInt64 = 210
    static let nearest: UInt64 = 211
    static let frame: UInt64 = 212
    static let clause: UInt64 = 213
  }

  /// Windows of words around the thing, in tokens.
  private static let wide = 12
  private static let narrow = 4
  private static let exact = 3
  private static let cueReach = 8

  /// Hands out the features of a thing that covers `target`, as indices of the reading's items,
  /// each with the index of the item it is of, or nil.
  @inline(__always)
  static func forEach(
    of target: Range<Int>, in reading: FeelingReading, _ body: (FeatureHash, Int?) -> Void
  ) {
    for index in reading.items.indices where !target.contains(index) {
      body(word(reading.items[index]), index)
    }
    forEachAround(target, in: reading, body)
  }

  /// The feature of a word anywhere in the sentence.
  @inline(__always)
  static func word(_ item: FeelingReader.Item) -> FeatureHash {
    FeatureHash(Template.word, item.key.value)
  }

  /// Hands out all features but those of words wherever they stand.
  @inline(__always)
  static func forEachAround(
    _ target: Range<Int>, in reading: FeelingReading, _ body: (FeatureHash, Int?) -> Void
  ) {
    let items = reading.items
    let beforeKey = target.lowerBound > 0 ? items[target.lowerBound - 1].key.value : 1
    let afterKey = target.upperBound < items.count ? items[target.upperBound].key.value : 2
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
    if target.lowerBound > 1 {
      let second = items[target.lowerBound - 2].key.value
      body(FeatureHash(Template.pair, second, beforeKey), target.lowerBound - 1)
    }
    if target.upperBound + 1 < items.count {
      let second = items[target.upperBound + 1].key.value
      body(FeatureHash(Template.pair + 50, afterKey, second), target.upperBound + 1)
      if target.upperBound + 2 < items.count {
        let third = items[target.upperBound + 2].key.value
        body(FeatureHash(Template.triple, afterKey, second, third), target.upperBound + 2)
      }
    }
    body(FeatureHash(Template.frame, beforeKey, afterKey), nil)
    forEachCue(of: target, in: reading) { body($0, nil) }
    body(form(of: target, items), nil)
    body(FeatureHash(Template.clause, UInt64(min(6, target.lowerBound / 4))), nil)
    let behind = items.count - target.upperBound
    body(FeatureHash(Template.clause + 50, UInt64(min(6, behind / 6))), nil)
  }

  private static func form(of target: Range<Int>, _ items: [FeelingReader.Item]) -> FeatureHash {
    guard target.count == 1, let item = items[target].first, pronouns.contains(item.key) else {
      return FeatureHash(Template.form, UInt64(min(3, target.count)))
    }
    return FeatureHash(Template.form, item.key.value)
  }

  private static let pronouns = WordSet("he she him her his they them their it its i we us you")

  /// The masses of good and bad cues on either side, near and far, and the nearest cue.
  private static func forEachCue(
    of target: Range<Int>, in reading: FeelingReading, _ body: (FeatureHash) -> Void
  ) {
    let first = reading.sentence.tokens.lowerBound
    var sides = InlineArray<5, Side>(repeating: Side())
    for cue in reading.cues {
      let middle = (cue.tokens.lowerBound + cue.tokens.upperBound - 1) / 2 - first
      guard !target.contains(middle) else { continue }
      let isLeft = middle < target.lowerBound
      let distance = isLeft ? target.lowerBound - middle : middle - target.upperBound + 1
      sides[0].add(cue.weight, distance)
      sides[isLeft ? 1 : 2].add(cue.weight, distance)
      if distance <= cueReach { sides[isLeft ? 3 : 4].add(cue.weight, distance) }
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
