/// Words that help to tell what a name names; each list is a few words a reader can judge.
enum NameLists {
  /// Stand before or behind a person’s name.
  static let personTitles = """
    mr mrs ms miss dr prof professor president vice-president senator sen rep representative
    congressman congresswoman governor gov mayor minister chancellor premier secretary ambassador
    judge justice king queen prince princess emperor sir lord lady dame pope cardinal bishop
    archbishop rabbi imam general gen colonel col major captain lieutenant lt sergeant sgt admiral
    commander officer detective sheriff ceo cfo cto coo chairman chairwoman chairperson chair
    director founder co-founder cofounder coach manager analyst economist strategist spokesman
    spokeswoman spokesperson journalist reporter editor columnist author novelist writer poet
    singer songwriter guitarist drummer bassist rapper composer actor actress comedian filmmaker
    producer footballer striker midfielder goalkeeper defender quarterback pitcher boxer driver
    lawyer attorney prosecutor scientist researcher physicist chemist biologist mathematician
    historian philosopher engineer inventor programmer architect painter sculptor artist activist
    billionaire investor entrepreneur whistleblower lawmaker politician democrat republican
    husband wife son daughter brother sister father mother uncle aunt cousin friend colleague
    nurse doctor surgeon pastor
    """

  /// Titles that are no part of the name behind them, also in capitals.
  static let honorifics = """
    mr mrs ms miss dr prof professor president senator sen rep representative congressman
    congresswoman governor gov mayor minister chancellor premier secretary ambassador judge justice
    colonel col captain lieutenant lt sergeant sgt admiral commander detective sheriff ceo cfo cto
    coo chairman chairwoman coach analyst founder co-founder spokesman spokeswoman
    """

  /// End an organisation’s name.
  static let organisationEndings = """
    Inc Incorporated Corp Corporation Ltd Limited LLC LLP PLC plc GmbH AG SA AB ASA Oyj NV BV SpA
    Co Company Companies Bank Banks Bancorp Labs Lab Laboratories Laboratory Group Holdings
    Holding Partners Capital Ventures Investments Securities Management Technologies Technology
    Systems Solutions Software Networks Motors Motor Airlines Airways Air Pharmaceuticals Pharma
    Therapeutics Biosciences Industries Industrial Energy Petroleum Oil Gas Electric Power Steel
    Mining Media Entertainment Pictures Studios Studio Records Press Publishing Publishers
    Broadcasting News Times Post Journal Gazette Herald Tribune Guardian Chronicle University
    College School Academy Institute Institution Foundation Trust Fund Society Association
    Federation Confederation Union Alliance Coalition Party Club FC CF SC United Rovers Wanderers
    Athletic Orchestra Philharmonic Symphony Choir Opera Museum Gallery Theatre Theater Hospital
    Clinic Church Cathedral Council Committee Commission Board League Organization Organisation
    Network Consortium Cooperative Exchange Insurance Financial Finance Brothers Sons Associates
    Consulting Services Service Logistics Railway Railways Brewery Brewing Foods Stores Hotels
    Hotel AI Robotics Semiconductor Semiconductors Electronics Telecom Communications Mobile
    Interactive Gaming DAO Collective Brigade Regiment Battalion Army Navy Center Centre
    Construction Contractors Builders Homes Properties Realty Farms Aerospace Aviation Shipping
    Lines Chemicals Biotech Health Healthcare Beverages Breweries Textiles Advisors Analytics
    Dynamics Materials Resources Minerals Metals Cement Tobacco Utilities Freight Distillers Dairy
    """

  /// Endings of an organisation's name that are left off in a second mention.
  static let designators = """
    Inc Incorporated Corp Corporation Ltd Limited LLC LLP PLC GmbH AG SA AB ASA Oyj NV BV SpA Co
    Company Labs Laboratories Group Holdings Technologies Systems Software Networks Motors AI
    Airlines Airways Pharmaceuticals Therapeutics Industries Robotics Electronics Partners Ventures
    """

  /// Head the name of a part of a state.
  static let agencyHeads = """
    Bureau Agency Ministry Department Commission Congress Senate Parliament Court Administration
    Authority Office Reserve Treasury Police Council Directorate Service Inspectorate Assembly
    Cabinet Government Tribunal Secretariat Commissioner Ombudsman
    """

  /// End a law’s name.
  static let lawEndings = """
    Act Bill Treaty Amendment Directive Regulation Law Accord Accords Convention Constitution
    Charter Statute Code Ordinance Protocol Pact Decree
    """

