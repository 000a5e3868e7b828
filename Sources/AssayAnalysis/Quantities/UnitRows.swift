/// Units: `name | further forms | dimension | UCUM | factor`. The name and its plural count by
/// themselves. A form behind ' is read as written, letter case included. A factor says how many
/// base units of the dimension one is: metre, square metre, cubic metre, gram, second, joule, watt,
/// byte, byte per second, hertz, pascal, radian, metre per second; exact by definition.
let unitRows = """
  metre | 'm, metres, mtrs | length | m | 1
  foot | feet, 'ft, 'ft. | length | [ft_i] | 0.3048
  inch | inches, 'in. | length | [in_i] | 0.0254
  yard | 'yd, 'yds, yard yard | length | [yd_i] | 0.9144
  mile | 'mi | length | [mi_i] | 1609.344
  nautical mile | 'nmi | length | [nmi_i] | 1852
  furlong | | length | [fur_us] | 201.168
  fathom | | length | [fth_i] | 1.8288
  chain | | length | | 20.1168
  hand high | hands high | length | | 0.1016
  league | | length | | 4828.032
  light year | light-year, light years, light-years, 'ly, lightyear, lightyears | length | [ly] | 9460730472580800
  parsec | 'pc | length | pc | 30856775814913673
  astronomical unit | 'AU, 'au | length | AU | 149597870700
  angstrom | ångström, ångströms | length | Ao | 1e-10
  thou | mils | length | [mil_i] | 0.0000254
  point | points, 'pts, 'pt | other | | 
  square metre | 'm2, 'm², 'sqm, 'sq m, sq metre, sq metres, sq m, sqm, sq. m, metre squared, metres squared | area | m2 | 1
  square kilometre | 'km2, 'km², 'sq km, sq km, sqkm, sq. km, sq kilometre, sq kilometres | area | km2 | 1000000
  square centimetre | 'cm2, 'cm², sq cm | area | cm2 | 0.0001
  square millimetre | 'mm2, 'mm², sq mm | area | mm2 | 0.000001
  square mile | sq mile, sq miles, 'sq mi, 'mi2, sq. miles | area | [smi_us] | 2589988.110336
  square foot | square feet, 'sq ft, 'sqft, sq ft, sqft, 'ft2, 'ft², sq. ft, sq. feet, sq feet, sq foot | area | [sft_i] | 0.09290304
  square inch | square inches, 'sq in, 'in2 | area | [sin_i] | 0.00064516
  square yard | 'sq yd | area | [syd_i] | 0.83612736
  hectare | 'ha | area | har | 10000
  acre | 'ac | area | [acr_us] | 4046.8564224
  dunam | dunams | area | | 1000
  litre | 'l, 'L, litres, 'ltr, 'ltrs | volume | L | 0.001
  cubic metre | 'm3, 'm³, cu m, cubic metres | volume | m3 | 1
  cubic centimetre | 'cm3, 'cm³, 'cc, cu cm | volume | cm3 | 0.000001
  cubic kilometre | 'km3, 'km³ | volume | km3 | 1000000000
  cubic foot | cubic feet, 'cu ft, cu ft, 'ft3, 'cf | volume | [cft_i] | 0.028316846592
  cubic inch | cubic inches, cu in | volume | [cin_i] | 0.000016387064
  cubic yard | cu yd | volume | [cyd_i] | 0.764554857984
  cubic mile | | volume | | 4168181825.440579584
  acre-foot | acre-feet, acre feet, acre foot | volume | | 1233.48183754752
  gallon | 'gal, 'gals, us gallon, us gallons | volume | [gal_us] | 0.003785411784
  imperial gallon | uk gallon, uk gallons | volume | [gal_br] | 0.00454609
  quart | 'qt, 'qts, us quart, us quarts | volume | [qt_us] | 0.000946352946
  pint | 'pt, us pint, us pints | volume | [pt_us] | 0.000473176473
  fluid ounce | us fluid ounce, us fluid ounces, 'fl oz, fl oz, fl. oz | volume | [foz_us] | 0.0000295735295625
  cup | | volume | [cup_us] | 0.0002365882365
  tablespoon | 'tbsp, 'tbsps, tbsp | volume | [tbs_us] | 0.00001478676478125
  teaspoon | 'tsp, tsp | volume | [tsp_us] | 0.00000492892159375
  barrel | 'bbl, 'bbls | volume | [bbl_us] | 0.158987294928
  bushel | 'bu | volume | [bu_us] | 0.03523907016688
  cord | | volume | [crd_us] | 3.624556363776
  board foot | board feet | volume | | 0.002359737216
  twenty-foot equivalent unit | 'TEU, 'TEUs | volume | | 
  gram | 'g, 'gm, 'gms, grammes, gramme | mass | g | 1
  metric ton | tonne, tonnes, metric tons, metric tonne, metric tonnes, 't, 'mt | mass | t | 1000000
  ton | short ton, short tons, us tons | mass | [ston_av] | 907184.74
  long ton | | mass | [lton_av] | 1016046.9088
  kiloton | kilotonne, kilotonnes, 'kt | mass | kt | 1000000000
  megaton | megatonne, megatonnes, 'Mt | mass | Mt | 1000000000000
  gigaton | gigatonne, gigatonnes, 'Gt | mass | Gt | 1000000000000000
  pound-mass | pound, pounds, 'lb, 'lbs, 'lb., 'lbs. | mass | [lb_av] | 453.59237
  ounce | 'oz, 'oz. | mass | [oz_av] | 28.349523125
  troy ounce | 'ozt | mass | [oz_tr] | 31.1034768
  stone | 'st | mass | [stone_av] | 6350.29318
  grain | | mass | [gr] | 0.06479891
  dram | drachm, drachms, drachma | mass | [dr_av] | 1.7718451953125
  carat | 'ct | mass | [car_m] | 0.2
  hundredweight | 'cwt | mass | [scwt_av] | 45359.237
  slug of mass | | mass | | 
  quintal | quintals | mass | | 100000
  kilo | kilos | mass | kg | 1000
  dalton | 'Da | mass | Da | 
  second | 'sec, 'secs, 's, sec, secs | time | s | 1
  minute | 'min, 'mins, min, mins | time | min | 60
  hour | 'hr, 'hrs, 'h, hrs, hr | time | h | 3600
  day | 'd | time | d | 86400
  week | 'wk, 'wks | time | wk | 604800
  fortnight | | time | | 1209600
  month | 'mo, 'mos, mths | time | mo | 
  quarter | | time | | 
  year | 'yr, 'yrs, yrs, yr, calendar year, calendar years | time | a | 
  decade | | time | | 
  century | centuries | time | | 
  millennium | millennia, millenniums | time | | 
  joule | 'J | energy | J | 1
  calorie | 'cal, 'Cal | energy | cal | 4.184
  kilocalorie | 'kcal, 'kcals | energy | kcal | 4184
  watt hour | 'Wh, watt-hour, watt-hours, watt hours | energy | W.h | 3600
  British thermal unit | 'Btu, 'BTU, 'BTUs, btu | energy | [Btu] | 1055.05585262
  therm | | energy | | 105505585.262
  electronvolt | 'eV, electron volt, electron volts | energy | eV | 1.602176634e-19
  quad of energy | | energy | | 
  erg | | energy | erg | 1e-7
  tonne of oil equivalent | tonnes of oil equivalent, 'toe | energy | | 41868000000
  barrel of oil equivalent | barrels of oil equivalent, 'boe, 'BOE | energy | | 
  million British thermal units | 'mmBtu, 'MMBtu, mmbtu | energy | | 1055055852.62
  watt | 'W | power | W | 1
  horsepower | 'hp, 'HP, horse power | power | [HP] | 745.69987158227022
  brake horsepower | 'bhp, 'BHP | power | | 745.69987158227022
  metric horsepower | 'PS of power | power | | 735.49875
  byte | 'B, bytes | data | By | 1
  bit | 'b, bits | data | bit | 0.125
  kibibyte | 'KiB | data | KiBy | 1024
  mebibyte | 'MiB | data | MiBy | 1048576
  gibibyte | 'GiB | data | GiBy | 1073741824
  tebibyte | 'TiB | data | TiBy | 1099511627776
  bit per second | 'bps of data | dataRate | bit/s | 0.125
  hertz | 'Hz | frequency | Hz | 1
  revolutions per minute | 'rpm, 'RPM, revs per minute, revolution per minute | frequency | {rev}/min | 1/60
  beat per minute | 'bpm, 'BPM | frequency | {beat}/min | 1/60
  frame per second | 'fps, 'FPS | frequency | | 1
  pascal | 'Pa | pressure | Pa | 1
  bar | bars of pressure | pressure | bar | 100000
  millibar | 'mbar, mbars | pressure | mbar | 100
  atmosphere | 'atm | pressure | atm | 101325
  pound per square inch | 'psi, 'PSI | pressure | [psi] | 6894.757293168361
  kilopound per square inch | 'ksi | pressure | | 6894757.293168361
  millimetre of mercury | 'mmHg | pressure | mm[Hg] | 133.322387415
  inch of mercury | 'inHg, inches of mercury | pressure | [in_i'Hg] | 3386.388640341
  torr | | pressure | | 101325/760
  celsius | degrees celsius, degree celsius, deg celsius, centigrade, degrees centigrade, degree centigrade, celcius, degrees celcius, degree celcius, centigrate, '°C, 'degC, deg. celsius, 'degrees C, 'deg C, 'deg c, 'degrees c, 'degree C, 'C, '℃, '° C | temperature | Cel | 
  fahrenheit | degrees fahrenheit, degree fahrenheit, deg fahrenheit, farenheit, degrees farenheit, degree farenheit, '°F, 'degF, 'degrees F, 'deg F, 'deg f, 'degrees f, 'degree F, 'F, '℉, '° F, fahrenheits | temperature | [degF] | 
  kelvin | 'K, kelvins, 'degrees kelvin, '°K, degrees K | temperature | K | 1
  degree | degrees, 'deg, 'deg., deg | angle | deg | 
  radian | 'rad | angle | rad | 1
  minute of arc | minutes of arc, arcminute, arcminutes | angle | ' | 
  second of arc | seconds of arc, arcsecond, arcseconds | angle | '' | 
  turn | turns | angle | circ | 
  kilometre per hour | 'km/h, 'kph, 'kmph, 'km/hr, 'kmh, 'KPH, kph, kmh, kms per hour | speed | km/h | 5/18
  mile per hour | 'mph, 'MPH, mph, 'mi/h, 'MPh | speed | [mi_i]/h | 0.44704
  metre per second | 'm/s, 'mps | speed | m/s | 1
  foot per second | 'ft/s, 'fps of speed, feet per second | speed | [ft_i]/s | 0.3048
  knot | 'kn, 'kt, 'kts | speed | [kn_i] | 463/900
  mach | | speed | | 
  mile per gallon | 'mpg, 'MPG, mpg | rate | | 
  litre per 100 kilometres | 'l/100km, 'L/100km | rate | | 
  volt | 'V | electric | V | 1
  ampere | 'A, amp, amps | electric | A | 1
  ampere-hour | 'Ah, amp hour, amp hours, amp-hour, amp-hours | electric | A.h | 3600
  ohm | 'Ω | electric | Ohm | 1
  coulomb | | electric | C | 1
  farad | | electric | F | 1
  henry | henries | electric | H | 1
  volt-ampere | 'VA, volt-amperes | power | V.A | 1
  tesla of field | | electric | T | 1
  siemens | | electric | S | 1
  decibel | 'dB, 'dBA, 'db | other | dB | 
  newton | | other | N | 1
  newton metre | 'Nm, 'N·m, newton-metre, newton metres | energy | N.m | 1
  pound-foot | pound-feet, pound feet, 'lb-ft, 'lb ft, foot-pounds, foot-pound, pounds-feet | energy | | 1.3558179483314004
  pound-force | 'lbf | other | [lbf_av] | 4.4482216152605
  lumen | | other | lm | 1
  lux | | other | lx | 1
  candela | | other | cd | 1
  nit | nits | other | | 1
  becquerel | 'Bq | frequency | Bq | 1
  curie | curies | other | Ci | 37000000000
  sievert | 'Sv | other | Sv | 1
  gray of dose | | other | Gy | 1
  rem of dose | | other | rem | 0.01
  mole | 'mol | other | mol | 1
  molar | | concentration | | 
  part per million | parts per million, 'ppm, 'PPM | concentration | [ppm] | 1e-6
  parts-per-billion | parts per billion, 'ppb, 'PPB, part per billion | concentration | [ppb] | 1e-9
  part per trillion | parts per trillion, 'ppt | concentration | [pptr] | 1e-12
  microgram per cubic metre | 'µg/m3, 'μg/m3, micrograms per cubic metre | concentration | ug/m3 | 
  milligram per decilitre | 'mg/dL, 'mg/dl | concentration | mg/dL | 
  millimole per litre | 'mmol/L, 'mmol/l | concentration | mmol/L | 
  international unit | 'IU | other | [iU] | 
  pixel | 'px | other | | 
  megapixel | 'MP, mega pixels, mega pixel | other | | 
  dot per inch | 'dpi, dots per inch | other | | 
  pixel per inch | 'ppi, pixels per inch | other | | 
  dozen | dozens | count | | 12
  pH unit | | other | [pH] | 
  g-force | | other | | 
  light-minute | | length | | 17987547480
  light-second | | length | | 299792458
  megabit per second | 'Mbps, 'mbps, 'Mb/s, 'Mbit/s, mbps, megabits per second | dataRate | Mbit/s | 125000
  gigabit per second | 'Gbps, 'gbps, 'Gb/s, 'Gbit/s, gigabits per second | dataRate | Gbit/s | 125000000
  kilobit per second | 'kbps, 'Kbps, 'kb/s, kilobits per second | dataRate | kbit/s | 125
  terabit per second | 'Tbps, 'Tb/s, terabits per second | dataRate | Tbit/s | 125000000000
  megabyte per second | 'MB/s, 'MBps, megabytes per second | dataRate | MBy/s | 1000000
  gigabyte per second | 'GB/s, 'GBps, gigabytes per second | dataRate | GBy/s | 1000000000
  terabyte per second | 'TB/s, 'TBps, terabytes per second | dataRate | TBy/s | 1000000000000
  kilobyte per second | 'kB/s, 'KB/s, kilobytes per second | dataRate | kBy/s | 1000
  floating-point operation per second | 'FLOPS, 'flops, flops | other | | 1
  teraflop | teraflops, 'TFLOPS, 'TFLOPs | other | | 1e12
  petaflop | petaflops, 'PFLOPS, 'PFLOPs | other | | 1e15
  exaflop | exaflops, 'EFLOPS, 'EFLOPs | other | | 1e18
  gigaflop | gigaflops, 'GFLOPS | other | | 1e9
  trillion operations per second | 'TOPS | other | | 1e12
  horse | horses | count | | 
  touch down | touchdown, touchdowns, 'TD, 'TDs | count | | 
  point per game | 'ppg, 'PPG, points per game | rate | | 
  rebound per game | 'rpg, 'RPG, rebounds per game | rate | | 
  assist per game | 'apg, 'APG, assists per game | rate | | 
  barrel per day | 'bpd, 'b/d, barrels per day, barrel-a-day, barrels a day, 'bbl/d | rate | | 
  kilobase | | other | | 
  token | tokens | count | | 
  parameter | parameters | count | | 
  generation wireless | | other | | 
  rod | | length | [rd_us] | 5.0292
  cubit | | length | | 0.4572
  pica | picas | length | | 127/30000
  kilometre | 'Km, 'KM, kms | length | km | 1000
  centimetre | cms, 'CM | length | cm | 0.01
  millimetre | mms, 'MM of length | length | mm | 0.001
  decare | | area | | 1000
  square rod | square rods | area | [srd_us] | 25.29285264
  cubic decimetre | 'dm3, 'dm³ | volume | dm3 | 0.001
  cubic millimetre | 'mm3, 'mm³ | volume | mm3 | 0.000000001
  millilitre | mls | volume | mL | 0.000001
  gill | | volume | [gil_us] | 0.00011829411825
  peck of volume | | volume | [pk_us] | 0.00880976754172
  fluid dram | | volume | [fdr_us] | 0.0000036966911953125
  imperial pint | uk pint, uk pints | volume | [pt_br] | 0.00056826125
  imperial fluid ounce | uk fluid ounce, uk fluid ounces | volume | [foz_br] | 0.0000284130625
  kilogram | kgs, 'Kg, 'KG, 'KGs | mass | kg | 1000
  pennyweight | | mass | [pwt_tr] | 1.55517384
  tola | | mass | | 11.6638038
  troy pound | | mass | [lb_tr] | 373.2417216
  gigayear | 'Gyr, 'Ga | time | Ga | 
  megayear | 'Myr, 'Ma | time | Ma | 
  light-year per second | | speed | | 9460730472580800
  kilometre per second | 'km/s, kilometres a second | speed | km/s | 1000
  centimetre per second | 'cm/s | speed | cm/s | 0.01
  metre per minute | 'm/min | speed | m/min | 1/60
  mile per second | 'mi/s | speed | [mi_i]/s | 1609.344
  foot per minute | feet per minute, feet a minute, 'ft/min | speed | [ft_i]/min | 0.00508
  inch per hour | inches per hour, inches an hour, 'in/h | speed | [in_i]/h | 127/18000000
  millimetre per hour | 'mm/h | speed | mm/h | 1/3600000
  millimetre per year | 'mm/yr, millimetres a year | speed | mm/a | 
  kilowatt | 'KW, 'Kw | power | kW | 1000
  kilowatt hour | 'KWh, 'KWH, kwh | energy | kW.h | 3600000
  megawatt hour | mwh | energy | MW.h | 3600000000
  gigawatt hour | gwh | energy | GW.h | 3600000000000
  terawatt hour | twh | energy | TW.h | 3600000000000000
  foot-pound force | | energy | [ft_i].[lbf_av] | 1.3558179483314004
  watt per square metre | 'W/m2, 'W/m² | other | W/m2 | 1
  kilobyte | 'kb, 'Kb, kbs | data | kBy | 1000
  megabyte | 'mb, 'Mb, mbs | data | MBy | 1000000
  gigabyte | 'gb, 'Gb, gbs | data | GBy | 1000000000
  terabyte | 'tb, 'Tb, tbs | data | TBy | 1000000000000
  kilohertz | khz | frequency | kHz | 1000
  megahertz | mhz | frequency | MHz | 1000000
  gigahertz | ghz | frequency | GHz | 1000000000
  kilogram-force | 'kgf | other | kgf | 9.80665
  dyne | | other | dyn | 0.00001
  gauss | | electric | G | 0.0001
  weber | | electric | Wb | 1
  roentgen | | other | R | 0.000258
  katal | | other | kat | 1
  steradian | | angle | sr | 1
  kilogram per cubic metre | 'kg/m3, 'kg/m³ | other | kg/m3 | 1
  gram per cubic centimetre | 'g/cm3, 'g/cm³ | other | g/cm3 | 1000
  gram per litre | 'g/L, 'g/l | other | g/L | 1
  cubic metre per second | 'm3/s, 'm³/s | rate | m3/s | 1
  cubic foot per second | cubic feet per second, 'cfs | rate | [cft_i]/s | 0.028316846592
  litre per minute | 'L/min, 'l/min | rate | L/min | 
  gallon per minute | 'gpm | rate | [gal_us]/min | 
  kilometre per litre | 'km/l, 'km/L, 'kmpl | rate | km/L | 
  metre per square second | 'm/s2, 'm/s² | other | m/s2 | 1
  kilometre per square second | 'km/s2, 'km/s² | other | km/s2 | 1000
  inverse second | 's-1 | frequency | /s | 1
  man-hour | | time | | 3600
  gross of dozens | | count | | 144
  """

