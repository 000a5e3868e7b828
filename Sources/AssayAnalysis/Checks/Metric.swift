/// The words of a metric as a set, so that "net sales" and "sales, net" are one: lower case, plural
/// forms cut, little words left out.
func metricWords(_ metric: String) -> Set<String> {
  var words: Set<String> = []
  let bytes = metric.lowercased().utf8.split {
    !($0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80)
  }
  for word in bytes {
    var text = String(decoding: word, as: UTF8.self)
    if ["the", "a", "an", "of", "in", "its", "total", "per", "benchmark"].contains(text) {
      continue
    }
    if text.utf8.count > 3, text.hasSuffix("s"), !text.hasSuffix("ss") { text.removeLast() }
    words.insert(text)
  }
  return words
}

extension CheckInput {
  /// The name of a claim's subject; nil where it has none.
  func subjectName(of claim: Claim) -> String? {
    claim.subject.flatMap { entities.indices.contains($0) ? entities[$0].name : nil }
  }
}
