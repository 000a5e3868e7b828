import Synchronization

/// How far a build is, for whoever watches it.
///
/// A class because workers count into it while another task reads it.
public final class BuildProgress: Sendable {
  private let finished = Atomic<Int>(0)
  private let expected = Atomic<Int>(0)
  private let stage = Atomic<Int>(0)

  public init() {}

  /// What a build does one after the other.
  public enum Stage: Int, Sendable, CaseIterable {
    case reading, linking, writing

    public var words: String {
      switch self {
      case .reading: "Reading articles"
      case .linking: "Linking"
      case .writing: "Writing pages"
      }
    }
  }

  func begin(_ stage: Stage, of count: Int) {
    finished.store(0, ordering: .relaxed)
    expected.store(count, ordering: .relaxed)
    self.stage.store(stage.rawValue, ordering: .relaxed)
  }

  func advance() { finished.add(1, ordering: .relaxed) }

  /// The stage under way, and how many of its steps are done.
  public var now: (stage: Stage, finished: Int, expected: Int) {
    (
      Stage(rawValue: stage.load(ordering: .relaxed)) ?? .reading,
      finished.load(ordering: .relaxed), expected.load(ordering: .relaxed)
    )
  }
}
