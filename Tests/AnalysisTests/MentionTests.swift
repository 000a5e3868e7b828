import AssayAnalysis
import Testing

/// What a text names: the words, the type and the entity's name of each mention.
private func mentions(
  _ texts: String..., gazetteer: Gazetteer = .empty
) -> [String] {
  let parts = texts.map { TokenizedText(Document(plain: SourceText($0))) }
  let (entities, found) = extractMentions(parts, gazetteer: gazetteer)
  return zip(parts, found).flatMap { part, mentions in
    mentions.map { mention in
      let entity = entities[mention.entity]
      return "\(part.text[mention.range])=\(entity.name):\(entity.type)"
    }
  }
}

private let network = Gazetteer(entries: [
  .init(id: "bittensor", name: "Bittensor", type: .network, aliases: ["the network"]),
  .init(id: "tao", name: "TAO", type: .token, aliases: ["$TAO"]),
  .init(id: "covenant-ai", name: "Covenant AI", type: .org, aliases: ["Covenant", "covenant"]),
  .init(id: "covenant-72b", name: "Covenant-72B", type: .model),
  .init(id: "us", name: "United States", type: .place, aliases: ["US", "U.S."]),
  .init(id: "oracle", name: "DeFi_Oracle_99", type: nil),
])

@Suite struct MentionTests {
  @Test func `takes the longest name of the gazetteer, and leaves the possessive ending out`() {
    #expect(
      mentions(
        "In Bittensor’s view Covenant-72B beats Covenant AI and Covenant.", gazetteer: network)
        == [
          "Bittensor=Bittensor:network", "Covenant-72B=Covenant-72B:model",
          "Covenant AI=Covenant AI:org", "Covenant=Covenant AI:org",
        ])
  }

  @Test func `takes the longer of two names of the gazetteer that share a word`() {
    let gazetteer = Gazetteer(entries: [
      .init(id: "boc", name: "Bank of Corvale", type: .agency, aliases: ["the Bank"]),
      .init(id: "corvale", name: "Corvale", type: .place),
    ])
    #expect(
      mentions("The Bank of Corvale raised its rate. Corvale grew.", gazetteer: gazetteer)
        == ["Bank of Corvale=Bank of Corvale:agency", "Corvale=Corvale:place"])
  }

  @Test func `keeps a place of the gazetteer out of a longer name that begins with it`() {
    let gazetteer = Gazetteer(entries: [.init(id: "m", name: "Marrowgate", type: .place)])
    #expect(
      mentions(
        "The Marrowgate Harbour Authority fined two firms. It is quiet in Marrowgate.",
        gazetteer: gazetteer)
        == [
          "Marrowgate Harbour Authority=Marrowgate Harbour Authority:agency",
          "Marrowgate=Marrowgate:place",
        ])
  }

  @Test func `leaves the noun behind a gazetteer's name out of the mention`() {
    let gazetteer = Gazetteer(entries: [
      .init(id: "bittensor", name: "Bittensor", type: .network, aliases: ["Bittensor network"]),
      .init(id: "trust", name: "Bittensor Trust", type: .product),
    ])
    #expect(
      mentions("The Bittensor network grew, and so did the Bittensor Trust.", gazetteer: gazetteer)
        == ["Bittensor=Bittensor:network", "Bittensor Trust=Bittensor Trust:product"])
  }

  @Test func `takes the owner of subnets and of a native token for a network`() {
    #expect(
      mentions(
        "Data that passes through Zentrix subnets is safe. TAO, Nexora’s native token, fell."
      )
      .filter { $0.hasSuffix(":network") } == ["Zentrix=Zentrix:network", "Nexora=Nexora:network"])
  }

  @Test func `keeps small words inside a name that common words make`() {
    #expect(
      mentions("He lost in the 1997 United Kingdom general election.").map {
        $0.split(separator: "=")[0]
      } == ["1997 United Kingdom general election"])
  }

  @Test func `reads lower case as a name only where it is no other word`() {
    #expect(
      mentions("bittensor told us about $TAO in the U.S. today.", gazetteer: network) == [
        "bittensor=Bittensor:network", "$TAO=TAO:token", "U.S.=United States:place",
      ])
  }

  @Test func `takes "the network" for the name that stands before it in the paragraph`() {
    #expect(mentions("It runs on the network.", gazetteer: network).isEmpty)
    #expect(
      mentions("Bittensor grew. Then the network slowed.", gazetteer: network).last
        == "the network=Bittensor:network")
  }

  @Test func `tells the names of accounts from other names`() {
    #expect(
      mentions("tao_swing_ the price fell, as @Mira_O said; mail me@example.org") == [
        "tao_swing_=tao_swing_:handle", "Mira_O=Mira_O:handle",
      ])
    #expect(mentions("The file_name is long", "snake_case").isEmpty)
  }

  @Test func `keeps what the gazetteer calls nothing from being an account`() {
    #expect(
      mentions("DeFi_Oracle_99 the price fell in tao_swing_ terms", gazetteer: network).isEmpty)
  }

  @Test func `tells accounts apart by every letter of their names, but not by case`() {
    let parts = ["tao_swing_ sold", "tao_swing bought", "TAO_swing_ waits"].map {
      TokenizedText(Document(plain: SourceText($0)))
    }
    let (entities, found) = extractMentions(parts, gazetteer: .empty)
    #expect(
      found.joined().map { entities[$0.entity].id } == ["tao_swing_", "tao_swing", "tao_swing_"])
  }

  @Test func `takes a coined name for a network only where the text is about ledgers`() {
    #expect(
      mentions("Zentrix has its issues, but blockchain governance is hard. Nobody left Zentrix.")
        == ["Zentrix=Zentrix:network", "Zentrix=Zentrix:network"])
    #expect(
      mentions("Zentrix, a cloud company that uses a blockchain, grew. Zentrix hired more.")
        .allSatisfy { $0 == "Zentrix=Zentrix:org" })
    #expect(
      !mentions("Zentrix has its issues, but the food is good.").contains {
        $0.hasSuffix(":network")
      })
  }

  @Test func `tells models, benchmarks and funds by how they are written`() {
    #expect(
      mentions("zeta-34b and mixtral-8x7b beat DeepSeek-R1 and Claude Opus 4.").map {
        $0.split(separator: "=").last
      } == ["zeta-34b:model", "mixtral-8x7b:model", "DeepSeek-R1:model", "Claude Opus 4:model"])
    #expect(
      mentions("It scored 71.3 on SWE-bench and 60% on Arclight.").map {
        $0.split(separator: "=").last
      } == ["SWE-bench:metric", "Arclight:metric"])
    #expect(
      mentions("Grayscale filed to turn its Zentrix Trust into a spot ETF.").last
        == "Zentrix Trust=Zentrix Trust:product")
  }

  @Test func `takes towns that score for teams, and countries for themselves`() {
    #expect(
      mentions("Milwaukee 8 Cleveland 3", "France 2 Spain 1").map {
        $0.split(separator: ":").last
      } == ["org", "org", "place", "place"])
    #expect(mentions("In Chicago 12 people met.").last == "Chicago=Chicago:place")
    #expect(
      mentions("BRUSSELS - The European Commission met on Friday.") == [
        "BRUSSELS=BRUSSELS:place", "European Commission=European Commission:agency",
      ])
  }

  @Test func `keeps a person or a team apart from the place of the same name`() {
    func identifiers(_ text: String) -> [String] {
      let parts = [TokenizedText(Document(plain: SourceText(text)))]
      return extractMentions(parts, gazetteer: .empty).entities.map(\.id)
    }
    #expect(identifiers("The senator met them in Washington.") == ["washington"])
    #expect(identifiers("Mr. Washington said no.") == ["washington-person"])
    #expect(identifiers("Milwaukee 8 Cleveland 3") == ["milwaukee-org", "cleveland-org"])
    #expect(
      identifiers("The singer Anna Smith met the actor Paul Smith.") == [
        "anna-smith", "paul-smith",
      ])
  }

  @Test func `names what a prefix in small letters stands before`() {
    #expect(
      mentions("It is the anti-OpenAI bet of a pro-Russia crowd.") == [
        "OpenAI=OpenAI:org", "Russia=Russia:place",
      ])
  }

  @Test func `links a surname to the one person who has it`() {
    #expect(
      mentions("Its founder, Sam Dare, left on Friday. Later Dare said more.") == [
        "Sam Dare=Sam Dare:person", "Dare=Sam Dare:person",
      ])
    let two = mentions("Sam Dare met Anna Dare in the hall. Later Dare said more.")
    #expect(two == ["Sam Dare=Sam Dare:person", "Anna Dare=Anna Dare:person"])
  }

  @Test func `carries names from the article into its comments`() {
    let found = mentions(
      "The startup Zentrix filed for listing, and Zentrix shares rose.", "zentrix is dead")
    #expect(found.last == "zentrix=Zentrix:org")
  }

  @Test func `types a name by the words around it`() {
    #expect(
      mentions("In March, Nexora’s Templar subnet completed training Zeta-72B.") == [
        "Nexora=Nexora:network", "Templar=Templar:subnet", "Zeta-72B=Zeta-72B:model",
      ])
    #expect(
      mentions("Aethir — a decentralized cloud platform — launched Claw, a designer AI agent.")
        == ["Aethir=Aethir:org", "Claw=Claw:product"])
    #expect(
      mentions("They approved the Chip Security Act in Berlin.")
        == ["Chip Security Act=Chip Security Act:law", "Berlin=Berlin:place"])
  }

  @Test(arguments: [
    ("Harwick has a population of 48,200.", "Harwick:place"),
    ("By 2024 the population of Harwick had reached 51,300.", "Harwick:place"),
    ("With a population of 48,200, Harwick is the third largest town.", "Harwick:place"),
    ("Harwick's population fell 4%.", "Harwick:place"),
    ("The mayor of Harwick resigned.", "Harwick:place"),
    ("Vantrell reported a net profit of $4 million.", "Vantrell:org"),
    ("Vantrell's revenue rose 12% to $4.2 million.", "Vantrell:org"),
    ("Corvane posted record revenue in the second quarter.", "Corvane:org"),
    ("Marwood City signed a new striker on Friday.", "Marwood City:org"),
    ("Fans of Marwood City were delighted.", "Marwood City:org"),
    ("Marwood City approved the budget.", "Marwood City:place"),
    ("Anna Reyes reported a loss of appetite.", "Anna Reyes:person"),
    ("Anna Reyes's shares fell 3%.", "Anna Reyes:person"),
  ])
  func `tells towns, companies and teams by what is counted of them`(
    _ text: String, _ first: String
  ) {
    let found = mentions(text).first.map { $0.split(separator: "=").last.map(String.init) ?? "" }
    #expect(found == first, "\(text)")
  }

  @Test func `names a part of a word with a hyphen where the other part is no name`() {
    #expect(
      mentions("A Bittensor-backed rival of Covenant-13B, said TAO-holders.", gazetteer: network)
        .filter { !$0.hasPrefix("Covenant-13B") } == [
          "Bittensor=Bittensor:network", "TAO=TAO:token",
        ])
  }

  @Test func `takes events with their year and ships with their prefix whole`() {
    #expect(
      mentions("She won the 2015 Kenyan general election after World War I ended.") == [
        "2015 Kenyan general election=2015 Kenyan general election:event",
        "World War I=World War I:event",
      ])
    #expect(
      mentions("The MV Arden Star sank on Friday. A crew left the Arden Star at noon.").map {
        $0.split(separator: "=").last
      } == ["MV Arden Star:product", "MV Arden Star:product"])
  }

  @Test func `leaves a name whole that it cannot type`() {
    #expect(
      mentions("He flew to Malaysia. Then the Malaysia Blorp fell.").dropFirst().allSatisfy {
        $0.hasPrefix("Malaysia Blorp=")
      })
  }

  @Test(arguments: [
    "Disclosure: the author owns none of it.", "Who said so? WERE they there?", "The Synergy",
    "Concluding Thoughts", "On Monday the Report came in March.",
    "WAGMI! GPU prices rose, said the CEO.", "Decentralized ideas are not decentralized.",
    "Whether it works is unclear. Despite the turmoil, Other tools grew.", "", "…", "I am Here",
  ])
  func `finds no name where capitals prove nothing`(_ text: String) {
    #expect(mentions(text).isEmpty)
  }

  @Test func `gives entities slugs of their own, also beside the gazetteer's`() {
    let parts = [
      TokenizedText(Document(plain: SourceText("The singer Åsa Öberg met Robert O’Neill there.")))
    ]
    let (entities, _) = extractMentions(parts, gazetteer: .empty)
    #expect(entities.map(\.id) == ["asa-oberg", "robert-oneill"])
  }
}

