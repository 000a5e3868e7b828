public import AssayAnalysis

/// What is made of a page's template and the data it is given.
enum PageForm: Sendable {
  /// The page.
  case html
  /// The data as JSON.
  case data
  /// The names in the data and what each is, a line each.
  case names
  /// Eight bytes that change with the data: see `SitePages.key(of:)`.
  case key
}

/// The names that one template may use.
public struct TemplateNames: Sendable, Hashable {
  public let template: String
  /// In order of the templates' own shapes: `points[].claim.mark`, "an integer".
  public let names: [Name]

  public init(template: String, names: [Name]) {
    self.template = template
    self.names = names
  }

  /// A name and what it can be.
  public struct Name: Sendable, Hashable {
    public let path: String
    public let kinds: [String]
  }

  /// The names of all pages that share a template, as one.
  public static func joined(_ all: [TemplateNames]) -> [TemplateNames] {
    var order: [String: [String]] = [:]
    var kinds: [String: Set<String>] = [:]
    for page in all {
      for name in page.names {
        let key = page.template + "\n" + name.path
        if kinds[key] == nil { order[page.template, default: []].append(name.path) }
        kinds[key, default: []].formUnion(name.kinds)
      }
    }
    return order.keys.sorted().map { template in
      let names = (order[template] ?? []).map { path in
        Name(path: path, kinds: (kinds[template + "\n" + path] ?? []).sorted())
      }
      return TemplateNames(template: template, names: names.sorted { $0.path < $1.path })
    }
  }
}

extension SitePages {
  /// True for pages that a template makes.
  public func hasData(_ page: PageID) -> Bool {
    if case .alias = page { return false }
    return path(of: page).hasSuffix(".html")
  }

  /// What a page's template is given, as JSON beside the page.
  ///
  /// - Throws: never in practice: nothing is asked of the data.
  public func data(of page: PageID) throws(Failure) -> OutputFile {
    var pages = self
    pages.form = .data
    let file = try pages.render(page)
    return OutputFile(path: file.path.dropLast("html".utf8.count) + "data.json", bytes: file.bytes)
  }

  /// The names that a page's template may use.
  public func names(of page: PageID) throws(Failure) -> TemplateNames {
    var pages = self
    pages.form = .names
    let lines = String(decoding: try pages.render(page).bytes, as: UTF8.self)
      .split(separator: "\n")
    let names = lines.dropFirst().map { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return TemplateNames.Name(
        path: String(parts.first ?? ""), kinds: [String(parts.last ?? "")])
    }
    return TemplateNames(template: String(lines.first ?? ""), names: names)
  }

  func templateData(_ template: String, _ context: TemplateValue) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("template")
      json.string(template)
      json.key("data")
      context.append(to: &json)
    }
    json.newline()
    return json.bytes
  }

  func templateNames(_ template: String, _ context: TemplateValue) -> [UInt8] {
    var lines = [template]
    context.appendNames("", to: &lines)
    return Array(lines.joined(separator: "\n").utf8)
  }
}

extension TemplateValue {
  /// Values nest as deep as the shapes of pages and the data files, which are bounded.
  fileprivate func append(to json: inout JSONWriter) {
    switch self {
    case .nothing: json.null()
    case .boolean(let value): json.boolean(value)
    case .integer(let value): json.integer(value)
    case .number(let value): json.number(value, decimals: 6)
    case .string(let text): json.string(text)
    case .html(let html): json.string(String(decoding: html.bytes, as: UTF8.self))
    case .list(let items): json.array { json in items.forEach { $0.append(to: &json) } }
    case .map(let map):
      json.object { json in
        for (name, value) in zip(map.shape.names, map.values) {
          json.key(name)
          value.append(to: &json)
        }
      }
    }
  }

  fileprivate func appendNames(_ path: String, to lines: inout [String]) {
    if !path.isEmpty { lines.append(path + "\t" + kindName) }
    switch self {
    case .map(let map):
      for (name, value) in zip(map.shape.names, map.values) {
        value.appendNames(path.isEmpty ? name : path + "." + name, to: &lines)
      }
    case .list(let items):
      // Elements of a list have one shape; a few tell what may be none.
      for item in items.prefix(TemplateValue.mostSamples) {
        item.appendNames(path + "[]", to: &lines)
      }
    case .nothing, .boolean, .integer, .number, .string, .html: break
    }
  }

  private static let mostSamples = 8
}
