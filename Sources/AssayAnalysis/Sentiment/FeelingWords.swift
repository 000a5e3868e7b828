/// The feeling of English words, in tenths from −40 to 40: Assay's own list.
///
/// Verbs, nouns and adjectives stand in their base form; `SentimentLexicon` makes the regular
/// inflections. A form that stands in `forms` has its own weight.
enum FeelingWords {
  static let verbs: [(Int, String)] = [
    (
      30,
      """
      adore love cherish triumph delight thrill excel amaze astonish dazzle
      """
    ),
    (
      25,
      """
      celebrate praise applaud admire win succeed thrive flourish inspire rejoice commend
      outperform soar enchant captivate
      """
    ),
    (
      20,
      """
      enjoy appreciate thank congratulate welcome improve benefit reward boost surge rescue save
      heal cure please impress honour honor recommend support empower revolutionise revolutionize
      strengthen achieve accomplish prosper revive rebound delight bless cheer laud hail salute
      treasure value respect uplift outshine smash
      """
    ),
    (
      15,
      """
      agree help assist encourage advance progress recover gain protect secure enable solve
      resolve fix reassure comfort enhance enrich upgrade stabilise stabilize expand grow
      modernise simplify streamline trust endorse approve forgive donate free smile laugh hug
      innovate excite entertain satisfy succeed earn qualify pioneer unlock accelerate restore
      repair exceed surpass overcome reform attract
      """
    ),
    (
      10,
      """
      hope share offer lead invest build deliver launch complete allow join create cooperate
      collaborate contribute promise assure ensure facilitate guide invite adopt favour favor ease
      """
    ),
    (
      -10,
      """
      doubt question delay hesitate avoid miss postpone oppose disagree complicate dispute object
      sigh frown limit restrict wait wonder strain slow stall lag dodge quit leak withdraw lack
      erode exit loom
      """
    ),
    (
      -15,
      """
      dislike troll worry concern criticise criticize complain disrupt decline drop weaken hinder
      hamper undermine reject refuse resign annoy bother confuse disappoint regret dismiss deny
      argue fight struggle suffer damage harm hurt lose mislead neglect ignore force penalise
      penalize sue protest shrink slump stumble plague falter backfire bore burden clash suspend
      interfere evade oust scrap cancel block blame slash topple slip jeopardise jeopardize evict
      violate
      """
    ),
    (
      -20,
      """
      fail fear accuse condemn denounce attack threaten warn abuse exploit cheat lie deceive
      betray offend insult mock ridicule humiliate crash plunge collapse plummet tumble bankrupt
      ruin spoil waste frustrate anger infuriate upset sabotage manipulate steal rob extort punish
      oppress persecute discriminate crush wreck infect injure wound bleed panic implode sink
      cripple screw suck fine indict convict arrest allege smear slander slam blast lambast berate
      bully harass intimidate coerce defraud default flee mourn grieve weep cry scare terrify
      alarm
      """
    ),
    (
      -25,
      """
      hate despise detest loathe destroy devastate kill murder assault torture massacre slaughter
      bomb rape disgust horrify sicken appal enrage outrage curse doom butcher
      """
    ),
  ]

