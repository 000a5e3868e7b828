/// The number of the last build and what was wrong with it; requests wait here for the next one.
///
/// An actor: builds write it while requests read it.
actor ServerState {
  private(set) var build = 0
  /// The messages of a build that failed; empty after one that did not.
  private(set) var errors = ""
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var lastWaiter = 0

  /// Tells of a build that has ended.
  func finish(errors: String) {
    build += 1
    self.errors = errors
    let woken = waiting
    waiting = [:]
    for waiter in woken.values { waiter.resume() }
  }

  /// Returns once there is a build other than `known`, at the latest after `seconds`.
  func wait(after known: Int?, seconds: Int) async {
    guard known == build else { return }
    lastWaiter += 1
    let waiter = lastWaiter
    let alarm = Task {
      // Cancelled once the build is there: nobody is left to wake.
      try? await Task.sleep(for: .seconds(seconds))
      wake(waiter)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled { continuation.resume() } else { waiting[waiter] = continuation }
      }
    } onCancel: {
      Task { await wake(waiter) }
    }
    alarm.cancel()
  }

  private func wake(_ waiter: Int) { waiting.removeValue(forKey: waiter)?.resume() }
}
