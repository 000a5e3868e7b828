import AssayAnalysis

/// Brings what a source tells now together with a thread's file as it is now.
///
/// Three sides are held against each other: what the import wrote last, what stands in the file, and
/// what the source tells. What only the source changed is taken over; what a person changed, added
/// or removed stays.
struct ThreadMerge {
  private(set) var merged: ThreadParts
  private(set) var added = 0
  private(set) var updated = 0
  /// Changed by hand and by the source: the hand's words stay.
  private(set) var keptEdits: [String] = []
  /// Removed by hand: not brought back.
  private(set) var keptRemovals = 0
  /// In the file, and no longer in the source.
  private(set) var gone = 0

  var isChanged: Bool { added + updated > 0 }

  init(_ file: ThreadParts, _ incoming: [ThreadParts.Part], _ record: inout ImportRecord) {
    merged = file
    var places: [String: Int] = [:]
    for (index, part) in file.parts.enumerated() where places[part.id] == nil {
      places[part.id] = index
    }
    var new: [(after: String?, part: ThreadParts.Part)] = []
    var previous: String?
    for part in incoming {
      let hash = ImportRecord.hash(part.bytes)
      let known = record.comments[part.id]
      if let place = places[part.id] {
        replace(place, by: part, known: known, hash)
        if keptEdits.last != part.id { record.comments[part.id] = hash }
      } else if known != nil {
        keptRemovals += 1
        continue
      } else {
        new.append((previous, part))
        record.comments[part.id] = hash
        added += 1
      }
      previous = part.id
    }
    let present = Set(incoming.map(\.id))
    gone = file.parts.count { record.comments[$0.id] != nil && !present.contains($0.id) }
    insert(new)
  }

  private mutating func replace(
    _ place: Int, by part: ThreadParts.Part, known: String?, _ hash: String
  ) {
    let old = merged.parts[place]
    guard old.bytes != part.bytes else { return }
    let isUntouched = known == ImportRecord.hash(old.bytes)
    if isUntouched {
      merged.parts[place] = part
      updated += 1
    } else if known != hash {
      keptEdits.append(part.id)
    }
  }

  /// New comments go after the one that stands before them in the source.
  private mutating func insert(_ new: [(after: String?, part: ThreadParts.Part)]) {
    guard !new.isEmpty else { return }
    var after: [String: [ThreadParts.Part]] = [:]
    var first: [ThreadParts.Part] = []
    var anchor: String?
    var last: String?
    let present = Set(merged.parts.map(\.id))
    for (previous, part) in new {
      // What follows another new comment goes where that one went.
      if previous != last || last == nil {
        anchor = previous.flatMap { present.contains($0) ? $0 : nil }
      }
      if let anchor { after[anchor, default: []].append(part) } else { first.append(part) }
      last = part.id
    }
    var parts = first
    parts.reserveCapacity(merged.parts.count + new.count)
    for part in merged.parts {
      parts.append(part)
      if let following = after.removeValue(forKey: part.id) { parts += following }
    }
    merged.parts = parts
  }
}
