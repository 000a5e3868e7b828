/// How the HTML of a source is to be read.
struct HTMLReading: Sendable {
  /// Line ends in text are line ends: WordPress and its like store paragraphs without tags.
  var keepsLineEnds = false
  /// A `>` at the start of a line quotes, as on Hacker News.
  var keepsQuoteMarks = false
  /// Pictures stay pictures; in comments they become links.
  var isArticle = false
  /// Scheme and host for links that begin with a slash.
  var baseURL: String?
}

/// What a conversion left out, and the pictures it met.
struct HTMLRemains {
  var images: [String] = []
  var embeds = 0
  var avatars = 0
}

/// Turns a fragment of HTML into Markdown that holds its words, quotations, links, lists, tables and
/// code, and nothing that could run.
func markdown(
  html: [UInt8], _ reading: HTMLReading = HTMLReading()
) -> (markdown: [UInt8], remains: HTMLRemains) {
  // Most comments have no markup at all.
  if !html.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
    return (markdownOfWords(html, reading), HTMLRemains())
  }
  var converter = HTMLConverter(reading)
  readHTML(html) { event in
    switch event {
    case .start(let tag): converter.start(tag)
    case .text(let words): converter.text(words)
    case .end(let name): converter.end(name)
    }
  }
  return (converter.finish(), converter.remains)
}

private func markdownOfWords(_ words: [UInt8], _ reading: HTMLReading) -> [UInt8] {
  if reading.keepsLineEnds {
    return markdown(plain: words, keepsQuotes: reading.keepsQuoteMarks)
  }
  let joined = words.map { $0 < 0x20 ? 0x20 : $0 }
  return markdown(plain: joined, keepsQuotes: reading.keepsQuoteMarks)
}

/// The words of a fragment of HTML on one line, without any markup.
func plainWords(html: String) -> String {
  guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
    return html
  }
  var words: [UInt8] = []
  var hidden = 0
  readHTML(Array(html.utf8)) { event in
    switch event {
    case .start(let tag):
      if HTMLConverter.hidden.contains(tag.name) { hidden += 1 }
      if tag.name == "br" || tag.name == "p" { words.append(0x20) }
    case .end(let name): if HTMLConverter.hidden.contains(name) { hidden -= 1 }
    case .text(let text): if hidden == 0 { words += text.map { $0 < 0x20 ? 0x20 : $0 } }
    }
  }
  return String(decoding: trimmedBlanks(words[...]), as: UTF8.self)
}

/// Writes Markdown from the events of an HTML parser: blocks through a stack of line prefixes, words
/// through one buffer of inlines.
struct HTMLConverter {
  let reading: HTMLReading
  var remains = HTMLRemains()
  private var blocks = MarkdownBlocks()
  private var inlines = MarkdownInlines()
  /// Open elements whose words are not shown.
  private var hiddenDepth = 0
  private var preDepth = 0
  private var code: CodeText?
  private var headingLevel: Int?
  private var table: TableText?
  private var tableDepth = 0
  private var lists: [List] = []
  /// A Discourse quotation's head: a line of its own.
  private var isInQuoteTitle = false

  private struct List {
    let isOrdered: Bool
    var number: Int
  }

  private struct CodeText {
    var words: [UInt8] = []
    var language = ""
    let isBlock: Bool
  }

  static let hidden: Set<String> = [
    "script", "style", "template", "object", "applet", "audio", "video", "canvas", "svg", "math",
    "select", "datalist",
  ]
  private static let blockNames: Set<String> = [
    "p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "figure",
    "figcaption", "address", "details", "summary", "fieldset", "form", "dl", "dt", "center",
  ]

  init(_ reading: HTMLReading) {
    self.reading = reading
    inlines.keepsLineEnds = reading.keepsLineEnds
  }

  mutating func finish() -> [UInt8] {
    flush()
    return blocks.out
  }
}

