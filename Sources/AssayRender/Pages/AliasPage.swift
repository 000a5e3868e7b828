import AssayAnalysis

extension SitePages {
  /// Where an old address of an article leads from, inside the site.
  func aliasPath(_ article: Int, _ alias: Int) -> String {
    let parts = index.briefings[article].aliases[alias].split(separator: "/")
      .map { PageMap.slug(String($0)) }.filter { !$0.isEmpty }
    return (parts.isEmpty ? ["moved"] : parts).joined(separator: "/") + "/index.html"
  }

  /// A page that only leads on.
  func renderAlias(_ article: Int, _ alias: Int) -> [UInt8] {
    let briefing = index.briefings[article]
    let depth = aliasPath(article, alias).utf8.count { $0 == UInt8(ascii: "/") }
    let target = String(repeating: "../", count: depth) + PageMap.article(briefing.slug)
    var html = HTMLWriter()
    html.markup("<!doctype html>\n<html lang=\"")
    html.text(briefing.language ?? settings.language)
    html.markup("\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n")
    html.markup("<meta http-equiv=\"refresh\" content=\"0; url=")
    html.text(target)
    html.markup("\">\n<meta name=\"robots\" content=\"noindex\">\n<title>")
    html.text(briefing.title)
    html.markup("</title>\n</head>\n<body><main><h1>This page has moved</h1>\n<p><a href=\"")
    html.text(target)
    html.markup("\">")
    html.text(briefing.title)
    html.markup("</a></p></main></body>\n</html>\n")
    return Array(html.finish().bytes)
  }
}