@Suite struct GazetteerReadingTests {
  @Test func `reads a list in YAML and a mapping in JSON alike`() {
    let list = """
      - id: tao
        name: TAO
        type: token
        aliases: [$TAO]
        case: exact
        relations: { native_token_of: bittensor }
      """
    let mapping = """
      {"tao": {"type": "token", "name": "TAO", "aliases": ["$TAO"],
        "case": "exact", "relations": {"native_token_of": ["bittensor"]}}}
      """
    for text in [list, mapping] {
      let (gazetteer, diagnostics) = Gazetteer.read(SourceText(text))
      #expect(diagnostics.isEmpty)
      #expect(gazetteer.entries.map(\.id) == ["tao"])
      #expect(gazetteer.entries.first?.relations.first?.target == "bittensor")
      #expect(gazetteer.entries.first?.caseRule == .exact)
    }
  }

  @Test func `says which type was meant, and which entry stands twice`() {
    let (gazetteer, diagnostics) = Gazetteer.read(
      SourceText(
        "- { id: a, name: A, type: persn }\n- { id: b, type: org }\n- { id: b, type: org }"))
    #expect(gazetteer.entries.map(\.id) == ["b"])
    #expect(diagnostics.contains { $0.hint == "did you mean 'person'?" })
    #expect(diagnostics.contains { $0.message.contains("'b' stands twice") })
  }