extension HTMLConverter {
  mutating func start(_ tag: HTMLTag) {
    if HTMLConverter.hidden.contains(tag.name) {
      hiddenDepth += 1
      remains.embeds += ["script", "style", "template"].contains(tag.name) ? 0 : 1
    }
    guard hiddenDepth == 0 else { return }
    if code != nil { return startInCode(tag) }
    switch tag.name {
    case "br": table == nil && headingLevel == nil ? inlines.addBreak() : inlines.addSpace()
    case "strong", "b": inlines.open(.strong)
    case "em", "i", "cite", "var", "dfn": inlines.open(.emphasis)
    case "del", "s", "strike": inlines.open(.strikethrough)
    case "q": inlines.add(Array("“".utf8))
    case "a": inlines.open(.link(address(tag["href"])))
    case "code", "kbd", "samp", "tt": code = CodeText(isBlock: false)
    case "img": image(tag)
    case "iframe", "embed": embed(tag)
    case "input" where tag["type"] == "checkbox":
      inlines.addRaw(tag["checked"] == nil ? "[ ] " : "[x] ")
    default: startBlock(tag)
    }
  }

  mutating func end(_ name: String) {
    if HTMLConverter.hidden.contains(name) {
      hiddenDepth = max(0, hiddenDepth - 1)
      return
    }
    guard hiddenDepth == 0 else { return }
    if code != nil { return endInCode(name) }
    switch name {
    case "strong", "b": inlines.close(.strong)
    case "em", "i", "cite", "var", "dfn": inlines.close(.emphasis)
    case "del", "s", "strike": inlines.close(.strikethrough)
    case "q": inlines.add(Array("”".utf8))
    case "a": inlines.close(.link(nil))
    default: endBlock(name)
    }
  }

  mutating func text(_ words: [UInt8]) {
    guard hiddenDepth == 0 else { return }
    if code != nil {
      code?.words += words
    } else {
      inlines.add(words)
    }
  }
}

extension HTMLConverter {
  private mutating func startInCode(_ tag: HTMLTag) {
    if let code, code.isBlock, tag.name == "code", code.language.isEmpty {
      let language = codeLanguage(tag)
      self.code?.language = language
    }
    if tag.name == "br" { code?.words.append(0x0A) }
  }

  private mutating func endInCode(_ name: String) {
    guard let text = code else { return }
    if text.isBlock {
      guard name == "pre" else { return }
      code = nil
      if table == nil { blocks.addCode(text.words, language: text.language) }
    } else if ["code", "kbd", "samp", "tt"].contains(name) {
      code = nil
      inlines.addCode(text.words)
    }
  }

  private mutating func startBlock(_ tag: HTMLTag) {
    if table != nil { return startInTable(tag) }
    switch tag.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      headingLevel = Int(tag.name.dropFirst())
    case "blockquote":
      flush()
      blocks.push(first: "> ", rest: "> ")
    case "ul", "ol":
      flush()
      lists.append(
        List(isOrdered: tag.name == "ol", number: tag["start"].flatMap { Int($0) } ?? 1))
    case "li": startItem()
    case "dd":
      flush()
      blocks.push(first: "- ", rest: "  ")
    case "pre":
      flush()
      code = CodeText(language: codeLanguage(tag), isBlock: true)
    case "hr":
      flush()
      blocks.addLine("***")
    case "table":
      flush()
      table = TableText()
    case "div" where tag.hasClass("title"): flush()
    default: if HTMLConverter.blockNames.contains(tag.name) { flush() }
    }
  }

  private mutating func endBlock(_ name: String) {
    if table != nil { return endInTable(name) }
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      headingLevel = nil
    case "blockquote":
      flush()
      blocks.pop()
    case "ul", "ol":
      flush()
      _ = lists.popLast()
    case "li", "dd":
      flush()
      blocks.pop()
    default: if HTMLConverter.blockNames.contains(name) { flush() }
    }
  }

  private mutating func startItem() {
    flush()
    guard let list = lists.last, list.isOrdered else { return blocks.push(first: "- ", rest: "  ") }
    let number = min(max(list.number, 0), 999_999_999)
    lists[lists.count - 1].number = number + 1
    let mark = "\(number). "
    blocks.push(first: mark, rest: String(repeating: " ", count: mark.utf8.count))
  }

  /// Tables hold inlines only; a table in a table is words of its cell.
  private mutating func startInTable(_ tag: HTMLTag) {
    switch tag.name {
    case "table": tableDepth += 1
    case "tr" where tableDepth == 0: table?.beginRow()
    case "td" where tableDepth == 0, "th" where tableDepth == 0: inlines.beginCell()
    case "pre": code = CodeText(isBlock: false)
    default: inlines.addSpace()
    }
  }

  private mutating func endInTable(_ name: String) {
    switch name {
    case "td" where tableDepth == 0, "th" where tableDepth == 0:
      table?.add(inlines.take(isCell: true), isHead: name == "th")
    case "caption" where tableDepth == 0:
      blocks.addParagraph(paragraphLines(inlines.take()))
    case "table" where tableDepth > 0: tableDepth -= 1
    case "table":
      if let table { blocks.addTable(table) }
      table = nil
      inlines.endCells()
    default: inlines.addSpace()
    }
  }

  /// Ends the paragraph or heading that is open.
  private mutating func flush() {
    let words = inlines.take()
    guard !words.isEmpty else { return }
    if let headingLevel {
      blocks.addHeading(words, level: headingLevel)
    } else {
      for paragraph in paragraphs(of: words) {
        blocks.addParagraph(
          paragraphLines(paragraph, keepsQuotes: reading.keepsQuoteMarks))
      }
    }
  }

  private func codeLanguage(_ tag: HTMLTag) -> String {
    let classes = tag["class"]?.split(separator: " ") ?? []
    let named = classes.first { $0.hasPrefix("language-") || $0.hasPrefix("lang-") }
    guard let name = named?.split(separator: "-", maxSplits: 1).last else { return "" }
    let isWord = name.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "`") && $0 < 0x7F }
    return isWord && name != "auto" && name != "nohighlight" ? String(name) : ""
  }
}

