/// What a word can tell about the numbers near it. A word may be several: "rise" is a verb and a
/// noun.
struct Cue: OptionSet, Sendable {
  let rawValue: UInt64

  static let up = Cue(rawValue: 1 << 0)
  static let down = Cue(rawValue: 1 << 1)
  /// Says that something changed; `up` and `down` say which way, where the word does.
  static let verb = Cue(rawValue: 1 << 2)
  static let noun = Cue(rawValue: 1 << 3)
  static let participle = Cue(rawValue: 1 << 4)
  static let adverb = Cue(rawValue: 1 << 5)
  /// Verbs of motion that take their direction from an adverb: "went down".
  static let motion = Cue(rawValue: 1 << 6)
  /// Says that something has a value: "was", "totalled".
  static let level = Cue(rawValue: 1 << 7)
  static let from = Cue(rawValue: 1 << 8)
  static let to = Cue(rawValue: 1 << 9)
  static let by = Cue(rawValue: 1 << 10)
  static let of = Cue(rawValue: 1 << 11)
  static let at = Cue(rawValue: 1 << 12)
  static let compare = Cue(rawValue: 1 << 13)
  static let or = Cue(rawValue: 1 << 14)
  static let and = Cue(rawValue: 1 << 15)
  static let contrast = Cue(rawValue: 1 << 16)
  static let determiner = Cue(rawValue: 1 << 17)
  static let modifier = Cue(rawValue: 1 << 18)
  static let per = Cue(rawValue: 1 << 19)
  static let negation = Cue(rawValue: 1 << 20)
  static let hedge = Cue(rawValue: 1 << 21)
  static let loss = Cue(rawValue: 1 << 22)
  static let profit = Cue(rawValue: 1 << 23)
  static let currencyName = Cue(rawValue: 1 << 24)
  static let rank = Cue(rawValue: 1 << 25)
  static let depth = Cue(rawValue: 1 << 26)
  /// Words after which a rate has another base than the values beside it.
  static let base = Cue(rawValue: 1 << 27)
  static let yearly = Cue(rawValue: 1 << 28)
  static let relative = Cue(rawValue: 1 << 29)
  static let preposition = Cue(rawValue: 1 << 30)
  static let period = Cue(rawValue: 1 << 31)
  static let range = Cue(rawValue: 1 << 32)
  /// Comes after "be" or before a participle: opens no statement by itself.
  static let auxiliary = Cue(rawValue: 1 << 33)
  /// A noun that names what is counted or valued: "sales", "price".
  static let metric = Cue(rawValue: 1 << 34)
  static let pronoun = Cue(rawValue: 1 << 35)
  static let says = Cue(rawValue: 1 << 36)
  static let minus = Cue(rawValue: 1 << 37)
  /// Says that something went the way one wishes: up for sales, down for a loss.
  static let better = Cue(rawValue: 1 << 38)
  static let worse = Cue(rawValue: 1 << 39)
  /// A measure of which more is better.
  static let gainful = Cue(rawValue: 1 << 40)

  /// Verbs of motion that lead from one value to another: "went from 12 to 27".
  static let travel = Cue(rawValue: 1 << 41)
  /// Verbs whose object changes: "cut emissions 55 %".
  static let transitive = Cue(rawValue: 1 << 42)

  /// Verbs for money that comes in: "raised $45m".
  static let gathering = Cue(rawValue: 1 << 43)

  static let direction: Cue = [.up, .down]
}

/// The cues of English words, looked up by their bytes.
struct CueLexicon: Sendable {
  static let english = CueLexicon(entries)

  private let cues: WordTable<Cue>

  init(_ entries: [(Cue, String)]) {
    var cues = WordTable<Cue>(empty: [], capacity: 2048)
    for (cue, words) in entries {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let key = WordKey(String(word))
        cues[key] = cues[key].union(cue)
      }
    }
    self.cues = cues
  }

  /// The keys and cues of the words in some sentences; none for all other tokens.
  func cues(
    of words: TokenizedText, in sentences: [Int]
  ) -> (keys: [WordKey], cues: [Cue]) {
    guard !sentences.isEmpty else { return ([], []) }
    var keys = [WordKey](repeating: .none, count: words.tokens.count)
    var found = [Cue](repeating: [], count: words.tokens.count)
    words.text.bytes.withUnsafeBufferPointer { bytes in
      for sentence in sentences where words.sentences.indices.contains(sentence) {
        for index in words.sentences[sentence].tokens where words.tokens[index].kind == .word {
          keys[index] = WordKey(bytes, words.tokens[index].range.offsets)
          found[index] = cues[keys[index]]
        }
      }
    }
    return (keys, found)
  }
}