  @Test func `reads rows of CSV, whatever the order of their columns`() throws {
    let text = """
      # names of the desk
      type,name,aliases,links,relations
      token,TAO,$TAO|the token,wikidata=Q1,native_token_of=bittensor
      persn,Ann,,,
      org,"Ernst, Young",,,
      """
    let (gazetteer, diagnostics) = Gazetteer.read(SourceText(path: "gazetteer.csv", text))
    #expect(gazetteer.entries.map(\.id) == ["tao", "ernst-young"])
    let token = try #require(gazetteer.entries.first)
    #expect(token.aliases == ["$TAO", "the token"])
    #expect(token.links.first?.target == "Q1")
    #expect(diagnostics.map(\.message) == ["'persn' is no type of entity"])
  }

  @Test(arguments: ["../../zed", "a b", "Zed", ""])
  func `refuses an id that can be no address`(_ id: String) {
    let (gazetteer, diagnostics) = Gazetteer.read(
      SourceText("- { id: \"\(id)\", name: Zed, type: org }"))
    #expect(gazetteer.entries.isEmpty)
    #expect(diagnostics.contains { $0.message.hasPrefix("'id' must be of a-z") })
    let (rows, problems) = Gazetteer.read(
      SourceText(path: "gazetteer.csv", "id,name,type\n\(id),Zed,org\n"))
    #expect(rows.entries.map(\.id) == (id.isEmpty ? ["zed"] : []))
    #expect(problems.isEmpty == id.isEmpty)
  }

