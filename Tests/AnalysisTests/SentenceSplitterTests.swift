import AssayAnalysis
import Testing
import TestSupport

@Suite struct SentenceSplitterTests {
  @Test(arguments: [
    "«It fell.» «Then it rose.»", "«Mr. Smith paid $5.50 on Aug. 14, Dr. Wu said.»",
    "«He lives in the U.S.» «The firm does not.»", "«The U.S. economy grew.»",
    "«J. K. Rowling wrote it.» «We read it.»", "«partial recovery to 273.» «the market is up»",
    "«“Really?” he asked.» «“No.”» «She left.»", "«Cenovus Energy Inc. received approval.»",
    "«It opens at 11 a.m. on Sunday.»", "«See No. 5 for more.»", "«Is it?» «Yes!» «Good»",
    "«It costs 1.5 million.»", "«Well... maybe so.»", "«It ended in 2019.» «5 people left.»",
    "«e.g. this one, i.e. that.»",
  ])
  func `ends sentences where a reader would`(_ text: String) {
    let marked = Marked(text)
    let words = TokenizedText(Document(plain: marked.source))
    #expect(words.sentences.map(\.range.offsets) == marked.ranges, "\(text)")
  }
}