extension HTMLConverter {
  /// An address that a page may link to; nil for any other.
  private func address(_ href: String?) -> String? {
    guard let href = href.map({ trimmedBlanks(Array($0.utf8)[...]) }) else { return nil }
    var text = String(decoding: href.filter { $0 > 0x20 && $0 != 0x7F }, as: UTF8.self)
    if text.hasPrefix("//") { text = "https:" + text }
    if text.hasPrefix("/"), let base = reading.baseURL { text = base + text }
    return isWebAddress(text) ? text : nil
  }

  private mutating func image(_ tag: HTMLTag) {
    let classes = tag["class"] ?? ""
    if tag.hasClass("emoji") || tag.hasClass("wp-smiley") || tag.hasClass("custom-emoji") {
      return inlines.add(Array((tag["alt"] ?? tag["title"] ?? "").utf8))
    }
    guard let source = address(tag["src"]) ?? (reading.isArticle ? tag["src"] : nil) else { return }
    guard !classes.contains("avatar"), !isAvatarAddress(source) else { return remains.avatars += 1 }
    guard !source.hasPrefix("data:"), !source.utf8.contains(where: { $0 <= 0x20 }) else {
      return remains.embeds += 1
    }
    remains.images.append(source)
    let alt = tag["alt"] ?? tag["title"] ?? ""
    if reading.isArticle {
      inlines.addImage(source, alt: alt)
    } else {
      inlines.addLink(source, words: alt.isEmpty ? source : alt)
    }
  }

  private mutating func embed(_ tag: HTMLTag) {
    remains.embeds += 1
    if let source = address(tag["src"]) { inlines.addLink(source, words: source) }
  }
}

/// A line of inlines cut where two hard breaks or more stood in a row.
func paragraphs(of words: [UInt8]) -> [[UInt8]] {
  var found: [[UInt8]] = []
  var current: [UInt8] = []
  for line in words.split(separator: 0x0A, omittingEmptySubsequences: false) {
    let isBare = trimmedBlanks(line).isEmpty || trimmedBlanks(line).elementsEqual("\\".utf8)
    if isBare {
      if !current.isEmpty { found.append(current) }
      current = []
    } else {
      if !current.isEmpty { current.append(0x0A) }
      current += line
    }
  }
  if !current.isEmpty { found.append(current) }
  return found.map { paragraph in
    // A break at the end of a paragraph would be a backslash.
    guard paragraph.last == UInt8(ascii: "\\"), paragraph.dropLast().last != UInt8(ascii: "\\")
    else { return paragraph }
    return Array(paragraph.dropLast())
  }
}
