import AssayAnalysis

extension TemplateFilter {
  static let round = TemplateFilter(
    "round", "To so many decimals; 'common', 'ceil' or 'floor'",
    [.optional("precision"), .optional("method")]
  ) { value, arguments throws(TemplateValueProblem) in
    let given = TemplateArguments(arguments)
    let places = try given.integer(0) ?? 0
    let method = try given.text(1) ?? "common"
    guard (-15...15).contains(places), ["common", "ceil", "floor"].contains(method) else {
      throw TemplateValueProblem("'round' takes up to 15 places, and 'common', 'ceil' or 'floor'")
    }
    guard let number = value.double else {
      throw TemplateValueProblem("\(value.kindName) cannot be rounded")
    }
    if let whole = value.wholeNumber, places >= 0, method == "common" { return .integer(whole) }
    let rounded = rounding(number, places: places, method: method)
    if value.wholeNumber != nil, method == "common", let whole = Int(exactly: rounded) {
      return .integer(whole)
    }
    return .number(rounded)
  }

  /// Rounded by its exact value, halves to even, as Python does.
  static func rounding(_ number: Double, places: Int, method: String = "common") -> Double {
    var scale = 1.0
    for _ in 0..<places.magnitude { scale *= 10 }
    let product = places < 0 ? number / scale : number * scale
    guard product.magnitude < 0x1p52 else { return number }
    var rounded: Double
    switch method {
    case "ceil": rounded = product.rounded(.up)
    case "floor": rounded = product.rounded(.down)
    default:
      rounded = product.rounded(.toNearestOrEven)
      // The product itself was rounded; the rest tells on which side of a half it lies.
      let rest = places < 0 ? 0 : (-product).addingProduct(number, scale)
      if (product - product.rounded(.down)) == 0.5, rest != 0 {
        rounded = product.rounded(rest > 0 ? .up : .down)
      }
    }
    return places < 0 ? rounded * scale : rounded / scale
  }

  static let integer = TemplateFilter(
    "int", "A whole number; another (0) where it is none", [.optional("default")]
  ) { value, arguments throws(TemplateValueProblem) in
    let fallback = TemplateArguments(arguments)[0] ?? .integer(0)
    if let whole = value.wholeNumber { return .integer(whole) }
    let number: Double?
    switch value {
    case .number(let double): number = double
    case .string, .html:
      let text = trimmed(try value.text())
      if let whole = Int(text) { return .integer(whole) }
      number = Double(text)
    case .nothing, .boolean, .integer, .list, .map: number = nil
    }
    guard let number, let whole = Int(exactly: number.rounded(.towardZero)) else { return fallback }
    return .integer(whole)
  }

  static let float = TemplateFilter(
    "float", "A number with a fraction; another (0.0) where it is none", [.optional("default")]
  ) { value, arguments throws(TemplateValueProblem) in
    if let number = value.double { return .number(number) }
    if case .string(let text) = value, let number = Double(trimmed(text)), number.isFinite {
      return .number(number)
    }
    return TemplateArguments(arguments)[0] ?? .number(0)
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  static let absolute = TemplateFilter("abs", "Without its sign") {
    value, _ throws(TemplateValueProblem) in
    switch value {
    case .integer(let integer) where integer > Int.min: return .integer(abs(integer))
    case .number(let number): return .number(number.magnitude)
    default: throw TemplateValueProblem("\(value.kindName) has no size")
    }
  }

  static let thousands = TemplateFilter(
    "thousands", "With separators and a true minus: 1,234,567", [.optional("places")]
  ) { value, arguments throws(TemplateValueProblem) in
    .string(try shown(value, places: try TemplateArguments(arguments).integer(0)))
  }

  static let percent = TemplateFilter(
    "percent", "A share such as 0.235 as a percentage: 23.5%", [.optional("places")]
  ) { value, arguments throws(TemplateValueProblem) in
    guard let number = value.double else {
      throw TemplateValueProblem("\(value.kindName) is no share")
    }
    let places = try TemplateArguments(arguments).integer(0) ?? 0
    return .string(try shown(.number(number * 100), places: places) + "%")
  }

  private static func shown(_ value: TemplateValue, places: Int?) throws(TemplateValueProblem)
    -> String
  {
    if let whole = value.wholeNumber { return formatNumber(DecimalNumber(whole), places: places) }
    guard let number = value.double, number.isFinite else {
      throw TemplateValueProblem("\(value.kindName) is no number")
    }
    return formatNumber(number, places: places)
  }

  static let date = TemplateFilter(
    "date", "2026-04-10 as 10 April 2026; 'short', 'month' or 'iso'", [.optional("style")]
  ) { value, arguments throws(TemplateValueProblem) in
    let text = try value.text()
    guard let date = CalendarDate(iso: text.prefix(10)),
      text.utf8.count == 10 || text.utf8.dropFirst(10).first == UInt8(ascii: "T")
    else {
      throw TemplateValueProblem("'\(text)' is no date", hint: "a date is written YYYY-MM-DD")
    }
    let month = CalendarDate.monthNames[date.month - 1]
    switch try TemplateArguments(arguments).text(0) ?? "long" {
    case "long": return .string("\(date.day) \(month) \(date.year)")
    case "short": return .string("\(date.day) \(month.prefix(3)) \(date.year)")
    case "month": return .string("\(month) \(date.year)")
    case "iso": return .string(date.iso)
    case let style: throw TemplateValueProblem("'\(style)' is no style of dates")
    }
  }
}
