/// Every page is made as if it lay one folder deep: the fragments that pages share begin their
/// links in `../`. One that lies deeper has those links lengthened when all of it is there.
func deepened(_ html: [UInt8], for path: String) -> [UInt8] {
  let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
  guard depth > 1, path.hasSuffix(".html") else { return html }
  return replacingLinks(in: html, with: Array(String(repeating: "../", count: depth).utf8))
}

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
