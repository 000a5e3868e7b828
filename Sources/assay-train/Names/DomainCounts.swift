import AssayAnalysis
import Glibc

/// How often words of each cluster stand in the texts of each domain: naive Bayes.
struct DomainCounts {
  private var counts = [[Float]](
    repeating: [Float](repeating: 0, count: TextDomain.clusterCount),
    count: TextDomain.allCases.count)
  private var totals = [Float](repeating: 0, count: TextDomain.allCases.count)

  /// What is added to each count, so that a cluster not met says little.
  private static let smoothing: Float = 0.5

  init(_ texts: [(text: [UInt8], domain: TextDomain)]) throws {
    for (text, domain) in texts {
      for cluster in try TextDomain.clusters(of: text) { add(1, of: cluster, domain) }
    }
  }

  private mutating func add(_ count: Float, of cluster: Int, _ domain: TextDomain) {
    counts[domain.index][cluster] += count
    totals[domain.index] += count
  }

  private func weight(_ cluster: Int, _ domain: Int) -> Float {
    let smoothing = DomainCounts.smoothing
    return logf(
      (counts[domain][cluster] + smoothing)
        / (totals[domain] + smoothing * Float(TextDomain.clusterCount)))
  }

  /// As `DomainWeights` reads them: a row a cluster.
  var weights: [Float] {
    (0..<TextDomain.clusterCount).flatMap { cluster in
      counts.indices.map { weight(cluster, $0) }
    }
  }

  /// The domain of a text of those that were counted, as if it had not been.
  func domain(of text: [UInt8], of own: TextDomain) throws -> TextDomain {
    let clusters = try TextDomain.clusters(of: text)
    var others = self
    for cluster in clusters { others.add(-1, of: cluster, own) }
    let scores = TextDomain.allCases.map { domain in
      clusters.reduce(Float(0)) { $0 + others.weight($1, domain.index) }
    }
    return TextDomain.best(scores)
  }
}
