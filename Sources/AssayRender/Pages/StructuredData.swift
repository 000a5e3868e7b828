import AssayAnalysis

/// Pages as data for search engines: JSON-LD in schema.org's terms.
///
/// What schema.org asks for and a page does not know is left out with the node that needs it; nothing
/// is made up.
extension SitePages {
  /// An article, the data read from it, and the way to it.
  func structuredArticle(_ briefing: Briefing, authors: [String]) -> SafeHTML {
    let path = PageMap.article(briefing.slug)
    return structured { graph in
      appendArticle(briefing, authors: authors, path: path, to: &graph)
      if briefing.claimCount > 0 {
        appendDataset(
          "Numbers in “\(briefing.title)”", about: path,
          files: [(PageMap.claimsJSON(briefing.slug), "application/json")],
          count: briefing.claimCount, to: &graph)
      }
      var trail: [(name: String, path: String)] = []
      if let section = index.sections.first(where: { $0.settings.name == briefing.place.section }) {
        trail.append((section.title, PageMap.section(section.settings.name)))
      }
      appendTrail(trail + [(briefing.title, path)], to: &graph)
    }
  }

  /// The site and the data read from all of it.
  var structuredHome: SafeHTML {
    structured { graph in
      graph.node("WebSite") { json in
        json.member("name", settings.title)
        json.member("description", settings.description)
        json.member("inLanguage", settings.language)
        json.member("url", settings.baseURL.map { $0 + "/" })
      }
      guard index.claimCount > 0 else { return }
      appendDataset(
        "Numbers in \(settings.title)", about: PageMap.home,
        files: [(PageMap.claimsCSV, "text/csv")], count: index.claimCount, to: &graph)
    }
  }

  /// A page by the way that leads to it from the front page.
  func structuredTrail(_ trail: [(name: String, path: String)]) -> SafeHTML {
    structured { appendTrail(trail, to: &$0) }
  }

  /// A claim as its own page shows it.
  ///
  /// - Parameters:
  ///   - speaker: who is said to have said it, where that is told.
  ///   - review: what a named person decided about it: only that is published as a review.
  func structuredClaim(
    _ id: String, _ text: String, _ speaker: TemplateValue, review: TemplateValue,
    of briefing: Briefing
  ) -> SafeHTML {
    // Nobody looks for claims on a site without an address, and there are many of them.
    guard settings.baseURL != nil else { return SafeHTML() }
    var author: String?
    if case .string(let name) = speaker { author = name }
    return structured { graph in
      graph.node("Claim") { json in
        json.member("text", text)
        json.member("url", address(PageMap.claim(id)))
        json.member("author", type: "Person", name: author)
        json.key("appearance")
        json.object { json in
          json.member("@type", "CreativeWork")
          json.member("name", briefing.title)
          json.member("url", address(PageMap.article(briefing.slug)))
        }
      }
      appendReview(review, of: text, at: PageMap.claim(id), to: &graph)
      appendTrail(
        [(briefing.title, PageMap.article(briefing.slug)), (text, PageMap.claim(id))],
        to: &graph)
    }
  }

  private func appendReview(
    _ review: TemplateValue, of text: String, at path: String, to graph: inout Graph
  ) {
    guard case .map(let fields) = review else { return }
    func word(_ name: String) -> String? {
      if case .string(let text)? = fields[name] { text } else { nil }
    }
    graph.node("ClaimReview") { json in
      json.member("claimReviewed", text)
      json.member("url", address(path))
      json.member("datePublished", word("date"))
      json.member("author", type: "Person", name: word("reviewer"))
      json.member("reviewBody", word("reason"))
      json.key("reviewRating")
      json.object { json in
        json.member("@type", "Rating")
        json.member("alternateName", word("rating"))
      }
    }
  }
}

extension SitePages {
  private func structured(_ body: (inout Graph) -> Void) -> SafeHTML {
    var graph = Graph()
    body(&graph)
    return graph.html
  }

