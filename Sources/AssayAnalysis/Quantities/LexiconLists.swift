/// The lists that `Lexicon` is built from. To teach the reader a word, add it to its list.
let lexiconLists: [(roles: Lexicon.Roles, list: String)] = [
  (
    .cardinal,
    """
    zero=0 nought=0 naught=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11
    twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19
    twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
    hundred=100 dozen=12
    """
  ),
  (
    .scale,
    """
    thousand=3 million=6 mn=6 mln=6 mio=6 mil=6 billion=9 bn=9 bln=9 milliard=9 cr=7 crs=7 lkh=5 lkhs=5 trillion=12 tn=12
    tln=12 trn=12 quadrillion=15 quintillion=18 lakh=5 lakhs=5 lac=5 crore=7 crores=7
    """
  ),
  (
    .vaguePlural,
    """
    dozens=0 tens=1 hundreds=2 thousands=3 millions=6 billions=9 trillions=12
    """
  ),
  (
    .ordinal,
    """
    first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10
    eleventh=11 twelfth=12 thirteenth=13 fifteenth=15 sixteenth=16 twentieth=20 hundredth=100
    thirtieth=30 fortieth=40 fiftieth=50
    thousandth=1000 millionth=1000000 billionth=1000000000 trillionth=1000000000000 quarter=4 half=2
    """
  ),
  (
    .fractions,
    """
    halves=2 thirds=3 fourths=4 quarters=4 fifths=5 sixths=6 sevenths=7 eighths=8 ninths=9 tenths=10
    twelfths=12 sixteenths=16 twentieths=20 hundredths=100 thousandths=1000
    millionths=1000000 billionths=1000000000 trillionths=1000000000000 thirtieths=30
    """
  ),
  (
    .month,
    """
    january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10
    november=11 december=12 jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11
    dec=12
    """
  ),
  (
    .weekday,
    """
    monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7 mon=1 tue=2 tues=2 wed=3
    thu=4 thur=4 thurs=4 fri=5 sat=6 sun=7
    """
  ),
  (
    .up,
    """
    rise rises rose risen rising gain gains gained gaining climb climbs climbed climbing jump jumps
    jumped jumping surge surges surged surging soar soars soared soaring increase increases increased
    increasing grow grows grew grown growing growth advance advances advanced advancing added adds
    adding up rally rallied rallying rebound rebounded leap leapt leaped expand expanded expanding
    improve improved higher boost boosted lift lifted hike hiked hikes raise raised raises raising
    skyrocketed spiked spike swelled appreciated strengthened upside edged rocketed ballooned upped
    recovered recovery bounced bounces pumped pumps mooned ripped popped lengthened widened swelled
    quickened accelerated
    """
  ),
  (
    .down,
    """
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining
    slide slides slid sliding slip slips slipped slipping plunge plunges plunged plunging plummet
    plummets plummeted plummeting tumble tumbles tumbled tumbling sink sinks sank sunk sinking dip
    dips dipped dipping decrease decreases decreased decreasing lose loses lost losing shed sheds
    shedding crash crashes crashed crashing slump slumps slumped slumping down lower shrink shrinks
    shrank shrunk shrinking contracted contraction ease eased easing cut cuts cutting reduce reduces
    reduced reducing reduction tanked dived retreat retreated weaken weakened cratered nosedived
    depreciated slashed slashing dumped dumps nuked bled shortened narrowed discount downside slipping trimmed pared shaved
    """
  ),
  (
    .multiple,
    """
    doubled=2 doubles=2 doubling=2 double=2 tripled=3 triples=3 tripling=3 triple=3 trebled=3
    treble=3 quadrupled=4 quadrupling=4 quadruple=4 quintupled=5 quintuple=5 twofold=2 threefold=3
    fourfold=4 fivefold=5 sixfold=6 sevenfold=7 eightfold=8 tenfold=10 twentyfold=20 hundredfold=100
    thousandfold=1000 halved=-2 halving=-2 halves=-2 twice=2 thrice=3
    """
  ),
  (
    .timeSpan,
    """
    second=1 seconds=1 minute=2 minutes=2 hour=3 hours=3 day=4 days=4 week=5 weeks=5 month=6
    months=6 year=8 years=8 decade=9 decades=9 century=10 centuries=10
    """
  ),
  (
    .numbersItself,
    """
    section sections chapter chapters row rows page pages figure fig table tables step phase level
    levels grade type version category part article no nos nr nrs number numbers room route highway
    interstate flight gate lane channel episode week round stage group class unit platform line
    exhibit rule clause paragraph verse act title schedule appendix annex exercise exercises question
    month war rules episodes parts volumes steps levels stages versions exits gates
    item lot suite option options lvl pp rounds chapters paragraphs articles apartment apt floor zone district ward division court terminal track game
    volume issue edition generation gen gens tier layer model mark mk series day year
    """
  ),
  (
    .street,
    """
    street st avenue ave road rd boulevard blvd drive lane ln court ct square sq highway hwy place pl
    terrace crescent parkway
    """
  ),
  (
    .irregularPlural,
    """
    people children men women feet teeth mice geese oxen fishermen policemen firefighters aircraft
    sheep fish deer species series salmon personnel staff police cattle criteria phenomena data media
    bacteria spacecraft offspring businessmen businesswomen servicemen gunmen lawmen craftsmen
    salespeople spokesmen congressmen alumni cacti fungi nuclei stimuli syllabi hypotheses crises
    wives lives knives crew troops ppl
    """
  ),
  (
    .notPlural,
    """
    gas overseas bias alias atlas canvas lens texas kansas arkansas vegas dallas christmas james
    charles jones wales williams adams harris evans davies hughes phillips mars brussels athens
    naples physics politics economics mathematics maths athletics gymnastics electronics genetics
    logistics ethics diabetes rabies herpes chaos cosmos pathos asbestos las los san always perhaps
    sometimes besides whereas towards afterwards upwards downwards backwards forwards onwards indoors
    outdoors downstairs upstairs nowadays yes plus minus thus hers theirs ours
    """
  ),
  (
    .notAdverb,
    """
    daily weekly monthly yearly early family friendly elderly supply assembly quarterly monopoly ally
    rally only likely deadly costly lively lonely anomaly butterfly unlikely orderly curly ugly holy
    hourly nightly scholarly cowardly timely silly jelly belly lovely italy fly reply
    """
  ),
  (
    .compoundPlural,
    """
    sports sales arms goods news customs systems savings securities operations communications men women
    women's men's games series sports' jobs earnings children's people's species crew staff police
    data media deer fish cattle
    """
  ),
  (.counting, "combined recorded estimated reported aforementioned"),
  (
    .collective,
    """
    population workforce electorate public country nation world economy market company staff fleet
    budget income revenue money debt cost price land area country's
    """
  ),
  (
    .about,
    """
    about around approximately roughly circa approx approx. estimated some nearly almost near
    close averaging averaged averages
    """
  ),
  (
    .filler,
    """
    by another further additional extra as much little total full whopping massive staggering mere
    record only just even still now again cumulative combined an a the sharply steeply slightly
    marginally modestly strongly quickly rapidly fractionally overall roughly some
    """
  ),
  (
    .attributive,
    """
    page member course seat bed bedroom bathroom game man person team storey story lane part piece
    door hole seater player point stage step track volt watt core car vehicle
    """
  ),
  (
    .contest,
    """
    beat beats beaten beating win wins won winning lose loses lost defeat defeated defeats draw drew
    drawn tie tied ties victory loss lead leads led leading trail trailed trailing score scored match
    game series final vote voted down up ahead behind thrashed routed edged
    """
  ),
  (
    .spread,
    "range ranges ranged ranging vary varies varied varying anywhere stretch stretches span spans"
  ),
  (
    .numberedName,
    """
    s&p llama gpt qwen claude gemini gemma mistral nasdaq dow ftse stoxx russell nikkei asx dax cac fortune forbes global topix msci kospi hang
    ta euro formula boeing airbus windows iphone galaxy pixel xbox playstation ps model big
    """
  ),
  (
    .travel,
    """
    went go goes gone going moved moves move moving changed change changes changing swung swings
    shifted shifts switched switches took taken brought brings converted promoted improved worsened
    slowed extended halved doubled tripled revised adjusted amended updated reset set turned upgraded
    downgraded expanded stretched transition transitioned migrated recovered
    """
  ),
  (
    .sizing,
    "page seat seater bed bedroom bathroom person storey story volt watt core man door"
  ),
  (
    .superlative,
    """
    largest biggest smallest highest lowest fastest slowest longest shortest tallest oldest youngest
    heaviest greatest steepest sharpest deepest richest busiest deadliest hottest coldest
    strongest weakest cheapest
    """
  ),
  (
    .datePreposition,
    """
    in since by until till during from before after of throughout through to for early late mid
    last next this between around circa the and on fiscal calendar end
    """
  ),
  (
    .timeWord,
    """
    today yesterday tomorrow overnight minutes hours days weeks months years year month noon midday
    midnight
    """
  ),
  (
    .scoring,
    """
    score scored scores scoring rated rating rates rate grade graded achieved achieves hit hits got
    posted
    """
  ),
  (
    .function,
    """
    if when while where whereas because although though but so yet than then there here it he she they
    we you i me him them us who whom whose what why how all both either neither none nobody such also
    too very quite rather already still even ever never always often sometimes usually again once
    is am are was were be been being do does did done doing have has had having will would shall
    should can could might must ought need into onto upon off across along among amid despite towards
    toward without behind beneath beside besides except inside outside near opposite regarding
    according including excluding following via vs per said says say saying told tells tell asked
    added adds took takes take taken went goes go gone came comes come made makes make got gets get
    gave gives give given saw sees see seen knew knows know think thinks thought found finds find
    left leaves put puts set sets kept keeps keep let lets began begins begin seemed seems seem showed
    shows show shown became becomes become remained remains remain worth apiece
    latter former yes ok however therefore thus hence moreover meanwhile instead otherwise perhaps maybe
    rise rose fell fall dropped surged jumped climbed plunged soared tumbled slipped crashed declined
    until till during throughout against unless plus compared versus received passed
    expected reported announced based died killed injured participated attended signed sold bought
    paid spent raised earned lost won owned used needed required allowed built located remaining
    ago later earlier above below today yesterday tomorrow tonight together apart away back forward
    long wide tall high deep thick old north south east west whilst who're isn't aren't wasn't don't
    didn't doesn't can't won't unlike like amid amongst her his ours mine yours theirs
    spends pays earns helps looks sits owns buys sells sends brings
    writes asks feels hopes agrees argues believes suggests expects lacks loses builds
    exists depends applies belongs occurs happens arrives continues remains appears serves contains
    includes involves requires represents allows creates produces provides becomes receives
    attracts employs operates generates etc
    i'm i've it's that's he's she's they're we're you're there's
    """
  ),
]
