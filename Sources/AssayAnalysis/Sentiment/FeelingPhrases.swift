/// Sequences of words that feel other than their words do, in tenths, apart by semicolons; zero
/// takes the feeling out of them ("looks like", "World War").
enum FeelingPhrases {
  static let list: [(Int, String)] = [
    (
      30,
      """
      to the moon; game changer; second to none; out of this world; dream come true; love it; love
      this; can't wait; cannot wait; can not wait; highly recommend; well done; good job; great
      job; nice work; great work; sleeping like a baby; slept like a baby; works like a charm; work like a charm; worked like a charm; never
      looked back; had a blast; have a blast; having a blast; nothing beats; smiling ear to
      ear; killing it; killed it; crushing it; crushed it; nailed it; smashed it; hats off; two thumbs up; eat the world; knocked it out of the
      park; on top of the world
      """
    ),
    (
      20,
      """
      thank you; thanks to; way to go; pays off; paid off; paying off; on track; ahead of
      schedule; under budget; better than expected; beat expectations; beats expectations; beat
      estimates; above expectations; growing pain; growing pains; no problem; no problems; no
      worries; no doubt; no issues; not bad; not too bad; couldn't be better; can't complain;
      nothing but good; silver lining; one of the largest; largest in; biggest in; the biggest in; the largest in;
      market leader; shout out; big shout out; well placed; in the black; back in the green; in the
      green; buy the dip; we are so early; still early; next stop; diamond hands; all in on; long
      run; pay off; pay itself back; strong support; bounce back; bounces back; bounced back; over
      the moon; you won't regret; won't regret; never regret; more to come; next to nothing; on fire; hands down; worth it; so worth it; value for money; light at the end of the tunnel; proof of concept;
      proof-of-concept; raised guidance; swung to a profit; swing to profit; returned to profit;
      turned a profit; cost savings; annual savings; yearly savings; savings of; solves a problem;
      solve a problem; solves the problem; solve the problem; solved the problem; solves real problems;
      fixes the problem; fixed the problem; we are so back; we're so back; green candles; all time high; all-time high; record high; makes sense; make
      sense; good luck; sign of progress; works well; stands out; happy birthday; good news; good
      point; good idea; as good as; look forward; looking forward; feel better; step forward;
      right direction; no longer a problem; free of charge
      """
    ),
    (
      -30,
      """
      waste of time; waste of money; worst ever; piece of shit; rug pull; rug pulled; ponzi
      scheme; killed the golden goose; kill the golden goose; killing the golden goose; golden
      goose killed; beyond repair; burn in hell; go to hell; blood on their hands; end of the
      world; make me sick; makes me sick; broke my heart; breaks my heart
      """
    ),
    (
      -20,
      """
      growing concern; growing concerns; should be ashamed; ought to
      be ashamed; ashamed of yourself; heart breaks; heart aches; rip to; holding bags; holding the bag; holding
      bag; hold the bag; exit liquidity; red candles; down bad; below estimates; trails estimates;
      breaches a covenant; breached a covenant; breaching a covenant; fell short; fall short; falls short; falling short;
      missed expectations; below expectations; worse than expected; profit warning; cut guidance;
      swung to a loss; swing to loss; over budget; behind schedule; too late; too bad; too little
      too late; out of control; out of touch; single point of failure; pushed out; forced out;
      shut down; break down; broke down; breaking down; broken down; blow up; blew up; ripped off;
      rip off; rip-off; let down; let me down; screwed up; messed up; fed up; sick of; tired of;
      sick and tired; bad news; bad idea; no good; no use; no way; not good enough; go wrong; goes
      wrong; went wrong; gone wrong; house of cards; red flag; red flags; red tape; tip of the
      iceberg; burden of proof; reality check; damage control; at risk; at stake; in trouble;
      under fire; under pressure; on the brink; on the verge of collapse; last straw; lost cause;
      lost faith; lose faith; lost trust; lack of; lacks; short of; nothing special; don't care;
      do not care; doesn't care; doesn't work; does not work; didn't work; don't work; do not
      work; did not work; dead end; dead in the water; going concern; security breach; data
      breach; never again; seen this movie before; no idea; so what; what a joke; what a shame;
      what the hell; what the fuck; shut up; get lost; wake up call; fatal flaw; price to pay;
      cover up; cover-up; for nothing; stab in the back; stabbed in the back; hate speech; cut
      corners; cutting corners; sold off; sell off; sell-off; bail out; bailed out; pump and dump;
      exit scam; out of business; hit by; hurt by; put on hold; ate into; eat into; eats into; weighed on; weigh on; weighs on; weighed down;
      suffered from; suffering from; in the red; profit warning; ordered to pay; ordered the company
      to pay; shame on you; get out; stay away; stay away from; of course not; thanks for nothing;
      no one cares; nobody cares; who cares; enough is enough; going to zero; to zero; not a fan;
      not a fan of; bag holder; bag holders; fake news; piece of garbage; went bankrupt; cash grab;
      pyramid scheme; no use case; is a joke; are a joke; was a joke; were a joke; complete joke; total joke; absolute
      joke; wish i could say; wish i had; wish i hadn't; wish i could; wish i'd; wish we had; wish they
      would; wish they had; wish it were; wish it was; wish there was; wish there were; stay far away;
      keep away; steer clear; dry up; dries up; dried up; drying up; running dry; raise doubts; raises
      doubts; raised doubts; raise doubt; cast doubt; casts doubt; had it with; so done with; get rid of; no liquidity; bear market; sold their bags; panic selling; lost everything; laid off; lay off; laying off; lays off
      """
    ),
    (
      0,
      """
      like to; would like; looks like; look like; looking like; feels like; feel like; felt like;
      sounds like; sound like; seems like; things like; people like; just like; was like; is like;
      be like; are like; something like; anything like; nothing like; more like; stuff like;
      networks like; companies like; like a; like an; like the; like that; like this; like it;
      like you; like i; like me; like in; as well; as well as; kind of; kind of a; what kind; this
      kind; that kind; some kind; any kind; pretty much; pretty sure; how well; well as; well
      then; super bowl; super bowls; in nice; world war; world war ii; civil war; cold war; the right; right now; right
      to; right wing; right-wing; far right; far-right; alt-right; human rights; civil rights; all
      right; the like; war on; free agent; free agency; free will; free speech; free market; free
      time; free trade; for free; death penalty; cancer research; interest rate; interest rates;
      fine print; mean that; means that; what does it mean; what do you mean; does that mean; you
      mean; i mean; by means of; mean to; meant to; hard drive; hard fork; hard copy; patient;
      care of; health care; value chain; share of; shares of; market share; net interest; of
      interest; conflict of interest; vested interest; no less than; less than; more or less;
      nevertheless; after tax; after taxes; before tax; before taxes; fair value; fair values; succeed mr; succeed mrs; succeed ms; succeed dr; succeeds mr; succeeds mrs; succeeds ms;
      succeeded mr; succeeded ms; cancer drug; cancer drugs; cancer pill; cancer treatment; cancer
      treatments; cancer therapy; cancer patients; cancer trial; cancer vaccine; set up; sets up; setting up; end up; ends up; ended up; make up; makes up; made up; sign up;
      signs up; signed up; take up; takes up; took up; open up; opens up; opened up; line up; lines up;
      lined up; split up; wind up; winds up; wound up; back up; backs up; backed up; catch up; follow up;
      come up; comes up; came up; gross floor; gross profit; gross margin; gross margins; gross sales; drops tonight; dropping
      soon; dropped a new; customer support; support line; good luck with that; good luck with this;
      burden of proof; crisis center; defense attorney; white house; new york; new zealand; new year;
      new york times; new england; growth rate; trust fund; hot dog; cool down; cool off; fall in
      love; best regards; kind regards; secretary of defense; department of justice; justice
      department; in question; questions about; the question; question is; question of; a
      question; my question; your question; open question; lead to; leads to; led to; leading to;
      old school; old man; years old; year old; year-old; years-old; clear that; make clear; made
      clear; makes clear; it is clear; very least; at least; at best; best interests; best of
      luck; best friend; better off; had better; better be; you better; so far; as far as; real
      estate; real time; real-time; real world; real life; true that; is it true; support group;
      dead line; deadline; dying to; to die for; killer app; kill switch; sick of; bad ass;
      badass; no problem with; free from; risk of; risk management; risk-free; cost of living;
      cost of sales; issue a; issued a; issues a; at issue; new issue; latest issue; this issue;
      the issue of; on the issue; issue of; fault tolerant; error bars; margin of error; standard
      error; use case; use cases; business case; test case; test cases; court case; court cases;
      some cases; most cases; many cases; in cases; in case; cases where; such cases; drop off;
      lies in; lies on; lies at; lies with; lies between; lies ahead; lies behind; lie in; lie
      ahead; lay in; fell asleep; fell in love; falling in love; no wonder; all caps; drop out;
      fall back; short term; long term; play a role; win win; criminal justice; attorney general;
      attack surface; death row; prison sentence; crime scene; criminal law; critical mass; proper
      noun; united front; beauty pageant; award show; success rate; failure rate; super market
      """
    ),
  ]
}
