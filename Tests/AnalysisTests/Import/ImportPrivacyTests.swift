import Testing

@testable import AssayAnalysis

@Suite struct ImportPrivacyTests {
  private func words(_ text: String, _ privacy: ImportPrivacy = ImportPrivacy()) -> String {
    var tally = Tally()
    return String(decoding: privacy.words(Array(text.utf8), &tally), as: UTF8.self)
  }

  @Test(arguments: [
    ("write to ann.b+c@mail.example.org.", "write to …@…."),
    ("[me](mailto:a@b.org)", "[me](…@…)"),
    ("@ann@social.example said", "@ann@social.example said"),
    ("clone git@host.org:a/b.git", "clone git@host.org:a/b.git"),
    ("npm i pkg@1.2.3 and a@b", "npm i pkg@1.2.3 and a@b"),
    ("![](https://secure.gravatar.com/avatar/8f27)", "![]((avatar))"),
    ("see https://e.org/@ann/5", "see https://e.org/@ann/5"),
  ])
  func `takes addresses and pictures of people out of words`(_ text: String, _ expected: String) {
    #expect(words(text) == expected)
  }

  @Test func `leaves addresses that people wrote where the owner wants them`() {
    var privacy = ImportPrivacy()
    privacy.keepsAddresses = true
    #expect(words("to a@b.org", privacy) == "to a@b.org")
  }

  @Test func `shows nobody under an address`() {
    let privacy = ImportPrivacy()
    #expect(privacy.name("ann@b.org") == "ann")
    #expect(privacy.name("192.168.0.1") == nil)
    #expect(privacy.name("2001:db8::1:2") == nil)
    #expect(privacy.name("  Ann \n B ") == "Ann B")
  }

  private func renamed(_ text: String, _ authors: [String]) -> String {
    var names = AuthorNames()
    for (index, author) in authors.enumerated() { names.add(author, as: "reader-\(index)") }
    var tally = Tally()
    let words = ImportPrivacy().words(Array(text.utf8), renaming: names, &tally)
    return String(decoding: words, as: UTF8.self)
  }

  @Test(arguments: [
    ("Hi @Ann. @anna?", "Hi @reader-0. @anna?"),
    ("K. Berg, you and Karin Berg agree", "reader-1, you and reader-1 agree"),
    ("as Karin A. Berg's or K Berg says", "as reader-1's or reader-1 says"),
    ("the Berg, a berg, O. Berg, Karin", "the Berg, a berg, O. Berg, Karin"),
    ("tao_7 is u/ole, but ole is beer", "reader-3 is u/reader-2, but ole is beer"),
    ("> ole: no\n\nquote=\"ole, post:3", "> reader-2: no\n\nquote=\"reader-2, post:3"),
    ("M. O'Neil and Mary O\u{2019}Neil", "reader-4 and reader-4"),
    ("\u{201C}Karin\u{A0}Berg\u{2019}s\u{201D}", "\u{201C}reader-1\u{2019}s\u{201D}"),
  ])
  func `renames authors wherever words speak of them`(_ text: String, _ expected: String) {
    #expect(renamed(text, ["ann", "Karin Anna Berg", "ole", "tao_7", "Mary O'Neil"]) == expected)
  }
}
