/// Every page is made as if it lay one folder deep: the fragments that pages share begin their
/// links in `../`. One that lies deeper has those links lengthened when all of it is there.
func deepened(_ html: [UInt8], for path: String) -> [UInt8] {
  guard isDeep(path) else { return html }
  return replacingLinks(in: html, with: Array(String(repeating: "../", count: depth(path)).utf8))
}

func isDeep(_ path: String) -> Bool { depth(path) > 1 && path.hasSuffix(".html") }

private func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }

/// The same HTML with something else for each `../` that begins the value of an attribute.
///
/// Text holds no plain quotation marks (they are escaped), so `="../` is always markup.
func replacingLinks(in html: [UInt8], with replacement: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(html.count + html.count / 16)
  var copied = 0
  var index = 0
  while index + 5 <= html.count {
    guard html[index] == UInt8(ascii: "="), html[index + 1] == UInt8(ascii: "\""),
      html[index + 2] == UInt8(ascii: "."), html[index + 3] == UInt8(ascii: "."),
      html[index + 4] == UInt8(ascii: "/")
    else {
      index += 1
      continue
    }
    result.append(contentsOf: html[copied..<index + 2])
    result.append(contentsOf: replacement)
    index += 5
    copied = index
  }
  result.append(contentsOf: html[copied...])
  return result
}

/// A fragment of an article's page as a page at the site's root shows it: links to parts of that page
/// lead there, those to others of its folder too, and `../` is the root itself.
func seenFromRoot(_ html: SafeHTML, base: String) -> SafeHTML {
  let folder = base.lastIndex(of: "/").map { String(base[...$0]) } ?? ""
  let mark = Array("href=\"".utf8)
  let bytes = html.bytes
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 8)
  var index = 0
  while index < bytes.count {
    guard bytes[index] == mark[0], bytes[index...].starts(with: mark) else {
      result.append(bytes[index])
      index += 1
      continue
    }
    index += mark.count
    result += mark
    if bytes[index...].starts(with: "../".utf8) {
      index += 3
    } else {
      result.append(
        contentsOf: bytes[index...].first == UInt8(ascii: "#") ? base.utf8 : folder.utf8)
    }
  }
  return SafeHTML(trusted: result, anchors: html.anchors)
}