/// Units with decimal multiples: as in `unitRows`, with the prefixes in a sixth field.
let prefixedRows = """
  metre | 'm, metres | length | m | 1 | k,c,d,m,u,n,p,f,h,M
  litre | 'l, 'L, litres | volume | L | 0.001 | m,c,d,u,h,k,M,G
  gram | 'g, grammes, gramme | mass | g | 1 | k,m,u,n,p,c,M,G,T
  second | | time | s | 1 | m,u,n,p,f
  second | 's | time | s | 1 | m,u,n
  joule | 'J | energy | J | 1 | k,M,G,T,P,E,m
  calorie | | energy | cal | 4.184 | M
  watt hour | 'Wh, watt-hour, watt-hours, watthour, watthours, watt hours | energy | W.h | 3600 | k,M,G,T,P,m
  electronvolt | 'eV | energy | eV | 1.602176634e-19 | k,M,G,T,m
  watt | 'W | power | W | 1 | k,M,G,T,P,m,u,n
  byte | 'B, bytes | data | By | 1 | k,K,M,G,T,P,E,Z,Y
  bit | 'bit, 'b, bits | data | bit | 0.125 | k,M,G,T
  hertz | 'Hz | frequency | Hz | 1 | k,M,G,T,m
  pascal | 'Pa | pressure | Pa | 1 | k,M,G,h,m
  bar | | pressure | bar | 100000 | k
  volt | 'V | electric | V | 1 | k,M,m,u,G
  volt-ampere | 'VA | power | V.A | 1 | k,M
  ampere | 'A, amps, amp | electric | A | 1 | k,m,u,n
  ampere-hour | 'Ah, ampere hours, ampere hour, amp-hours | electric | A.h | 3600 | m,k
  ohm | 'Ω | electric | Ohm | 1 | k,M,m
  farad | 'F | electric | F | 1 | m,u,n,p
  henry | 'H | electric | H | 1 | m,u,n
  newton | 'N | other | N | 1 | k,M,m
  newton metre | 'Nm | energy | N.m | 1 | k
  mole | 'mol | other | mol | 1 | m,u,n
  becquerel | 'Bq | frequency | Bq | 1 | k,M,G,T
  sievert | 'Sv | other | Sv | 1 | m,u,n
  gray | 'Gy | other | Gy | 1 | m
  parsec | 'pc | length | pc | 30856775814913673 | k,M,G
  siemens | | electric | S | 1 | m,u
  tesla | | electric | T | 1 | m,u
  kelvin | 'K | temperature | K | 1 | m,u
  ton | | mass | t | 1000000 | M,G
  hectare | | area | har | 10000 | k,M
  flop | flops | other | | 1 | z
  """

/// Decimal prefixes with the symbols that `prefixedRows` names.
let unitPrefixes: [(name: String, symbol: String, power: Int)] = [
  ("kilo", "k", 3), ("kilo", "K", 3), ("mega", "M", 6), ("giga", "G", 9), ("tera", "T", 12),
  ("peta", "P", 15), ("exa", "E", 18), ("zetta", "Z", 21), ("yotta", "Y", 24), ("hecto", "h", 2),
  ("deca", "da", 1), ("deci", "d", -1), ("centi", "c", -2), ("milli", "m", -3), ("micro", "u", -6),
  ("nano", "n", -9), ("pico", "p", -12), ("femto", "f", -15),
]
