/// Words that tell news of business from talk.
enum RegisterWords {
  static let business = """
    company companies firm group plc oyj corp corporation inc ltd ab asa gmbh holding holdings
    subsidiary subsidiaries division unit units business businesses operations segment segments
    shareholder shareholders stake equity stock stocks share shares exchange nasdaq omx eur usd
    gbp sek dkk nok chf eur€ mn mln bn euros euro dollars net sales profit profits loss losses
    turnover revenue revenues earnings ebit ebitda eps margin margins quarter quarterly fiscal
    annual interim year-on-year pct percent % percentage customer customers supplier suppliers
    contract contracts order orders agreement delivery deliveries manufacturer manufacturing
    production plant plants factory factories mill mills capacity market markets demand supply
    employees staff personnel workforce jobs ceo cfo chairman board dividend dividends acquisition
    acquire acquired merger transaction transactions analysts forecast forecasts guidance outlook
    investment investments investor investors bank banks assets liabilities cash financing loan
    loans interest shipments exports imports retail retailer wholesale industry industrial
    commercial sector economy economic tax pretax operating consolidated corresponding comparable
    maker producer provider operator distributor listed bourse billion million financial value
    result results full-year nine-month six-month
    deal deals terms option options authority competition approval programme project projects
    offer lease tenant subscribe agm brokerage traders earnings hotel fleet vessel vessels tonnes
    cost costs price prices export construction logistics telecom consulting drugmaker drugmakers
    carmaker carmakers chipmaker chipmakers lender lenders insurer insurers regulator regulators
    retailers parties ratings factory warehouse airline airlines automaker automakers brewer miner steelmaker broker brokers
    """

  static let talk = """
    i i'm i've i'll i'd im ive me my mine myself you you're you've you'll your yours u ur ya yall
    lol lmao omg wtf haha hahaha gonna wanna gotta kinda sorta dude bro bruh man guys tbh imo imho
    fuck fucking shit damn hell ass yeah yep nope nah wow hey hi ok okay please thanks thx love
    hate feel think guess hope literally actually honestly hodl moon wagmi ngmi rekt dip fud shill
    buy bought sold selling holding @ lfg smh
    """

  static let plainInBusiness = """
    profit profits gain gains growth benefit benefits interest interests trust trusts value values
    fair support supports share shares security secure secured securities stability stable
    quality energy solution solutions innovation innovative innovations cooperation co-operation
    partnership partnerships partner partners agreement agreements opportunity opportunities help
    helps care create creates created creating allow allows allowed provide provides free freedom
    strength fine rich fresh smart safe safety clean green best better leading ready reward
    rewards premium premiums pleasure convenience comfort comfortable effective efficient
    efficiency easy complete completed completes advanced advance responsible active challenge
    challenges competition competitive limited limit old cut cuts tank cancer disease drop crude
    waste war low lower debt debts tax taxes loss losses cost costs expense expenses risk risks
    charge charges default problem problems critical serious concern concerns concerned strike
    strikes confirmed sharp rough block blocks fire alarm alarms burden pressure tension recession
    inflation deficit complaint complaints insurance thanks please welcome honest true okay
    welfare promise improve improvement credit credits important significant original natural
    resolve resolved resolution approved approve approval granted grant grants hope hopes
    confident confidence agree agreed agrees accept accepted accepts luxury entertainment play
    treat intelligent intelligence asset assets succeed succeeds succeeded gross party parties valid
    """
}
