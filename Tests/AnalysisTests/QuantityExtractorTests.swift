import AssayAnalysis
import Testing
import TestSupport

/// The quantities of plain text.
private func read(_ text: String, date: String = "2026-04-15") -> (TokenizedText, [Quantity]) {
  let words = TokenizedText(Document(plain: SourceText(text)))
  return (words, extractQuantities(words, date: CalendarDate(iso: date)))
}

/// "332 dollar", "15..20 year", "2026-04-10".
private func summary(_ quantity: Quantity) -> String {
  let value =
    switch quantity.value {
    case .exact(let number): "\(number.normalized)"
    case .span(let low, let high): "\(low.normalized)..\(high.normalized)"
    case .vague(let low, let high):
      "\(low.map { "\($0.normalized)" } ?? "")~\(high.map { "\($0.normalized)" } ?? "")"
    case .date(let period): period.iso
    case .clock(let time): time.iso
    }
  return quantity.unit.name == "-" ? value : "\(value) \(quantity.unit.name)"
}

@Suite struct QuantityExtractorTests {
  @Test(arguments: [
    // digits and their separators
    ("It has «1,234,567.89» entries", "1234567.89 entry"),
    ("He owes «12,34,567.89 rupees».", "1234567.89 Indian rupee"),
    ("It cost «€1.234.567,50».", "1234567.5 euro"),
    ("population «1 414 021 100»", "1414021100"),
    ("a rate of «.001 per cent»", "0.001 percentage"),
    ("about «1.99×10−30 kilograms»", "0.00000000000000000000000000000199 kilogram"),
    ("about «1.3e6» of them", "1300000"),
    // scales
    ("worth «$900 million»", "900000000 dollar"),
    ("spent «$13.6M» there", "13600000 dollar"),
    ("a «€3bn» plan", "3000000000 euro"),
    ("«USD 4.5 mn» in cash", "4500000 dollar"),
    ("«Rs 12 crore»", "120000000 Indian rupee"),
    ("«35 lakh rupees»", "3500000 Indian rupee"),
    ("losses over «30 MUSD» came", "30000000 dollar"),
    ("«10k» of it", "10000"),
    // words
    ("«Twenty-five» people came", "25 people"),
    ("«one hundred and six» people", "106 people"),
    ("«half a billion» dollars? no: «half a million» people", "500000000 dollar;500000 people"),
    ("«two and a half million» people", "2500000 people"),
    ("«3 million and a half» people", "3500000 people"),
    ("«a dozen» eggs", "12 egg"),
    ("«two hundred point seventy-one»", "200.71"),
    ("«two thirds» of them", "0.666666666666666667"),
    ("it fell by «a third»", "0.333333333333333333"),
    ("«7 3/4 %» bonds", "7.75 percentage"),
    ("about «10½ miles» off", "10.5 mile"),
    ("«1/2 pound» of chocolate chips", "0.5 pound-mass"),
    // currencies
    (
      "«US$5», «A$6», «HK$7», «C $ 8» and «NZ$9»",
      "5 dollar;6 Australian dollar;7 Hong Kong dollar;8 Canadian dollar;9 New Zealand dollar"
    ),
    ("«$US160 million» and «RM2.70»", "160000000 dollar;2.7 Malaysian ringgit"),
    ("down to «$-50.8bn»", "-50800000000 dollar"),
    ("«3 dollars 50 cents»", "3.5 dollar"),
    ("paid «60 pounds» for it", "60 pound sterling"),
    ("weighs «60 pounds»", "60 pound-mass"),
    ("mined «6.25 BTC» and «1,800 TAO» a block", "6.25 bitcoin;1800 TAO per block"),
    // percentages
    ("«23%», «24 per cent», «25 pc»", "23 percentage;24 percentage;25 percentage"),
    (
      "«0.5 percentage points», «50 basis points», «2pp»",
      "0.5 percentage point;50 basis point;2 percentage point"
    ),
    ("a «10-percent» stake", "10 percentage"),
    ("«5 per cent per year»", "5 percentage per year"),
    // measures
    ("at «-18 °C», «minus 387 Fahrenheit»", "-18 celsius;-387 fahrenheit"),
    ("a «2.5-mile» stretch", "2.5 mile"),
    ("he is «5 feet 2 inches»", "5.166666666666666667 foot"),
    ("«188 miles an hour» and «140 km/h»", "188 mile per hour;140 kilometre per hour"),
    (
      "«$1,100» per square foot, «$0.30»/kWh",
      "1100 dollar per square foot;0.3 dollar per kilowatt hour"
    ),
    ("«64.2 cents» a dozen", "64.2 cent per dozen"),
    ("ran at «120 tokens per second»", "120 token per second"),
    (
      "«60GB» and «30Mbps», «6kW», «5.5kWh»",
      "60 gigabyte;30 megabit per second;6 kilowatt;5.5 kilowatt hour"
    ),
    ("a «72-billion-parameter» model", "72000000000 parameter"),
    // counted nouns
    ("operates «128» active subnets, each", "128 active subnet"),
    ("«300» residents have left", "300 resident"),
    ("«2.7m» combined digital and physical sales", "2700000 digital physical sale"),
    ("«Two» of Johnson’s deputies", "2 Johnson deputy"),
    ("hosts «five» children and «four» buses", "5 child;4 bus"),
    // ages
    ("a «68-year-old» man", "68 year of age"),
    ("«ten months old»", "10 month of age"),
    ("a man of age «87» with", "87 year of age"),
    // ranges
    ("«15-20 usd»", "15..20 dollar"),
    ("between «5 and 6 kg» of it", "5..6 kilogram"),
    ("«$3 billion to $5 billion»", "3000000000..5000000000 dollar"),
    ("«1 to 2 thousand» people", "1000..2000 people"),
    ("prices range from «$370,000 to $5.5 million»", "370000..5500000 dollar"),
    ("«eight» or «nine euros»", "8 euro;9 euro"),
    ("a «7»- or «8-inch» screen", "7 inch;8 inch"),
    // changes are two quantities
    (
      "crashed «23%» from «$332» to «$254» in «hours»",
      "23 percentage;332 dollar;254 dollar;2~23 hour"
    ),
    ("rose from «23» to «95 per cent»", "23 percentage;95 percentage"),
    ("rose «64.06 points» to «4,577.10».", "64.06 point;4577.1 point"),
    ("up by «$43.6 billion» to «$419.2 billion»", "43600000000 dollar;419200000000 dollar"),
    // ratios and multiples
    ("«one in five» adults", "0.2 % adult"),
    ("«$24 of every $100» spent", "0.24"),
    ("odds of «3:1»", "3"),
    ("sales «doubled»", "2"),
    ("it is up «3x» and «tenfold»", "3;10"),
    ("«three times» as many", "3"),
    // vague
    ("«dozens» of people", "12~120 people"),
    ("«tens of thousands» of dollars", "10000~100000 dollar"),
    // what stands near is not always shared
    ("sales were «13,500», «40%» more", "13500;40 percentage"),
    ("«3», «4» and «5 km» runs", "3 kilometre;4 kilometre;5 kilometre"),
    ("saved «52», or «81 per cent».", "52;81 percentage"),
    ("employs «300» and «40%» are women", "300;40 percentage"),
    ("«€98.0 million» a year earlier", "98000000 euro"),
    ("on a «$100» job", "100 dollar"),
    ("about «176 per 100,000» of them", "176 count per 100,000"),
    ("up from «10.9 million» to «11.4 million» trips and more", "10900000 trip;11400000 trip"),
    // comments
    ("then partial recovery to «273». the market", "273"),
    ("down «40ish» i guess", "40"),
  ])
  func `reads what stands in the text`(_ marked: String, _ expected: String) {
    let (_, quantities) = read(Marked(marked).text)
    #expect(quantities.map(summary).joined(separator: ";") == expected, "\(marked)")
  }

