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

  @Test func `renames authors wherever words address them`() {
    var privacy = ImportPrivacy()
    privacy.pseudonym = { "reader-\($0.utf8.count)" }
    var tally = Tally()
    let names = ["ann": "reader-3"]
    let words = privacy.words(Array("Hi @Ann. @anna?".utf8), renaming: names, &tally)
    #expect(String(decoding: words, as: UTF8.self) == "Hi @reader-3. @anna?")
  }
}
