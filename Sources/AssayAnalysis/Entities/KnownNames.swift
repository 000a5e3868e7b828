/// Facts: names that many texts use. Spellings as in English; the sources are common knowledge.
extension NameLists {
  /// Companies, media, clubs and other organisations of one word.
  static let organisations = """
    Google Apple Microsoft Amazon Meta Facebook Instagram WhatsApp YouTube Twitter TikTok
    ByteDance Netflix Nvidia AMD Intel Qualcomm Broadcom TSMC Samsung Sony Panasonic Toshiba
    Hitachi Toyota Honda Nissan Mazda Subaru Mitsubishi Hyundai Kia Volkswagen Volvo BMW Porsche
    Audi Mercedes-Benz Daimler Renault Peugeot Citroën Fiat Ferrari Lamborghini Stellantis Ford
    Chrysler Tesla Rivian SpaceX Boeing Airbus Lockheed Raytheon Northrop Embraer Bombardier
    Siemens Bosch Bayer BASF SAP Adidas Puma Nike Reebok IKEA Ericsson Nokia Spotify Klarna
    Electrolux Maersk Novo Nordisk Lego Carlsberg Heineken Philips ASML Shell BP ExxonMobil Exxon
    Chevron TotalEnergies Equinor Statoil Gazprom Rosneft Lukoil Aramco Petrobras Vale Glencore
    Nestlé Nestle Novartis Roche UBS HSBC Barclays Lloyds NatWest Santander BBVA Citigroup
    Citibank JPMorgan BlackRock Vanguard Fidelity Grayscale Coinbase Binance Kraken Bitfinex
    Tether Robinhood PayPal Mastercard Stripe Uber Lyft Airbnb DoorDash Walmart Tesco Costco
    Carrefour Aldi Lidl McDonald's Starbucks Burger KFC Coca-Cola Pepsi PepsiCo Unilever Pfizer
    Moderna BioNTech AstraZeneca GSK Merck Sanofi AbbVie Amgen Genentech IBM Oracle Cisco Dell HP
    Lenovo Huawei Xiaomi ZTE Alibaba Tencent Baidu JD.com Foxconn LG Infosys Wipro Tata Reliance
    Adobe Salesforce Snowflake Palantir OpenAI Anthropic DeepMind Cohere Mistral HuggingFace
    GitHub GitLab Reddit Snapchat Pinterest LinkedIn Tumblr Wikipedia Wikimedia Mozilla Disney
    Pixar Marvel Paramount Warner HBO CNN BBC ITV NBC CBS ABC MSNBC ESPN PBS NPR Reuters Bloomberg
    CNBC AFP AP Xinhua TASS Politico Axios Vox BuzzFeed Breitbart Nintendo Sega Atari Ubisoft
    Activision Blizzard Valve Greenpeace Oxfam UNICEF Amnesty Interpol Mossad Hamas Hezbollah
    Taliban ISIS ISIL Al-Qaeda Moody's Fitch Nasdaq NYSE Euronext KPMG Deloitte PwC EY McKinsey
    Accenture Enron Lehman Ryanair Lufthansa KLM easyJet Qantas Emirates Aeroflot Verizon AT&T
    Vodafone Comcast T-Mobile Telefonica Telenor Telia Aethir Chelsea Arsenal Juventus Everton
    Tottenham Celtic Rangers Bayern Ajax Benfica Lakers Celtics Yankees Mets Dodgers Cubs Bulls
    Knicks Steelers Packers Patriots Cowboys Giants Eagles Harvard Yale Princeton Stanford MIT
    Caltech UCLA NYU ETH NBA NFL NHL MLB FIFA UEFA IOC NCAA PGA WWE UFC Ukip NASCAR Yahoo Getty
    MTV Konami Fulham Southampton eBay Zoom Slack Twitch CNET
    """

  /// Agencies, unions of states and parliaments of one word.
  static let agencies = """
    SEC FBI CIA NSA FDA EPA FTC FCC CDC NASA NOAA FAA IRS DHS ICE DOJ DOD DOE HHS OSHA CFTC FDIC
    FEMA TSA USDA NIH NIST BIS OFAC WHO UN EU NATO IMF WTO OECD OPEC ASEAN ECB ESA CERN UNESCO
    UNHCR ILO IAEA ICC ICJ FCA NHS ONS MI5 MI6 KGB FSB GRU RCMP BaFin Eurostat Congress Senate
    Parliament Bundestag Knesset Kremlin Pentagon Treasury Fed Bundesbank Riksbank Riksdag Duma
    Dáil
    """

  /// Products that a number may follow.
  static let productFamilies = """
    iPhone iPad iMac iPod MacBook Windows Android Galaxy Pixel PlayStation Xbox Kindle Boeing
    Airbus Apollo Falcon Formula Model Xeon Ryzen Core GeForce RTX GTX Radeon Switch Photoshop
    Office Chrome Firefox Safari Linux Ubuntu Debian Excel Word PowerPoint Bing Gmail Siri Alexa
    ChatGPT Copilot Starlink Concorde Hubble Python Java JavaScript Kubernetes Docker PyTorch
    TensorFlow
    """

  /// Models of machine learning.
  static let modelFamilies = """
    GPT Llama LLaMA Claude Gemini Mistral Mixtral Qwen DeepSeek Falcon PaLM BERT RoBERTa T5 Gemma
    Grok Phi Bard DALL-E Whisper Stable AlphaGo AlphaFold AlphaZero ELMo GPT-2 GPT-3 GPT-4 GPT-4o
    GPT-5
    """