  @Test(arguments: [
    "It operates «128» active subnets.", "erasing nearly «$900 million» in value",
    "a «72-billion-parameter» model", "cut emissions to «1,800 TAO».",
    "on «April 10, 2026», it fell «23%» in «hours»", "a «68-year-old» man",
    "scored «67.1» on the MMLU benchmark", "Trained on «1.1 trillion tokens», it",
    "«15-20 usd» or «minus 5 %»", "(«$1.762bn») and «$0.30»/kWh",
  ])
  func `marks exactly the words of the number`(_ text: String) {
    let marked = Marked(text)
    let (_, quantities) = read(marked.text)
    #expect(quantities.map(\.range.offsets) == marked.ranges, "\(text)")
  }

  @Test(arguments: [
    "Covenant-72B beat Llama 2 70B and GPT-4", "the S&P 500 and the Stoxx 600 index",
    "Nvidia H200 and AMD MI325X exports", "a Boeing 737 landed", "COVID-19 came back",
    "version 1.2.3 is out", "DeFi_Oracle_99 the irony", "call +1-222-222-2222 or 555-1234",
    "123 Random Street, Cloud City", "as shown before [12].", "1. First things first",
    "Section 427 Row 21", "No. 5 is alive", "see https://example.com/a/2?b=30%25",
    "in the 4th round, her 21st", "SCP-173 and 24703L202",
    "the one you want, and no one else", "Channel 5s coverage", "in 10th place",
    "agent 007", "the iPhone 12 Mini", "the Six Nations match", "it was the second quarter",
    "he may march on", "a first half of note", "in the coming months", "192.168.1.2",
    "can one trust a box", "until one tries", "a three-wheeled bike", "in millions of dollars",
    "the halving is near", "covenant-72B and llama 2 came",
  ])
  func `takes no name, version or address for a number`(_ text: String) {
    #expect(read(text).1.map(summary) == [], "\(text)")
  }