  /// `NewsArticle` where it has the date and author that the type asks for, `WebPage` otherwise.
  private func appendArticle(
    _ briefing: Briefing, authors: [String], path: String, to graph: inout Graph
  ) {
    let isNews = briefing.date != nil && !authors.isEmpty && briefing.isAnalysed
    graph.node(isNews ? "NewsArticle" : briefing.isAnalysed ? "Report" : "WebPage") { json in
      json.member(isNews ? "headline" : "name", briefing.title)
      json.member("datePublished", briefing.date?.iso)
      json.member("dateModified", briefing.updated?.iso)
      if !authors.isEmpty {
        json.key("author")
        json.array { json in
          for author in authors {
            json.object { json in
              json.member("@type", "Person")
              json.member("name", author)
            }
          }
        }
      }
      json.member("inLanguage", language(of: briefing))
      json.member("description", briefing.summary)
      json.member("keywords", briefing.tags.isEmpty ? nil : briefing.tags.joined(separator: ", "))
      guard briefing.isAnalysed else { return json.member("url", pageAddress(path)) }
      json.key("wordCount")
      json.integer(briefing.wordCount)
      if let count = briefing.commentCount {
        json.key("commentCount")
        json.integer(count)
      }
      json.member("image", shareImage(of: briefing).flatMap { pageAddress($0.path) })
      json.member("url", pageAddress(path))
      json.member("publisher", type: "Organization", name: settings.title)
    }
  }

  private func appendDataset(
    _ name: String, about page: String, files: [(path: String, type: String)], count: Int,
    to graph: inout Graph
  ) {
    guard settings.baseURL != nil else { return }
    graph.node("Dataset") { json in
      json.member("name", name)
      json.member(
        "description",
        counted(count, "number") + ", each with its value, unit, place in the text, how it was read"
          + " and what it was held against.")
      json.member("url", address(page))
      json.member("creator", type: "Organization", name: settings.title)
      json.key("distribution")
      json.array { json in
        for file in files {
          json.object { json in
            json.member("@type", "DataDownload")
            json.member("contentUrl", address(file.path))
            json.member("encodingFormat", file.type)
          }
        }
      }
    }
  }

  private func appendTrail(_ trail: [(name: String, path: String)], to graph: inout Graph) {
    guard settings.baseURL != nil else { return }
    graph.node("BreadcrumbList") { json in
      json.key("itemListElement")
      json.array { json in
        for (number, step) in ([(settings.title, PageMap.home)] + trail).enumerated() {
          json.object { json in
            json.member("@type", "ListItem")
            json.key("position")
            json.integer(number + 1)
            json.member("name", step.0)
            json.member("item", address(step.1))
          }
        }
      }
    }
  }

  private func pageAddress(_ path: String) -> String? {
    settings.baseURL == nil ? nil : address(path)
  }
}

/// Nodes of JSON-LD under one context; no markup where there are none.
private struct Graph {
  private var nodes: [JSONWriter] = []

  mutating func node(_ type: String, _ body: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    json.object { json in
      json.member("@type", type)
      body(&json)
    }
    nodes.append(json)
  }

  /// The writer escapes what could end the element.
  var html: SafeHTML {
    guard !nodes.isEmpty else { return SafeHTML() }
    var bytes = Array(
      "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",".utf8)
    bytes += Array("\"@graph\":[".utf8)
    bytes += nodes.map(\.bytes).joined(separator: [UInt8(ascii: ",")])
    bytes += Array("]}</script>\n".utf8)
    return SafeHTML(trusted: bytes)
  }
}

extension JSONWriter {
  /// A member, where it has a value.
  fileprivate mutating func member(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    key(name)
    string(value)
  }

  /// A member that is a named thing.
  fileprivate mutating func member(_ member: String, type: String, name: String?) {
    guard let name, !name.isEmpty else { return }
    key(member)
    object { json in
      json.member("@type", type)
      json.member("name", name)
    }
  }
}
