/// What a small word does in a clause, as far as the place of a thing in it follows from that.
struct GrammarRole: OptionSet, Sendable {
  let rawValue: UInt16

  /// A form of "be" or "get": with a participle it makes a passive.
  static let passive = GrammarRole(rawValue: 1)
  /// Stands before the verb: "be", "have", "will".
  static let auxiliary = GrammarRole(rawValue: 2)
  static let adverb = GrammarRole(rawValue: 4)
  /// Tells what somebody says.
  static let speech = GrammarRole(rawValue: 8)
  /// Stands before a name and belongs to it: "the", "President".
  static let title = GrammarRole(rawValue: 16)
  static let preposition = GrammarRole(rawValue: 32)
  /// Begins a clause.
  static let clauseStart = GrammarRole(rawValue: 64)
  static let pronoun = GrammarRole(rawValue: 128)
  static let possessivePronoun = GrammarRole(rawValue: 256)
  static let by = GrammarRole(rawValue: 512)
  static let to = GrammarRole(rawValue: 1024)
  static let according = GrammarRole(rawValue: 2048)

  static let table: WordTable<GrammarRole> = {
    let lists: [(GrammarRole, String)] = [
      ([.auxiliary, .passive], "is are was were be been being am 's 're get gets got"),
      (
        .auxiliary,
        """
        has have had having will would could can may might shall should must do does did to won't
        wouldn't couldn't can't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't
        hadn't shouldn't cannot
        """
      ),
      (
        .adverb,
        """
        also not never always still now just only even already recently later then often again once
        ever soon
        """
      ),
      (
        .speech,
        """
        said says say saying told tells tell telling wrote writes writing tweeted tweets added adds
        claimed claims argued argues insisted insists stated states noted notes asked asks called
        calls replied responded announced explained explains suggested suggests warned warns admitted
        denied according declared acknowledged testified remarked joked observed
        """
      ),
      (
        .title,
        """
        the a an this that these those his her its their our my your former president mr mrs ms dr
        sen rep gov senator secretary attorney general justice judge chief prime minister candidate
        nominee leader republican democratic democrat director
        """
      ),
      (
        .preposition,
        """
        of for against with to from on about at in over under between behind toward towards like
        unlike despite without into after before during by than as through via around among
        """
      ),
      (
        .clauseStart,
        """
        and or but because since which who whom whose when where while as so then after before
        although though if that whereas however despite
        """
      ),
      (.pronoun, "he she him her his they them their it its i we us you"),
      (.possessivePronoun, "his her its their my our your"),
      (.by, "by"), (.to, "to"), (.according, "according"),
    ]
    var table = WordTable(empty: GrammarRole(), capacity: 256)
    for (role, list) in lists { forEachWord(in: list) { table[$0].insert(role) } }
    return table
  }()
}
