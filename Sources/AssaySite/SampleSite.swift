public import AssayAnalysis

/// The small site that `assay init` writes.
public enum SampleSite {
  /// Writes the files beneath a folder, making it where it is missing.
  ///
  /// - Returns: the paths written.
  /// - Throws: `Failure` where one of the files is there already; nothing is written then.
  public static func write(to folder: String) throws(Failure) -> [String] {
    let taken = files.map { Files.join(folder, $0.path) }.filter(Files.exists)
    guard taken.isEmpty else {
      throw Failure(
        .usage,
        taken.map {
          Diagnostic(
            .error, path: $0, "this file is there already; nothing was written",
            hint: "choose a new folder: assay init NAME")
        })
    }
    for file in files {
      try Files.write(Array(file.text.utf8), to: Files.join(folder, file.path))
    }
    return files.map { Files.join(folder, $0.path) }
  }

  /// The files, in the order to read them.
  static let files: [(path: String, text: String)] = [
    ("assay.yml", configuration),
    ("content/ferry-winter.md", article),
    ("content/ferry-winter.thread.md", thread),
    ("content/gazetteer.yml", gazetteer),
    ("content/references/passengers.csv", reference),
  ]
}

extension SampleSite {
  private static let configuration = """
    title: The Quayside Ledger
    description: What the harbour's numbers say, and whether they add up
    language: en
    # base-url: https://example.org     where the site will be found; needed for feeds
    # checks:
    #   share: false                    switches a check off; 'assay explain share' tells what it does

    """

  private static let article = """
    ---
    title: "The ferry that nobody wanted to lose"
    date: 2026-02-16
    tags: [transport, budget]
    authors: [Imke Thorsen]
    summary: "Sandholm's winter ferry carried 15% more passengers than a year ago, and the council kept it by 7 votes to 4."
    ---

    The winter ferry between Sandholm and Veere was to be stopped this year. On Thursday, February 12, 2026,
    the council of Sandholm voted by 7 votes to 4 to keep it.

    ## Who crossed

    From November to January the *Grete Lund* carried 9,430 passengers, up 15% from 8,200 in the winter
    before. Cars did not follow: their number fell from 1,640 to 1,558, or 5%.

    | Month    | Winter 2024–25 | Winter 2025–26 |
    |:---------|---------------:|---------------:|
    | November |          2,900 |          3,190 |
    | December |          3,100 |          3,640 |
    | January  |          2,200 |          2,600 |
    | **Total**|      **8,200** |      **9,430** |

    Of the 9,430 passengers, 3,772 were pupils on their way to the school in Veere, which is 40%.

    ## What it costs

    A winter costs €310,000. Fares pay €124,000 of it, or $2 of every $5 as the visiting auditor from
    Boston put it, and the town pays the rest. "We subsidise a road as well, and nobody asks the road for
    a ticket," said Mayor Hedda Brandt.

    The company that runs the ship, Nordsund Rederi, has asked for 4% more from the autumn.

    """

  private static let thread = """
    ---
    article: ferry-winter.md
    ---
    ## deckhand_ole {#c1 time=2026-02-16T08:10:00Z score=21}

    Best news of the winter. Thank you to everybody who came to the meeting, and to the kids with the drum.

    ## Renske V. {#c2 re=c1 time=2026-02-16T08:31:00Z score=9}

    The drum was mine, sorry about the noise.

    ## counting_sheep {#c3 time=2026-02-16T09:02:00Z score=4}

    310,000 euros for an empty boat. I was alone on it in January, twice. What a waste.

    ## deckhand_ole {#c4 re=c3 time=2026-02-16T09:15:00Z score=12}

    2,600 people crossed in January. You must have taken the early one.

    ## veere_parent {#c5 time=2026-02-16T12:44:00Z score=7}

    4% more from autumn is fair if the heating works this time.

    """

  private static let gazetteer = """
    # Names to know: id, name and type; aliases and links where there are any. 'type' is one of person,
    # org, agency, place, product, model, token, network, subnet, law, event, metric, group.
    - id: sandholm
      name: Sandholm
      type: place
    - id: veere
      name: Veere
      type: place
    - id: grete-lund
      name: Grete Lund
      type: product
    - id: nordsund
      name: Nordsund Rederi
      type: org
      aliases: [Nordsund]
    - id: hedda-brandt
      name: Hedda Brandt
      type: person
      aliases: [Mayor Brandt, Brandt]

    """

  private static let reference = """
    # source: Nordsund Rederi, passenger counts, invented for this example
    # retrieved: 2026-02-16
    entity,metric,time,value,unit
    grete-lund,passengers,2025-11,3190,passenger
    grete-lund,passengers,2025-12,3640,passenger
    grete-lund,passengers,2026-01,2600,passenger

    """
}
