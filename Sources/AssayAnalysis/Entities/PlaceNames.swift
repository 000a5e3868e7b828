/// Facts: countries, states, capitals, big cities, seas; and first names.
extension NameLists {
  /// Places of one word.
  static let places = """
    Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan
    Bahamas Bahrain Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia
    Botswana Brazil Brunei Bulgaria Burundi Cambodia Cameroon Canada Chad Chile China Colombia
    Comoros Congo Croatia Cuba Cyprus Czechia Denmark Djibouti Dominica Ecuador Egypt Eritrea
    Estonia Eswatini Ethiopia Fiji Finland France Gabon Gambia Georgia Germany Ghana Greece
    Grenada Guatemala Guinea Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq
    Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kiribati Kosovo Kuwait Kyrgyzstan
    Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania Luxembourg Madagascar Malawi
    Malaysia Maldives Mali Malta Mauritania Mauritius Mexico Micronesia Moldova Monaco Mongolia
    Montenegro Morocco Mozambique Myanmar Burma Namibia Nauru Nepal Netherlands Holland Nicaragua
    Niger Nigeria Norway Oman Pakistan Palau Palestine Panama Paraguay Peru Philippines Poland
    Portugal Qatar Romania Russia Rwanda Samoa Senegal Serbia Seychelles Singapore Slovakia
    Slovenia Somalia Spain Sudan Suriname Sweden Switzerland Syria Taiwan Tajikistan Tanzania
    Thailand Togo Tonga Tunisia Turkey Türkiye Turkmenistan Tuvalu Uganda Ukraine Uruguay
    Uzbekistan Vanuatu Venezuela Vietnam Yemen Zambia Zimbabwe England Scotland Wales Britain UK
    U.K. US U.S. USA U.S.A. UAE USSR Yugoslavia Czechoslovakia Prussia Catalonia Bavaria Saxony
    Flanders Wallonia Normandy Brittany Tuscany Sicily Sardinia Corsica Crimea Donbas Siberia
    Tibet Xinjiang Kashmir Punjab Bengal Gujarat Kerala Maharashtra Ontario Quebec Alberta
    Manitoba Saskatchewan Queensland Tasmania Greenland Gibraltar Bermuda Gaza Kurdistan Alabama
    Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois
    Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
    Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas
    Utah Vermont Virginia Wisconsin Wyoming London Paris Berlin Madrid Rome Vienna Brussels
    Amsterdam Rotterdam Antwerp Copenhagen Stockholm Gothenburg Malmö Oslo Bergen Helsinki
    Reykjavik Dublin Cork Belfast Edinburgh Glasgow Cardiff Manchester Liverpool Birmingham Leeds
    Sheffield Bristol Newcastle Nottingham Leicester Southampton Portsmouth Brighton Oxford
    Cambridge York Lisbon Porto Barcelona Valencia Seville Bilbao Milan Turin Naples Florence
    Venice Genoa Bologna Palermo Athens Thessaloniki Istanbul Ankara Izmir Moscow Leningrad
    Vladivostok Kyiv Kiev Kharkiv Odessa Lviv Minsk Warsaw Krakow Gdansk Prague Brno Budapest
    Bucharest Sofia Belgrade Zagreb Ljubljana Sarajevo Skopje Tirana Tallinn Riga Vilnius Munich
    Hamburg Frankfurt Cologne Stuttgart Düsseldorf Leipzig Dresden Hanover Bremen Nuremberg Zurich
    Geneva Basel Bern Lausanne Davos Salzburg Innsbruck Lyon Marseille Toulouse Bordeaux
    Strasbourg Lille Nantes Cannes Cairo Alexandria Casablanca Rabat Tunis Tripoli Algiers Lagos
    Abuja Accra Dakar Nairobi Mombasa Kampala Kigali Addis Khartoum Johannesburg Pretoria Durban
    Soweto Harare Lusaka Luanda Kinshasa Maputo Beirut Damascus Aleppo Baghdad Mosul Basra Tehran
    Isfahan Kabul Kandahar Islamabad Karachi Lahore Peshawar Delhi Mumbai Bombay Kolkata Calcutta
    Chennai Madras Bangalore Bengaluru Hyderabad Pune Ahmedabad Dhaka Colombo Kathmandu Riyadh
    Jeddah Mecca Medina Doha Dubai Muscat Manama Jerusalem Haifa Amman Ramallah Beijing Shanghai
    Shenzhen Guangzhou Chongqing Chengdu Wuhan Tianjin Nanjing Hangzhou Taipei Seoul Busan Incheon
    Pyongyang Tokyo Osaka Kyoto Yokohama Nagoya Hiroshima Nagasaki Fukushima Sapporo Bangkok Hanoi
    Saigon Manila Jakarta Bali Kuala Rangoon Yangon Phnom Melbourne Brisbane Perth Adelaide
    Canberra Hobart Auckland Wellington Christchurch Boston Chicago Houston Dallas Phoenix
    Philadelphia Seattle Portland Denver Detroit Atlanta Miami Orlando Tampa Nashville Memphis
    Charlotte Baltimore Cleveland Cincinnati Columbus Indianapolis Milwaukee Minneapolis
    Pittsburgh Sacramento Oakland Berkeley Hollywood Brooklyn Manhattan Queens Bronx Harlem Albany
    Buffalo Rochester Syracuse Hartford Providence Newark Albuquerque Tucson Omaha Tulsa
    Louisville Richmond Raleigh Savannah Honolulu Anchorage Boise Austin Charleston Toronto
    Montreal Vancouver Ottawa Calgary Edmonton Winnipeg Halifax Havana Kingston Bogota Medellin
    Cali Caracas Quito Guayaquil Lima Cusco Santiago Valparaiso Montevideo Asuncion Brasilia
    Recife Salvador Fortaleza Guadalajara Monterrey Tijuana Cancun Europe Asia Africa America
    Antarctica Oceania Eurasia Scandinavia Balkans Caucasus Caribbean Mediterranean Atlantic
    Pacific Arctic Baltic Danube Rhine Thames Seine Nile Amazonia Himalayas Alps Andes Pyrenees
    Everest Earth Mars Westminster Chernobyl Guantanamo Wimbledon Auschwitz
    """

