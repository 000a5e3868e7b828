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
    Aaron Abby Abdul Abdullah Abe Abigail Abiy Abraham Adam Adolf Adolphe Adrian Agatha Agnes
    Agnieszka Ahmed Ahmet Aidan Aisha Aishwarya Akira Alain Alan Albert Alberto Alejandro
    Aleksandar Aleksandr Alessandro Alex Alexander Alexandra Alexandre Alexei Alexey Alexis
    Alfonso Alfred Alfredo Ali Alice Alicia Alison Alistair Allan Allen Allison Alma Alyssa Amanda
    Amartya Amber Amelia Amina Amir Amit Amitabh Amos Amy Ana Anastasia Anatoly Anders Andre
    Andrea Andreas Andrei Andrew Andrey Andrzej Andrés Andy Angela Angelika Angelina Angelo Anish
    Anita Anja Ann Anna Anne Annette Annie Anthony Antoine Anton Antonio Anwar Anya April Aravind
    Ariana Ariel Arjun Arlene Arnaud Arnold Arseniy Arthur Arun Arvind Ashley Ashok Asif Astrid
    Attila Audrey Augusto Aung Austin Ava Avery Ayesha Ayman Barack Barbara Barry Bashar Beau Ben
    Benazir Benedict Benjamin Benny Benoit Bernard Bernie Bertolt Bertram Beth Betty Beverly
    Bianca Bilal Bill Billy Birgit Bjorn Bjørn Bob Bobby Bogdan Bohdan Boris Boyko Brad Bradley
    Brandon Brenda Brendan Brent Brett Brian Bridget Britney Brittany Bronisław Bruce Bruno Bryan
    Caitlin Caleb Calvin Cameron Camille Candace Carl Carla Carlo Carlos Carmen Carol Carole
    Caroline Carolyn Carrie Casey Catherine Cathy Cecil Cecilia Chad Chantal Charles Charlie
    Charlotte Chelsea Cheryl Chinua Chloe Chris Christian Christina Christine Christopher Chuck
    Cindy Claire Clara Clarence Claude Claudia Clayton Clement Clifford Clint Clive Cody Colin
    Conchita Connor Conor Constance Corey Cormac Cornelio Courtney Craig Cristiano Cristina
    Cristobal Crystal Curtis Cynthia Cyril Daisy Dale Damian Damon Dan Dana Daniel Daniela
    Danielle Danny Dante Darrell Darren Darryl Dave David Dawn Dean Debbie Deborah Debra Deepika
    Deidre Dejan Deng Denise Dennis Derek Desmond Diana Diane Didier Diego Dieter Dilma Dimitri
    Dmitri Dmitriy Dmitry Dolores Dominic Dominique Don Donald Donna Doris Dorothy Doug Douglas
    Dragan Duane Duncan Dustin Dwayne Dwight Dylan Earl Eddie Eddy Edgar Edith Edmund Edna Edson
    Eduard Eduardo Edward Edwin Eileen Ekaterina Elaine Eleanor Elena Eli Elias Elijah Elisabeth
    Elizabeth Ella Ellen Elon Elton Elvis Emanuel Emil Emilio Emily Emma Emmanuel Emmett Enrico
    Enrique Eric Erica Erik Erika Ernest Ernesto Ernst Esther Ethan Eugene Eugenie Eugenio Eva
    Evan Evelyn Evgeny Evo Ezra Fabian Faith Fatima Felipe Felix Ferenc Fernando Fiona Florence
    Florian Floyd Frances Francesca Francesco Francis Francisco Franciszek Francois Frank Franklin
    Franz Fred Freddie Frederick Fredric Fredrik Freja Friedrich Fritz Frédéric Fumio Gabriel
    Gabriela Galileo Galina Gamal Gareth Gary Gautam Gavin Gemma Gene Genghis Gennady Geoff
    Geoffrey George Georges Georgi Gerald Gerard Gerd Gerhard Gerry Gertrude Giacomo Gianni
    Gilbert Giles Gilles Gillian Gina Gino Giorgio Giovanni Giuseppe Gladys Glen Glenn Gloria
    Goran Gordon Graeme Graham Grant Greg Gregor Gregory Greta Guido Guillermo Gunnar Gustav
    Gustavo Guy Gwen Gábor Göran Günter Hafez Haider Haile Hannah Hans Harald Harold Harriet Harry
    Haruki Haruto Harvey Hassan Hayao Hazel Heather Hector Heidi Heinrich Heinz Helen Helena Helge
    Helmut Henri Henrik Henrique Henry Herbert Herman Hermann Hideki Hillary Hiroshi Holly Horatio
    Horst Hosni Howard Hubert Hugh Hugo Hussein Håkan Iain Ian Ibrahim Ida Iggy Ignacio Igor
    Immanuel Imran Indira Ines Ingrid Irene Irina Iris Irving Isaac Isabel Isabella Ismail István
    Ivan Ivanka Iván Jack Jackie Jackson Jacob Jacqueline Jacques Jaime Jair Jake Jamal James
    Jamie Jan Jane Janet Janice Jared Jarosław Jasmine Jason Javier Jawaharlal Jay Jean Jeanne Jeb
    Jeff Jeffrey Jennifer Jenny Jensen Jeremy Jermaine Jerome Jerry Jesse Jessica Jessie Ji-hoon
    Jian Jill Jim Jimmy Jintao Jo Joan Joanna Joanne Joaquin Joe Joel Joey Johan Johann Johannes
    John Johnny Jomo Jon Jonas Jonathan Jordan Jorge Joschka Jose Josef Josefa Joseph Josephine
    Josh Joshua José Joy Joyce Juan Judith Judy Jules Julia Julian Juliana Julianne Julie Julien
    Juliet Juliette Julio Julius June Junichiro Jurgen Justin János Jörg Jürgen Kai Kamala Kanye
    Karen Karim Karin Karl Karol Kate Katherine Kathleen Kathryn Kathy Katie Katy Kazuo Keiko
    Keith Kelly Kemal Ken Kenji Kenneth Kenny Kevin Khadija Khaled Khalid Kim Kimberly Kiran
    Kirsten Kjell Klaus Knut Kofi Konrad Konstantinos Kostas Kristen Kristian Kristin Kristina
    Krzysztof Kumar Kurt Kwame Kwesi Kyle Lakshmi Lance Larry Lars Laura Lauren Laurence Laurent
    Lawrence Leah Lech Lee Leila Len Lena Lenín Leo Leon Leona Leonard Leonardo Leonid Leroy
    Lesley Leslie Lester Lewis Liam Lillian Lily Lin Linda Lindsay Lindsey Lionel Lisa Liz Lloyd
    Logan Lois Lola Lorenzo Loretta Lori Lorraine Lou Louis Louise Luc Luca Lucas Lucia Lucius
    Lucy Ludwig Luigi Luis Luiz Luka Lukas Luke Lula Luther Lydia Lyndon Lynn Lyudmila László
    Madeleine Madison Maggie Magnus Mahmoud Malala Malcolm Malik Manfred Manmohan Manuel Marc
    Marcel Marcia Marco Marcos Marcus Margaret Maria Mariah Marianne Marie Marilyn Mario Marion
    Marissa Marjorie Mark Markus Marlene Marsha Martha Martin Martina Marvin Mary Massimo Mateo
    Mathieu Mats Matt Matteo Matthew Matthias Mattias Maureen Maurice Mauricio Max Maxim Maxine
    Maya Megan Meghan Mehmet Mei Mel Melanie Melinda Melissa Mercedes Meredith Mette Mia Michael
    Michel Michele Michelle Mickey Miguel Mike Mikhail Mila Milan Mildred Milorad Milos Milton
    Ming Minnie Miranda Mircea Miriam Mitch Mitchell Mitt Mohamed Mohammad Mohammed Moira Molly
    Mona Monica Montgomery Morgan Moritz Moses Muammar Muhammad Mukesh Muriel Mustafa Myra Nadia
    Nana Nancy Naomi Naoto Narendra Natalia Natalie Natasha Nathan Nathanael Nathaniel Nawaz Neil
    Nelson Nenad Newt Ngozi Nguyen Niamh Nicholas Nick Nicki Nicky Nicola Nicolae Nicolas Nicole
    Nicolás Nigel Nikita Nikola Nikolai Nikolay Nina Noah Noam Noel Nora Norma Norman Nouri Novak
    Nuala Néstor Oksana Olaf Oleg Olga Oliver Olivia Olivier Ollanta Olly Omar Osama Oscar Otto
    Owain Owen Pablo Paige Pam Pamela Paolo Pascal Patricia Patrick Paul Paula Pauline Paweł Peder
    Pedro Peggy Penelope Penny Petar Pete Peter Petra Petro Peyton Pharrell Phil Philip Philippe
    Phillip Phoebe Phyllis Pierce Pierre Piers Pietro Piotr Pippa Priya Quentin Rachael Rachel
    Rachid Rafael Ragnar Rahul Rainer Raj Rajendra Rajesh Rajiv Ralph Ramesh Ramon Randall Randy
    Raphael Ratan Raul Ravi Ray Raymond Rebecca Rebekah Recep Regina Reginald Reince Reinhard
    Renate Renato Renee Ricardo Riccardo Richard Richie Rick Ricky Rishi Rita Rob Robbie Robert
    Roberta Roberto Robin Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Ronan Ronnie Rosa
    Rosalind Rosemary Rosie Ross Roy Ruben Rudolf Rudolph Rufus Rui Rumen Rupert Russell Ruth Ryan
    Sabine Sabrina Sachin Saddam Sadie Sal Sally Salman Salvado Salvador Sam Samantha Samir Samuel
    Sandra Sandy Sanjay Santi Sara Sarah Sasha Satoshi Satya Satyajit Saul Scarlett Scott Seamus
    Sean Sebastian Sebastien Sebastián Serena Serge Sergei Sergey Sergio Seth Seymour Shane Shania
    Shannon Sharon Shaun Shawn Sheila Shelley Shelly Sheryl Shinzo Shirley Sidney Sigrid Sigurd
    Silvia Silvio Simon Simona Simone Slobodan Sofia Sonia Sonny Sophia Sophie Spencer Stacy Stan
    Stanley Stefan Stefano Stella Stephanie Stephen Steve Steven Stewart Stormy Stuart Stéphane
    Sue Sundar Suresh Susan Susanna Suzanne Sven Svetlana Sydney Sylvia Sylvie Søren Tamara Tammy
    Tanya Tara Taras Tariq Tatiana Taylor Ted Teddy Terence Teresa Terry Thabo Thad Thelma Theo
    Theodore Theresa Thibault Thierry Thom Thomas Tiffany Tim Timothy Tina Tobias Todd Tom Tomasz
    Tommy Toni Tony Torsten Tracey Tracy Traian Travis Trayvon Trent Trevor Tristan Troy Tycho
    Tyler Uhuru Ulrich Ulrike Umberto Ursula Uwe Valentina Valerie Valery Vanessa Vasily Velma
    Vera Verna Vernon Veronica Vicente Vicki Victor Victoria Vijay Vikki Vikram Viktor Vincent
    Viola Virat Virgil Virginia Vitalik Vivian Vladimir Volodymyr Vyacheslav Wade Wallace Wally
    Walter Walther Wanda Warren Wayne Wendell Wendy Werner Wesley Whitney Wilfred Wilfried Wilhelm
    Will Willem William Willie Willy Wilson Winnie Winston Wole Wolfgang Woodrow Xavier Xi Xiao
    Yasmin Yasser Yevgeny Yolanda Yoshihide Yoweri Yuki Yulia Yuri Yusuf Yves Yvette Yvonne
    Zachary Zadie Zainab Zayn Zbigniew Zoe Zoltán Zoran Álvaro
    """
}
