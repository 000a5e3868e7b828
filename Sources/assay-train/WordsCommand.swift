import ArgumentParser
import AssayAnalysis
import Glibc

/// `assay-train words`: word clusters and lists of names, compiled into one table.
struct WordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Compile word clusters, read from standard input, and lists of names.",
    discussion: """
      EXAMPLE:
        zcat data/clusters/word-clusters.tsv.gz | assay-train words --lists Models/lists -o Models
      """)

  @Option(help: "The folder of lists, one name a line.")
  var lists: String

  @Option(name: .shortAndLong, help: "The folder to write words.model to.")
  var output: String

  func run() throws {
    var table = CompiledWords()
    table.add(clusters: try TrainingFiles.read("-"))
    for (name, list) in WordsCommand.listNames {
      let bytes = try TrainingFiles.read("\(lists)/\(name).txt")
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        guard let key = WordList.key(ofName: Array(line)) else { continue }
        table.lists[key, default: []].formUnion(list)
        if list == .term, let space = line.firstIndex(of: 0x20),
          let first = WordList.key(ofName: Array(line[..<space]))
        {
          table.lists[first, default: []].formUnion(.termStart)
        }
      }
    }
    let (bytes, dropped) = table.packed()
    try TrainingFiles.write(bytes, to: output + "/words.model")
    print("words.model: \(table.count) words, \(bytes.count) bytes, \(dropped) without a place")
  }

  /// Each list's file and its mark; what stands in `big-cities` stands in `cities` as well.
  private static let listNames: [(String, WordTraits.Lists)] = [
    ("first-names", .firstName), ("surnames", .surname), ("cities", .city),
    ("big-cities", [.city, .fame]), ("countries", .country), ("regions", .country),
    ("nationalities", .nationality), ("teams", .team), ("companies", .organisation),
    ("agencies", .organisation), ("events", .event), ("products", .product), ("terms", .term),
  ]
}

/// Words with their clusters and lists, before they are packed.
private struct CompiledWords {
  private var clusterOfWord: [WordKey: UInt16] = [:]
  /// The distinct triples of clusters at k = 64, 512 and 2,048.
  private var triples: [[UInt16]] = []
  private var numberOfTriple: [[UInt16]: UInt16] = [:]
  var lists: [WordKey: WordTraits.Lists] = [:]

  var count: Int { Set(clusterOfWord.keys).union(lists.keys).count }

  /// Words are told apart without regard to case; what is no word of letters is left out.
  mutating func add(clusters bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      guard fields.count == 4, CompiledWords.isWord(fields[0]) else { continue }
      let triple = fields[1...].compactMap { UInt16(String(decoding: $0, as: UTF8.self)) }
      guard triple.count == 3 else { continue }
      let key = Array(fields[0]).withUnsafeBufferPointer { WordKey($0, 0..<$0.count) }
      guard clusterOfWord[key] == nil else { continue }
      if numberOfTriple[triple] == nil {
        triples.append(triple)
        numberOfTriple[triple] = UInt16(triples.count)
      }
      clusterOfWord[key] = numberOfTriple[triple]
    }
  }

  /// Letters, hyphens and apostrophes, no longer than words are.
  private static func isWord(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, let last = word.last, word.count <= 18 else { return false }
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
    return isLetter(first) && isLetter(last)
      && word.allSatisfy {
        isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'")
      }
  }

  /// Share of the entries that are taken: fuller buckets overflow.
  private static let load = 0.78

  /// The table's bytes, and how many words found their bucket full; those of the lists go first.
  func packed() -> (bytes: [UInt8], dropped: Int) {
    let keys = Set(clusterOfWord.keys).union(lists.keys).sorted {
      let (left, right) = (lists[$0] != nil, lists[$1] != nil)
      return left != right ? left : $0.value < $1.value
    }
    let bucketCount = UInt64(Double(keys.count) / Double(WordList.ways) / CompiledWords.load) + 1
    var buckets = [UInt8](repeating: 0, count: Int(bucketCount) * WordList.bucketBytes)
    var used = [UInt8](repeating: 0, count: Int(bucketCount))
    var dropped = 0
    for key in keys {
      let (bucket, print) = WordList.place(of: key, among: bucketCount)
      guard used[bucket] < WordList.ways else {
        dropped += 1
        continue
      }
      let way = Int(used[bucket])
      used[bucket] += 1
      let base = bucket * WordList.bucketBytes
      let value = UInt32(clusterOfWord[key] ?? 0) | UInt32(lists[key]?.rawValue ?? 0) << 12
      buckets[base + way * 2] = UInt8(truncatingIfNeeded: print)
      buckets[base + way * 2 + 1] = UInt8(print >> 8)
      for byte in 0..<3 {
        buckets[base + WordList.ways * 2 + way * 3 + byte] =
          UInt8(truncatingIfNeeded: value >> (8 * UInt32(byte)))
      }
    }
    return (head(bucketCount) + buckets, dropped)
  }

  private func head(_ bucketCount: UInt64) -> [UInt8] {
    var bytes = WordList.magic
    for field in [WordList.version, UInt32(bucketCount), UInt32(triples.count)] {
      withUnsafeBytes(of: field.littleEndian) { bytes.append(contentsOf: $0) }
    }
    while bytes.count % WordList.bucketBytes != 0 { bytes.append(0) }
    for number in triples.joined() {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    while bytes.count % WordList.bucketBytes != 0 { bytes.append(0) }
    return bytes
  }
}
