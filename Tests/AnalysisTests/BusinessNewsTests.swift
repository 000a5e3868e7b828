import AssayAnalysis
import Foundation
import Testing

private func whole(_ text: String) -> Sentiment {
  let document = Document(plain: SourceText(text))
  return scoreSentiment(TokenizedText(document), of: document).whole
}

@Suite struct BusinessNewsTests {
  @Test(arguments: [
    "Net profit was EUR 3.3 mn, compared with a loss of EUR 0.7 mn a year before.",
    "The order book stood at EUR 400 mn, compared to EUR 260 mn a year earlier.",
    "Earnings per share amounted to EUR 0.41, up from EUR 0.28.",
    "The yard has won a contract to build two ferries.", "The bank raised its outlook for 2010.",
    "Quarterly earnings beat analysts' expectations.", "Unit costs fell by 5.3 percent.",
  ])
  func `takes gains, contracts and lower costs for good news`(_ text: String) {
    #expect(whole(text).polarity == .positive)
  }

  @Test(arguments: [
    "Pretax loss totalled EUR 2.4 mn, compared to a profit of EUR 1.1 mn in the year-ago period.",
    "Cash flow from operations was EUR -2.3 mn, compared to EUR 6.5 mn.",
    "Revenue came in at $1.2 billion, below the $1.4 billion reported a year ago.",
    "Fifty jobs will be cut in the north as production moves abroad.",
    "Two of its largest customers cancelled their orders.", "Demand for machines remained low.",
    "The company will close its plant in May.", "The retailer lowered its full-year forecast.",
  ])
  func `takes losses, lay-offs and cancelled orders for bad news`(_ text: String) {
    #expect(whole(text).polarity == .negative)
  }

  @Test(arguments: [
    "Sales in 2007 amounted to EUR 16.9 mn.", "The value of the order is about EUR 4 mn.",
    "The group's shares are listed in Oslo.",
    "The fair value of the properties was EUR 310 mn at the end of the period.",
  ])
  func `takes figures that neither move nor compare for no news`(_ text: String) {
    #expect(whole(text).polarity == .neutral)
  }

  @Test(arguments: [("tweets", 78), ("market-news", 88), ("crypto-talk", 60)])
  func `reads sentences of domains that it was not trained on`(
    _ name: String, _ leastPercent: Int
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sentiment/\(name).tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    var right = 0
    for line in lines {
      let fields = line.split(separator: "\t")
      if fields.count == 2, whole(String(fields[1])).polarity.rawValue == fields[0] { right += 1 }
    }
    #expect(right * 100 >= leastPercent * lines.count, "\(right) of \(lines.count)")
  }
}