  /// Name a kind of event.
  static let eventHeads = """
    War Wars Battle Siege Olympics Olympic Cup Championship Championships Festival Summit Election
    Elections Revolution Crisis Crash Pandemic Grand Prix Marathon Tournament Games Bowl Series
    Uprising Massacre Rebellion Hurricane Typhoon Cyclone Storm Earthquake Eurovision Expo Coup
    Genocide Holocaust Brexit Awards Award Prize Oscars Emmys Grammys Halving Tour Parade
    Referendum Inquiry Trial Scandal Affair Incident Disaster Conference Medal Symposium
    """

  /// End a place’s name.
  static let placeEndings = """
    River Lake Mount Mountain Mountains Hill Hills Street Avenue Road Lane Boulevard Blvd Drive
    Highway Valley Island Islands Beach Park Bay Sea Ocean Desert Airport Bridge Square City Town
    Village County Province District Region State States Kingdom Republic Peninsula Coast Canal
    Strait Gulf Cape Forest Canyon Falls Glacier Plateau Tower Castle Palace Prison Cemetery
    Harbour Harbor Port Ranch Plaza Heights Springs Creek Parish Borough Territory Prefecture
    Basin Isle Isles Reef Pass Terrace Station Arena Stadium
    """

  /// Begin a place’s name.
  static let placeStarts = """
    Mount Mt Lake Port Fort Cape San Santa Santo Saint St Los Las El La Le North South East West
    Northern Southern Eastern Western New Central Upper Lower Greater Rio Bad Great
    """

  /// Days, months, seasons and marks of time: capitalised, but no names here.
  static let calendar = """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri
    Sat Sun January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Q1 Q2 Q3 Q4 H1 H2 FY AD BC BCE CE AM PM GMT
    UTC EST PST CET Spring Summer Autumn Winter Christmas Easter Thanksgiving Halloween Ramadan
    Hanukkah Diwali Valentine's Today Tomorrow Yesterday Tonight
    """

  /// Abbreviations of common nouns.
  static let acronyms = """
    AI ML LLM LLMs GPU GPUs CPU CPUs TPU API APIs UI UX IT ID IDs URL URLs HTML CSS JSON XML SQL
    PDF FAQ CEO CFO CTO COO CMO CIO VP SVP EVP HR PR IR ETF ETFs IPO IPOs GDP CPI ROI EPS EBITDA
    EBIT YOY YoY QoQ P/E NFT NFTs DAO DAOs DeFi DApp dApps DApps Web2 ICO TVL KYC AML
    USD EUR GBP JPY CHF SEK NOK DKK CNY INR AUD CAD TV TVs DVD CD VHS HD UHD LED LCD USB WiFi
    Wi-Fi GPS DNA RNA HIV AIDS ICU ER PhD MBA BA MA MD JD LGBT LGBTQ NGO NGOs OK FYI IMO IMHO TBH
    LOL LMAO WTF OMG ROFL BTW ASAP DIY DM DMs PM AMA TIL ELI5 FOMO FUD HODL WAGMI NGMI GM DYOR ATH
    YOLO RIP TLDR TL;DR EDIT UPDATE PS PPS VPN RAM SSD OS PC PCs VR AR XR IoT SaaS PaaS IaaS B2B
    B2C R&D M&A ESG HQ QA SUV EV EVs SMS MMS SIM ATM PIN BMI GMO GHz MHz KB MB GB TB kWh MW GW CO2
    PPP VAT NIMBY WMD POW MVP GOAT PTSD ADHD IQ GPA SAT FBIs UFO UFOs S.O.S. SOS VIP RSVP ASCII
    GDPR NLP OCR RL RNN CNNs GAN SVM HMM
    """

  /// What people do with words.
  static let speechVerbs = """
    said says told tells tweeted wrote writes argued argues added adds replied replies claimed
    claims explained explains noted notes testified recalled insisted insists admitted warned
    warns asked thinks thought believes believed conceded quipped joked lamented remarked stated
    responded accused accuses denied denies declared
    """

  /// What companies do.
  static let organisationVerbs = """
    filed files acquired acquires acquire launched launches unveiled unveils released releases
    announced announces reported reports posted posts raised raises cut hired hires fired fires
    sued sues partnered partners operates operate manufactures makes sells sold ships shipped
    agreed merged bought buys invested invests plans owns owned exited issued
    """

  /// Stand inside a name between its capitals.
  static let joints = """
    of de la le del della di da dos das du van von der den ten ter bin ibn al el y e and & the for
    to in on des zu af av
    """

  /// Common words that the names of the training corpora hold in small letters, with no capital
  /// beside them: at least three times and in one of 25 places.
  static let innerWords = """
    absolute acid algorithm analysis base campaign channel component conference correlation crisis
    dioxide editing election elections error event extraction fellow field financial function gas
    general generation genre giant human ice imaging industrial intelligence line medical memory
    metal model movement music network planet popular presidential project protein province
    receptor recognition reduction region relative repair robot search serial squared station
    synthesis system translation verse vision
    """