  static let nouns: [(Int, String)] = [
    (
      30,
      """
      masterpiece triumph genius paradise miracle
      """
    ),
    (
      25,
      """
      joy love victory hero excellence happiness bliss delight champion blessing breakthrough
      glory treasure perfection legend beauty
      """
    ),
    (
      20,
      """
      honesty success win achievement accomplishment praise gratitude admiration congratulation
      prosperity peace freedom pleasure winner hope kindness honour honor award prize winning
      bonus boon boom gem gift optimism pride fun wisdom strength friendship
      """
    ),
    (
      15,
      """
      insight goodness chuckle benefit advantage progress improvement gain profit growth
      opportunity solution trust support respect recovery relief comfort innovation reward safety
      stability strength success upside dignity integrity courage compassion generosity
      satisfaction confidence enthusiasm passion momentum resilience transparency fairness
      efficiency quality luck laughter smile smiles friend cure rescue ally tailwind potential
      reliability convenience clarity luxury upgrade rebound rally record milestone
      """
    ),
    (
      10,
      """
      talent humor humour awareness help interest promise value partnership cooperation agreement
      support boost care advance welcome hope ability contribution incentive demand
      """
    ),
    (
      -10,
      """
      doubt delay concern question limit uncertainty difficulty complaint pressure debate dispute
      disagreement obstacle issue error setback friction gap bug glitch cost burden headwind
      drawback downside caveat objection hurdle bottleneck slowdown drama consequence tension
      withdrawal lag shortcoming hype constraint
      """
    ),
    (
      -15,
      """
      accident jail problem risk trouble criticism worry weakness decline drop fall flaw mistake
      fault stress anxiety confusion conflict controversy loss damage harm struggle deficit
      shortage layoff lawsuit allegation protest strike fear failure fraud backlash outage
      vulnerability breach concern instability volatility injury illness debt recession slump
      downturn penalty sanction rejection regret boredom mess dump downgrade misconduct deadlock
      gridlock overlord veto jerk excuse nonsense crap noise inequality bias poverty inflation
      unemployment eviction exclusion dissent suspicion
      """
    ),
    (
      -20,
      """
      sadness disappointment dumbass crisis failure disaster crash collapse threat attack scandal
      corruption abuse violence victim pain misery anger hatred disgust shame guilt lie liar cheat
      cheater thief theft crime criminal scam scammer fool idiot moron loser joke farce debacle
      fiasco bankruptcy panic chaos disease epidemic pandemic hostility racism racist sexism
      prejudice propaganda tyranny oppression prison poison nightmare sorrow grief despair tragedy
      bloodshed wreck hack hacker exploit ripoff clown garbage trash rubbish junk bullshit hell
      war cruelty greed betrayal deception dictator extremist bully traitor catastrophe wound
      exploitation harassment manipulation turmoil hoax cancer censorship meltdown rug-pull
      rugpull downfall coward idiocy stupidity incompetence negligence atrocity injustice
      """
    ),
    (
      -25,
      """
      murder death killing rape terror terrorist terrorism genocide massacre torture holocaust
      slaughter suicide assault horror evil murderer killer rapist nazi fascist bastard scum
      asshole
      """
    ),
  ]