extension CueLexicon {
  private static let entries: [(Cue, String)] = [
    (
      [.up, .verb],
      """
      rose risen rises rise increased increases increase grew grown grows grow gained gains gain
      climbed climbs climb jumped jumps jump surged surges surge soared soars soar advanced advances
      advance rallied rallies rally skyrocketed skyrocket rocketed leapt leaped leaps leap swelled
      swells ballooned widened widens widen raised raises raise lifted lifts lift boosted boosts
      boost expanded expands expand spiked spikes mounted accelerated accelerates quickened quickens hiked hikes
      upped shot recovered recovers recover rebounded rebounds doubled doubles tripled quadrupled zoomed
      """
    ),
    (
      [.down, .verb],
      """
      fell fallen falls fall decreased decreases decrease declined declines decline dropped drops
      drop slid slides slide slipped slips slip plunged plunges plunge plummeted plummets plummet
      tumbled tumbles tumble crashed crashes crash sank sunk sinks sink shrank shrunk shrinks shrink
      dipped dips dip eased eases ease dwindled dwindles narrowed narrows narrow lowered lowers
      reduced reduces reduce cut cuts slashed slashes slash trimmed trims trim contracted contracts
      slowed slows cooled cools decelerated moderated lost loses lose shed sheds halved halves receded diminished diminishes
      nosedived collapsed collapses slumped slumps slump retreated retreats
      """
    ),
    (
      [.up, .participle],
      """
      rising increasing growing gaining climbing jumping surging soaring advancing rallying raising
      lifting boosting expanding widening swelling spiking
      """
    ),
    (
      [.down, .participle],
      """
      falling decreasing declining dropping sliding slipping plunging plummeting tumbling crashing
      sinking shrinking dipping easing narrowing lowering reducing cutting slashing trimming losing
      shedding contracting slumping
      """
    ),
    (
      [.up, .noun],
      """
      increase increases rise growth gain gains jump surge climb advance rally uptick hike spike
      boost uplift leap upturn expansion improvement recovery rebound
      """
    ),
    (
      [.down, .noun],
      """
      decrease decreases decline drop fall reduction dip slide slump plunge crash cut slip
      contraction downturn tumble shrinkage nosedive
      """
    ),
    ([.up, .adverb], "up upwards upward higher"),
    ([.down, .adverb], "down downwards downward lower"),
    (
      [.motion],
      """
      went go goes gone going moved moves move moving edged edges edge inched inch ticked tick
      crept came come comes nudged shot pushed brought taken driven drove sent closed ended finished
      """
    ),
    ([.travel], "went go goes gone going moved moves move moving swung shifted dropped"),
    ([.gathering], "raised raise raises raising recovered recover"),
    (
      [.transitive],
      """
      cut cuts cutting reduce reduces reduced reducing raise raises raised raising lower lowers lowered
      lowering increase increases increased increasing boost boosts boosted boosting lift lifts lifted
      lifting slash slashes slashed slashing trim trims trimmed trimming hike hikes hiked hiking grow
      grew expand expanded
      """
    ),
    (
      [.up, .verb],
      """
      bounced bounces pumped pumps mooned ripped popped lengthened lengthens climbed reclaimed
      strengthened
      """
    ),
    (
      [.down, .verb],
      "dumped dumps tanked tanks nuked bled shortened shortens cratered retraced dived"
    ),
    (
      [.verb],
      """
      changed changes moved swung shifted adjusted revised amended
      """
    ),
    ([.verb, .better], "improved improves improve strengthened strengthens"),
    ([.verb, .worse], "worsened worsens deteriorated deteriorates weakened weakens"),
    (
      [.level],
      """
      was were is are totalled totaled totals total amounted amounts stood stands reached reaches
      reach earned posted recorded sold hit had averaged equalled equaled be been being
      totalling totaling reaching amounting representing comprised constituted accounted posting
      booked generated reported remained exceeded
      """
    ),
    ([.auxiliary], "was were is are be been being had has have will would did does do"),
    ([.from], "from"), ([.to], "to"), ([.by], "by"), ([.of], "of"), ([.at], "at"),
    ([.compare], "compared versus vs against than comparing"),
    ([.or], "or"), ([.and], "and"),
    (
      [.contrast],
      "while but whereas although though however meanwhile whilst yet because since if unless when"
    ),
    (
      [.determiner],
      """
      a an the its their his her our my your this that these those each every another any no some
      both
      """
    ),
    (
      [.modifier],
      """
      about approximately nearly almost around roughly just only some over more less fewer exactly
      slightly sharply markedly significantly strongly substantially steadily slowly quickly again
      further another mere sharp slight modest big large small steep huge record even still already
      also then now well much far an a as low high estimated total combined staggering whopping
      massive dramatic hefty strong solid moderate marginally marginal respective nominal full
      average year-on-year year-over-year annual quarterly monthly cumulative net least most up
      currently recently rapidly dramatically considerably somewhat overall
      """
    ),
    ([.per], "per each apiece"),
    ([.negation], "not never no n't didn't don't doesn't won't hasn't wasn't neither nor failed"),
    (
      [.hedge],
      """
      could may might would expected expects expect projected projects forecast forecasts estimated
      estimates should likely probably possibly potentially reportedly allegedly rumoured rumored
      predicts predicted hopes aims plans targeted target anticipates anticipated
      """
    ),
    ([.loss], "loss losses deficit deficits shortfall outflow outflows"),
    ([.profit], "profit profits surplus income earnings gain inflow inflows"),
    (
      [.currencyName],
      """
      dollar greenback euro yen pound sterling franc rupee peso ruble rouble yuan renminbi lira krona
      krone rand real won baht ringgit zloty forint shekel currency dollars loonie aussie
      """
    ),
    (
      [.rank],
      "ranking rankings ranked rank ranks position positions spot spots seed seeds standings chart "
        + "charts handicap odds"
    ),
    ([.depth], "below deep depth beneath underground minus under below-zero submerged"),
    (
      [.base],
      """
      excluding except organic organically constant local comparable like-for-like same-store
      adjusted seasonally inflation-adjusted pro-forma forma currency-neutral currency currencies
      underlying normalised normalized
      """
    ),
    (
      [.yearly],
      "annually yearly annualised annualized annum compounded compound monthly weekly daily averaging"
    ),
    ([.relative], "which who that whose where"),
    (
      [.preposition],
      """
      in on for during with after before over due because driven including reflecting through until
      since within across between among under into onto toward towards despite without via amid
      following as
      """
    ),
    (
      [.period],
      """
      year quarter month week day period half semester january february march april may june july
      august september october november december spring summer autumn winter monday tuesday wednesday
      thursday friday saturday sunday years quarters months weeks days yesterday today tonight
      tomorrow overnight fiscal earlier ago previous prior last past first second third fourth
      corresponding same year's quarter's month's week's day's yesterday's monday's tuesday's
      wednesday's thursday's friday's saturday's sunday's year’s quarter’s month’s week’s day’s
      yesterday’s monday’s tuesday’s wednesday’s thursday’s friday’s saturday’s sunday’s
      """
    ),
    ([.range], "range ranges ranging ranged varies varied vary anywhere"),
    ([.minus], "minus negative"),
    (
      [.metric],
      """
      sales revenue revenues turnover profit profits income incomes earnings loss losses ebitda ebit eps
      margin margins price prices cost costs expenses expense spending budget deficit surplus debt
      dividend dividends value valuation capitalization capitalisation cap supply rate rates yield
      yields share shares index stake output production exports imports volume volumes orders order
      backlog headcount workforce employees staff population subscribers users customers members
      visitors passengers unemployment inflation score points emissions rewards reward fee fees
      salary salaries wage wages rent rents tax taxes temperature temperatures rainfall cases deaths
      admissions incidence prevalence mortality attendance goals wins capacity demand consumption
      investment investments funding assets liabilities equity deposits loans reserves traffic
      accuracy flow
      """
    ),
    (
      [.gainful],
      "sales revenue revenues turnover profit profits income earnings ebitda ebit eps margin margins"
    ),
    ([.pronoun], "it they he she we i you this"),
    ([.says], "said says told according reported estimated announced added claimed claims stated"),
  ]
}