  /// A place may stand behind these.
  static let placePrepositions = """
    in near at from to across outside inside around throughout toward towards via between
    """

  /// No name by themselves.
  static let weakWords = """
    the a an new old north south east west northern southern eastern western central great big
    little first second third last next black white red green blue gold golden state national
    international global world royal federal united
    """

  /// End a product’s name.
  static let productEndings = """
    ETF Trust Edition Pro Plus Ultra Max Mini Browser Phone Console Engine
    """

  /// End the name of a measure.
  static let metricEndings = """
    Index Average Benchmark Score Composite Rate
    """

  /// Common nouns that say what a name beside them names.
  static let nouns: [EntityType: String] = [
    .person: """
    leader founder founders co-founder cofounder ceo president singer actor actress author writer
    professor scientist researcher politician lawyer journalist player footballer director coach
    king queen prince emperor composer painter poet philosopher economist billionaire activist
    senator analyst guitarist drummer rapper novelist chef nurse surgeon historian mathematician
    physicist engineer developer man woman
    """,
    .org: """
    company companies firm startup startups bank team group lab labs platform provider maker
    chipmaker automaker carmaker retailer airline publisher broadcaster newspaper band club
    party union association organisation organization nonprofit charity university college
    institute school church exchange fund shares stock employees subsidiary conglomerate brand
    developer developers vendor operator investor broker chain museum hospital magazine
    """,
    .agency: """
    agency ministry regulator watchdog court parliament department bureau police council
    government authority
    """,
    .place: """
    city town village country nation river lake island state province region district
    neighbourhood neighborhood suburb mountain capital county coast port beach street airport
    stadium valley
    """,
    .product: """
    app application software tool agent device phone smartphone browser game videogame car chip
    chips gpu processor album song single film movie novel book series show drug vaccine
    aircraft jet rocket laptop assistant service etf trust opera play poem magazine console
    server servers robot vehicle library framework
    """,
    .model: """
    model models llm
    """,
    .token: """
    token tokens coin coins cryptocurrency stablecoin altcoin memecoin
    """,
    .network: """
    network networks blockchain protocol chain sidechain mainnet testnet rollup ledger
    """,
    .subnet: """
    subnet subnets
    """,
    .law: """
    act bill law treaty directive regulation amendment legislation accord statute
    """,
    .event: """
    war crisis tournament festival election championship conference summit battle hurricane
    storm earthquake olympics pandemic outbreak concert riot
    """,
    .metric: """
    benchmark benchmarks metric score index dataset
    """,
    .group: """
    tribe militia rebels ethnic
    """,
    .technology: """
    technology ecosystem infrastructure paradigm
    """,
  ]

  /// Words that show that a text is about ledgers which machines share.
  static let ledgerTopics: [(LedgerTopic, String)] = [
    (
      .plain,
      """
      blockchain blockchains crypto cryptocurrency cryptocurrencies stablecoin stablecoins altcoin
      altcoins memecoin memecoins mainnet testnet sidechain sidechains rollup rollups permissionless
      onchain on-chain tokenomics restaking stakers DeFi DePIN Web3 DAO DAOs dApp dApps Bitcoin
      Ethereum Solana
      """
    ),
    (
      .decentral,
      "decentralized decentralised decentralization decentralisation decentralize decentralise"
    ),
    (.subnet, "subnet subnets"),
    (.validator, "validator validators staking staked"),
    (.miner, "miner miners"),
    (.issue, "halving airdrop airdrops emissions token tokens"),
  ]

  /// Words that titles in title case leave in lower case.
  static let titleSmall = """
    a an the and or but nor as at by for from in into of off on onto over per to up via with vs is
    are be it its your our not no if de la
    """

  /// Every list with the trait its words have.
  static let traits: [(NameTraits, String)] = [
    (.common, CommonWords.list), (.firstName, firstNames), (.personTitle, personTitles),
    (.place, places), (.knownOrg, organisations), (.knownAgency, agencies),
    (.orgEnding, organisationEndings), (.agencyHead, agencyHeads), (.lawEnding, lawEndings),
    (.eventHead, eventHeads), (.placeEnding, placeEndings), (.placeStart, placeStarts),
    (.calendar, calendar), (.nationality, nationalities), (.genericAcronym, acronyms),
    (.speechVerb, speechVerbs), (.orgVerb, organisationVerbs), (.joint, joints),
    (.productFamily, productFamilies), (.modelFamily, modelFamilies), (.knownToken, knownTokens),
    (.knownMetric, knownMetrics), (.productEnding, productEndings), (.weak, weakWords),
    (.metricEnding, metricEndings), (.placePreposition, placePrepositions), (.groupName, groups),
    (.designator, designators), (.honorific, honorifics), (.knownPerson, persons),
    (.titleSmall, titleSmall),
  ]
}
