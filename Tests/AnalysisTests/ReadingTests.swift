import AssayAnalysis
import Foundation
import TestSupport
import Testing

/// Runs every line of `Tests/Readings`: a text with its quantities in «marks», and what they state.
///
/// `UPDATE_SNAPSHOTS=1 swift test --filter ReadingTests` writes what is read now, also for new lines
/// that hold nothing but a text; read the difference before it is committed.
struct ReadingTests {
  @Test(arguments: ReadingFile.all)
  func `reads each line as it says`(_ file: ReadingFile) throws {
    let text = try String(contentsOfFile: file.path, encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for index in lines.indices where lines[index].hasPrefix("- ") {
      let marked = lines[index].dropFirst(2).components(separatedBy: " => ")[0]
      let found = "- " + reading(of: Marked(marked).text)
      if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
        lines[index] = found
      } else {
        #expect(lines[index] == found, "\(file), line \(index + 1)")
      }
    }
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      try lines.joined(separator: "\n").write(toFile: file.path, atomically: true, encoding: .utf8)
    }
  }

  /// Words and marks that rules ask for, thrown together: whatever stands beside whatever, a reader
  /// must come through.
  @Test func `survives numbers, signs and units in any order`() {
    let parts = """
      1 12 000 1,234 .5 5'11 $ € % - – / ^ x × ± +/- ~ < ( ) " ' ’ . , : # a the of to from by and or
      per half third quarter dozen hundred million bn m k K USD MUSD ALL ° C km lb oz feet in pounds
      dollars cents hours years old May June 2019 1990s s Q1 H1 first last next week times more less
      than about over up down rose zero below minus plus point US people two twenty-five ½ 10 e5 every
      """.split(whereSeparator: { $0 == " " || $0 == "\n" })
    var state: UInt64 = 20_260_415
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<1500 {
      var text = ""
      for _ in 0...next(12) {
        text += parts[next(parts.count)] + [" ", " ", "", "-"][next(4)]
      }
      let words = TokenizedText(Document(plain: SourceText(text)))
      let quantities = extractQuantities(words, date: CalendarDate(iso: "2026-04-15"))
      #expect(quantities.allSatisfy { $0.range.end <= words.text.bytes.count }, "\(text)")
    }
  }

  /// "TAO fell «23%» => down 23 percentage"
  private func reading(of text: String) -> String {
    let words = TokenizedText(Document(plain: SourceText(text)))
    let quantities = extractQuantities(words, date: CalendarDate(iso: "2026-04-15"))
    var marked = ""
    var place = 0
    let bytes = Array(text.utf8)
    for quantity in quantities {
      let range = quantity.range.offsets
      marked += String(decoding: bytes[place..<range.lowerBound], as: UTF8.self)
      marked += "«" + String(decoding: bytes[range], as: UTF8.self) + "»"
      place = range.upperBound
    }
    marked += String(decoding: bytes[place...], as: UTF8.self)
    let stated = quantities.map(statement).joined(separator: "; ")
    return marked + " => " + (stated.isEmpty ? "nothing" : stated)
  }

  /// "over 5 kilometre", "2..7 gram", "2026-04-10".
  private func statement(_ quantity: Quantity) -> String {
    let value =
      switch quantity.value {
      case .exact(let number): "\(number.normalized)"
      case .span(let low, let high): "\(low.normalized)..\(high.normalized)"
      case .vague(let low, let high):
        "\(low.map { "\($0.normalized)" } ?? "")~\(high.map { "\($0.normalized)" } ?? "")"
      case .date, .clock: quantity.value.iso ?? ""
      }
    let qualifier = quantity.qualifier == .exact ? nil : quantity.qualifier.rawValue
    let unit = quantity.unit.name == "-" ? nil : quantity.unit.name
    return [qualifier, quantity.direction?.rawValue, value, unit].compactMap(\.self)
      .joined(separator: " ")
  }
}

/// A file of lines.
struct ReadingFile: Sendable, CustomStringConvertible {
  let path: String

  var description: String { URL(filePath: path).lastPathComponent }

  static let all: [ReadingFile] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Readings")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map {
      ReadingFile(path: folder.appending(path: $0).path)
    }
  }()
}
