/// Points parted into groups by k-means, as many as the silhouette is best with.
struct PointGroups {
  private(set) var groupOfPoint: [Int] = []
  /// Largest first.
  private(set) var sizes: [Int] = []

  private static let mostGroups = 5
  /// Beyond two groups, each needs so many points more; Polis' number.
  private static let pointsOfGroup = 12
  /// Fewer are no group.
  private static let fewestMembers = 5
  private static let mostSteps = 50

  /// Nil where no two groups are large enough.
  init?(_ points: [VoteMap.Point]) {
    var best: (silhouette: Double, parted: Parted)?
    let most = min(PointGroups.mostGroups, 2 + points.count / PointGroups.pointsOfGroup)
    for count in 2...most {
      guard let parted = PointGroups.parted(points, into: count) else { continue }
      let silhouette = parted.silhouette(points)
      if silhouette > best?.silhouette ?? 0 { best = (silhouette, parted) }
    }
    guard let parted = best?.parted else { return nil }
    let counts = parted.sizes
    let order = counts.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    var rank = [Int](repeating: 0, count: order.count)
    for (place, group) in order.enumerated() { rank[group] = place }
    groupOfPoint = parted.groupOfPoint.map { rank[$0] }
    sizes = order.map { counts[$0] }
  }

  /// The tighter of two partings, from seeds along the first axis and from seeds far apart.
  private static func parted(_ points: [VoteMap.Point], into count: Int) -> Parted? {
    let tries = [seedsAlong(points, count), seedsApart(points, count)].map { seeds in
      var parted = Parted(centres: seeds, points)
      for _ in 0..<mostSteps where parted.step(points) {}
      return parted
    }
    return tries.filter { ($0.sizes.min() ?? 0) >= fewestMembers }
      .min { $0.scatter(points) < $1.scatter(points) }
  }

  /// The middle points of slices along the first axis.
  private static func seedsAlong(_ points: [VoteMap.Point], _ count: Int) -> [VoteMap.Point] {
    let sorted = points.indices.sorted { (points[$0].x, $0) < (points[$1].x, $1) }
    return (0..<count).map { points[sorted[(2 * $0 + 1) * sorted.count / (2 * count)]] }
  }

  /// The point farthest from the middle, then always the one farthest from those taken.
  private static func seedsApart(_ points: [VoteMap.Point], _ count: Int) -> [VoteMap.Point] {
    var seeds: [VoteMap.Point] = []
    var distances = points.map { $0.squaredDistance(to: VoteMap.Point(x: 0, y: 0)) }
    for _ in 0..<count {
      guard let farthest = points.indices.max(by: { distances[$0] < distances[$1] }) else { break }
      let seed = points[farthest]
      for index in points.indices {
        let distance = points[index].squaredDistance(to: seed)
        distances[index] = seeds.isEmpty ? distance : min(distances[index], distance)
      }
      seeds.append(seed)
    }
    return seeds
  }
}

/// Points with the nearest of some centres.
private struct Parted {
  private(set) var centres: [VoteMap.Point]
  private(set) var groupOfPoint: [Int]

  init(centres: [VoteMap.Point], _ points: [VoteMap.Point]) {
    self.centres = centres
    groupOfPoint = points.map { point in Parted.nearest(of: centres, to: point).group }
  }

  var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: centres.count)
    for group in groupOfPoint { sizes[group] += 1 }
    return sizes
  }

  /// Moves each centre to the mean of its points; false where no point changes its group.
  mutating func step(_ points: [VoteMap.Point]) -> Bool {
    var sums = [VoteMap.Point](repeating: VoteMap.Point(x: 0, y: 0), count: centres.count)
    for (index, point) in points.enumerated() {
      sums[groupOfPoint[index]].x += point.x
      sums[groupOfPoint[index]].y += point.y
    }
    for (group, size) in sizes.enumerated() where size > 0 {
      centres[group] = VoteMap.Point(
        x: sums[group].x / Double(size), y: sums[group].y / Double(size))
    }
    let moved = Parted(centres: centres, points)
    defer { groupOfPoint = moved.groupOfPoint }
    return moved.groupOfPoint != groupOfPoint
  }

  func scatter(_ points: [VoteMap.Point]) -> Double {
    zip(points, groupOfPoint).reduce(0) { $0 + $1.0.squaredDistance(to: centres[$1.1]) }
  }

  /// The mean over points of (b − a) ÷ the greater: a to the own centre, b to the next.
  func silhouette(_ points: [VoteMap.Point]) -> Double {
    let sum = zip(points, groupOfPoint).reduce(0.0) { sum, pair in
      let own = pair.0.squaredDistance(to: centres[pair.1]).squareRoot()
      let other = Parted.nearest(of: centres, to: pair.0, but: pair.1).distance.squareRoot()
      let greater = max(own, other)
      return greater > 0 ? sum + (other - own) / greater : sum
    }
    return sum / Double(max(1, points.count))
  }

  private static func nearest(
    of centres: [VoteMap.Point], to point: VoteMap.Point, but left: Int? = nil
  ) -> (group: Int, distance: Double) {
    var best = (group: 0, distance: Double.infinity)
    for (group, centre) in centres.enumerated() where group != left {
      let distance = point.squaredDistance(to: centre)
      if distance < best.distance { best = (group, distance) }
    }
    return best
  }
}

extension VoteMap.Point {
  func squaredDistance(to other: VoteMap.Point) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}
