/// Currencies: `name | further forms | ISO 4217 | signs`. The name and its plural with s count by
/// themselves. A form behind ' is read as written, letter case included. The plain names (dollar,
/// pound, peso) go to the currency that English texts without a country mean.
let currencyRows = """
  dollar | 'US$, 'US $, 'USD, us dollar, us dollars, u.s. dollar, u.s. dollars, american dollar, american dollars, united states dollar, united states dollars, bucks, greenbacks, 'USDs, 'usd, 'usd$, 'USD$, 'us$, 'U.S.$, dollars us | USD | $＄
  euro | 'eur, 'EUR, 'EURs | EUR | €
  pound sterling | pounds sterling, quid, 'gbp, british pound, british pounds, uk pound, uk pounds, sterling, 'GB£ | GBP | £￡
  Japanese yen | yen, 'jpy, 'JP¥, 'JPY, 'Y | JPY | ¥￥
  Chinese yuan | yuan, renminbi, 'RMB, 'rmb, 'cny, chinese yuans, kuai, 元, 'CN¥, 人民币, yuans | CNY | 
  Indian rupee | rupee, rupees, 'Rs, 'Rs., 'INR, 'inr, 'Re | INR | ₹₨
  Swiss franc | franc, francs, 'SFr, 'sfr, 'Fr, 'chf | CHF | ₣
  Canadian dollar | 'C$, 'CA$, 'CAD, 'cad, 'CDN$, 'Can$, 'cad$, 'CAD$, 'c $, 'C $, 'c$ | CAD | 
  Australian dollar | 'A$, 'AU$, 'AUD, 'aud, 'aud$, 'AUD$, 'au$, aussie dollar, aussie dollars | AUD | 
  New Zealand dollar | 'NZ$, 'NZD, 'nzd, 'nzd$, 'NZD$, kiwi dollar | NZD | 
  Hong Kong dollar | 'HK$, 'HKD, 'hk$, 'hk $, 'hkd | HKD | 
  Singapore dollar | 'S$, 'SG$, 'SGD, singaporean dollar, singaporean dollars | SGD | 
  Taiwan dollar | 'NT$, 'TWD, new taiwan dollar, new taiwan dollars, taiwanese dollar, taiwanese dollars | TWD | 
  Jamaican dollar | 'J$ | JMD | 
  Barbadian dollar | 'Bds$, barbados dollar, barbados dollars | BBD | 
  Bahamian dollar | 'B$ | BSD | 
  Bermudian dollar | bermuda dollar | BMD | 
  Belize dollar | 'BZ$ | BZD | 
  Trinidad and Tobago dollar | 'TT$ | TTD | 
  Fijian dollar | 'FJ$, fiji dollar | FJD | 
  Namibian dollar | 'N$, namibia dollar | NAD | 
  Liberian dollar | | LRD | 
  Brunei dollar | | BND | 
  Guyanese dollar | 'G$ | GYD | 
  Surinamese dollar | | SRD | 
  Eastern Caribbean dollar | 'EC$ | XCD | 
  Cayman Islands dollar | 'CI$ | KYD | 
  Solomon Islands dollar | | SBD | 
  Zimbabwean dollar | 'Z$ | ZWL | 
  Egyptian pound | 'LE, 'E£ | EGP | 
  Lebanese pound | 'LL | LBP | 
  Syrian pound | | SYP | 
  Sudanese pound | | SDG | 
  South Sudanese pound | | SSP | 
  Falkland Islands pound | | FKP | 
  Gibraltar pound | | GIP | 
  Saint Helena pound | | SHP | 
  Irish pound | punt, punts | IEP | 
  Mexican peso | 'MX$, 'Mex$, 'mxn, 'mxn$, 'MXN$ | MXN | 
  peso | pesos, Argentine peso, Argentine pesos, 'AR$ | ARS | 
  Chilean peso | 'CLP$ | CLP | 
  Colombian peso | 'COL$ | COP | 
  Cuban peso | | CUP | 
  Dominican peso | 'RD$ | DOP | 
  Philippine peso | 'PhP, 'Php, filipino peso, filipino pesos | PHP | ₱
  Uruguayan peso | | UYU | 
  Brazilian real | reais, 'R$, brazilian reals, 'brl, reals | BRL | 
  Peruvian sol | 'S/., soles, nuevo sol, nuevos soles, peruvian soles | PEN | 
  Bolivian boliviano | bolivianos, boliviano | BOB | 
  Paraguayan guaraní | guarani, guaranis | PYG | ₲
  Venezuelan bolívar | bolivar, bolivars, bolivares | VES | 
  Costa Rican colón | colon, colones, colón | CRC | ₡
  Guatemalan quetzal | quetzal, quetzales | GTQ | 
  Honduran lempira | lempira, lempiras | HNL | 
  Nicaraguan córdoba | cordoba, cordobas | NIO | 
  Panamanian balboa | balboa, balboas | PAB | 
  Haitian gourde | gourde, gourdes | HTG | 
  Aruban florin | | AWG | 
  Pakistani rupee | 'PKR, pakistan rupee | PKR | 
  Sri Lankan rupee | 'LKR, 'SLRs, ரூ | LKR | ௹
  Nepalese rupee | 'NPR, nepali rupee, nepali rupees | NPR | 
  Mauritian rupee | | MUR | 
  Seychellois rupee | | SCR | 
  Maldivian rufiyaa | rufiyaa | MVR | 
  Indonesian rupiah | rupiah, rupiahs, 'Rp, 'IDR | IDR | 
  Malaysian ringgit | ringgit, ringgits, 'RM, 'MYR | MYR | 
  Thai baht | baht, bahts, 'THB | THB | ฿
  Vietnamese dong | dong, dongs, 'VND | VND | ₫
  Lao kip | kip, kips | LAK | ₭
  Cambodian riel | riel, riels | KHR | ៛
  Burmese kyat | kyat, kyats, myanmar kyat | MMK | 
  Bangladeshi taka | taka, takas, 'Tk | BDT | ৳
  South Korean won | won, 'KRW, korean won | KRW | ₩￦
  North Korean won | | KPW | 
  Mongolian tögrög | tugrik, tugriks, tögrög | MNT | ₮
  Macanese pataca | pataca, patacas | MOP | 
  Bhutanese ngultrum | ngultrum | BTN | 
  Russian ruble | ruble, rubles, rouble, roubles, russian rouble, russian roubles, 'RUB | RUB | ₽
  Belarusian ruble | belarusian rouble, belarusian roubles | BYN | 
  Ukrainian hryvnia | hryvnia, hryvnias, 'UAH | UAH | ₴
  Kazakhstani tenge | tenge | KZT | ₸
  Uzbekistani som | | UZS | 
  Kyrgyzstani som | | KGS | 
  Tajikistani somoni | somoni | TJS | 
  Turkmenistan manat | | TMT | 
  Azerbaijani manat | manat, manats | AZN | ₼
  Armenian dram | | AMD | ֏
  Georgian lari | lari, laris | GEL | ₾
  Moldovan leu | | MDL | 
  Romanian leu | leu, lei, 'RON | RON | 
  Bulgarian lev | lev, leva | BGN | 
  Serbian dinar | | RSD | 
  Bosnia and Herzegovina convertible mark | | BAM | 
  Macedonian denar | | MKD | 
  Albanian lek | lek, leke | ALL | 
  Croatian kuna | kuna, kunas | HRK | 
  Polish złoty | zloty, zlotys, złoty, polish zloty, polish zlotys, 'PLN, 'zł | PLN | 
  Czech koruna | koruna, korunas, czech crown, czech crowns, 'CZK, 'Kč | CZK | 
  Hungarian forint | forint, forints, 'HUF, 'Ft | HUF | 
  Swedish krona | swedish kronor, kronor, krona, swedish crown, swedish crowns, 'SEK | SEK | 
  Norwegian krone | norwegian kroner, norwegian crown, norwegian crowns, 'NOK | NOK | 
  Danish krone | danish kroner, danish crown, danish crowns, 'DKK | DKK | 
  krone | kroner, 'kr | | 
  Icelandic króna | icelandic krona, icelandic kronur | ISK | 
  Faroese króna | | | 
  Turkish lira | lira, liras, 'TRY, 'TL | TRY | ₺
  shekel | Israeli shekel, Israeli shekels, new israeli shekel, 'NIS, israeli new shekel | ILS | ₪
  Jordanian dinar | | JOD | 
  Kuwaiti dinar | dinar, dinars | KWD | 
  Iraqi dinar | | IQD | 
  Bahraini dinar | 'BD | BHD | 
  Libyan dinar | | LYD | 
  Tunisian dinar | | TND | 
  Algerian dinar | | DZD | 
  Moroccan dirham | | MAD | 
  UAE dirham | dirham, dirhams, 'Dh, 'Dhs, emirati dirham, emirati dirhams | AED | 
  Saudi riyal | riyal, riyals, 'SR, 'SAR | SAR | 
  Qatari riyal | 'QR | QAR | 
  Omani rial | | OMR | 
  Yemeni rial | | YER | 
  Iranian rial | rial, rials, toman, tomans | IRR | ﷼
  Afghan afghani | afghani, afghanis | AFN | ؋
  South African rand | rand, rands, 'ZAR, 'R | ZAR | 
  Nigerian naira | naira, nairas, 'NGN | NGN | ₦
  Ghanaian cedi | cedi, cedis, 'GHS, 'GH¢ | GHS | ₵
  Kenyan shilling | 'KSh, 'Ksh, 'KES, 'Sh, kenya shilling, kenya shillings | KES | 
  Ugandan shilling | 'USh, uganda shilling | UGX | 
  Tanzanian shilling | 'TSh, tanzania shilling | TZS | 
  Somali shilling | | SOS | 
  Ethiopian birr | birr, birrs | ETB | 
  Zambian kwacha | kwacha | ZMW | 
  Malawian kwacha | | MWK | 
  Botswana pula | pula | BWP | 
  Mozambican metical | meticais | MZN | 
  Angolan kwanza | kwanza, kwanzas | AOA | 
  Rwandan franc | | RWF | 
  Burundian franc | | BIF | 
  Congolese franc | | CDF | 
  Djiboutian franc | | DJF | 
  Guinean franc | | GNF | 
  Comorian franc | | KMF | 
  CFA franc | 'FCFA, 'CFA | XOF | 
  Central African CFA franc | | XAF | 
  CFP franc | | XPF | 
  Malagasy ariary | ariary | MGA | 
  Mauritanian ouguiya | ouguiya | MRU | 
  Gambian dalasi | dalasi, dalasis | GMD | 
  Sierra Leonean leone | leones | SLE | 
  Lesotho loti | maloti | LSL | 
  Swazi lilangeni | emalangeni | SZL | 
  Eritrean nakfa | nakfa | ERN | 
  Cape Verdean escudo | | CVE | 
  São Tomé and Príncipe dobra | dobra | STN | 
  Papua New Guinean kina | kina | PGK | 
  Samoan tala | | WST | 
  Tongan paʻanga | | TOP | 
  Vanuatu vatu | vatu | VUV | 
  mark | marks, deutschmark, deutschmarks, german mark, german marks, 'DM, deutsche mark, deutsche marks | DEM | 
  Finnish markka | finnish markkas, markka | FIM | 
  French franc | | FRF | 
  Belgian franc | | BEF | 
  Netherlands guilder | guilder, guilders, dutch guilder, dutch guilders | NLG | 
  peseta | pesetas, spanish peseta, spanish pesetas | ESP | 
  Italian lira | italian lire, lire | ITL | 
  Greek drachma | drachmas | GRD | 
  Portuguese escudo | escudo, escudos | PTE | 
  Austrian schilling | schilling, schillings | ATS | 
  Slovak koruna | | SKK | 
  Estonian kroon | kroon, kroons | EEK | 
  Latvian lats | | LVL | 
  Lithuanian litas | litas | LTL | 
  cent | 'US¢, us cent, us cents, 'c, euro cent, euro cents, eurocents | | ¢
  penny | pence, pennies, 'p | | 
  sen | | | 
  satoshi | sats | | 
  gwei | | | 
  bitcoin | 'BTC, 'btc, 'XBT | | ₿
  ether | 'ETH, 'eth, ethereum | | 
  Solana | 'SOL | | 
  Tether | 'USDT | | 
  USD Coin | 'USDC | | 
  XRP | 'XRP | | 
  Dogecoin | 'DOGE | | 
  Cardano | 'ADA | | 
  Litecoin | 'LTC | | 
  TAO | | | 
  """
