import Testing

@testable import AssayAnalysis

/// What a thing does in its sentence.
@Suite struct TargetRoleTests {
  /// The role of the words between « and ».
  private static func role(_ marked: String) throws -> TargetRole {
    let parts = marked.split(separator: "«", omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "»", omittingEmptySubsequences: false)
    let text = String(parts[0]) + rest[0] + rest[1]
    let document = Document(plain: SourceText(text))
    let words = TokenizedText(document)
    let start = parts[0].utf8.count
    let range = document.text.textRange(of: SourceRange(start..<start + rest[0].utf8.count))
    let sentence = try #require(words.sentence(holding: range))
    let reading = FeelingReader(words: words, lexicon: FeelingLexicon.shared).read(sentence)
    let target = reading.items(words.tokens(in: range, of: sentence))
    return TargetRole(of: target, in: TargetSentence(reading, in: words))
  }

  @Test(arguments: [
    ("«Reyes» has praised the council.", TargetRole.Kind.subject),
    ("The council was praised by «Reyes» on Monday.", .agent),
    ("The council was praised by President «Reyes».", .agent),
    ("«The council» was praised by Reyes.", .passiveSubject),
    ("«The council», which met on Monday, was praised.", .passiveSubject),
    ("Critics attacked «Reyes».", .object),
    ("Despite «Reyes» and his plan, it grew.", .ofPreposition),
    ("Unlike «Reyes», the mayor resigned.", .ofPreposition),
    ("«Reyes’s» plan failed.", .possessor),
    ("They liked «his» plan.", .possessor),
    ("“It is a scandal,” said «Reyes».", .speaker),
    ("«Reyes» said it was a scandal.", .speaker),
    ("According to «Reyes», it failed.", .speaker),
    ("«Reyes» praised the council.", .beginning),
  ])
  func `tells who acts, who is acted upon, who speaks and whose something is`(
    _ text: String, _ kind: TargetRole.Kind
  ) throws {
    #expect(try Self.role(text).kind == kind, "\(text)")
  }

  @Test func `keeps the clause of a thing apart from the one beside it`() throws {
    let role = try Self.role("Critics attacked the plan, but «Reyes» has praised it.")
    #expect(role.clause == 6..<10)
    #expect(role.verb == 8 && !role.isPassive)
  }

  @Test func `reads no role beyond the ends of a sentence`() throws {
    #expect(try Self.role("«Reyes»").kind == .object)
    #expect(try Self.role("by «Reyes»").kind == .agent)
    #expect(try Self.role("«Reyes»,").verb == nil)
  }
}
