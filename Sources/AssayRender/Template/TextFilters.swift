import AssayAnalysis

extension TemplateFilter {
  static let fallback = TemplateFilter(
    "default", "Another value where there is none; with true also where it is empty",
    [.optional("default_value"), .optional("boolean")]
  ) { value, _ in value }  // the renderer asks for the name itself, which may be missing

  static let safe = TemplateFilter("safe", "Shown without escaping: the author's promise") {
    value, _ throws(TemplateValueProblem) in
    value.isHTML ? value : .html(SafeHTML(trusted: Array(try value.text().utf8)))
  }

  static let escape = TemplateFilter("escape", "Escaped for HTML, unless it is HTML") {
    value, _ throws(TemplateValueProblem) in
    value.isHTML ? value : try escaped(value)
  }

  static let forceEscape = TemplateFilter("forceescape", "Escaped for HTML, even if it is HTML") {
    value, _ throws(TemplateValueProblem) in try escaped(value)
  }

  private static func escaped(_ value: TemplateValue) throws(TemplateValueProblem) -> TemplateValue
  {
    var bytes: [UInt8] = []
    appendTemplateEscaped(try value.text(), to: &bytes)
    return .html(SafeHTML(trusted: bytes))
  }

  static let xml = TemplateFilter(
    "xml", "Escaped for XML, without the characters that XML does not allow"
  ) { value, _ throws(TemplateValueProblem) in
    var clean = String.UnicodeScalarView()
    for scalar in try value.text().unicodeScalars where isAllowedInXML(scalar) {
      clean.append(scalar)
    }
    return try escaped(.string(String(clean)))
  }

  static func isAllowedInXML(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  static let json = TemplateFilter("tojson", "JSON that is safe in a script element") {
    value, _ throws(TemplateValueProblem) in
    var bytes: [UInt8] = []
    try appendTemplateJSON(value, to: &bytes)
    return .html(SafeHTML(trusted: bytes))
  }

  static let upper = TemplateFilter("upper", "In capitals") {
    value, _ throws(TemplateValueProblem) in try value.withText { $0.uppercased() }
  }

  static let lower = TemplateFilter("lower", "In small letters") {
    value, _ throws(TemplateValueProblem) in try value.withText { $0.lowercased() }
  }

  static let title = TemplateFilter(
    "title", "Each word with a capital; HTML becomes text, as in Jinja2"
  ) {
    value, _ throws(TemplateValueProblem) in
    var result = ""
    var beginsWord = true
    for scalar in try value.text().unicodeScalars {
      result += beginsWord ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping
      beginsWord = "-({[<".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace
    }
    return .string(result)
  }

  static let capitalize = TemplateFilter("capitalize", "The first letter a capital, the rest small")
  { value, _ throws(TemplateValueProblem) in
    try value.withText { text in
      guard let first = text.unicodeScalars.first else { return "" }
      let rest = String(text.unicodeScalars.dropFirst())
      return first.properties.titlecaseMapping + rest.lowercased()
    }
  }

  static let trim = TemplateFilter("trim", "Without white space at the ends", [.optional("chars")])
  { value, arguments throws(TemplateValueProblem) in
    let characters = try TemplateArguments(arguments).text(0)
    func isCut(_ scalar: Unicode.Scalar) -> Bool {
      characters?.unicodeScalars.contains(scalar) ?? scalar.properties.isWhitespace
    }
    return try value.withText { text in
      var scalars = text.unicodeScalars[...]
      while let first = scalars.first, isCut(first) { scalars.removeFirst() }
      while let last = scalars.last, isCut(last) { scalars.removeLast() }
      return String(scalars)
    }
  }

  static let truncate = TemplateFilter(
    "truncate", "At most so many characters, cut between words",
    [.optional("length"), .optional("killwords"), .optional("end"), .optional("leeway")]
  ) { value, arguments throws(TemplateValueProblem) in
    let given = TemplateArguments(arguments)
    let length = try given.integer(0) ?? 255
    let end = try given.text(2) ?? "..."
    let leeway = try given.integer(3) ?? 5
    let room = length - end.unicodeScalars.count
    guard length >= 0, room >= 0, leeway >= 0 else {
      throw TemplateValueProblem("'truncate' needs a length that its end fits into")
    }
    return try value.withText { text in
      let scalars = Array(text.unicodeScalars)
      if scalars.count - leeway <= length { return text }
      var kept = scalars[..<room]
      if !given.isTrue(1), let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: kept)
      return String(view) + end
    }
  }

