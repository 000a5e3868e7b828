import AssayAnalysis

/// Atom 1.0 (RFC 4287).
func atomFeed(_ channel: FeedChannel) -> [UInt8] {
  var xml = XMLBytes()
  xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
  xml.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
  xml.element("title", channel.title)
  xml.element("subtitle", channel.description)
  xml.element("id", channel.page)
  xml.element("updated", midnight(channel.updated))
  xml.link(rel: "self", type: "application/atom+xml", channel.address)
  xml.link(rel: "alternate", type: "text/html", channel.page)
  for author in channel.authors { xml.atomAuthor(author) }
  for entry in channel.entries {
    xml.raw("<entry>\n")
    xml.element("title", entry.title)
    xml.element("id", entry.address)
    xml.link(rel: "alternate", type: "text/html", entry.address)
    xml.element("published", midnight(entry.published))
    xml.element("updated", midnight(entry.updated))
    for author in entry.authors { xml.atomAuthor(author) }
    for tag in entry.tags {
      xml.raw("<category term=\"")
      xml.text(tag)
      xml.raw("\"/>\n")
    }
    xml.element("summary", entry.summary)
    if let content = entry.content {
      xml.raw("<content type=\"html\">")
      xml.escaped(content)
      xml.raw("</content>\n")
    }
    xml.raw("</entry>\n")
  }
  xml.raw("</feed>\n")
  return xml.bytes
}

/// RSS 2.0, with the modules that readers expect.
func rssFeed(_ channel: FeedChannel) -> [UInt8] {
  var xml = XMLBytes()
  xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
  xml.raw("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"")
  xml.raw(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"")
  xml.raw(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n")
  xml.element("title", channel.title)
  xml.element("link", channel.page)
  xml.element("description", channel.description)
  xml.element("language", channel.language)
  if let updated = channel.updated { xml.element("lastBuildDate", internetDate(updated)) }
  xml.raw("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"")
  xml.text(channel.address)
  xml.raw("\"/>\n")
  for entry in channel.entries {
    xml.raw("<item>\n")
    xml.element("title", entry.title)
    xml.element("link", entry.address)
    xml.raw("<guid isPermaLink=\"true\">")
    xml.text(entry.address)
    xml.raw("</guid>\n")
    if let date = entry.published { xml.element("pubDate", internetDate(date)) }
    for author in entry.authors { xml.element("dc:creator", author) }
    for tag in entry.tags { xml.element("category", tag) }
    xml.element("description", entry.summary)
    if let content = entry.content {
      xml.raw("<content:encoded>")
      xml.escaped(content)
      xml.raw("</content:encoded>\n")
    }
    xml.raw("</item>\n")
  }
  xml.raw("</channel>\n</rss>\n")
  return xml.bytes
}

/// JSON Feed 1.1.
func jsonFeed(_ channel: FeedChannel) -> [UInt8] {
  var json = JSONWriter()
  func authors(_ names: [String], _ json: inout JSONWriter) {
    guard !names.isEmpty else { return }
    json.key("authors")
    json.array { json in
      for name in names {
        json.object { json in
          json.key("name")
          json.string(name)
        }
      }
    }
  }
  func field(_ name: String, _ value: String?, _ json: inout JSONWriter) {
    guard let value, !value.isEmpty else { return }
    json.key(name)
    json.string(value)
  }
  func item(_ entry: FeedEntry, _ json: inout JSONWriter) {
    field("id", entry.address, &json)
    field("url", entry.address, &json)
    field("title", entry.title, &json)
    field("summary", entry.summary, &json)
    if let content = entry.content {
      field("content_html", String(decoding: content, as: UTF8.self), &json)
    } else {
      json.key("content_text")
      json.string(entry.summary)
    }
    field("date_published", midnight(entry.published), &json)
    field("date_modified", midnight(entry.updated), &json)
    field("language", entry.language, &json)
    authors(entry.authors, &json)
    guard !entry.tags.isEmpty else { return }
    json.key("tags")
    json.array { json in entry.tags.forEach { json.string($0) } }
  }
  json.object { json in
    field("version", "https://jsonfeed.org/version/1.1", &json)
    field("title", channel.title, &json)
    field("home_page_url", channel.page, &json)
    field("feed_url", channel.address, &json)
    field("description", channel.description, &json)
    field("language", channel.language, &json)
    authors(channel.authors, &json)
    json.key("items")
    json.array { json in
      for entry in channel.entries {
        json.lineBreak()
        json.object { item(entry, &$0) }
      }
    }
  }
  json.newline()
  return json.bytes
}

private func midnight(_ date: CalendarDate?) -> String {
  (date?.iso ?? "1970-01-01") + "T00:00:00Z"
}

/// "Sun, 12 Apr 2026 00:00:00 GMT" (RFC 822, with a year of four digits).
private func internetDate(_ date: CalendarDate) -> String {
  let day = date.iso.suffix(2)
  let month = CalendarDate.monthNames[date.month - 1].prefix(3)
  return "\(date.weekdayName.prefix(3)), \(day) \(month) \(date.iso.prefix(4)) 00:00:00 GMT"
}

/// Appends XML, without the characters that it cannot hold.
struct XMLBytes {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func text(_ words: String) {
    let legal = words.unicodeScalars.lazy.filter {
      ($0.value >= 0x20 || $0.value == 9 || $0.value == 10) && $0.value != 0xFFFE
        && $0.value != 0xFFFF && !(0x7F...0x9F).contains($0.value)
    }
    var clean = String.UnicodeScalarView()
    clean.append(contentsOf: legal)
    appendEscaped(String(clean).utf8, to: &bytes)
  }

  /// Markup as text.
  mutating func escaped(_ html: [UInt8]) { text(String(decoding: html, as: UTF8.self)) }

  mutating func element(_ name: String, _ words: String) {
    raw("<\(name)>")
    text(words)
    raw("</\(name)>\n")
  }

  fileprivate mutating func link(rel: String, type: String, _ address: String) {
    raw("<link rel=\"\(rel)\" type=\"\(type)\" href=\"")
    text(address)
    raw("\"/>\n")
  }

  fileprivate mutating func atomAuthor(_ name: String) {
    raw("<author><name>")
    text(name)
    raw("</name></author>\n")
  }
}
