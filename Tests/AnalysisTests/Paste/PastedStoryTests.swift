import AssayAnalysis
import Testing

/// Stories of different kinds, as people would paste them. All of them are invented.
@Suite struct PastedStoryTests {
  @Test func `takes a count of comments for the border, and names and times for headers`() {
    let read = PasteSummary(
      """
      Town Votes to Keep Its Last Ferry

      By Marta Lindqvist
      March 3, 2026
      7 Comments

      Residents of Elmsund voted 1,204 to 988 on Sunday to keep the ferry that has run since 1931. The boat loses about $140,000 a year.

      Why It Matters

      Without the ferry, the drive to the hospital takes 52 minutes instead of 19. The council had offered a bus every two hours in its place.

      3 Comments

      Sort by Best

      Olle Berg
      2 hours ago

      I have taken this boat for forty years. The bus was never going to work.

      Second thought: the bus was never meant to work.

      Reply
      Share

      kajsa_82
      1 hour ago
      @Olle Berg exactly. Who asked for a bus?
      12
      Reply

      Anders T
      45 minutes ago (edited)

      $140,000 is 2% of the budget. It is not nothing.

      Reply
      """)
    #expect(read.headings == ["1 Town Votes to Keep Its Last Ferry", "2 Why It Matters"])
    #expect(
      read.comments == [
        "c1 Olle Berg: I have taken", "c2→c1 kajsa_82: @Olle Berg exactly.",
        "c3 Anders T: $140,000 is 2%",
      ])
    #expect(read.lines == [20, 29, 36])
    #expect(
      read.thread?.comments.map { $0.otherAttributes.first?.value } == [
        "2 hours ago", "1 hour ago", "45 minutes ago",
      ])
    #expect(
      read.thread?.diagnostics.map(\.message) == [
        "6 lines of buttons and counts between the comments are left out"
      ])
  }

  @Test func `reads a weblog's "says" lines without a line that names the border`() {
    let read = PasteSummary(
      """
      What Our Orchard Taught Us About Frost
      We lost 31% of the blossom in a single night this April. The sensors had said it would stay above zero, and the sensors were wrong by two degrees.
      The Sensors
      They hung at 1.8 metres, and the cold lay at 0.3. Next year we will hang half of them lower, and we will write down what each of them says.
      Jane says:
      April 20, 2026 at 9:14 pm
      We had the same in 2017. Lower is better.
      Reply
      Pavel Novák says:
      April 21, 2026 at 7:02 am
      What did the sensors cost you?

      I paid $45 each.
      Reply
      """)
    #expect(read.headings.count == 2)
    #expect(read.comments == ["c1 Jane: We had the", "c2 Pavel Novák: What did the"])
    #expect(read.thread?.comments[1].body.blocks.count == 2)
    #expect(read.thread?.boundary?.contains("2 lines from there on name an author") == true)
  }

  @Test func `reads a forum's lines of points and ages`() {
    let read = PasteSummary(
      """
      Show: a kettle that texts you
      I built a kettle that sends a message when the water boils. It took three weekends and $38 in parts, and my family has asked me to stop.

      steamfan 2 hours ago | next [–]
      How does it know? Mine only clicks.
      reply
      brewer99 1 hour ago | parent | next [–]
      There is a thermistor in the lid, it says so in the second picture.
      reply
      u/kettle_bot • 12 points • 1h ago
      [deleted]
      """)
    #expect(
      read.comments == [
        "c1 steamfan: How does it", "c2→c1 brewer99: There is a", "c3 kettle_bot: ",
      ])
    #expect(read.thread?.comments[2].score == 12)
    #expect(read.thread?.comments[2].state == .deleted)
  }

  @Test func `finds the border by tone alone, where the tone is sure`() {
    let read = PasteSummary(
      """
      The league will play 36 matches next season instead of 34, the clubs decided on Thursday in a vote of 15 to 3.
      More Money
      Each extra match is worth about 2.1 million to the home side, according to figures that the league gave to the clubs before the vote.
      The players' union said it had not been asked and would take advice on whether the change breaks the agreement of 2023.
      more matches lol. nobody asked the legs of the players
      red_and_white the union will fold like they always do, wait and see
      imo 34 was already too many
      I stopped going two years ago because of this.
      """)
    #expect(read.headings == ["2 More Money"])
    #expect(
      read.comments == [
        "c1 red_and_white: more matches lol.", "c2→c1 -: the union will", "c3 -: imo 34 was",
        "c4 -: I stopped going",
      ])
    #expect(read.lines.first == 5)
    #expect(read.thread?.comments[0].inferred == [.author, .boundary])
  }

  @Test func `reads names on lines of their own, each above its comment`() {
    let read = PasteSummary(
      """
      Hospital Waits Fall for a Third Month

      Patients waited 41 days on average in May, down from 44 in April, the health board said. It is the third fall in a row.

      Comments (3)

      Dr Kemal
      The average hides the worst. My longest wait this month was 211 days.

      rosa.p
      Good news for once!

      Tom W
      Averages of what, exactly?
      Nobody ever says.
      """)
    #expect(
      read.comments == [
        "c1 Dr Kemal: The average hides", "c2 rosa.p: Good news for", "c3 Tom W: Averages of what,",
      ])
  }

  @Test func `reads "name: words" on every line`() {
    let read = PasteSummary(
      """
      A new tram line will open in 2028 and carry 60,000 people a day, the city said. The line is to cost 410 million, a fifth more than planned.

      Comments
      Maria: Finally. I have waited since 2011.
      tram_nerd: 60,000 a day is 2,500 an hour, so which vehicles?
      Joe B: @Maria same here
      """)
    #expect(
      read.comments == [
        "c1 Maria: Finally. I have", "c2 tram_nerd: 60,000 a day", "c3→c1 Joe B: @Maria same here",
      ])
    #expect(read.thread?.comments[1].inferred == [.author])
  }

  @Test func `reads every line's own name where the first comment has one too`() {
    let read = PasteSummary(
      """
      Glaciers in the Karst range lost 4.1 metres of ice last year, twice the mean of the decade before, a survey found.

      Disclaimer: figures are provisional.

      ice_watcher this is the number everyone should quote
      m_ortega twice the mean of WHICH decade though
      peak_99 the survey has an error bar of 0.6, please read it
      """)
    #expect(
      read.comments == [
        "c1 ice_watcher: this is the", "c2 m_ortega: twice the mean", "c3 peak_99: the survey has",
      ])
    #expect(read.thread?.comments.allSatisfy { $0.parent == nil } == true)
  }

  @Test func `reads wrapped comments, a paragraph each, below wrapped text`() {
    let read = PasteSummary(
      """
      The observatory on Mount Calder recorded 212 clear nights last year, the
      fewest since it began to count in 1958. Smoke from fires two valleys away
      accounts for most of the loss, according to its yearly report.

      Disclaimer: the author is a member of the observatory's board of friends
      and has received no payment for this text.

      i drove up there in august and could not see the dome from the car park,
      let alone a star. 212 sounds generous to me, to be honest with you all.

      My father built the road. He would be sad to read this, but he would not
      be surprised at all.
      """)
    #expect(read.comments == ["c1 -: i drove up", "c2 -: My father built"])
    #expect(read.paragraphCount == 2)
    #expect(read.thread?.comments[0].body.blocks.count == 1)
  }

  @Test func `reads list items below a heading, nested ones as replies`() {
    let read = PasteSummary(
      """
      # Bakery Prices

      Bread costs 11% more than a year ago, and flour costs 4% less. The bakers blame the ovens.

      ## Comments

      - Ovens run on gas, and gas is up 30%.
        - Not here it is not.
      - I bake my own now.
      """, .init(format: .markdown))
    #expect(
      read.comments == ["c1 -: Ovens run on", "c2→c1 -: Not here it", "c3 -: I bake my"])
    #expect(read.headings == ["1 Bakery Prices"])
  }
}
