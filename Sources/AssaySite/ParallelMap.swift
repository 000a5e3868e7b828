import Glibc

/// Maps values on all cores, in chunks; results come in the order of the input.
///
/// The only task group of the project. At most one chunk a core is under way, so memory is bounded
/// by what the transform holds at once.
func parallelMap<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], chunk: Int = 8, workers: Int? = nil,
  _ transform: @escaping @Sendable (Input) throws -> Output
) async throws -> [Output] {
  let limit = max(1, workers ?? availableCores())
  let starts = Array(stride(from: 0, to: inputs.count, by: max(1, chunk)))
  var results = [[Output]](repeating: [], count: starts.count)
  try await withThrowingTaskGroup(of: (Int, [Output]).self) { group in
    var next = 0
    func addTask() {
      guard next < starts.count else { return }
      let index = next
      next += 1
      let slice = inputs[starts[index]..<min(starts[index] + max(1, chunk), inputs.count)]
      group.addTask { (index, try slice.map(transform)) }
    }
    for _ in 0..<limit { addTask() }
    while let (index, outputs) = try await group.next() {
      results[index] = outputs
      addTask()
    }
  }
  return results.flatMap { $0 }
}

/// The cores this process may run on.
func availableCores() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
