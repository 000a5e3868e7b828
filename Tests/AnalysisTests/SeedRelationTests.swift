import Foundation
import TestSupport
import Testing

@testable import AssayAnalysis

/// Holds the relations of the story that the project was begun with against those that people found
/// in it by hand, one by one.
@Suite struct SeedRelationTests {
  private struct Gold: Decodable {
    let type: String
    let id: String
    let text: String?
    let comment: Int?
    let claims: [String]?
    let verdict: String?
  }

  /// A file of the collection, whose folder ASSAY_DATA names, or the data/ in it.
  private static func contents(_ path: String) -> String? {
    let folders = SharedData.folder.map { [$0, $0.deletingLastPathComponent()] } ?? []
    return folders.lazy.compactMap {
      try? String(contentsOf: $0.appending(path: path), encoding: .utf8)
    }.first
  }

  private static let seed = contents("seeds/covenant-crisis.txt")

  private static let gold: [Gold] =
    contents("gold/claims.jsonl")?.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Gold.self, from: Data($0.utf8))
    } ?? []

  @Test(.enabled(if: !gold.isEmpty && seed != nil, "\(SharedData.absence)"))
  func `tells the relations of the seed story as they were found by hand`() throws {
    let seed = try #require(SeedRelationTests.seed)
    let read = readPastedText(
      SourceText(path: "seed.txt", seed), options: ReadingOptions(format: .paste))
    let relations = Analysis(article: read.article, thread: read.thread).relations
    #expect(relations.filter { [.contradicted, .doubtful].contains($0.verdict) }.isEmpty)
    let claims = Dictionary(
      SeedRelationTests.gold.filter { $0.type == "claim" }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    var told = 0
    for one in SeedRelationTests.gold where one.type == "relation" {
      let operands = (one.claims ?? []).compactMap { claims[$0] }
      let found = relations.filter { relation in
        operands.contains { claim in
          relation.operands.contains {
            $0.text == claim.text && $0.place.part == claim.comment ?? 0
          }
        }
      }
      switch one.verdict {
      case "no-relation":
        let joined = relations.filter { relation in
          operands.count { claim in
            relation.operands.contains {
              $0.text == claim.text && $0.place.part == claim.comment ?? 0
            }
          } > 1
        }
        #expect(
          joined.allSatisfy {
            $0.check == "recovery" || $0.check == "direction" || $0.verdict == .needsContext
          }, "\(one.id)")
        told += 1
      default:
        #expect(found.contains { $0.verdict.rawValue == one.verdict }, "\(one.id)")
        told += 1
      }
    }
    #expect(told == 38)
    // Two that join what no other does: the value before the fall, and two sizes of one order.
    for (check, words) in [
      ("percent-change", ["23%", "$900 million"]),
      ("name-implied", ["Covenant-72B", "Llama 2 70B"]),
    ] {
      #expect(relations.contains { $0.check == check && $0.operands.map(\.text) == words })
    }
  }
}