  @Test(arguments: [
    ("On «April 10, 2026», it", "2026-04-10"), ("By «April 12» it", "2026-04-12"),
    ("the «12th of April» was", "2026-04-12"), ("on «10 April 2026»", "2026-04-10"),
    ("In «March 2026» it", "2026-03"), ("it will end before the «December» halving", "2026-12"),
    ("it fell in «December»", "2025-12"),
    ("«2026-04-10» was", "2026-04-10"), ("on «5/17/2018»", "2018-05-17"),
    ("in «Q3 2025» it", "2025-Q3"), ("the «third quarter of 2025»", "2025-Q3"),
    ("since «1985» it", "1985"), ("the «2012-13» season", "2012/2013"),
    ("in the «1990s»", "1990/1999"), ("«Friday, April 10, 2026»", "2026-04-10"),
    ("«yesterday» it", "2026-04-14"), ("«last year» it", "2025"),
    ("from «April 10–12» it", "2026-04-10/2026-04-12"), ("it fell on «Friday»", "2026-04-10"),
  ])
  func `reads dates against the document's own`(_ text: String, _ iso: String) {
    let marked = Marked(text)
    let (_, quantities) = read(marked.text)
    #expect(quantities.map(summary) == [iso], "\(text)")
    #expect(quantities.map(\.range.offsets) == marked.ranges, "\(text)")
  }

