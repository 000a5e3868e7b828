/// The known word nearest to a mistyped one, for "did you mean"; nil where none is near.
///
/// Near is a Damerau-Levenshtein distance (adjacent transpositions count one) of at most a third
/// of the word's length.
public func suggestion(for word: String, among known: [String]) -> String? {
  let limit = max(1, word.unicodeScalars.count / 3)
  let ranked = known.map { (name: $0, distance: editDistance(word, $0)) }
    .filter { $0.distance <= limit }
  return ranked.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

private func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left.lowercased().unicodeScalars.prefix(64))
  let right = Array(right.lowercased().unicodeScalars.prefix(64))
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
      var best = min(substitution, last[column + 1] + 1, current[column] + 1)
      let isSwap =
        row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
      if isSwap { best = min(best, beforeLast[column - 1] + 1) }
      current.append(best)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
