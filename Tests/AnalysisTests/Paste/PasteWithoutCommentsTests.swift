import AssayAnalysis
import Testing

/// Texts that end without comments. Half an article taken for comments is worse than none found.
@Suite struct PasteWithoutCommentsTests {
  @Test(arguments: [
    """
    Why I Sold My Car
    I sold my car in March, and I do not miss it. My insurance cost me $1,140 a year, and I drove 2,300 miles.
    You may say that I live in a city. I do, and you probably do too!
    What I Do Now
    I rent a van four times a year for $60 a day. I walk. I have lost eight pounds, and I sleep better than I did.
    Would I go back? I doubt it.
    """,
    """
    A Talk With the Keeper of the Seeds
    Ana Ruiz keeps 4,000 kinds of bean in a cellar under the old school. We asked her what they are for.
    How did you begin?
    My grandmother gave me eleven beans in a matchbox when I was nine years old, and I planted ten of them.
    And the eleventh?
    I still have it. You can see it in the glass over there, and I will not tell you its name.
    """,
    """
    iPhone sales fell 3% in the quarter, the company said on Tuesday, its first fall since 2023.
    eBay said it would raise its fees for sellers by 0.35 points from May, to 13.25%.
    iRobot is to cut 350 jobs, a fifth of its staff, after its sale fell through in January.
    """,
    """
    Lentil Soup for Six
    This soup costs about $4 and takes 35 minutes. It keeps for three days in a cold place, and gets better.
    Ingredients
    2 cups red lentils
    1 large onion
    3 cloves of garlic
    salt
    Method
    Wash the lentils until the water is clear, then cook them with the onion for 25 minutes and add the salt.
    """,
    """
    Station Clock Stops for the First Time Since 1962
    The clock over the north door stopped at 4.12 on Friday morning. A bearing had worn through after 64 years.

    Disclaimer: this article is for information only and is no advice on clocks.

    Ida Holm is a reporter who covers transport and the railways for this paper.
    Tags: clocks, railways
    Follow us
    """,
    """
    Council Publishes Answers to the Survey
    The council asked 3,100 households about the new bins and got 812 answers by the end of May.
    Comments
    Most who wrote in said the bins were too small. A third said that they were too many, and a few said both.
    Results
    Of the 812, 61% would keep the new bins, 30% would go back to the old ones, and 9% did not say.
    """,
    """
    The Snow
    The snow came down at half past three
    And lay upon the wall
    It lay upon the apple tree
    And then on nothing at all
    """,
    """
    The minister said:
    "We will build 200,000 homes a year until 2030, and I will answer for every one of them."
    The opposition said:
    "He built 94,000 last year, and nobody has answered for the other half."
    Analysts doubt both figures. The statistics office counts homes when they are lived in, and that takes 14 months on average.
    """,
    """
    snake_case is what the style guide asks for, and 71% of the repositories follow it, the survey says.
    camelCase is second with 22%, and the rest mix both of them in one file, often in one line.
    The survey covered 1,200 repositories and was done in May.
    """,
  ])
  func `finds no comments where there are none`(text: String) {
    let read = PasteSummary(text)
    #expect(read.thread == nil, "\(read.thread?.boundary ?? "") \(read.comments)")
    for block in read.article.blocks { #expect(!block.text.isEmpty) }
  }
}