  @Test func `takes the year of a date from the dates around it`() throws {
    let (_, quantities) = read("On April 10, 2021, it fell. By April 12 it had risen.", date: "")
    #expect(quantities.map(summary) == ["2021-04-10", "2021-04-12"])
    guard case .date(let period) = try #require(quantities.last).value else {
      Issue.record("April 12 is no date")
      return
    }
    #expect(period.isYearInferred)
    #expect(read("By April 12 it had risen.", date: "").1.isEmpty, "no year is known")
  }

  @Test(arguments: [
    ("nearly $900 million", Quantity.Qualifier.nearly), ("about 15 percent", .about),
    ("More than 12,000 miners", .over), ("surged past $340", .over), ("up to 85%", .upTo),
    ("at least 74 mph", .atLeast), ("fewer than 20 minutes", .under), ("~45g", .about),
    ("no less than 30 people", .atLeast), ("sub-7 nanometer chips", .under),
    ("500 or more", .atLeast), ("some 300 residents", .about), (">= 30", .atLeast),
    ("over 3 years it grew", .exact), ("at 30 people", .exact), ("60 people", .exact),
  ])
  func `reads the words that qualify a number`(_ text: String, _ qualifier: Quantity.Qualifier) {
    #expect(read(text).1.first?.qualifier == qualifier, "\(text)")
  }

  @Test(arguments: [
    ("crashed 23%", "percent-change", "down"), ("a 4% rise", "percent-change", "up"),
    ("up 9.4 per cent to $84", "percent-change", "up"), ("is 60% of it", "percent", ""),
    ("lost 190 points", "score", "down"), ("rise by 10.1 percent", "percent-change", "up"),
    ("an increase of 5%", "percent-change", "up"), ("costs 5 dollars", "money", ""),
    ("took 3 hours", "duration", ""), ("one in five", "ratio", ""), ("tripled", "multiple", "up"),
  ])
  func `tells a change from a level`(_ text: String, _ kind: String, _ direction: String) {
    let quantity = read(text).1.first
    #expect(quantity?.kind.rawValue == kind, "\(text)")
    #expect((quantity?.direction?.rawValue ?? "") == direction, "\(text)")
  }

  @Test(arguments: [
    ("30%", "1"), ("23.5%", "0.1"), ("$1.2 billion", "100000000"), ("$900 million", "90000000"),
    ("12,000 miners", "1000"), ("SEK 100 million", "10000000"), ("$332", "1"), ("800 people", "1"),
    ("0.50 metres", "0.01"), ("$254.00", "0.01"),
  ])
  func `knows the last place that counts`(_ text: String, _ place: String) throws {
    let quantity = try #require(read(text).1.first, "\(text)")
    #expect(quantity.lastPlace == DecimalNumber(digits: place), "\(text)")
  }

  @Test func `never traps on numbers nobody writes`() {
    var texts = [
      "10^400", "1.2.3.4", "１２３ ４", "−0 %", "0/0", "1/0", String(repeating: "9", count: 60),
      "1e400", "1e-400 m", "$", "$$$", "%%", "- - -5", "±", "5 ± ± 3", "..5", "5..", "3:0", "0:0",
      "one hundred hundred hundred million billion trillion trillion", "½½½", "1½/0", "0 in 0",
      "99999999999999999999999999999999999 trillion trillion trillion percent",
      "between and 5", "from to 5 to", "a a a an a hundred a", "minus minus 5", "2026-99-99",
    ]
    let alphabet = Array("0123456789.,-–/:$€%() aknmxM½°²·'\n")
    var state: UInt64 = 42
    for _ in 0..<1000 {
      var text = ""
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      texts.append(text)
    }
    let lexicon = [
      "one", "two", "hundred", "million", "and", "a", "half", "of", "to", "from", "in",
      "third", "quarters", "per", "cent", "5", "1.5", "$", "-", "point", "May", "2026", "over",
    ]
    for _ in 0..<1000 {
      var words: [String] = []
      for _ in 0..<10 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        words.append(lexicon[Int(state >> 33) % lexicon.count])
      }
      texts.append(words.joined(separator: " "))
    }
    for text in texts {
      let (words, quantities) = read(text)
      for quantity in quantities {
        #expect(Int(quantity.range.end) <= words.text.bytes.count, "\(text)")
        #expect(words.sentences[quantity.sentence].range.contains(quantity.range), "\(text)")
      }
      _ = nameNumbers(words)
    }
  }

  @Test func `reads names with numbers for what they imply`() {
    let words = TokenizedText(
      Document(
        plain: SourceText("The Top 10: Covenant-72B beats Meta’s Llama 2 70B, Qwen2.5-1.5B.")))
    let names = nameNumbers(words)
    #expect(
      names.map { words.text[$0.nameRange] } == [
        "Top 10", "Covenant-72B", "Llama 2 70B", "Qwen2.5-1.5B",
      ])
    #expect(
      names.map { "\($0.value.normalized)" } == ["10", "72000000000", "70000000000", "1500000000"])
  }
}
