/// Finds room for labels: the first of several places that lies on the canvas and on no other label
/// or mark.
struct LabelPlacer {
  private let width: Double
  private let height: Double
  private var taken: [Box] = []

  /// What a label or a mark covers.
  struct Box {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// A label's baseline and anchor.
  struct Place {
    let x: Double
    let y: Double
    let anchor: SVG.Anchor
  }

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Keeps labels off a mark.
  mutating func block(x: Double, y: Double, radius: Double) {
    taken.append(Box(left: x - radius, top: y - radius, right: x + radius, bottom: y + radius))
  }

  /// Keeps labels off a line, as far as boxes along it can.
  mutating func block(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    let steps = max(1, Int(max(abs(end.x - start.x), abs(end.y - start.y)) / 8))
    guard steps < 400 else { return }
    for step in 1..<max(2, steps) {
      let share = Double(step) / Double(steps)
      block(
        x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y), radius: 3)
    }
  }

  /// The first place that is free, which is then taken; nil where none is.
  mutating func place(_ words: String, size: Double = 13, at places: [Place]) -> Place? {
    let length = textWidth(words, size: size)
    for place in places {
      let box = LabelPlacer.box(place, length: length, size: size)
      guard box.left >= 0, box.right <= width, box.top >= 0, box.bottom <= height,
        !taken.contains(where: box.overlaps)
      else { continue }
      taken.append(box)
      return place
    }
    return nil
  }

  /// Whether an upright line crosses no label or mark.
  func isFree(x: Double, from start: Double, to end: Double) -> Bool {
    let line = Box(left: x - 1, top: min(start, end), right: x + 1, bottom: max(start, end))
    return !taken.contains(where: line.overlaps)
  }

  /// Above, below, and beside a mark, each kept on the canvas.
  func around(
    x: Double, y: Double, words: String, size: Double = 13, gap: Double = 8,
    prefersBelow: Bool = false
  ) -> [Place] {
    let half = textWidth(words, size: size) / 2
    let center = min(max(x, half + 1), width - half - 1)
    let above = Place(x: center, y: y - gap - 4, anchor: .middle)
    let below = Place(x: center, y: y + gap + size * 0.85 + 1, anchor: .middle)
    let right = Place(x: x + gap + 1, y: y + size * 0.35, anchor: .start)
    let left = Place(x: x - gap - 1, y: y + size * 0.35, anchor: .end)
    return prefersBelow ? [below, above, right, left] : [above, below, right, left]
  }

  private static func box(_ place: Place, length: Double, size: Double) -> Box {
    let left =
      switch place.anchor {
      case .start: place.x
      case .middle: place.x - length / 2
      case .end: place.x - length
      }
    return Box(
      left: left, top: place.y - size * 0.85, right: left + length, bottom: place.y + size * 0.3)
  }
}

/// Moves labels on one column apart, so that each has its own line and stays near where it belongs.
///
/// - Parameters:
///   - wanted: where each label would best stand.
///   - range: what they must stay in.
func spreadLabels(_ wanted: [Double], gap: Double, within range: ClosedRange<Double>) -> [Double] {
  let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
  var places = wanted
  var floor = range.lowerBound
  for index in order {
    places[index] = max(wanted[index], floor)
    floor = places[index] + gap
  }
  var ceiling = range.upperBound
  for index in order.reversed() {
    places[index] = min(places[index], ceiling)
    ceiling = places[index] - gap
  }
  return places
}
