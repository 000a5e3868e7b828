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

  @Test func `finds the author above a rank of two lines`() {
    let read = PastedLayoutTests.read(
      """
      READER COMMENTS
      3
      gridnerd
      Senior Member
      MAR 4, 2026 AT 1:31 PM
      Would love to see this at night.
      Upvote
      14 (16 / -2)
      EllPea
      Grand Archivist
      et Subscriber
      MAR 4, 2026 AT 1:40 PM
      gridnerd said:
      Would love to see this at night.
      Click to expand...
      That is what the wind is for.
      Upvote
      22 (23 / -1)
      marsilla
      Novice, in training
      MAR 4, 2026 AT 2:02 PM
      12% above forecast is huge.
      Upvote
      9 (9 / 0)
      """)
    #expect(
      read.comments == [
        "c1 gridnerd: Would love to", "c2→c1 EllPea: That is what",
        "c3 marsilla: 12% above forecast",
      ])
  }

  @Test func `takes no line of the page's own for the first comment's author`() {
    let read = PastedLayoutTests.read(
      """
      Comments (214)
      Order by
      Oldest
      Threads
      Expanded
      This discussion is now closed for comments
      MarshLarder
      4 Mar 2025 8.12
      61
      Finally some good news for once
      Reply
      Share
      Report
      CliveTheThird
      4 Mar 2025 8.40
      17
      MarshLarder
      For you perhaps
      Reply
      Share
      Report
      northlad
      4 Mar 2025 9.02
      8
      what about night though
      Reply
      Share
      Report
      """)
    #expect(
      read.comments == [
        "c1 MarshLarder: Finally some good", "c2→c1 CliveTheThird: For you perhaps",
        "c3 northlad: what about night",
      ])
  }

  @Test func `reads an author with whom he answers, and ends at the last comment's buttons`() {
    let read = PastedLayoutTests.read(
      """
      3 Comments

      Avatar
      Ray Kowalski • 5 hours ago
      Finally some good news for once
      12
      • Reply•Share ›

      Avatar
      Nurse Betty Ray Kowalski • 4 hours ago
      For you perhaps, Ray
      8
      • Reply•Share ›

      Avatar
      LedgerReader2 • 3 hours ago
      what about night though
      3
      • Reply•Share ›

      36 more comments...

      ✉ Subscribe
      Add a forum to your site
      ⚠ Do Not Sell My Data
      """)
    #expect(
      read.comments == [
        "c1 Ray Kowalski: Finally some good", "c2→c1 Nurse Betty: For you perhaps,",
        "c3 LedgerReader2: what about night",
      ])
    #expect(read.thread?.comments.last?.body.blocks.count == 1)
  }

  @Test func `reads how deep the links of a page put a comment`() {
    let read = PastedLayoutTests.read(
      """
      3 comments

      latency_lou 8 hours ago | next [–]

      Finally some good news for once.

      reply

      gridnerd42 8 hours ago | parent | next [–]

      For you perhaps.

      reply

      SolarSal 7 hours ago | root | parent | next [–]

      what about night though

      reply

      pkrause 7 hours ago | prev [–]

      The wind blows at night.

      reply
      """)
    #expect(
      read.comments == [
        "c1 latency_lou: Finally some good", "c2→c1 gridnerd42: For you perhaps.",
        "c3→c2 SolarSal: what about night", "c4 pkrause: The wind blows",
      ])
  }

  @Test func `takes nothing below the form for new comments for one`() {
    let read = PastedLayoutTests.read(
      """
      3 thoughts on “Solar Output Beats Forecast”

      Keith Mallory
      12 June 2025 at 9:14 am
      Finally some good news for once

      Reply
      Anwen P.
      12 June 2025 at 10:02 am
      For you perhaps.

      Reply
      oldsalt
      13 June 2025 at 7:45 am
      what about night though

      Reply
      Leave a Reply
      Your email address will not be published.

      Recent Posts
      Regatta moves to August

      Archives
      June 2025
      May 2025
      """)
    #expect(
      read.comments == [
        "c1 Keith Mallory: Finally some good", "c2 Anwen P.: For you perhaps.",
        "c3 oldsalt: what about night",
      ])
    #expect(read.thread?.comments.last?.body.blocks.count == 1)
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

  @Test func `learns where authors stand when ranks, towns and counts stand beside them`() {
    let forum = PastedLayoutTests.read(
      """
      2 Comments

      Fallow
      Old Hand
      8y
      6,034
      Thursday at 2:15 PM
      #1

      12% is generous. They promised 20 in March.

      Upvote
      18 (20 / -2)

      mjc
      Wise, Long-Serving Member
      11y
      155
      Thursday at 2:22 PM
      #2

      Fallow said:
      12% is generous. They promised 20 in March.

      Source?

      Upvote
      4 (5 / -1)
      """)
    #expect(forum.comments == ["c1 Fallow: 12% is generous.", "c2→c1 mjc: Source?"])
    let towns = PastedLayoutTests.read(
      """
      2 Comments

      Deborah K.
      Eastwharf
      March 3

      Twice a day is $180 a month.

      4 Replies
      51 Recommend

      Sam
      Bay Hill
      March 3

      @Deborah K. Buy the monthly pass.

      12 Recommend
      """)
    #expect(
      towns.comments == [
        "c1 Deborah K.: Twice a day", "c2→c1 Sam: @Deborah K. Buy",
      ])
  }

  @Test func `reads lines that name author and time in other words, where they come twice`() {
    let read = PastedLayoutTests.read(
      """
      Comments

      Comment posted by Old Salt, at 09:14 12 Mar

      Twelve per cent, at last.

      17

      Comment posted by Kay, at 10:02 12 Mar

      Old Salt: not before time
      """)
    #expect(
      read.comments == ["c1 Old Salt: Twelve per cent,", "c2→c1 Kay: Old Salt: not"])
    let places = PastedLayoutTests.read(
      """
      Comments

      Harold, Leeds, United Kingdom, 2 hours ago

      Mine went up.

      Click to rate 12 3

      Wendy, Sydney, Australia, 3 hours ago

      Cheaper than ours.
      """)
    #expect(places.comments == ["c1 Harold: Mine went up.", "c2 Wendy: Cheaper than ours."])
    let signed = PastedLayoutTests.read(
      """
      Comments

      that is 12% a year – lorry_fan Mar 4 at 10:14

      @lorry_fan residents pay half – Petra Mar 4 at 11:02
      """)
    #expect(
      signed.comments == ["c1 lorry_fan: that is 12%", "c2→c1 Petra: @lorry_fan residents pay"])
  }

  @Test func `keeps comments that say the same in a word`() {
    let read = PastedLayoutTests.read(
      """
      Anna • 2 hours ago
      Agreed

      Tom • 3 hours ago
      Agreed

      Lisa • 3 hours ago
      Agreed
      """)
    #expect(read.comments == ["c1 Anna: Agreed", "c2 Tom: Agreed", "c3 Lisa: Agreed"])
  }

  @Test func `drops glued buttons, repeated buttons of any language and the page below`() {
    let read = PastedLayoutTests.read(
      """
      3 comments

      Anna • 2 hours ago

      Good news.

      permalinkembedsavereply
      Mi piace

      Tom • 3 hours ago

      Is it?

      permalinkembedsavereply
      Mi piace

      Lisa • 3 hours ago

      This comment was removed by a moderator because it broke our rules.

      Mi piace

      Leave a Reply
      Your email address will not be published.
      """)
    #expect(read.comments == ["c1 Anna: Good news.", "c2 Tom: Is it?", "c3 Lisa: "])
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