  /// Places of several words.
  static let placePhrases = """
    New York
    New York City
    New Jersey
    New Mexico
    New Hampshire
    New Orleans
    New Zealand
    New Delhi
    New England
    New South Wales
    New Zealand
    North Carolina
    South Carolina
    North Dakota
    South Dakota
    West Virginia
    Rhode Island
    Washington
    Washington, D.C.
    Washington D.C.
    Los Angeles
    San Francisco
    San Diego
    San Jose
    San Antonio
    Santa Barbara
    Las Vegas
    Salt Lake City
    St. Louis
    St. Petersburg
    Fort Worth
    Baton Rouge
    Valley
    Wall Street
    Downing Street
    Long Island
    United States
    United States of America
    United Kingdom
    United Arab Emirates
    Great Britain
    Northern Ireland
    Saudi Arabia
    South Africa
    South Korea
    North Korea
    South Sudan
    Sri Lanka
    Sierra Leone
    Costa Rica
    Puerto Rico
    El Salvador
    Dominican Republic
    Czech Republic
    Papua New Guinea
    Ivory Coast
    Cape Verde
    Burkina Faso
    Bosnia and Herzegovina
    Trinidad and Tobago
    Antigua and Barbuda
    Saint Lucia
    San Marino
    Vatican City
    Hong Kong
    Macau
    Buenos Aires
    Rio de Janeiro
    São Paulo
    Sao Paulo
    Mexico City
    Panama City
    Guatemala City
    Kuala Lumpur
    Ho Chi Minh City
    Phnom Penh
    Tel Aviv
    Abu Dhabi
    Addis Ababa
    Cape Town
    Dar es Salaam
    The Hague
    Middle East
    Latin America
    South America
    North America
    Central America
    South Asia
    Southeast Asia
    East Asia
    Central Asia
    Eastern Europe
    Western Europe
    Central Europe
    North Africa
    West Africa
    East Africa
    Sub-Saharan Africa
    West Bank
    Gaza Strip
    Black Sea
    Red Sea
    North Sea
    Baltic Sea
    Caspian Sea
    South China Sea
    Persian Gulf
    Gulf of Mexico
    Atlantic Ocean
    Pacific Ocean
    Indian Ocean
    Suez Canal
    Panama Canal
    British Columbia
    Nova Scotia
    New Brunswick
    Hollywood
    Times Square
    Central Park
    White House
    Milton Keynes
    Soviet Union
    Ottoman Empire
    Roman Empire
    Holy Roman Empire
    British Empire
    East Germany
    West Germany
    """

