import Testing

@testable import AssayAnalysis

@Suite struct WordListTests {
  private let words = WordList.builtIn

  @Test func `words that are used alike share a cluster, whatever their case`() {
    let monday = words[WordKey("Monday")]
    #expect(monday.cluster != 0)
    #expect(words[WordKey("MONDAY")] == monday)
    let tuesday = words[WordKey("Tuesday")]
    #expect(words.clusters(of: monday).coarse == words.clusters(of: tuesday).coarse)
  }

  @Test func `knows what lists a name stands in`() throws {
    #expect(words[WordKey("Norway")].lists.contains(.country))
    #expect(words[WordKey("Norwegian")].lists.contains(.nationality))
    let team = try #require(WordList.key(ofName: Array("Manchester United".utf8)))
    #expect(words[team].lists.contains(.team))
  }

  @Test func `knows nothing of a word that it does not hold`() {
    #expect(words[WordKey("qzxvkjw")].lists == [])
  }

  @Test(arguments: [[], Array("ASSAYWRD".utf8), Array(repeating: UInt8(7), count: 4096)])
  func `takes other bytes for no list`(bytes: [UInt8]) {
    #expect(bytes.withUnsafeBytes { WordList($0) } == nil)
  }

  @Test(arguments: [[], Array("ASSAYMDL".utf8), Array(repeating: UInt8(7), count: 4096)])
  func `takes other bytes for no model`(bytes: [UInt8]) {
    #expect(bytes.withUnsafeBytes { LinearModel($0) } == nil)
    #expect(bytes.withUnsafeBytes { SequenceModel($0) } == nil)
  }
}
