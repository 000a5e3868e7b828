import CModels

/// What the compiled list of words knows of a word: the cluster of words that it is used like, and
/// the lists of names it stands in.
public struct WordTraits: Sendable, Hashable {
  /// One more than its cluster's number; 0 is none.
  public let cluster: UInt16
  public let lists: Lists

  public struct Lists: OptionSet, Sendable, Hashable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let firstName = Lists(rawValue: 1 << 0)
    public static let surname = Lists(rawValue: 1 << 1)
    public static let city = Lists(rawValue: 1 << 2)
    /// A country, a region, a sea.
    public static let country = Lists(rawValue: 1 << 3)
    /// A term of a field, often in small letters.
    public static let term = Lists(rawValue: 1 << 4)
    public static let nationality = Lists(rawValue: 1 << 5)
    public static let team = Lists(rawValue: 1 << 6)
    /// A company, an agency, a party.
    public static let organisation = Lists(rawValue: 1 << 7)
    /// The first word of a term of several.
    public static let termStart = Lists(rawValue: 1 << 8)
    public static let event = Lists(rawValue: 1 << 9)
    public static let product = Lists(rawValue: 1 << 10)
    /// A big city or one whose name means nothing else.
    public static let fame = Lists(rawValue: 1 << 11)
  }

  public init(cluster: UInt16, lists: Lists) {
    self.cluster = cluster
    self.lists = lists
  }

  static let none = WordTraits(cluster: 0, lists: [])
}

/// The compiled list of words, read where it lies.
///
/// A bucket of 64 bytes holds twelve entries of 5 bytes: a fingerprint of 16 bits, then twelve bits
/// each of cluster and lists. Ahead of the buckets stands, for each cluster, the coarser ones that
/// hold it.
///
/// ```
/// "ASSAYWRD"  version  buckets  clusters (count)                        … to 64 bytes
/// clusters: three UInt16 each, at k = 64, 512 and 2,048                 … to 64 bytes
/// buckets: 64 bytes each
/// ```
public struct WordList {
  private let buckets: UnsafeRawPointer
  private let bucketCount: UInt64
  private let clusters: UnsafeRawPointer
  private let clusterCount: Int

  public static let magic = Array("ASSAYWRD".utf8)
  public static let version: UInt32 = 1
  public static let bucketBytes = 64
  public static let entryBytes = 5
  public static let ways = 12

  /// Nil where the bytes are no list of words, or are cut off.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    let head = WordList.bucketBytes
    guard let base = bytes.baseAddress, bytes.count >= head,
      bytes.prefix(8).elementsEqual(WordList.magic)
    else { return nil }
    func field(_ index: Int) -> UInt32 {
      base.loadUnaligned(fromByteOffset: 8 + index * 4, as: UInt32.self).littleEndian
    }
    bucketCount = UInt64(field(1))
    clusterCount = Int(field(2))
    let clusterBytes = (clusterCount * 6 + head - 1) / head * head
    guard field(0) == WordList.version, bucketCount > 0,
      bytes.count >= head + clusterBytes + Int(bucketCount) * head
    else { return nil }
    clusters = base.advanced(by: head)
    buckets = base.advanced(by: head + clusterBytes)
  }

  /// Where a word's entry is looked for, and what tells it from others there; never 0.
  @inline(__always)
  public static func place(
    of key: WordKey, among count: UInt64
  ) -> (bucket: Int, fingerprint: UInt16) {
    let mixed = FeatureHash(0, key.value).value
    let print = UInt16(truncatingIfNeeded: mixed)
    return (Int(truncatingIfNeeded: (mixed >> 32 &* count) >> 32), print == 0 ? 1 : print)
  }

  /// Asks memory for a word that will soon be looked up.
  @inline(__always)
  func prefetch(_ key: WordKey) {
    let bucket = WordList.place(of: key, among: bucketCount).bucket
    assay_prefetch(buckets.advanced(by: bucket &* WordList.bucketBytes))
  }

  @inline(__always)
  public subscript(key: WordKey) -> WordTraits {
    let (bucket, print) = WordList.place(of: key, among: bucketCount)
    let base = buckets.advanced(by: bucket &* WordList.bucketBytes)
    let entry = FingerprintMatch(ofTwelve: base, print)
    guard entry.isFound else { return .none }
    let place = WordList.ways &* 2 &+ entry.way &* 3
    // The byte above belongs to the next entry, or to nobody.
    let value = base.loadUnaligned(fromByteOffset: place, as: UInt32.self).littleEndian
    return WordTraits(
      cluster: UInt16(value & 0xFFF),
      lists: WordTraits.Lists(rawValue: UInt16(value >> 12 & 0xFFF)))
  }

  /// The clusters at k = 64, 512 and 2,048 that hold a word; each one more than its number.
  @inline(__always)
  func clusters(of traits: WordTraits) -> (coarse: UInt64, middle: UInt64, fine: UInt64) {
    let index = Int(traits.cluster)
    guard index > 0, index <= clusterCount else { return (0, 0, 0) }
    let place = (index - 1) &* 6
    func number(_ offset: Int) -> UInt64 {
      UInt64(
        clusters.loadUnaligned(fromByteOffset: place &+ offset, as: UInt16.self).littleEndian) + 1
    }
    return (number(0), number(2), number(4))
  }
}

extension WordList {
  /// The most words of a name in the lists.
  public static let longestName = 4

  /// The key of a name of several words, as its words are met in a text; nil where it has too many.
  public static func key(ofName name: [UInt8]) -> WordKey? {
    let keys = NameReading.keys(of: name)
    guard let first = keys.first, keys.count <= longestName else { return nil }
    return keys.dropFirst().reduce(first) { $0.followed(by: $1) }
  }
}

extension WordList {
  /// The list that the program carries.
  static var builtIn: WordList {
    let model = assay_words_model()
    guard let list = WordList(UnsafeRawBufferPointer(start: model.bytes, count: model.count)) else {
      preconditionFailure("Models/words.model must be what assay-train words writes")
    }
    return list
  }
}