  /// Adjectives and peoples of places and faiths.
  static let nationalities = """
    American Americans British Briton Britons English Scottish Welsh Irish French German Germans
    Italian Italians Spanish Spaniard Portuguese Dutch Belgian Swiss Austrian Swedish Swede Swedes
    Norwegian Norwegians Danish Finnish Icelandic Polish Czech Slovak Hungarian Romanian Bulgarian
    Greek Greeks Turkish Turks Russian Russians Ukrainian Ukrainians Belarusian Serbian Serbs
    Croatian Bosnian Albanian Slovenian Estonian Latvian Lithuanian Georgian Armenian Azerbaijani
    Kazakh Uzbek Iranian Iranians Persian Iraqi Iraqis Syrian Syrians Lebanese Jordanian Israeli
    Israelis Palestinian Palestinians Saudi Saudis Yemeni Qatari Emirati Kuwaiti Egyptian Libyan
    Tunisian Algerian Moroccan Nigerian Ghanaian Kenyan Ethiopian Somali Ugandan Rwandan Congolese
    Angolan Zimbabwean African Africans Indian Indians Pakistani Bangladeshi Nepalese Afghan
    Afghans Chinese Japanese Korean Koreans Taiwanese Vietnamese Thai Cambodian Malaysian
    Indonesian Filipino Singaporean Australian Australians Canadian Canadians Mexican Mexicans
    Cuban Haitian Jamaican Brazilian Argentine Argentinian Chilean Peruvian Colombian Venezuelan
    Bolivian Ecuadorian European Europeans Asian Asians Latin Latino Latinos Hispanic Arab Arabs
    Arabic Jewish Jews Jew Muslim Muslims Islamic Islam Christian Christians Christianity Catholic
    Catholics Protestant Protestants Orthodox Buddhist Buddhism Hindu Hindus Hinduism Sikh Western
    Eastern Northern Southern Nordic Scandinavian Mediterranean Caribbean Soviet Nazi Nazis
    Victorian Roman Byzantine Ottoman Celtic Slavic Bavarian Californian Texan Parisian Londoner
    Hebrew Mandarin Cantonese Kurdish Kurds Marxist Communist Keynesian Freudian Kantian Bayesian
    Gaussian
    """

