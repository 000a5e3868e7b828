/// Currencies that share a plain name: `default | home words = currency; …`. The words are countries,
/// their people and their cities, as a text on them has some of; the first group is the default's own.
private let currencyHomeRows = """
  krone | kroner krone kr | \
  norway norwegian norwegians oslo bergen trondheim stavanger = Norwegian krone; \
  denmark danish danes copenhagen aarhus = Danish krone; \
  sweden swedish swedes stockholm gothenburg malmö = Swedish krona
  Swedish krona | krona kronor kronur | sweden swedish swedes stockholm gothenburg = Swedish krona; \
  iceland icelandic icelanders reykjavik reykjavík = Icelandic króna
  Indian rupee | rupee rupees rs re | \
  india indian indians delhi mumbai bengaluru kolkata chennai = Indian rupee; \
  pakistan pakistani pakistanis islamabad karachi lahore = Pakistani rupee; \
  lanka lankan lankans colombo = Sri Lankan rupee; nepal nepali nepalese kathmandu = Nepalese rupee; \
  mauritius mauritian = Mauritian rupee
  peso | peso pesos | argentina argentine argentines argentinian buenos = peso; \
  mexico mexican mexicans = Mexican peso; chile chilean chileans santiago = Chilean peso; \
  colombia colombian colombians bogotá bogota = Colombian peso; \
  philippines philippine filipino filipinos manila = Philippine peso; \
  cuba cuban cubans havana = Cuban peso; uruguay uruguayan montevideo = Uruguayan peso; \
  dominican = Dominican peso
  Kuwaiti dinar | dinar dinars | kuwait kuwaiti kuwaitis = Kuwaiti dinar; \
  serbia serbian serbs belgrade = Serbian dinar; iraq iraqi iraqis baghdad = Iraqi dinar; \
  jordan jordanian jordanians amman = Jordanian dinar; bahrain bahraini manama = Bahraini dinar; \
  libya libyan libyans tripoli = Libyan dinar; tunisia tunisian tunisians tunis = Tunisian dinar; \
  algeria algerian algerians algiers = Algerian dinar
  Swiss franc | franc francs | \
  switzerland swiss zurich geneva basel bern = Swiss franc; \
  rwanda rwandan rwandans kigali = Rwandan franc; burundi burundian = Burundian franc; \
  congo congolese kinshasa = Congolese franc; guinea guinean conakry = Guinean franc; \
  senegal senegalese dakar benin togo mali malian bamako burkina ivorian abidjan = CFA franc; \
  cameroon cameroonian yaoundé gabon gabonese chad chadian = Central African CFA franc
  UAE dirham | dirham dirhams dh dhs | uae emirates emirati dubai dhabi = UAE dirham; \
  morocco moroccan moroccans rabat casablanca = Moroccan dirham
  Saudi riyal | riyal riyals rial rials | saudi saudis riyadh jeddah = Saudi riyal; \
  qatar qatari doha = Qatari riyal; oman omani muscat = Omani rial; yemen yemeni = Yemeni rial
  Romanian leu | leu lei | romania romanian romanians bucharest = Romanian leu; \
  moldova moldovan moldovans chisinau chișinău = Moldovan leu
  Russian ruble | ruble rubles rouble roubles | \
  russia russian russians moscow kremlin = Russian ruble; \
  belarus belarusian belarusians minsk = Belarusian ruble
  Zambian kwacha | kwacha | zambia zambian lusaka = Zambian kwacha; \
  malawi malawian lilongwe = Malawian kwacha
  """

/// Says which country's currency a plain name means: "450 kroner" in a text on Norway.
struct CurrencyHomes: Sendable {
  private struct Family: Sendable {
    /// The words that name the currency without a country.
    var plain: Set<String> = []
    /// Index in `homes` by word.
    var words: [String: Int] = [:]
    var homes: [Unit] = []
  }

  /// By the name of the unit that the plain words are read as.
  private let families: [String: Family]

  static let shared = CurrencyHomes()

  private init() {
    let byName = Dictionary(
      UnitTable.shared.units.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var families: [String: Family] = [:]
    for row in currencyHomeRows.split(separator: "\n") {
      let fields = row.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
      guard fields.count == 3 else { continue }
      var family = Family(plain: Set(fields[1]))
      for group in fields[2].joined(separator: " ").split(separator: ";") {
        let sides = group.split(separator: "=").map { $0.split(separator: " ") }
        guard sides.count == 2, let unit = byName[sides[1].joined(separator: " ")] else { continue }
        for word in sides[0] { family.words[String(word)] = family.homes.count }
        family.homes.append(unit)
      }
      families[fields[0].joined(separator: " ")] = family
    }
    self.families = families
  }

  /// Whether a currency has namesakes.
  static func isShared(_ unit: Unit) -> Bool {
    unit.dimension == .currency && shared.families[unit.name] != nil
  }

  /// The currency of the one home that the quantity's sentence names, else the text; nil where they
  /// name none or several, or where the quantity's own words name it.
  func currency(of quantity: Quantity, in words: TokenizedText) -> Unit? {
    guard let family = families[quantity.unit.name], isPlain(quantity, family, words) else {
      return nil
    }
    let sentence = words.sentences[quantity.sentence].tokens
    return home(in: sentence, family, words) ?? home(in: words.tokens.indices, family, words)
  }

  /// "450 kroner", and neither "450 Danish kroner" nor "DKK 450".
  private func isPlain(_ quantity: Quantity, _ family: Family, _ words: TokenizedText) -> Bool {
    let range = quantity.range.union(
      quantity.unitRange.isEmpty ? quantity.range : quantity.unitRange)
    let parts = words.text[range].lowercased().split { !$0.isLetter }.map(String.init)
    return parts.contains { family.plain.contains($0) }
      && !parts.contains { family.words[$0] != nil }
  }

  private func home(in tokens: Range<Int>, _ family: Family, _ words: TokenizedText) -> Unit? {
    var found: Int?
    for index in tokens where words.tokens[index].shape.contains(.isCapitalised) {
      guard let home = family.words[words.text[words.tokens[index].range].lowercased()] else {
        continue
      }
      if let found, found != home { return nil }
      found = home
    }
    return found.map { family.homes[$0] }
  }
}
