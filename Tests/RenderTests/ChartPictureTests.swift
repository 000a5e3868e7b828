import AssayAnalysis
import Foundation
import TestSupport
import Testing

@testable import AssayRender

/// Every chart as a picture, held against the one that was looked at and found good.
@Suite struct ChartPictureTests {
  @Test(arguments: SampleChart.all)
  func `draws the picture that was looked at`(_ sample: SampleChart) throws {
    let theme = try Theme()
    let picture = try #require(sample.chart.picture(style: theme.pictureStyle))
    try expectGolden(picture, "charts/\(sample.name).svg")
  }

  @Test(arguments: SampleChart.all)
  func `draws nothing outside of a narrow canvas but what hangs over on purpose`(
    _ sample: SampleChart
  ) throws {
    let canvas = ChartCanvas(width: ChartWidth.narrow, id: "n")
    let drawing = try #require(sample.chart.draw(on: canvas))
    let text = String(decoding: drawing.html.bytes, as: UTF8.self)
    for name in ["x", "cx", "x1", "x2"] {
      for piece in text.split(separator: " \(name)=\"").dropFirst() {
        let value = Double(piece.prefix { $0 != "\"" }) ?? .nan
        #expect(value >= -1 && value <= ChartWidth.narrow + 1, "\(name) is \(value)")
      }
    }
  }

  @Test(arguments: SampleChart.all)
  func `keeps labels apart`(_ sample: SampleChart) throws {
    for width in [ChartWidth.narrow, ChartWidth.wide] {
      let drawing = try #require(sample.chart.draw(on: ChartCanvas(width: width, id: "n")))
      let labels = DrawnLabel.all(in: String(decoding: drawing.html.bytes, as: UTF8.self))
      for (index, label) in labels.enumerated() {
        for other in labels[(index + 1)...] {
          #expect(!label.overlaps(other), "'\(label.words)' lies on '\(other.words)' at \(width)")
        }
      }
    }
  }

  @Test(arguments: SampleChart.all)
  func `says in words what it shows, with as many cells in each row as columns`(
    _ sample: SampleChart
  ) {
    let chart = sample.chart
    #expect(!chart.title.isEmpty && !chart.subtitle.isEmpty && !chart.description.isEmpty)
    #expect(!chart.table.rows.isEmpty)
    #expect(chart.table.rows.allSatisfy { $0.count == chart.table.columns.count })
  }

  @Test func `writes colours into a picture, light and dark, and no property that only pages know`()
    throws
  {
    let theme = try Theme()
    let chart = try #require(SampleChart.all.first).chart
    let picture = String(
      decoding: try #require(chart.picture(style: theme.pictureStyle)), as: UTF8.self)
    #expect(!picture.contains("var("))
    #expect(picture.contains("prefers-color-scheme:dark"))
    #expect(!picture.contains("<a "))
  }
}

/// A label as it lies on a drawing, by the same estimate of its width.
private struct DrawnLabel {
  let words: String
  let left: Double
  let right: Double
  let y: Double

  func overlaps(_ other: DrawnLabel) -> Bool {
    abs(y - other.y) < 10 && left + 1 < other.right && other.left + 1 < right
  }

  static func all(in svg: String) -> [DrawnLabel] {
    svg.split(separator: "<text ").dropFirst().compactMap { piece in
      let tag = piece.prefix { $0 != ">" }
      func value(_ name: String) -> Double? {
        tag.split(separator: " ").first { $0.hasPrefix("\(name)=\"") }.flatMap {
          Double($0.dropFirst(name.count + 2).prefix { $0 != "\"" })
        }
      }
      guard let x = value("x"), let y = value("y") else { return nil }
      let words = String(piece.dropFirst(tag.count + 1).prefix { $0 != "<" })
      // Estimates are on the safe side; labels may come as near as that.
      let width = textWidth(words, size: tag.contains("c-tick") ? 12 : 13) * 0.88
      let left =
        tag.contains("\"end\"") ? x - width : tag.contains("\"middle\"") ? x - width / 2 : x
      return DrawnLabel(words: words, left: left, right: left + width, y: y)
    }
  }
}