  /// First names, in English spelling.
  static let firstNames = """
    Aaron Abby Abdul Abigail Abraham Adam Adrian Agnes Ahmed Aidan Aisha Alan Albert Alejandro
    Alessandro Alex Alexander Alexandra Alexandre Alexei Alexis Alfred Ali Alice Alicia Alison
    Allan Allen Allison Alyssa Amanda Amber Amelia Amir Amit Amy Ana Anastasia Andre Andrea
    Andreas Andrei Andrew Andrey Angela Angelina Angelo Anita Ann Anna Anne Annette Annie Anthony
    Antoine Anton Antonio April Aravind Arjun Arlene Arnold Arthur Arvind Ashley Ashok Astrid
    Audrey Austin Ava Ayesha Barack Barbara Barry Bashar Ben Benjamin Benoit Bernard Bernie Beth
    Betty Beverly Bill Billy Bjorn Bob Bobby Boris Brad Bradley Brandon Brenda Brendan Brett Brian
    Bridget Britney Brittany Bruce Bruno Bryan Caitlin Caleb Calvin Cameron Camille Carl Carla
    Carlo Carlos Carmen Carol Caroline Carolyn Carrie Casey Catherine Cathy Cecilia Chad Charles
    Charlie Charlotte Chelsea Cheryl Chloe Chris Christian Christina Christine Christopher Cindy
    Claire Clara Clarence Claude Claudia Clayton Clifford Clint Clive Cody Colin Connor Conor
    Constance Corey Courtney Craig Cristiano Cristina Crystal Curtis Cynthia Daisy Dale Damian
    Damon Dan Dana Daniel Daniela Danielle Danny Darren Darryl Dave David Dawn Dean Deborah Debra
    Denise Dennis Derek Desmond Diana Diane Diego Dieter Dimitri Dmitri Dmitry Dolores Dominic
    Dominique Don Donald Donna Doris Dorothy Doug Douglas Duncan Dustin Dwayne Dylan Earl Eddie
    Edgar Edith Eduardo Edward Edwin Eileen Elaine Eleanor Elena Eli Elias Elijah Elisabeth
    Elizabeth Ella Ellen Elon Emil Emily Emma Emmanuel Eric Erica Erik Erika Ernest Ernesto Esther
    Ethan Eugene Eva Evan Evelyn Ezra Faith Fatima Felix Fernando Fiona Florence Floyd Frances
    Francesca Francesco Francis Francisco Francois Frank Franklin Franz Fred Freddie Frederick
    Friedrich Gabriel Gabriela Gareth Gary Gavin Gemma Gene Geoff Geoffrey George Gerald Gerard
    Gerhard Gertrude Giacomo Gianni Gilbert Gina Giorgio Giovanni Giuseppe Gladys Glen Glenn
    Gloria Gordon Graham Grant Greg Gregory Greta Guillermo Guido Gustav Guy Hannah Hans Harold
    Harriet Harry Harvey Hassan Hazel Heather Hector Heidi Heinrich Helen Helena Helmut Henri
    Henry Herbert Herman Hermann Hillary Hiroshi Holly Howard Hubert Hugh Hugo Hussein Ian Ibrahim
    Ida Ignacio Igor Imran Ines Ingrid Irene Iris Isaac Isabel Isabella Ismail Ivan Jack Jackie
    Jackson Jacob Jacqueline Jacques Jaime Jake James Jamie Jan Jane Janet Janice Jared Jasmine
    Jason Javier Jay Jean Jeff Jeffrey Jennifer Jenny Jensen Jeremy Jerome Jerry Jesse Jessica
    Jessie Jill Jim Jimmy Jo Joan Joanna Joanne Joe Joel Johan Johann Johannes John Johnny Jon
    Jonas Jonathan Jordan Jorge Jose Joseph Josephine Josh Joshua Joy Joyce Juan Judith Judy Julia
    Julian Juliana Julie Julien Juliet Julio Julius June Jurgen Justin Kamala Karen Karim Karl
    Kate Katherine Kathleen Kathryn Kathy Katie Keith Kelly Ken Kenneth Kenny Kevin Khalid Kim
    Kimberly Kirsten Klaus Kristen Kristin Kristina Kumar Kurt Kyle Lakshmi Lance Larry Lars Laura
    Lauren Laurence Laurent Lawrence Leah Lee Leila Lena Leo Leon Leonard Leonardo Leslie Lewis
    Liam Lillian Lily Linda Lindsay Lindsey Lionel Lisa Liz Lloyd Logan Lois Lola Lorenzo Lori
    Lorraine Louis Louise Luc Luca Lucas Lucia Lucy Luis Luka Lukas Luke Luther Lydia Lyndon Lynn
    Madeleine Madison Maggie Mahmoud Malcolm Malik Manuel Marc Marcel Marcia Marco Marcos Marcus
    Margaret Maria Marianne Marie Marilyn Mario Marion Marissa Marjorie Mark Markus Marlene Marsha
    Martha Martin Martina Marvin Mary Mateo Matt Matteo Matthew Matthias Maureen Maurice Max Maxim
    Maxine Maya Meghan Mehmet Mel Melanie Melinda Melissa Mercedes Meredith Mia Michael Michel
    Michele Michelle Miguel Mike Mikhail Milan Mildred Milton Miranda Miriam Mitch Mitchell
    Mohamed Mohammad Mohammed Moira Molly Mona Monica Morgan Moses Muhammad Mustafa Myra Nadia
    Nancy Naomi Narendra Natalia Natalie Natasha Nathan Nathaniel Neil Nelson Nicholas Nick Nicola
    Nicolas Nicole Nigel Nikita Nikola Nikolai Nina Noah Noam Noel Nora Norma Norman Olaf Oleg
    Olga Oliver Olivia Omar Oscar Otto Owen Pablo Paige Pamela Paolo Patricia Patrick Paul Paula
    Pauline Pedro Peggy Penelope Penny Pete Peter Petra Phil Philip Philippe Phillip Phoebe
    Phyllis Pierre Pietro Priya Quentin Rachel Rafael Rahul Raj Rajesh Ralph Ramesh Ramon Randall
    Randy Raphael Raul Ravi Ray Raymond Rebecca Regina Reginald Renee Ricardo Riccardo Richard
    Rick Ricky Rishi Rita Rob Robert Roberta Roberto Robin Rodney Rodrigo Roger Roland Rolf Roman
    Ron Ronald Ronnie Rosa Rosalind Rosemary Ross Roy Ruben Rudolf Rudolph Rupert Russell Ruth
    Ryan Sabrina Sadie Sally Salman Salvador Sam Samantha Samir Samuel Sandra Sandy Sanjay Sara
    Sarah Sasha Satoshi Satya Saul Scarlett Scott Sean Sebastian Serena Serge Sergei Sergey Sergio
    Seth Shane Shannon Sharon Shaun Shawn Sheila Shelley Sheryl Shirley Sidney Silvia Silvio Simon
    Simone Sofia Sonia Sophia Sophie Spencer Stacy Stan Stanley Stefan Stefano Stella Stephanie
    Stephen Steve Steven Stewart Stuart Sue Sundar Suresh Susan Susanna Suzanne Sven Sydney Sylvia
    Tamara Tanya Tara Ted Terence Teresa Terry Thelma Theo Theodore Theresa Thierry Thomas Tiffany
    Tim Timothy Tina Todd Tom Tommy Toni Tony Tracey Tracy Travis Trevor Tristan Tyler Ulrich
    Umberto Ursula Valentina Valerie Vanessa Vera Vernon Veronica Vicki Victor Victoria Vijay
    Vikram Vincent Viola Virgil Virginia Vitalik Vivian Vladimir Volodymyr Wade Wallace Walter
    Wanda Warren Wayne Wendell Wendy Werner Wesley Whitney Wilfred Wilhelm Will William Willie
    Wilson Winston Wolfgang Xavier Xi Yasmin Yolanda Yuri Yusuf Yvette Yvonne Zachary Zoe
    """
}