  static let replace = TemplateFilter(
    "replace", "Other words for some words",
    [.required("old"), .required("new"), .optional("count")]
  ) { value, arguments throws(TemplateValueProblem) in
    let given = TemplateArguments(arguments)
    let (old, new) = (arguments[0] ?? .nothing, arguments[1] ?? .nothing)
    let base = (old.isHTML || new.isHTML) && !value.isHTML ? try escaped(value) : value
    func words(_ part: TemplateValue) throws(TemplateValueProblem) -> String {
      base.isHTML && !part.isHTML ? try escaped(part).text() : try part.text()
    }
    let (from, to) = (try words(old), try words(new))
    let limit = try given.integer(2) ?? Int.max
    return try base.withText { replacing(from, in: $0, with: to, atMost: limit) }
  }

  private static func replacing(
    _ old: String, in text: String, with new: String, atMost limit: Int
  ) -> String {
    let (text, old, new) = (Array(text.utf8), Array(old.utf8), Array(new.utf8))
    var result: [UInt8] = []
    var count = 0
    var index = 0
    while index < text.count {
      let isHere =
        count < limit && index + old.count <= text.count
        && text[index..<index + old.count].elementsEqual(old)
      // An empty text stands before each character, so not inside one.
      if isHere, !old.isEmpty || text[index] & 0xC0 != 0x80 {
        result += new
        count += 1
        index += old.count
        if !old.isEmpty { continue }
      }
      result.append(text[index])
      index += 1
    }
    if old.isEmpty, count < limit { result += new }
    return String(decoding: result, as: UTF8.self)
  }

  static let stripTags = TemplateFilter(
    "striptags", "Without tags and comments, entities resolved, spaces joined"
  ) { value, _ throws(TemplateValueProblem) in .string(strippingTags(try value.text())) }

  static let wordCount = TemplateFilter("wordcount", "How many words") {
    value, _ throws(TemplateValueProblem) in
    var count = 0
    var isInWord = false
    for scalar in try value.text().unicodeScalars {
      let isPart =
        scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isPart, !isInWord { count += 1 }
      isInWord = isPart
    }
    return .integer(count)
  }

  static let indent = TemplateFilter(
    "indent", "Each line but the first moved right",
    [.optional("width"), .optional("first"), .optional("blank")]
  ) { value, arguments throws(TemplateValueProblem) in
    let given = TemplateArguments(arguments)
    let blanks: String
    if case .string(let text)? = given[0] {
      blanks = text
    } else {
      blanks = String(repeating: " ", count: min(max(try given.integer(0) ?? 4, 0), 1000))
    }
    return try value.withText { text in
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      let moved = lines.enumerated().map { index, line in
        let isMoved = index == 0 ? given.isTrue(1) : !line.isEmpty || given.isTrue(2)
        return isMoved ? blanks + line : String(line)
      }
      return moved.joined(separator: "\n")
    }
  }

  static let urlEncode = TemplateFilter("urlencode", "Percent-encoded for a path or a query") {
    value, _ throws(TemplateValueProblem) in
    guard case .map(let map) = value else {
      return .string(percentEncoded(try value.text(), isQuery: false))
    }
    var pairs: [String] = []
    for (name, value) in zip(map.shape.names, map.values) {
      pairs.append(
        percentEncoded(name, isQuery: true) + "="
          + percentEncoded(try value.text(), isQuery: true))
    }
    return .string(pairs.joined(separator: "&"))
  }

