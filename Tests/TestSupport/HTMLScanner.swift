/// A strict reader of the HTML that Assay writes: anything it does not know is a defect.
public struct HTMLScanner: Sendable {
  /// What a tag may be: its name and the attributes it may have.
  public let allowed: [String: Set<String>]
  public let schemes: [String]

  public init(allowed: [String: Set<String>], schemes: [String]) {
    self.allowed = allowed
    self.schemes = schemes
  }

  /// What a comment may hold.
  public static let comment = HTMLScanner(
    allowed: [
      "p": [], "em": [], "strong": [], "del": [], "code": [], "pre": [], "blockquote": [],
      "ul": [], "ol": ["start"], "li": [], "br": [], "a": ["href", "rel"],
    ],
    schemes: ["http", "https", "mailto"])

  /// What an article may hold.
  public static let article: HTMLScanner = {
    var allowed = comment.allowed
    for name in ["h1", "h2", "h3", "h4", "h5", "h6"] { allowed[name] = ["id"] }
    for name in ["table", "thead", "tbody", "tr", "sup", "hr", "mark"] { allowed[name] = [] }
    allowed["th"] = ["scope", "class"]
    allowed["td"] = ["class"]
    allowed["li"] = ["id", "class"]
    allowed["code"] = ["class"]
    allowed["pre"] = ["tabindex"]
    allowed["sup"] = ["class"]
    allowed["div"] = ["class", "tabindex", "role", "aria-label"]
    allowed["section"] = ["class", "role", "aria-label"]
    allowed["input"] = ["type", "checked", "disabled"]
    allowed["a"] = ["href", "title", "class", "id", "aria-label"]
    allowed["img"] = ["src", "alt", "title", "loading", "width", "height"]
    return HTMLScanner(allowed: allowed, schemes: ["http", "https", "mailto", "tel", ""])
  }()

  /// The defects of a piece of HTML: unknown tags and attributes, addresses with other schemes,
  /// tags that do not nest.
  public func defects(in html: String) -> [String] {
    var defects: [String] = []
    var open: [String] = []
    // A byte a character: a combining mark after a tag must not hide it, as it does not in a browser.
    var rest = String(String.UnicodeScalarView(html.utf8.map { Unicode.Scalar($0) }))[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else { return defects + ["a tag without an end"] }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        if open.popLast() != name { defects.append("</\(name)> closes nothing") }
      } else {
        let (name, isVoid) = check(tag, &defects)
        if !isVoid { open.append(name) }
      }
    }
    return defects + open.map { "<\($0)> is not closed" }
  }

  private func check(_ tag: Substring, _ defects: inout [String]) -> (String, isVoid: Bool) {
    let isVoid = tag.hasSuffix(" /")
    let tag = isVoid ? tag.dropLast(2) : tag
    let name = String(tag.prefix { $0 != " " })
    guard let attributes = allowed[name] else {
      defects.append("<\(tag)>")
      return (name, isVoid)
    }
    var rest = tag.dropFirst(name.count)
    while !rest.isEmpty {
      guard rest.first == " ", let equals = rest.firstIndex(of: "="),
        rest[rest.index(after: equals)...].first == "\""
      else {
        defects.append("<\(tag)> has a malformed attribute")
        break
      }
      let attribute = String(rest[..<equals].dropFirst())
      let value = rest[equals...].dropFirst(2).prefix { $0 != "\"" }
      if !attributes.contains(attribute) { defects.append("<\(tag)> has \(attribute)") }
      if attribute == "href" || attribute == "src", !isAllowed(value) {
        defects.append("\(attribute) leads to \(value)")
      }
      rest = rest[value.endIndex...].dropFirst()
    }
    return (name, isVoid)
  }

  private func isAllowed(_ address: Substring) -> Bool {
    let stops: Set<Character> = ["/", "?", "#"]
    guard let colon = address.firstIndex(of: ":"),
      !address[..<colon].contains(where: { stops.contains($0) })
    else { return schemes.contains("") || address.isEmpty && schemes.contains("") }
    return schemes.contains(address[..<colon].lowercased())
  }
}