  /// Cryptographic tokens and their tickers.
  static let knownTokens = """
    Bitcoin BTC Ether ETH Ethereum Solana SOL Dogecoin DOGE Litecoin LTC XRP Cardano ADA USDT USDC
    DAI BNB Polkadot Monero XMR Shiba TAO Chainlink Uniswap Avalanche
    """

  /// Benchmarks and indices.
  static let knownMetrics = """
    MMLU BLEU ROUGE METEOR GLUE SuperGLUE SQuAD HellaSwag HumanEval ImageNet CIFAR-10 MNIST PISA
    GSM8K GPQA TruthfulQA WinoGrande ARC-AGI MMLU-Pro SWE-bench AIME LiveCodeBench
    FTSE Nikkei DAX CAC Euribor LIBOR SOFR PMI
    """

  /// Members of parties.
  static let groups = """
    Democrats Democrat Republicans Republican Tories Tory Labour Conservatives Liberals GOP Greens
    Socialists Communists
    """

  /// People whom one word names in most texts.
  static let persons = """
    Trump Obama Clinton Biden Putin Merkel Macron Zelensky Zelenskyy Musk Bezos Zuckerberg Altman
    Netanyahu Modi Erdogan Erdoğan Pelosi McConnell Reagan Nixon Churchill Thatcher Hitler Stalin
    Lenin Mussolini Gandhi Mandela Einstein Darwin Galileo Aristotle Plato Socrates Kant Hegel
    Nietzsche Marx Engels Freud Keynes Hayek Friedman Shakespeare Goethe Dickens Tolstoy
    Dostoyevsky Kafka Hemingway Orwell Tolkien Rowling Mozart Beethoven Bach Chopin Brahms Wagner
    Tchaikovsky Picasso Rembrandt Michelangelo Monet Messi Ronaldo Neymar Mbappé Haaland Federer
    Nadal Djokovic Beyoncé Rihanna Eminem Madonna Adele Drake Shakira Napoleon Caesar Cleopatra
    Voltaire Rousseau Descartes Leibniz Euler Gauss Hume Locke Bolsonaro Lula Maduro Chávez Castro
    Khamenei Assad Gaddafi Kissinger Comey Mueller Kavanaugh Giuliani Bannon Snowden Assange
    Navalny Lukashenko Orbán Scholz Sunak Starmer Farage Corbyn Blair Sarkozy Hollande Berlusconi
    Meloni Draghi Lagarde Yellen Bernanke Greenspan Buffett Satoshi Vitalik
    """

  /// Names of several words, by type; matched in this spelling.
  static let phrases: [(type: EntityType, list: String)] = [
    (.place, placePhrases), (.org, organisationPhrases), (.agency, agencyPhrases),
    (.metric, metricPhrases),
  ]

  static let metricPhrases = """
    Hang Seng
    Dow Jones Industrial Average
    Dow Jones industrial average
    S&P 500
    FTSE 100
    Nikkei 225
    """

  static let organisationPhrases = """
    Goldman Sachs
    Morgan Stanley
    JPMorgan Chase
    J.P. Morgan
    Bank of America
    Wells Fargo
    Deutsche Bank
    Credit Suisse
    BNP Paribas
    Berkshire Hathaway
    General Motors
    General Electric
    Rolls-Royce
    Royal Dutch Shell
    Novo Nordisk
    Johnson & Johnson
    Procter & Gamble
    Ernst & Young
    Marks & Spencer
    New York Times
    The New York Times
    Washington Post
    The Washington Post
    Wall Street Journal
    The Wall Street Journal
    Financial Times
    The Guardian
    The Economist
    USA Today
    Der Spiegel
    Le Monde
    El País
    Fox News
    Sky News
    Associated Press
    Al Jazeera
    Hugging Face
    Stability AI
    Mistral AI
    Red Hat
    Hewlett-Packard
    Hewlett Packard
    Texas Instruments
    Burger King
    Manchester United
    Manchester City
    Real Madrid
    New York Yankees
    Red Cross
    Human Rights Watch
    Amnesty International
    Doctors Without Borders
    World Bank
    Standard & Poor's
    Moody's
    Lehman Brothers
    Al Qaeda
    Al-Qaeda
    Islamic State
    Labour Party
    Conservative Party
    Democratic Party
    Republican Party
    Liberal Democrats
    Green Party
    Free Software Foundation
    Linux Foundation
    Ethereum Foundation
    Warner Bros.
    Universal Studios
    20th Century Fox
    Pink Floyd
    Rolling Stones
    The Beatles
    The Rolling Stones
    Led Zeppelin
    """

  static let agencyPhrases = """
    Supreme Court
    US Supreme Court
    High Court
    House of Representatives
    House of Commons
    House of Lords
    Federal Reserve
    Bank of England
    European Central Bank
    European Union
    European Commission
    European Parliament
    United Nations
    Security Council
    World Health Organization
    World Trade Organization
    International Monetary Fund
    Bank of Japan
    Scotland Yard
    Home Office
    Foreign Office
    Foreign Ministry
    State Department
    Justice Department
    White House Office
    National Guard
    Red Army
    IRS
    Environmental Protection Agency
    Securities and Exchange Commission
    Food and Drug Administration
    Centers for Disease Control and Prevention
    """
}