  private static func percentEncoded(_ text: String, isQuery: Bool) -> String {
    var result: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.append(byte)
      case UInt8(ascii: "/") where !isQuery: result.append(byte)
      case UInt8(ascii: " ") where isQuery: result.append(UInt8(ascii: "+"))
      default:
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  static let slugify = TemplateFilter("slugify", "Small ASCII letters, digits and hyphens only") {
    value, _ throws(TemplateValueProblem) in
    var result: [UInt8] = []
    for byte in try value.text().lowercased().utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.append(byte)
      case UInt8(ascii: "'"): continue
      default: if let last = result.last, last != 45 { result.append(45) }
      }
    }
    if result.last == 45 { result.removeLast() }
    return .string(String(decoding: result, as: UTF8.self))
  }

  static let string = TemplateFilter("string", "The value as text") {
    value, _ throws(TemplateValueProblem) in
    value.isHTML ? value : .string(try value.text())
  }
}

/// The words of a piece of HTML.
private func strippingTags(_ html: String) -> String {
  let bytes = Array(html.utf8)
  let withoutComments = removing(bytes, from: Array("<!--".utf8), to: Array("-->".utf8))
  let words = removing(withoutComments, from: [UInt8(ascii: "<")], to: [UInt8(ascii: ">")])
  let joined = String(decoding: words, as: UTF8.self)
    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  var text = joined
  for (entity, character) in [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"),
    ("&nbsp;", "\u{A0}"), ("&amp;", "&"),
  ] {
    text = text.split(separator: entity, omittingEmptySubsequences: false)
      .joined(separator: character)
  }
  return text
}

private func removing(_ bytes: [UInt8], from open: [UInt8], to close: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var index = 0
  var lastClose = bytes.count
  while lastClose > 0, !bytes[..<lastClose].suffix(close.count).elementsEqual(close) {
    lastClose -= 1
  }
  while index < bytes.count {
    guard bytes[index...].starts(with: open), index + open.count + close.count <= lastClose else {
      result.append(bytes[index])
      index += 1
      continue
    }
    index += open.count
    while index < bytes.count, !bytes[index...].starts(with: close) { index += 1 }
    index += close.count
  }
  return result
}

/// JSON as Python's `json.dumps` writes it with sorted names, and with the characters that could
/// end a script element or an attribute as \uXXXX.
private func appendTemplateJSON(_ value: TemplateValue, to output: inout [UInt8])
  throws(TemplateValueProblem)
{
  switch value {
  case .nothing: output.append(contentsOf: "null".utf8)
  case .boolean(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
  case .integer, .number: output.append(contentsOf: try value.text().utf8)
  case .string, .html: appendASCIIJSONString(try value.text(), to: &output)
  case .list(let values):
    output.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { output.append(contentsOf: ", ".utf8) }
      try appendTemplateJSON(value, to: &output)
    }
    output.append(UInt8(ascii: "]"))
  case .map(let map):
    output.append(UInt8(ascii: "{"))
    let order = map.shape.names.indices.sorted { left, right in
      map.shape.names[left].utf8.lexicographicallyPrecedes(map.shape.names[right].utf8)
    }
    for (index, slot) in order.enumerated() {
      if index > 0 { output.append(contentsOf: ", ".utf8) }
      appendASCIIJSONString(map.shape.names[slot], to: &output)
      output.append(contentsOf: ": ".utf8)
      try appendTemplateJSON(map.values[slot], to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }
}

private func appendASCIIJSONString(_ text: String, to output: inout [UInt8]) {
  output.append(UInt8(ascii: "\""))
  for unit in text.utf16 {
    switch unit {
    case 0x22: output.append(contentsOf: "\\\"".utf8)
    case 0x5C: output.append(contentsOf: "\\\\".utf8)
    case 0x08: output.append(contentsOf: "\\b".utf8)
    case 0x09: output.append(contentsOf: "\\t".utf8)
    case 0x0A: output.append(contentsOf: "\\n".utf8)
    case 0x0C: output.append(contentsOf: "\\f".utf8)
    case 0x0D: output.append(contentsOf: "\\r".utf8)
    case 0x26, 0x27, 0x3C, 0x3E, 0..<0x20, 0x7F...:
      if unit == 0x7F {
        output.append(0x7F)
        continue
      }
      output.append(contentsOf: "\\u".utf8)
      for shift in [12, 8, 4, 0] {
        let digit = UInt8(unit >> UInt16(shift) & 15)
        output.append(digit < 10 ? 48 + digit : 87 + digit)
      }
    default: output.append(UInt8(truncatingIfNeeded: unit))
    }
  }
  output.append(UInt8(ascii: "\""))
}
