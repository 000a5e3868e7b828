/// How long the stages of a build took.
public struct StageTimes: Sendable, Hashable {
  /// The stages in the order of a build. Those of one article or page run on all cores at once, so
  /// their times add up to more than the time that passed.
  public enum Stage: Int, Sendable, Hashable, CaseIterable {
    case find, read, parse, analyse, brief, link, render, lint, write, exchange, keep

    /// True where workers share the stage: its time is the sum over all of them.
    public var isParallel: Bool {
      switch self {
      case .read, .parse, .analyse, .brief, .render, .lint, .write: true
      case .find, .link, .exchange, .keep: false
      }
    }
  }

  private var spent = [Duration](repeating: .zero, count: Stage.allCases.count)

  public init() {}

  public subscript(stage: Stage) -> Duration { spent[stage.rawValue] }

  mutating func add(_ other: StageTimes) {
    for index in spent.indices { spent[index] += other.spent[index] }
  }

  /// Runs a step and adds its time to a stage.
  mutating func time<Result, Problem: Error>(
    _ stage: Stage, _ step: () throws(Problem) -> Result
  ) throws(Problem) -> Result {
    let start = ContinuousClock.now
    defer { spent[stage.rawValue] += ContinuousClock.now - start }
    return try step()
  }
}

extension Duration {
  /// Whole milliseconds, rounded.
  public var milliseconds: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1000 + Int((attoseconds + 500_000_000_000_000) / 1_000_000_000_000_000)
  }
}
