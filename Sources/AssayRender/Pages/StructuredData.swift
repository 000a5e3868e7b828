import AssayAnalysis

extension SitePages {
  /// An article as JSON-LD; empty where it lacks a date or an author, which schema.org asks for.
  func structuredArticle(_ briefing: Briefing, authors: [String]) -> SafeHTML {
    guard let date = briefing.date, !authors.isEmpty else { return SafeHTML() }
    var json = ScriptJSON()
    json.raw("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\"")
    json.raw(",\"@type\":\"Article\",\"headline\":")
    json.string(briefing.title)
    json.raw(",\"datePublished\":\"\(date.iso)\"")
    if let updated = briefing.updated { json.raw(",\"dateModified\":\"\(updated.iso)\"") }
    json.raw(",\"author\":[")
    for (index, author) in authors.enumerated() {
      json.raw(index > 0 ? "," : "")
      json.raw("{\"@type\":\"Person\",\"name\":")
      json.string(author)
      json.raw("}")
    }
    json.raw("],\"inLanguage\":")
    json.string(briefing.language ?? settings.language)
    if let summary = briefing.summary {
      json.raw(",\"description\":")
      json.string(summary)
    }
    if !briefing.tags.isEmpty {
      json.raw(",\"keywords\":")
      json.string(briefing.tags.joined(separator: ", "))
    }
    json.raw(",\"wordCount\":\(briefing.wordCount)")
    if let thread = briefing.thread { json.raw(",\"commentCount\":\(thread.count)") }
    if let base = settings.baseURL {
      json.raw(",\"url\":")
      json.string(base + "/" + SitePages.shortened(PageMap.article(briefing.slug)))
    }
    json.raw("}</script>\n")
    return SafeHTML(trusted: json.bytes)
  }
}

/// Appends JSON that is safe inside a script element: nothing in it can end the element.
private struct ScriptJSON {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func string(_ words: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"": raw("\\\"")
      case "\\": raw("\\\\")
      case "<", ">", "&", "\u{2028}", "\u{2029}": escape(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: escape(scalar)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    raw("\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits)
  }
}
