/// What `is` can ask of a value. (`defined` and `undefined` ask of a name.)
public enum TemplateTest: Sendable, Hashable {
  case none, boolean, isTrue, isFalse, integer, float, number, string, mapping, sequence, iterable
  case odd, even, divisibleBy, escaped, lower, upper
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, isIn

  /// The test that a template calls by a name; nil where there is none.
  init?(name: String) {
    guard let found = TemplateTest.byName[name] else { return nil }
    self = found
  }

  /// All names, sorted.
  public static var names: [String] { (byName.keys + ["defined", "undefined"]).sorted() }

  private static let byName: [String: TemplateTest] = [
    "none": .none, "boolean": .boolean, "true": .isTrue, "false": .isFalse, "integer": .integer,
    "float": .float, "number": .number, "string": .string, "mapping": .mapping,
    "sequence": .sequence, "iterable": .iterable, "odd": .odd, "even": .even,
    "divisibleby": .divisibleBy, "escaped": .escaped, "lower": .lower, "upper": .upper,
    "eq": .equal, "equalto": .equal, "==": .equal, "ne": .notEqual, "!=": .notEqual, "lt": .less,
    "lessthan": .less, "<": .less, "le": .lessOrEqual, "<=": .lessOrEqual, "gt": .greater,
    "greaterthan": .greater, ">": .greater, "ge": .greaterOrEqual, ">=": .greaterOrEqual,
    "in": .isIn,
  ]

  var takesArgument: Bool {
    switch self {
    case .divisibleBy, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn:
      true
    case .none, .boolean, .isTrue, .isFalse, .integer, .float, .number, .string, .mapping,
      .sequence, .iterable, .odd, .even, .escaped, .lower, .upper:
      false
    }
  }

  /// Whether the test holds for a value; `other` is its argument.
  func holds(_ value: TemplateValue, _ other: TemplateValue) throws(TemplateValueProblem) -> Bool {
    switch (self, value) {
    case (.none, .nothing), (.boolean, .boolean), (.isTrue, .boolean(true)),
      (.isFalse, .boolean(false)), (.integer, .integer), (.float, .number), (.number, .integer),
      (.number, .number), (.number, .boolean), (.string, .string), (.string, .html),
      (.mapping, .map), (.escaped, .html):
      return true
    case (.sequence, .list), (.sequence, .map), (.sequence, .string), (.sequence, .html),
      (.iterable, .list), (.iterable, .map), (.iterable, .string), (.iterable, .html):
      return true
    case (.odd, _), (.even, _), (.divisibleBy, _): return try isDivisible(value, other)
    case (.lower, .string(let text)): return text == text.lowercased() && text != text.uppercased()
    case (.upper, .string(let text)): return text == text.uppercased() && text != text.lowercased()
    case (.equal, _): return try TemplateComparison.holds(.equal, value, other)
    case (.notEqual, _): return try TemplateComparison.holds(.notEqual, value, other)
    case (.less, _): return try TemplateComparison.holds(.less, value, other)
    case (.lessOrEqual, _): return try TemplateComparison.holds(.lessOrEqual, value, other)
    case (.greater, _): return try TemplateComparison.holds(.greater, value, other)
    case (.greaterOrEqual, _):
      return try TemplateComparison.holds(.greaterOrEqual, value, other)
    case (.isIn, _): return try TemplateComparison.holds(.isIn, value, other)
    default: return false
    }
  }

  private func isDivisible(_ value: TemplateValue, _ other: TemplateValue)
    throws(TemplateValueProblem) -> Bool
  {
    let divisor = self == .divisibleBy ? other : .integer(2)
    guard let number = value.wholeNumber, let by = divisor.wholeNumber, by != 0 else {
      throw TemplateValueProblem("only integers are odd, even or divisible")
    }
    return (number.remainderReportingOverflow(dividingBy: by).partialValue == 0) != (self == .odd)
  }
}