  static let adjectives: [(Int, String)] = [
    (
      32,
      """
      excellent amazing outstanding awesome superb magnificent brilliant phenomenal spectacular
      fantastic wonderful perfect marvellous marvelous extraordinary fabulous incredible
      exceptional stunning flawless glorious
      """
    ),
    (
      27,
      """
      great beautiful terrific delightful remarkable gorgeous impressive thrilled ecstatic
      overjoyed superior lovely adorable delicious hilarious loving beloved unbeatable stellar
      """
    ),
    (
      22,
      """
      precious happy good nice glad proud excited grateful thankful pleased joyful cheerful
      successful fun funny talented inspiring heartwarming charming elegant generous kind brave
      heroic wise cool best better favourite favorite sweet fascinating compelling valuable
      triumphant victorious thriving lucky blessed welcome bullish handsome pretty cute strong
      impressive exciting robust healthy safe amused smart clever epic sublime peaceful
      """
    ),
    (
      17,
      """
      positive useful helpful effective efficient promising optimistic confident reliable
      trustworthy honest fair friendly warm comfortable satisfied interesting creative innovative
      profitable favourable favorable beneficial secure stable fresh enjoyable rich bright solid
      resilient transparent powerful attractive responsible loyal polite gentle caring sincere
      genuine legit worthy noble admirable memorable satisfying refreshing worthwhile encouraging
      hopeful viable sustainable winning free meaningful important enthusiastic ambitious
      affordable intelligent insightful thoughtful comprehensive wholesome dope lit rad based
      """
    ),
    (
      10,
      """
      fine ok okay decent clear easy simple calm new improved ready popular famous leading
      advanced modern accurate able willing careful quick fast reasonable adequate acceptable
      legitimate significant right true real open hot mature composable proper sensible
      permissionless
      """
    ),
    (
      -10,
      """
      difficult hard uncertain unclear expensive slow complex complicated old late controversial
      doubtful questionable limited unusual strange odd weird unlikely awkward tired costly noisy
      tough pricey quiet cheap less messy rough unfinished pricy skeptical sceptical cautious
      hesitant wary outdated vague
      """
    ),
    (
      -17,
      """
      scary gross embarrassed false ashamed delusional offensive unpopular insufferable irrelevant
      wrong poor weak sad sorry bad worried concerned disappointed disappointing unhappy upset
      unfair unsafe unstable risky negative boring confusing confused annoying annoyed frustrated
      frustrating harmful dangerous serious severe useless pointless stupid silly lazy sick ill
      broken faulty flawed damaged guilty wasteful inefficient ineffective unreliable unfortunate
      painful lonely anxious nervous afraid scared bitter rude selfish mean lame dumb dull failed
      lost inadequate inferior insufficient lacking suspicious shady shadowy misleading bearish
      overpriced overrated vulnerable insecure hostile biased dirty ugly worse uncomfortable
      problematic fragile speculative unsustainable unacceptable ignorant arrogant dishonest
      troubled turbulent crap crappy toxic reckless unwilling unfit sloppy jealous excessive
      pathetic disturbing cringe unprofitable grim bleak dire fatal troubling worrying worrisome
      alarming sceptical sketchy illegal unlawful unethical careless clueless
      """
    ),
    (
      -24,
      """
      embarrassing terrible awful horrible dreadful disgusting worst pathetic miserable tragic
      angry furious cruel hateful hated corrupt fraudulent disastrous catastrophic devastating
      devastated ruthless violent abusive evil brutal savage nasty appalling atrocious abysmal
      horrific horrifying terrifying heartbroken heartbreaking outrageous shameful disgraceful
      ridiculous idiotic moronic worthless insane racist sexist bankrupt vile wicked repulsive
      deadly lethal lousy hopeless horrid dead depressed depressing rotten vicious creepy sadistic
      inhumane despicable deplorable nauseating gruesome ghastly
      """
    ),
  ]

  /// As written: irregular forms, slang, emoji.
  static let forms: [(Int, String)] = [
    (
      30,
      """
      wagmi 🚀 ❤ ❤️ 😍 🥰 🤩 🎉 🥳 💯 🏆
      """
    ),
    (
      25,
      """
      yay woohoo hooray bravo kudos lfg 😀 😃 😄 😁 😊 🙂 😎 👏 💪 🙌 🔥 ✅ 💖 💕 💚 💙 💜 😻 🤗 🌟 ⭐ ✨
      """
    ),
    (
      20,
      """
      lol haha hahaha hehe xd won loved lmfao thanks thx ty congrats gg yes 👍 😂 🤣 😆 😉 😘 🙏 🎊 moon
      mooning bull bulls hodl best-in-class world-class award-winning state-of-the-art succeeded
      """
    ),
    (
      15,
      """
      aww awww grew grown rose risen stronger healthier safer happier nicer easier cheaper faster
      smarter upbeat win-win well wow enjoys proved solved gains
      """
    ),
    (
      10,
      """
      alright like love-hate gm yep yeah yup works worked cutting-edge promising
      """
    ),
    (
      -10,
      """
      oops meh hmm ugh nope alas unfortunately sadly however pullback nah huh worse-off
      """
    ),
    (
      -15,
      """
      lost fell fallen broke broken hurt hurts sank shrank shrunk tfw smh fud ngmi bear bears
      bearish rip yikes oof eww ew 😕 🙁 😐 😒 😬 🤔 👀
      """
    ),
    (
      -20,
      """
      fuckin fought stole stolen lied cheated rekt scammed dumped rugged sob pissed damn dammit
      hell bullshit bs wtf stfu 😞 😔 😟 😠 😢 😥 😰 😨 😩 😫 👎 🤦 🙄 💔 😖 😣 ☹ ❌ 🤡 fck
      """
    ),
    (
      -25,
      """
      fuck fucking fucked fucker shit shitty shithole bitch bitches asshole assholes cunt dickhead
      motherfucker dead died dies die dying killed bled slain 😡 🤬 😭 😱 🤮 🤢 💀 💩 🖕 wept torn
      """
    ),
  ]
}