  @Test func `merges by the id that a page shows, its type behind it where it has one`() {
    let (gazetteer, _) = Gazetteer.read(
      SourceText(
        "- { id: denzel, name: Denzel Washington, type: person, merge: [washington-person] }"))
    let text = "The actor said so. Mr Washington smiled, and Washington said that he was tired."
    let parts = [TokenizedText(Document(plain: SourceText(text)))]
    let (entities, _) = extractMentions(parts, gazetteer: gazetteer)
    #expect(entities.map(\.id) == ["denzel"])
  }

  @Test func `takes a name found in the text for the entry that it is merged into`() {
    let (gazetteer, diagnostics) = Gazetteer.read(
      SourceText("- { id: jane, name: Jane Q. Smith, type: person, merge: [jane-smith] }"))
    #expect(diagnostics.isEmpty)
    let parts = [
      TokenizedText(Document(plain: SourceText("The senator Jane Smith met Bob Miller there.")))
    ]
    let (entities, _) = extractMentions(parts, gazetteer: gazetteer)
    #expect(entities.map(\.id) == ["jane", "bob-miller"])
  }

  @Test func `means another thing by a name in the articles that an entry lists`() {
    let (gazetteer, _) = Gazetteer.read(
      SourceText(
        """
        - { id: planet, name: Mercury, type: place }
        - { id: label, name: Mercury, type: org, in: [music] }
        """))
    func first(in path: String) -> String? {
      let parts = [TokenizedText(Document(plain: SourceText("We spoke of Mercury today.")))]
      return extractMentions(parts, gazetteer: gazetteer.scoped(to: path)).entities.first?.id
    }
    #expect(first(in: "content/music/a.md") == "label")
    #expect(first(in: "content/sky.md") == "planet")
  }
}
