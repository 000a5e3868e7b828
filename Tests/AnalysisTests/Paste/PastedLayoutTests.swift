import AssayAnalysis
import Testing

/// How different pages lay their comments out when they are copied. All of them are invented.
@Suite struct PastedLayoutTests {
  static let article = """
    Solar Output Beats Forecast in Windy February

    The grid operator said solar farms produced 1.9 terawatt-hours in February, 12% above the forecast of 1.7 terawatt-hours, even though the month was the windiest since 2014.

    Wind supplied 38% of demand and solar 9%, leaving gas with 31%, its lowest share for any February on record.


    """

  static func read(_ comments: String) -> PasteSummary { PasteSummary(article + comments) }

  @Test func `begins at the count of all comments, not at a count of replies among them`() {
    let read = PastedLayoutTests.read(
      """
      12 Comments

      Add a comment...

      @gridnerd42
      2 weeks ago
      Finally some good news for once

      24

      Reply

      @SolarSal
      2 weeks ago (edited)
      what about night though? solar is 0% at night lol

      Reply

      5 replies

      @windyWendy
      13 days ago
      @SolarSal that is what the 38% wind is for

      Reply
      """)
    #expect(
      read.comments == [
        "c1 gridnerd42: Finally some good", "c2 SolarSal: what about night",
        "c3→c2 windyWendy: @SolarSal that is",
      ])
  }

  @Test func `reads blocks of a name, words and buttons without a line above them`() {
    let read = PastedLayoutTests.read(
      """
      Anna Berg
      Finally some good news for once!
      Like
      Reply
      2h

      Tom Ek
      Anna Berg, good news? my bill went up 30%
      Like
      Reply
      1h
      Edited

      Lisa Holm
      Gas at 31% is still far too much.
      4
      Like
      Reply
      55m
      """)
    #expect(
      read.comments == [
        "c1 Anna Berg: Finally some good", "c2→c1 Tom Ek: Anna Berg, good",
        "c3 Lisa Holm: Gas at 31%",
      ])
  }

  @Test func `passes over handles and badges between a name and its time`() {
    let read = PastedLayoutTests.read(
      """
      Post your reply

      Anna Berg
      @annaberg
      ·
      2h
      Finally some good news. 12% is huge
      3
      1.2K

      u/solarsal
      OP
      ·
      1h ago
      Top 1% Commenter
      what about night though?

      Upvote
      45
      Award
      Share
      """)
    #expect(
      read.comments == [
        "c1 annaberg: Finally some good", "c2 solarsal: what about night",
      ])
  }

  @Test func `reads lines that begin with a user name and a colon`() {
    let read = PastedLayoutTests.read(
      """
      wexy4life: 38% wind and the bill goes up?? joke
      northgrid_jo: best February in 20 years, who would have thought
      oldtimer: 1.9? felt like double. 2014 was better
      wexy4life: northgrid_jo enjoy it while it lasts
      """)
    #expect(
      read.comments == [
        "c1 wexy4life: 38% wind and", "c2 northgrid_jo: best February in",
        "c3 oldtimer: 1.9? felt like", "c4→c2 wexy4life: northgrid_jo enjoy it",
      ])
  }

  @Test func `leaves the speakers of an interview in the article`() {
    let read = PastedLayoutTests.read(
      """
      Q: Was it luck?
      Lena Brandt: In part. The wind will not blow like that each year.
      Q: And the gas?
      Lena Brandt: It stays for the still nights.
      """)
    #expect(read.comments.isEmpty)
  }

  @Test func `reads pages in other languages by their lines of names and times`() {
    let read = PastedLayoutTests.read(
      """
      Kommentare (2)

      Gerd_42
      vor 2 Stunden
      Endlich mal gute Nachrichten.
      Antworten

      Sabine K.
      vor einer Stunde
      Und nachts? Da sind es 0 Prozent.
      Antworten
      """)
    #expect(
      read.comments == ["c1 Gerd_42: Endlich mal gute", "c2 Sabine K.: Und nachts? Da"])
  }

  @Test func `reads names in bold under a marker, and a quotation as a reply`() throws {
    let read = readArticle(
      SourceText(
        path: "a.md",
        PastedLayoutTests.article + """
          <!-- comments -->

          **Rowan** · 3 days ago

          My daughter's school sent home 40 kids.

          **j.miller** · 3 days ago

          > My daughter's school sent home 40 kids.

          which school? mine had 12
          """))
    let comments = try #require(read.thread?.comments)
    #expect(comments.map(\.author) == ["Rowan", "j.miller"])
    #expect(comments.map(\.parent) == [nil, 0])
  }
}
