/// Words that turn, strengthen or direct the feeling of others.
enum TurningWords {
  /// Forms that look like a word of feeling and mostly carry none.
  static let neutral = """
    really like likes liking yeah yep yup well right rights rightly please pleases real realer
    care cares cared clearly hot hotter open opens opened opening free freely based friends friend
    honestly legit legitimate legitimately simply simple simpler share shares shared sharing
    worked complete completes completed incredibly easily allowed allow allows allowing created
    create creates creating build builds built building buildings lead leads leading cheaper grown
    grow grows growing modern ability abilities fixed record records value values interest
    interests accept accepts accepted quick quicker clear clearer attracted no bulls gm new newer
    newest newly old older oldest hard harder hardest hardly wait waits waiting waited joke jokes
    joking less lesser wonder wonders wondered wondering fight fights fighting question questions
    questioned later latest lately late however strange slow slowly slower silly cheap ill fall
    falls falling fell fallen bear bears jerk jerks crush crushed crushes block blocks blocked
    dying quiet quietly pretty prettily insanely seriously terribly awfully ridiculously amazingly
    extraordinarily remarkably fairly genuinely exceptionally significantly significant completely
    badly means meaning meant kindly largely naturally famously popularly cost costs old-school
    limit limits limited contribute contributes contributed mature popular famous drama potential
    sharer launch launches launched launching launchpad contract contracts advance advances
    advanced ally order orders offered offers offer fast faster fastest sweetly coolly coolest
    willing earning earnings
    """

  /// Turn what stands behind them.
  static let negators = """
    not no never none nobody nothing neither nor cannot cant dont doesnt didnt isnt wasnt arent
    werent wont wouldnt couldnt shouldnt hasnt havent hadnt aint without hardly barely scarcely
    rarely seldom nowhere n't fails failed stop stopped unable
    """

  /// Strengthen the next word of feeling.
  static let boosters = """
    very really so extremely absolutely totally completely incredibly highly deeply truly utterly
    hugely enormously particularly especially remarkably insanely super too most damn fucking
    freaking bloody seriously massively sharply significantly dramatically steeply strongly
    fundamentally genuinely literally exceptionally more much such severely overwhelmingly way
    hella mega ultra quite pretty
    """

  /// Weaken the next word of feeling.
  static let dampers = """
    slightly somewhat barely bit little partly partially almost kinda sorta marginally moderately
    fairly relatively occasionally sometimes mildly modestly
    """

  /// Say that a measure rose.
  static let up = """
    rise rises rose risen rising increase increases increased increasing climb climbs climbed
    climbing surge surges surged surging soar soars soared soaring jump jumps jumped jumping grow
    grows grew grown growing widen widens widened widening expand expands expanded expanding
    exceed exceeded up higher more raise raised raises raising double doubled doubles doubling
    triple tripled advance advanced rebound rebounded accelerate accelerates accelerated strengthen
    strengthened improved improve swell swelled spike spiked mount mounted mounting increasingly
    gained gain gains rally rallied growth lift lifts lifted lifting recover recovered recovers picked
    hike hikes hiked boost boosted uptick highest record
    upturn
    """

  /// Say that a measure fell.
  static let down = """
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining
    decrease decreases decreased decreasing slump slumps slumped plunge plunges plunged plunging
    plummet plummets plummeted tumble tumbles tumbled crash crashes crashed crashing sink sinks
    sank sunk slip slips slipped slipping shrink shrinks shrank shrunk shrinking narrow narrows
    narrowed narrowing narrower smaller cut cuts cutting reduce reduces reduced reducing reduction lower down less
    fewer dip dips dipped slide slides slid sliding slash slashes slashed slashing halve halves
    halved shed weaken weakened ease eased easing contract contracted retreat retreated lowest
    collapse collapsed lost loses lose evaporated dwindle dwindled dwindling diminish diminished
    erode eroded erased erasing minimise minimize minimised deteriorate deteriorated deteriorates worsen worsened worsens
    stagnate stagnated drops fewer
    """

  /// Measures whose rise is good news.
  static let goodWhenUp = """
    profit profits revenue revenues sales earnings income turnover orders bookings backlog rewards
    reward wages wage salary salaries pay employment jobs job margin margins dividend dividends
    price prices orders share shares stock stocks capitalization capitalisation market value valuation demand
    users user customers customer subscribers subscriber subscriptions productivity output exports
    export ebit ebitda eps gdp confidence satisfaction accuracy attendance donations credibility
    trust quality traffic investment investments yield yields index deliveries volumes volume
    production hiring liquidity cash return returns performance efficiency coverage participation
    literacy enrolment enrollment vaccination turnout profitability tvl adoption budget funding
    bitcoin btc eth tao token coin nasdaq dow s&p currency dollar rouble ruble euro pound sterling
    rupee operating net pretax pre-tax capacity occupancy intake book flow throughput ridership
    passengers passenger cargo freight shipments circulation royalties surplus lending deposits
    ebita eva roce utilisation utilization eps headcount workforce viewers followers hashrate
    """

  /// Measures whose rise is bad news.
  static let badWhenUp = """
    cost costs loss losses debt debts deficit deficits unemployment inflation crime crimes cases
    deaths death infections infection expenses expense taxes tax pollution poverty risk risks
    delays delay errors error complaints complaint accidents accident fees layoffs injuries fraud
    volatility hospitalizations hospitalisations violence tension tensions charges impairment
    impairments shortage shortages waste outages outage bugs joblessness homelessness mortality
    casualties fatalities bankruptcies defaults default evictions rent rents premiums arrears
    overdoses suicides murders homicides burglaries thefts jobless inequality redundancies claims
    churn spam downtime latency fines uncertainty obesity smoking temperature temperatures drought emissions inventories churn write-downs writedowns
    impairments overheads lead-time absences absenteeism backorders burn theft
    """
}
