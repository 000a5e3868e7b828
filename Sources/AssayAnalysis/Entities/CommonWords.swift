/// English words that are no names when a sentence begins with them.
///
/// The words that GoEmotions, NewsMTSC, WNUT17, Wikigold and CrossNER (all CC BY 4.0 or MIT) write
/// in lower case at least four times and in seven of ten cases; regular inflections are left out,
/// because `CommonWords.contains` takes them off.
enum CommonWords {
  static let list = """
    abandon abhorrent ability able abnormal aboard abort abortion about above abroad abrupt absence
    absent absolute abstract absurd abuse abusers abusive academic accent accept acceptable
    acceptance access accessible accident accidentally accompanied accomplish accomplishment
    according account accountability accountable accuracy accurate accusation accuse accustomed ace
    achieve achievement acid acknowledge acknowledgements acne acquaintance acquired across act
    action activated active activism activist activity actor actress actual acute ad adamant
    adaptation add addicted addiction addition additional address adjust administration
    administrative admiration admire admission admit adopt adoption adorable adore adrenaline ads
    adult advance advantage adventure adversary advertisement advertisers advertising advice advise
    advocacy advocate af affair affect affection affidavit affiliate affiliation afford afloat
    afraid after aftermath afternoon afterwards again against age aged agency agenda agent
    aggravated aggression aggressive ago agree agreement ah aha ahaha ahead ahh ahhh aid aide aim
    ain't aint aircraft aired airline airplane aisle aka ako alarm alas albeit album alcohol
    alcoholic alerted algorithm alien alienated align alike alive all allegation allege allergic
    allow ally almost alone along alongside aloof alot already alright also alt altercation
    alternate alternative although altogether always am amateur amaze ambassador ambiguous ambitious
    ambulance amd amend amendments amid amirite ammo ammunition amnesty among amount amp ample
    amusing an anal analogue analogy analysis analyst anarchism anarchist anarchy anchor ancient and
    anecdote angel anger angle angry animal animated animation anime ankle announce announcement
    annoy annual anonymous another answer antenna anthem anti anticipated antique antisocial anxiety
    anxious any anybody anymore anyone anything anytime anyway anywhere apart apartheid apartment
    aplusk apologised apologist apologize apology app appalled apparent appeal appear appearance
    appendix appetite applaud applause apples applicants application appoint appointment appreciate
    appreciation approach appropriate approval approve approximately apt arbitrarily arc
    architecture are area aren't arent arguably argue argument arm armor around arrangement arrest
    arrive arrogant arse art article articulate artillery artist artistic artwork as asap asexual
    asf ashamed ashes aside ask asleep aspect ass assassin assassination assault assert assertion
    assessment assets asshat asshole assist assistance assistant associates assume assumption
    assurances assured astonishing astounding aswell asylum at ate atheist athlete atleast atm
    atmosphere atrocious atrocities attached attack attempt attend attendance attendees attention
    attitude attorneys attract attraction attractive audible audience audio auditor aunt authentic
    author authoritarian authoritarianism authority authorization authorized autism autistic auto
    automatic automatically autonomy autoplay available average avoid aw awake awarded aware away
    awe awesome awful awhile awkward aww axe aye azz babe baby bachelor back backbone backers
    backfired background backlash backstop backup backward bacon bacteria bad badass bag baggage
    bail bait bake balance balcony bald ball balloon ballot bamboozled ban band bang bank bankrupt
    bankruptcy banter bar barbaric barber bare bargain barn barrel barriers bartender base baseball
    baseless basement bash basic basically basis basket basketball bass bastard bat batch bath
    bathroom battery battle battleground bb bc bday be beacon bean bear beard beat beaten beautiful
    beauty became because become bed bedroom bedtime beef been beer bees before beforehand beg began
    begin begun behalf behave behavior behaviour behind being belief believable believe belligerent
    belly belong beloved below belt belum bench beneath beneficial benefit benign bent beside best
    bet beta betray betrayal between beyond bf bi bias biblical bid big bigot bigotry bike bilateral
    billion billionaire bills bin binge bingo bio biography biological biologist biology bipartisan
    bipolar birds birth birthday bit bitch bite bizarre black blackmail blah blame bland blank
    blanket blasphemy blast blatant blaze bleed bless blew blind bliss blistering block blog blonde
    blood bloody blow blown blowout blue blunder blunt blurred board boat body bodyboarding boggling
    boi boil bold bolster bolt bomb bond bone bonus boo boob book booming boop boost boot booty
    booze border borderline bore born borrow boss bot both bottle bottom bought bounce bound
    boundaries bout bow box boy boycott boyfriend bra brag brah brain brainwashed brainwashing
    branch brand bravado brave bravery brawl brazen breach bread break breakdown breakfast breakup
    breast breath breathe breed brew bribe brick bride bridge brief brigade bright brilliant bring
    brink bro broad broadcast broke broken bronze brotha brother brought brows bruh brush brutal
    brutality bs btw bubble bucket bucks bud buddy budget buff bug build built bulk bull bullet
    bullshit bully bum bump bunch burden burgers burial burn burnt burst bury bus business
    businessman bust busy but butt butterflies button buy buzz by bye bystander c'est c'mon ca cage
    cake calculated call calm calories cam came cameo camera cameraman camerondallas camp campaign
    campus can can't cancel cancer cancerous candidacy candidate candy cannon cannot canon cant cap
    capabilities capable capacity capitalism capitalist caption captivity capture car carbon card
    care careful careless carrier carrot carry cart cartoon case cash casinos cast casual cat catch
    category caucus caught cause caution cautious cave cc ceases ceiling celebrate celebration
    celebrity cell censored censoring census centers centralised centralized centrist cents century
    cereal ceremony certain certified chain chair chairman chalk challenge chamber champ champagne
    champion championship chan chance change channel chanting chants chaos chaotic chapter character
    characterization characterized charge charisma charismatic charitable charity charm chart chase
    chat cheap cheat check checkers cheek cheeky cheer cheese chef chemical chemist chemistry cherry
    chest chick chicken chief child childcare childfree childhood childish children chill chin chip
    chocolate choice choir choke choose chose chosen chronic chubby chuckle chunk church cigarette
    cinematic circa circle circlejerk circulation circumstance circus cis cite cities citizen
    citizenship civic civil civilian civilization ck claim clap clarification clarify clarity clash
    class classic classical classified classmates classroom classy clause clean clear clearance
    clerk clever cliche click client cliff climate climb clinch clinic clip clock clone close closet
    closure cloth cloud clown clubs clue clueless clumsy clutch cm co coach coal coalition coat
    cocaine cod code coffee cognitive coherent coin coincidence coke cold collaborated collapse
    collar colleague collect collection collective colleges collision colluded collusion colonialism
    color colour column com coma combat combination combine combo come comeback comedian comedic
    comedy comfort comfortable comic comin command comment commentary commentator commercial commie
    commit commitment committees common communicate communication communism communists community
    commute comp companion company comparable compare comparison compassion compassionate compelled
    compelling compensation compete competence competent competition competitive competitors
    compilation complain complaint complete complex complexity compliance complicated complications
    complicit compliment component composed composer composition compounds comprehend comprehension
    comprehensive compromise computer comrade con concede concentration concept concern concert
    concession concise conclude conclusion concrete concur concussion condemn condescending
    condition condolences condom conduct conference confessed confession confidence confident
    confidential confined confirm confirmation conflict confront confrontation confused confusing
    confusion congrats congratulate congratulations congressional congresswoman congresswomen
    conjunction connect connection conscious consecutive consensual consensus consent consequence
    conservatism conservative consider considerable consideration consistency consistent consists
    console conspiracy constant constituency constituents constitutional construct construction
    constructive consume consumption cont contact contain contemporary contempt contended contender
    content contention contentious context continually continuation continue continuous contract
    contractor contradict contradiction contrary contrast contribute contribution contributor
    control controversial controversy convenience convenient convention conversation conversion
    convert convict conviction convince convo cook cookie cool cooperation coordinated coordination
    cop cope copies copyright cord core corn corny corporate corporation correct correction
    correlation correspondent corrupt corruption cos cosplay cost costume couch cough could could've
    couldn't couldnt councillor counsel counselor count counterterrorism counties countless country
    coup couple courage course courtesy courthouse courts cousin cover coverage covert cow coward
    coworker crack craft cramps crap crappy crash crass craving crayons craziest crazy cream create
    creation creative creator creatures credentials credibility credible credit creep creepy crew
    cricket cried cries crime criminal cringe cringey cringy crippling crisis criteria critic
    critical criticised criticism criticize critique crop cross crossover crow crowd crucial crude
    cruel cruelty crush crust cry crypto cuck cuddle cult cultural culture cunt curb cure curiosity
    curious curly currency current curse cursive cus custody custom cut cute cuz cycle cynical da
    dad daddy dairy damage dammit damn damnit dance dang dangerous dank dare dark darling darn dash
    dat data database date daughter dawg day daytime de dead deadline deal dealt dear death debate
    debt debut decade decency decent decentralised decentralized decide decision decisive deck
    declaration declare decline decree ded dedicated dedication deemed deep deer def defamation
    default defeat defend defense defensive deficit define definitely definition definitive
    degenerate degree delay delegate delete deliberate delicious delight delightful deliver delivery
    delusion delusional demand demeanor demise demo democracy democratically demon demonize
    demonstrate demonstration demonstrators denial denomination denounce dense dentist deny
    departments departure depend dependent deportation deported deposit depressed depressing
    depression deprived depth deputy deranged derived derogatory descendants describe description
    desert deserve design designated desirable desire desktop desperate desperation despicable
    despise despite dessert destinations destroy destruction destructive detail detained detect
    detective detention determination determine dev devastated devastating develop development
    device devoid devoted devotion dey di diabetic diagnosed diagnosis dialogue diarrhea dictate
    dictator dictatorship dictionary did didn't didnt die died diet differ difference different
    differential differentiate difficult dig digestive digital dignity dilemma dime dimension
    diminished dinner dinosaur dioxide dip diplomacy diplomat diplomatic dipshit direct direction
    directive dirt dirty dis disability disabled disadvantage disagree disagreement disappear
    disappearance disappoint disappointment disaster disastrous disbelief discard discipline
    disclaimer disclose discomfort disconnect discord discount discourse discover discovery
    discredited discriminated discrimination discuss discussion disdain disease disgrace disgraceful
    disgust dish disheartening dishonest dishonesty disingenuous dislike dismiss dismissal disorder
    display disposal dispute disregard disrespect disrespectful dissonance distance distant
    distasteful distinct distinction distinguish distorted distract distraction distress distributed
    distributing distribution districts distrust disturbing ditch dive diverse diversion diversity
    divided divisions divisive divorce dj dlvr dm dnt do doc doctor document documentary dodge dodgy
    doe doesn't doesnt dog doggo doin doing doll dollar domain domestic dominance dominant dominate
    don't donate donation done donor dont donut doom door dope dose dossier double doubt doubtful
    douche douchebag down downhill download downplay downright downtown downvote dozen draft drag
    dragons dramatic dramatically drastically draw drawn dread dreadful dream dress drew dried drink
    drip drive driven drone drool drop droppin drought drove drown drug drum drunk dry dual dubbed
    duck dude due duel duh dull dumb dumbass dump dumpster dun dunk dunno duo during durr dust duty
    dxm dying dynamic dynamite dynasty dysfunction each eachother eager ear earlier earliest earn
    ease easier easy eat eaten ebay echoed echoing economic economist economy ecstatic edge edgy
    edited editing editor editorial edits educate education educational een effect effective
    efficient effort egg ego eh eight either elaborate elder eldest elect election electoral
    electric electrical electricity electronic elegant element elementary elevated elevator eleventh
    elf eligible eliminate elite elo else elsewhere em email embarrass embarrassment embattled
    embodied embodiment embrace emerge emergency emissions emoji emotion emotional empathetic
    empathy emphasize empirical employed employee employers employment empowered empty en enabling
    enact encounter encourage encouragement end endangered endangering endearing endless endorse
    endorsement endurance endured enemy energetic energy enforce enforcement engage engagement
    engine enjoy enjoyable enjoyment enormous enough enslave ensure enter entertained entertaining
    entertainment enthusiasm enthusiastic entire entitled entitlement entity entry environment
    environmental envoy envy ep epic epidemic episode epitome equal equality equipment equity
    equivalent er era erased errands error erupted es escalated escape escort especially essay
    essential establish establishment estate esteem estimate et etc eternal eternity ethical ethnic
    ethnicity eulogy evaluate even event eventually ever every everybody everyday everyone
    everything everytime everywhere evidence evident evil evolution evolved ex exact exam example
    exceed exceedingly excellent except exception excerpt excess excessive exchange excited
    excitement exciting excluding exclusive excuse executed executing execution executive exempt
    exercise exert exes exhausted exhausting exhibit exist existence exit exonerated expand
    expansion expect expectation expelled expense expensive experience experiment experimental
    experimentation expert expertise expired explain explanation explicitly exploded exploding
    exploited exploration explore explosion explosive export expose express expression extend
    extension extensive extent external extortion extra extraction extraordinary extreme extremism
    extremist eye eyebrows ez fab fabricated face facetious facial facility fact factions factor
    factory factual fade fail failure faint fair fairy faith fake fall fallacy fallen fallout false
    falsehoods fam familiar family famous fan fanbase fancy fandom fantastic fantasy far fare farm
    fart farther fascinated fascinating fascism fascist fashion fast fat fatal fate father fathom
    fault faux fav fave favor favorability favorable favorite favour favourite fb fear feasible
    feature federal fedora fee feed feedback feel feet fell fella fellow felony felt female feminine
    feminism feminist fence fend fentanyl fetish fetus feud fever few ff ffs fianc fiance fictional
    field fierce fifth fight figure file filibuster fill film filter filth filthy final finale
    finance financial financier find fine finger finish fire firearm firefighters fireworks firm
    first fiscal fish fist fit five fix flag flair flame flank flash flashbacks flat flavor flavour
    fled fleeing flesh flew flex flexibility flies flight flip flirting float flood floor flop floss
    flow flu fluffy fluid fly focus fold folk follow followers fond fonts food fool foolish foot
    footage football for forbid force forceful forcibly forehead foreign foremost forever forget
    forgive forgiven forgot forgotten fork form formal format formation forth forthcoming fortune
    forum forward fossil fought foul found four fourth fractured fragile frame framework franchise
    frankly frat fraud fray freak freakin' freaky free freedom freeze frenzy frequent fresh freshman
    fridge fried friend friendship fries frightening frog from front frontrunner froze frozen fruit
    frustrated frustrating frustration ft ftw fuck fucken fuckin fuel fuk fulfill full fully fun
    function functional fund fundamentally fundraiser fundraising funeral funk funnier funniest
    funny fur furious furniture furry further furthermore future fyi gag gain gal game gameplay gang
    gap garage garbage garnered gas gate gatekeeping gather gauge gave gawd gay gb gd geez gem
    gender gene generally generate generation generative generic generous genetics genius genocide
    genre gentle gentleman gentlemen genuine geopolitical gesture get gettin gf gg ghost giant gif
    gift gig giggle gimme girl girlfriend girly give giveaway given gl glad glance glass global
    globalist glorious glove glow glue go goal goalie goaltender goat god goddamn goes goin going
    gold golf gon gone gonna goo good goodbye goofy googled googling gorgeous gorilla gosh gossip
    got gotcha goth gotta gotten govern governance government governor grab grace grade graduate
    graduation grain grammar grandfather grandma grandmother grandpa grandparents grandson granted
    granting grants graphic grasp grass grassroots grateful grave gravity greasy great greed greedy
    greet grew grief grilled grim grin grind grip grocery groped gross ground groundwork group grow
    grown growth gt guarantee guard gubernatorial gud guess guest guidance guide guidelines guilt
    guilty guitar guitarist gullible gum gun gunman gunshot gut guy gym gymnastics ha habit hack
    hackers had hadn't hah haha hahah hahaha hahahaha hail hair haircut half halftime halfway
    hallmark halls hallways halt hammer hand handful handle handsome handy hang happen happier
    happiest happiness happy harass harassment hard hardcore hardline harm harmful harsh harvest has
    hash hashtag hasn't hassle hat hatchet hate hateful haters hatred haul haunting have haven't
    havent havin he he'd he'll head headache headline headphones headquarters headshot heal health
    healthcare healthier healthy hear heard heart heartbreak heartbroken heartless heat heaven heavy
    heavyweight heck heels hefty hehe height heinous held hell hella hello helmet help helpful hence
    her here herein hero herself hes hesitant hey hi hid hidden hide hideous hierarchy high
    highlight highschool highway hike hilarious him himself hindi hint hips hipster hire his
    historic historical history hit hive hmm hmmm hmmmm ho hoarding hobby hockey hold hole holiday
    holy homage home homeless hometown homework homie homo homophobia homophobic homosexuality
    honest honesty honey honor honorable honour hood hooked hooker hop hope hopeful hormone horn
    hornets horny horrendous horrible horrid horrific horrifying horror horse hospital hospitalized
    host hostage hostile hot hotel hour household houses housing how how'd however hr hrs ht http
    hubby hug huge huh human humanitarian humanity humble humiliated humiliation humility humor
    humour hun hundred hung hungry hunt hunters hurdle hurling hurry hurt husband hustle hype
    hypocrisy hypocrite hypocritical hypothetical hysteria hysterical ice icecream icing icon iconic
    id idea ideal identical identify identity ideological ideology idiocy idiot idiotic idk idol ie
    if ig ignorance ignorant ignore iirc ik ikr ill illegal illustration im ima imaginary
    imagination imagine imaging immature immediate immense immigrant immigration imminent immoral
    immortal immune immunity imo impact impeached impeachment imperialism implement implementation
    implication implicitly imply import importance important impose impossible impressed impression
    impressive imprisoned improperly improve improvement in inability inaccurate inadvertently
    inappropriate inaugurated inauguration inbox incapable incel incentive incest inch incident
    include incoherent income incompetent inconsiderate inconsistent inconvenient incorporated
    incorrect increase incredible incumbent indeed independence independent index indicate
    indication indicted indictment indie individual indoctrinated indoor industrial industry
    ineffective inept inequality inevitable inexcusable infamous infected infection inferior
    infiltrated inflammatory inflation influence influential info inform information informative
    infrastructure infuriated infuriating ing ingredients inherent inherited inhumane initial
    initiate inject injured injury inner inning innocent innovative input inquiry insane insecure
    insecurity insensitive insert inside insight insightful insist inspiration inspire installed
    installing instance instant instead instinct institutional institutions instructed instructing
    instructions instrument instrumental insult insurance integrating integration integrity
    intellectual intelligence intelligent intend intense intensifies intensity intensive intent
    intention intentional interact interaction interest interfere interference interim interior
    intermittent internal internet interpretation interpreted interrupted intervention interview
    intimacy intimate intimidate into intolerance intolerant intrigued intro introduce introduction
    introvert intruder invasion invent invest investigate investigation investigative investigator
    investment investor invisible invitation invite involve involvement ire irl ironic ironically
    irony irrational irrelevant irresponsible irritated irritating is ish isn't isnt isolated issue
    it it'd it'll item itll its itself ive jab jackass jacket jackpot jail janitor jar jaw jealous
    jealousy jeans jeez jelly jerk jerseys jewelry jk job joejonas join joint joke journalism
    journalist journals journey joy jpg judge judgement judgment judicial juice juicy jump jungle
    junior junk jurors jury jus just justification justify justinbieber juul ka kanyewest karma keen
    keep kept ketchup key keyboard kg ki kick kid kiddo kidnap kill kind kinda kindergarten kiss kit
    kittens kitty km knee knew knife kno knock know knowledge known kudos kvx lab label laced lack
    lackluster lad lady laid lame lamp land landlord landslide lane language lap laptop large lashed
    lashes lashing last late latter lauded laugh laughable laughter launch laundering laundry law
    lawmaker lawn lawsuit lawyer lay layout layup laziness lazy lb lbs lead leadership leagues leak
    lean leap learn lease leash least leather leave lecture led left leftist lefty leg legacy legal
    legality legalize legend legendary legislation legislative legislators legislature legit
    legitimacy legitimate lend length lengthy lent lesbian less lesson let level lewd liability
    liable liar liberals liberate libertarian libido library libs license lick lie lied life
    lifelong lifestyle lifetime lift light lightning like likeable likelihood lil limb limit
    limitations line linear linebacker lineup link lion lip liquor list listen lit literal literary
    litigation little live lizard ll lmao lmfao load loan lobby local located location lock
    locomotive log logic logical logo lol lone loneliness long longstanding longtime look lookin
    lookout looming loop loose loot lore lose loss lost lot loud lousy lovable love low lowkey loyal
    loyalty lt luck lucky lucrative ludicrous lump lunch lung lurking lush luv luxury lvl ly lying
    lynching lyrics ma ma'am machine mad made mafia magazine magical magnetic magnificent magnitude
    mah main mainstream maintain major majority make makeup male malice malicious mall mama man
    manage mandate mandatory manga manipulate manipulation manipulative mantra manually manufactured
    manufacturer manufacturing many map mar marchar marched margin marginal marijuana marked market
    marks marriage marry marvel mascot masculinity mask mass massage massive master masterpiece
    masturbate match matchup mate material maternal math mathematician matter mature maximum may
    maybe mayo me meal mean meaningful meaningless meant meantime meanwhile measles measure meat
    mechanics mechanism meddling media medic medical medication medicine medieval mediocre medium
    meds meet meh melee melody meltdowns melts member membership meme memo memorable memory men
    menace mental mentality mention menu merchandise mercy mere merged mess message messy met meta
    metal metaphor meth method metric mg mic microphone mid middle midnight midterm might mighty
    migrant migration mil mild mile militants military milk millennial million millionaire millionth
    min mind mindset mine mini minimum ministers minor minorities mint minute miracle mirror
    misconduct misdemeanor miserable misery misinformation misinformed misleading misled
    misogynistic misogyny misread miss missile mission misstep mistake mistaken mistress
    misunderstand misunderstood misuse mix mm mo mob mobile mock mod mode model moderate moderation
    moderators modern molecular mom moment momentum momma mommy mon monetary money monitor monkey
    monster montage month monument mood moral morality morbid more moreover morning moron moronic
    mortgage mosquito most mother motherfucker motion motivate motivation motto mount mountains
    mourning mouse mouth move movement movie mp mph much mud mug muh multiplayer multiple mum
    municipality murder murderous murky muscle muscular music musical musicians must must've
    mustache mutual my myself mysterious mystery myth mythology n't na nagging nah nail naive
    naivety naked name nap narc narcissist narcissistic narrative narrow nasty nation nationalism
    nationalist nationwide native natty natural nature naughty nauseous navigate nba nd near nearby
    neat necessary necessity neck neckbeard need needle negative negativity neglect negotiate
    negotiation negotiator neighbor neighborhood neighbours neither neon nephew nerd nerdy nerf
    nerve nervous net network neural neutral neutrality never nevermind nevertheless newborn newest
    newly newspaper next nfl ng ngl ni nice niceguys niche nickjonas nickname nicotine niece nigga
    night nightclub nightlife nightmare nine nineties nipples no noble nobody nod noise nominate
    nomination nominee non none nonetheless nonexistent nonlinear nonprofit nonsense noob nope nor
    norm normal normie northbound nose not notable note nothing notice notion notorious
    notwithstanding noun novel now nowadays nowhere nowplaying np nsfw nuance nuclear nude nugget
    null numb numerous nurse nut nutjob nutrition nyt oath obese obesity object objective oblivion
    oblivious obnoxious obscene obscure observation observed observers observing obsessed obsession
    obstruction obtain obvious occasion occasional occupation occur odd of ofc off offence offend
    offense offensive office official offseason offset often oh ohh oil oily ok okay ol ol' old ole
    omg on once one ongkir ongoing onions online only onto oof ooh oooh oops op open operate
    operation operator opinion opioid opponent opportunity oppose opposite opposition oppressed
    oppression oppressive optics optimal optimism optimistic option or oranges orbit order ordinary
    org organic organisation organization organize organs orgasm orientation original originated os
    ot other otherwise ought ounce our ourselves ousted ouster out outcome outdated outdoor outfit
    outgoing outlandish outlet outline outlook output outrage outrageous outright outside outskirts
    outspoken outstanding outta ovation oven over overall overcome overestimate overhaul overlap
    overnight overpriced overrated overreacting overseas overseeing overt overtake overview
    overweight overwhelming ow owe own ownership oxygen oz pa pace pack package pact pad page paid
    pain painful paint pair pal pale palette pan pancake panel panic panicked panicking panties
    pants paper paperwork par paragraph parallel paranoia paranoid pardon parent parking parody
    parroting part partial participants participate participation particular parties partisan
    partner partnership pass passage passenger passion passionate passive password past pasta paste
    pat patch patent path pathetic pathway patience patient patriotism patron pattern paused pay
    paychecks payment payroll pc peace peaceful peach peak pedal pedantic pedestrians pedo pedophile
    pedophilia pee peed peep peers penalty penchant pencil pending penetration penguin penis penny
    pension people pepper per perceived percent percentage perception perfect perfection perform
    performance perhaps period perjury perk permanent permit person persona personal personality
    personnel perspective persuade persuasion pervasive pesky pessimistic pet petition petty pew pez
    pharma phase phenomenal philosophy phone phony photo phrase physical physician physicist
    physique pianist piano pic pick pickle pickup picky picture pie piece pig pigeons pile pill
    pillars pillow pilot pin pinch ping pink pinky pint pipe pirate piss pissy pistol pit pitch pity
    pivot pizza place placement plain plan plane planet plant plasma plastic plate platform platinum
    play playback playbook playful playground playoff playthrough plea plead pleasant please
    pleasure pledge plenty plixi plot pls plug plus plz pm pneumonia pocket pod podcast podium poem
    poet poetry point pointless poised poison poke pole police policy polite political politician
    politics poll poly polymerase ponder pool poop poor pop popcorn popular popularity population
    populism populist porch pork porn porno pornography portable portfolio portion portray portrayal
    pos pose position positive posse possession possibility possible post pot potato potential pound
    pour poverty pow powder powerful pp ppl practical practice praise prank pray pre preach
    precedent precincts precious precise precision predator predecessor predict predictable
    prediction predominantly prefer preference pregnancy pregnant prejudice preliminary premature
    premiere premise prep preparation prepare prequels prescription preseason presence present
    presentation preserve presidency presidential presidents pressed pressing pressure prestigious
    presumed presumptive pretend pretty pretzel prevalent prevent previous prey price priceless
    prick pride priest primary principal principle print prior prioritize priority prison privacy
    private privilege prizes pro proactive prob probability probable probation probe problem
    problematic procedure proceed proceedings process proclaimed produce product production
    productive profanity profession professional professors profile profit profitable profoundly
    program programme progress progressive prohibited project projection prominence prominent
    promise promo promote promotion prompt prone pronounce proof propaganda propel proper property
    proportion proposal propose props prosecuted prosecution prosecutor prospect prosperity prostate
    prostitute protect protection protective protector protein protest protesters protocol proud
    prove proven provide province provincial provision provoked proxy ps psych psyche psychiatric
    psychiatrist psycho psychological psychologist pt public publication publicity publicize publish
    puck pull pump pun punch punchline pundits punish punishment punk pup pupils puppy purchase pure
    purge purple purported purpose purposeful purse pursue pursuit push put puzzled qb quadruple
    qualifications qualify quality quarter que queens question questionable queue quick quid quiet
    quirky quit quite quo quot quote rabbit rabid race racial racism racist rack rad radar radiation
    radical radio rage rail rain rainbow rainy raise rake rally ram rambling rampant ran ranch
    random range rank rant rap rape rapid rapist rare rat rate rather ratio rational rationale raw
    razor rd rdenas re reach react reaction read ready real realise realist realistic realistically
    reality realization realize realm reap reason reasonable rebel rebound rebuild rebuilt rebuke
    rebuttal rec recall receive recent receptor recipe recipient reckless reckon recognition
    recognize recommend recommendation reconciliation reconsider record recover recovery recreate
    recreational recruit recruitment recuse recycle red redditor reduce reduction reelected
    reelection ref reference referendum reflect reflection reform refrain refreshing refugee refund
    refusal refuse regard regardless reggae regime regiment region regional register regret regular
    regulated regulation regulators regulatory rehab rehabilitation reign reiterated reject
    rejection relapse relatable relate relation relationship relative relax release relentless
    relevant reliable relief relieved relieving religion religious reluctantly rely remain remainers
    remake remark remarkable remember remind remorse remotely removal remove renamed renew renewable
    rent rental reopen repair repeal repeat repent repercussions replace replacement reply report
    repost represent representation representative reproduce repulsive reputation request require
    requirement rescue research resent reservations reserved reset residence residency resident
    resign resignation resist resistance resolution resolve resort resounding resource respect
    respectable respectful respective respond response responsibility responsible rest restaurant
    restore restraining restraint restrict restrictions result resume retail retain retardation
    retarded retire retirement retreat return retweet reunion reveal revelation revenge revenue
    revere reverse review revisionist revisit revoked revolt revolutionary revolve reward rewatch
    rewind rework rgen rhetoric rhetorical ribs rich rid riddance ride riders ridicule ridiculous
    rifle rig right righteous rightful rim ring rip rise risk risky rival rivalry rn road roam roast
    robbed robbery robot robust rock rode role roll romance romantic roof rookie room roommate root
    rose roster rotation rotten rough round route routine row rub rubbish rude rugby ruin rule rumor
    run runoff rural rush rust sa sack sacred sacrifice sad safe safety said sake salary sale salon
    salsa salt salty same sample sanctions sand sandwich sane sanity sank sarcasm sarcastic
    sarcastically sassy sat satire satirical satisfaction satisfy sauce sausage savage save saw say
    sayin scale scam scandal scar scare scariest scary scathing scenario scene schedule scheme
    schmap school scientific scientist scoop scope score scoreboard scotch scratch scream screen
    screenshot screw script scripture scroll scrub scrutiny scum scumbag sd se seafood seal search
    season seat sec second secondary secret section sector secular secure security see seed seek
    seem seen segment seized seizure select selection self selfie selfish sell sellers semester semi
    send senior sense sensible sensitive sensitivity sent sentence sentiment separate separation
    sequel ser serial series serious serve service session set settle settlement setup seven several
    severe severity sex sexism sexist sexual sexuality sexy sh shade shadow shady shake shall
    shallow shame shameful shape share shareholder shark sharp shattered shave she she'd she'll shed
    sheep sheet shelter shenanigans shield shift shill shine shiny ship shirt shirtless shit shite
    shithole shitpost shitty shock shoe shook shoot shootout shop short shortcomings shot should
    should've shoulda shouldn't shouldnt shout shove show showcase showdown shown shred shrink
    shrooms shuffle shut shutdown shy sibling sick side sidebar sidelines sidewalk sideways sigh
    sight sign signal signature significance significant silence silent silly silver similar simple
    simultaneously sin since sincere sing single sinister sink sir siren sis sister sit site
    situation six sixteen size skating skeleton skeptical sketchy skewed skill skin skinny skip
    skirt skit skull sky skyline slack slam slang slap slate slaughter slave slavery sleep sleepy
    slept slice slide slight slime slip slippery slogan slope sloppy slot slow slur slut small smart
    smash smear smell smelly smh smile smoke smooth smug snack snake snap sneak sneeze sniff snow
    snowflake snuck so soap soar sobbing sober soccer social socialism socialists socialize
    sociopath sock soda soft softening software soggy soil solar sold soldier sole solid solidarity
    solo solution solve some somebody someday somehow someone something sometime somewhat somewhere
    son song songwriter sonic soo soon sooo soooo sooooo sore sorrow sorry sort sorta sought soul
    soulless sound soundtrack soup sour source southbound sovereignty soy space spam span spare
    spark sparring spawn speak speakers special specialist specialized specializes species specific
    specifically specified spectacular spectrum speculate speculation speech speed speedy spell
    spend spent sperm spewing spicy spider spin spine spirit spiritual spit spite split spoil
    spoilers spoke spoken spokesman spokesperson spokeswoman sponsored spontaneous sport spot
    spotlight spouse spouting spray spread spur spy squad squared squat squeeze squirrel st stab
    stability stable stack staff stage stairs stakeholders stakes stale stalker stalking stamp
    stance stand standard standpoint star stare start starvation starving stat statement station
    statist statistic statistical statue status statute staunch stay steady steak steal steam steel
    steer stem step stereotype stew stfu stick stigma still sting stink stinky stint stir stitches
    stock stoked stole stolen stomach stood stop store story storyline straight strain strand
    strange strategic strategist strategy straw strawman streak stream streets strength strengthen
    stress stressful stretch strict strike string strip strive stroke strong strongman struck
    structural structure struggle stubborn stuck stud student studio study stuff stumbled stump
    stunned stunning stunt stupid stupidity style sub subject subjective submit subpoena subreddit
    subscribe subscribers subsequent subsidized substance substantial subtitles subtle suburb
    suburban subway succeed success successful successor succinct such suck sudden sued suffer
    sufficient sugar suggest suggestion suicide suing suit sulfur sum summary summit summoned
    sunglasses sunk sunset super superhero superintendent superior supermarket superstar supply
    support supportive suppose suppress supremacist supremacy suprised sure surf surface surge
    surgeon surgery surprise surreal surrender surrogate surrounded surrounding surveillance survey
    survival survive survivor sushi suspect suspended suspension suspicion suspicious sustainable
    swallow swap swear sweat sweaty sweeping sweet sweetie swell swept swiftly swim swing swipe
    switch swollen sword swore sworn symbol symbolic sympathetic sympathy symptom synthesis
    synthetic syrup system systematically szl tab table tackle tacky tacos tactics tad tag tail
    tailgate take taken tale talent talk talkback talkin tall tame tampering tank tap tape target
    tariffs task taste tasty tattoo taught taunt tax taxpayer tbf tbh te tea teach team teammate
    tear technical technique teen teenage teeth telephone teleport televised television tell temp
    temperature template temple temporary tempting ten tenant tend tendency tennis tense tension
    tenure term terminal termination terminology terrible terrific terrified terrifying territory
    terror terrorism terrorist test testicles testify testimony text texture tf th tha than thank
    thankful that that'd that'll the theater theft their them theme themselves then theory therapist
    therapy there thereafter therefore thereof these theta they they'd they'll they're they've
    theyre thick thin thing think third thirsty thirty this tho thorough those thot though thought
    thoughtful thousand thrash thread threat threaten three threesome threw thrilled throat through
    throughout throw thrown thru thrust tht thumb thus thx ti ticket tickle tide tie tied tier tight
    til till tilt time timeless timeline tiny tinyurl tip tired tires tissue title tl to toad toast
    tobacco today toddler toe together toggle toilet tok token told tolerance tolerant toll tomato
    tomorrow ton tone tongue tonight tonite too took tool tooth toothpaste top topic toppled tore
    torn torture tos total touch tough tour tourist tournament tourney touted toward towing town
    toxic toxicity toy trace track traction trade tradition traditional traffic trafficking tragedy
    tragic trail train trait traitor trampled trans transactions transcript transfer transformation
    transgender transit transition translate translation transphobia transphobic transplant
    transport transportation trap trash trashy trauma travel travesty treason treasure treat
    treatment treaty tree tremendous trend trendy trial triangle tribe tribute trick tricky tried
    tries trigger trillion trilogy trip triple trivial troll troop trope trophy trouble truck true
    truly trumps trust trustworthy truth truthful try tryna tu tub tube tuition tumblr tummy tune
    tunnel turds turf turn turnaround turnout turnover turtles tv twat tweet twelve twentieth twenty
    twice twin twist twitch twitpic two ty type typical typo tyranny ugh ugly uh uj uk ult ultimate
    um unable unacceptable unanimous unanswered unarmed unattractive unaware unbearable unbelievable
    unbiased uncaring uncertain uncertainty unclear uncomfortable uncommon unconditional
    unconstitutional uncontrollably undecided undeniably under underage underappreciated undercover
    undercut underdog underestimate underlying undermine underrated understand understandable
    understood underway underwear underweight undo undoubtedly uneducated unemployed unemployment
    unethical unexpected unfair unfamiliar unfit unfollowed unfortunate unfounded unfunny unhappy
    unhealthy unheard unhelpful unhinged unicorn uniform unilaterally uninformed unintentionally
    unions unique unironically unit universal universe unknown unlawful unless unlike unlimited
    unlocking unlucky unnamed unnatural unnecessary unpaid unpleasant unpopular unprecedented
    unpredictable unprepared unreal unrealistic unreasonable unrelated unsafe unsatisfied unsee
    unsettling unsolicited unspecified unsuccessful unsupervised unsupported unsure until untrue
    unusual unwanted up upcoming update updoot upgrade upheld uplifting upload upon upper uprising
    uproar ups upset upside upstate upvote ur urge urgent us usage use used useful useless user
    username using usual utter uwu vacant vacation vaccinate vaccination vaccine vacuum vagina vague
    valid validation valuable value vanilla vanished vaping variety various vast ve vegan veganism
    vegetable vehemently vehicle vein vent venture venues verbal verdict verge versa verse version
    versus vertical very vested vet veteran veto via viability vibe vicinity vicious victim
    victimized victory vid video view viewers viewership viewpoint vigil vile village villagers
    villain vine vintage violate violation violence violent viral virgin virginity virtual virtue
    visibility visible vision visit visitors visual vital vocabulary vocal vodka voice void volume
    voluntary volunteer vomit von vote vow vs vulnerable wack wage wagon waist wait waitress wake
    walk wall wallet wanna want wardrobe warm warn warrant warriors wartime wary was wash wasn't
    wasnt waste wat watch wave wavy way we we'd we'll we're we've weak wealth wealthiest wealthy
    weapon wear weasel weather web website wedding weeb weed week weekday weekend weigh weight weird
    weirdo welcome well welp went were weren't wet whale what whataboutism whatever whatnot
    whatsoever wheel when whenever where whereas whereby wherever whether which while whilst whining
    whiny whip whites who who'd who've whoa whoever whole wholeheartedly wholesome whom whoops whore
    whose why wicked wide widespread widow wield wife wig wiki wil wild will willfully win wind
    window windshield wine wing wingers wink winter wipe wireless wisdom wise wish wishful wit witch
    with withdraw withdrawal withdrawn withdrew withholding within without witty wives wizard woah
    woke woman womb women won won't wonder wonderful wont wood wooden woooosh wooosh woosh word wore
    work workforce workout workplace world worldview worldwide worn worry worse worship worst worth
    worthless worthy would would've wouldn't wouldnt wouldve wound wow wrap wreck wrench wrestling
    wretched write written wrong wrongdoing wrongful wrote ws wtf wut www xo xx y'all ya ya'll yah
    yall yards yay ye yea yeah year yeh yell yellow yep yer yes yesss yesterday yet yfrog yikes
    yknow yo yoga yoiu you you'd you'll you're you've young your youre yourself yourselves youth
    youtu youtuber youve yr yrs yt yuck yup zero zombie zone zoo zoomed
    """
}
