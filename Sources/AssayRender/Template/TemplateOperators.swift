extension TemplateValue {
  /// What `if` makes of a value: none, false, zero and what is empty are not true.
  var isTrue: Bool {
    switch self {
    case .nothing: false
    case .boolean(let value): value
    case .integer(let integer): integer != 0
    case .number(let number): number != 0
    case .string(let text): !text.isEmpty
    case .html(let html): !html.isEmpty
    case .list(let values): !values.isEmpty
    case .map(let map): !map.values.isEmpty
    }
  }

  /// The value as the text that is shown, not escaped.
  func text() throws(TemplateValueProblem) -> String {
    switch self {
    case .string(let text): return text
    case .html(let html): return String(decoding: html.bytes, as: UTF8.self)
    case .integer(let integer): return String(integer)
    case .boolean(let value): return value ? "True" : "False"
    case .number(let number):
      guard number.isFinite else { throw TemplateValueProblem("a number that is not finite") }
      return writtenNumber(number)
    case .nothing:
      throw TemplateValueProblem(
        "none cannot be shown", hint: "ask with 'if', or give another with |default(…, true)")
    case .list, .map:
      throw TemplateValueProblem("\(kindName) cannot be shown", hint: "show its elements")
    }
  }

  var isHTML: Bool { if case .html = self { true } else { false } }

  /// The number, where it is one; true is 1, as in Python.
  var double: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    case .boolean(let value): value ? 1 : 0
    case .nothing, .string, .html, .list, .map: nil
    }
  }

  /// The whole number, where it is one.
  var wholeNumber: Int? {
    switch self {
    case .integer(let integer): integer
    case .boolean(let value): value ? 1 : 0
    case .nothing, .number, .string, .html, .list, .map: nil
    }
  }

  /// What a loop goes over: a list's elements, a map's names, a text's characters.
  func elements() throws(TemplateValueProblem) -> [TemplateValue] {
    switch self {
    case .list(let values): return values
    case .map(let map): return map.shape.names.map { .string($0) }
    case .string(let text): return text.unicodeScalars.map { .string(String($0)) }
    case .nothing, .boolean, .integer, .number, .html:
      throw TemplateValueProblem("\(kindName) has no elements to go over")
    }
  }

  /// The element of a list or text at an index (from the end where negative), or the value of a
  /// map's name; nil where there is none.
  func element(_ key: TemplateValue) -> TemplateValue? {
    switch (self, key) {
    case (.list(let values), .integer(let index)):
      let place = index < 0 ? values.count + index : index
      return values.indices.contains(place) ? values[place] : nil
    case (.string(let text), .integer(let index)):
      let scalars = Array(text.unicodeScalars)
      let place = index < 0 ? scalars.count + index : index
      return scalars.indices.contains(place) ? .string(String(scalars[place])) : nil
    case (.map(let map), .string(let name)): return map[name]
    default: return nil
    }
  }

  /// Part of a list or text; bounds from the end where negative, cut to what there is.
  func slice(from start: Int?, to end: Int?) -> TemplateValue? {
    func range(_ count: Int) -> Range<Int> {
      func place(_ bound: Int) -> Int { min(max(bound < 0 ? count + bound : bound, 0), count) }
      let low = place(start ?? 0)
      return low..<max(low, place(end ?? count))
    }
    switch self {
    case .list(let values): return .list(Array(values[range(values.count)]))
    case .string(let text):
      let scalars = Array(text.unicodeScalars)
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[range(scalars.count)])
      return .string(String(part))
    case .nothing, .boolean, .integer, .number, .html, .map: return nil
    }
  }

  /// Texts one after the other; where one is HTML, the others are escaped and all is HTML.
  static func concatenating(_ parts: [TemplateValue]) throws(TemplateValueProblem) -> TemplateValue
  {
    guard parts.contains(where: \.isHTML) else {
      var text = ""
      for part in parts { text += try part.text() }
      return .string(text)
    }
    var bytes: [UInt8] = []
    for part in parts {
      if case .html(let html) = part {
        bytes += html.bytes
      } else {
        appendTemplateEscaped(try part.text(), to: &bytes)
      }
    }
    return .html(SafeHTML(trusted: bytes))
  }
}

extension TemplateMap {
  /// The names, the values, or pairs of both, as a list.
  func list(_ part: TemplateProgram.MapPart) -> TemplateValue {
    switch part {
    case .keys: .list(shape.names.map { .string($0) })
    case .values: .list(values)
    case .items: .list(zip(shape.names, values).map { .list([.string($0), $1]) })
    }
  }
}

/// A number as Python writes it: the fewest digits that lead back to it.
func writtenNumber(_ number: Double) -> String {
  // Swift writes 1e16 to 2^54 in plain digits, Python with an exponent.
  guard number.magnitude >= 1e16, number.magnitude <= 0x1p54 else { return number.description }
  var digits = String(Int(number.magnitude))
  let exponent = digits.utf8.count - 1
  while digits.utf8.count > 1, digits.last == "0" { digits.removeLast() }
  let rest = digits.dropFirst()
  let sign = number < 0 ? "-" : ""
  return sign + digits.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "e+\(exponent)"
}

// MARK: Arithmetic

/// Numbers reckoned as Python does, without its silent growth: what is too large is an error.
enum TemplateArithmetic {
  static func apply(
    _ kind: TemplateProgram.BinaryOperator, _ left: TemplateValue, _ right: TemplateValue
  ) throws(TemplateValueProblem) -> TemplateValue {
    if let a = left.wholeNumber, let b = right.wholeNumber {
      return try applyWhole(kind, a, b)
    }
    if let a = left.double, let b = right.double {
      return try applyFraction(kind, a, b)
    }
    if kind == .add {
      switch (left, right) {
      case (.string, .string), (.html, .string), (.string, .html), (.html, .html):
        return try TemplateValue.concatenating([left, right])
      case (.list(let a), .list(let b)): return .list(a + b)
      default: break
      }
    }
    throw TemplateValueProblem(
      "\(left.kindName) and \(right.kindName) cannot be reckoned with",
      hint: kind == .add ? "to join texts write ~" : nil)
  }

  private static func applyWhole(_ kind: TemplateProgram.BinaryOperator, _ a: Int, _ b: Int)
    throws(TemplateValueProblem) -> TemplateValue
  {
    switch kind {
    case .add: return try checked(a.addingReportingOverflow(b))
    case .subtract: return try checked(a.subtractingReportingOverflow(b))
    case .multiply: return try checked(a.multipliedReportingOverflow(by: b))
    case .divide, .power:
      return try kind == .power && b >= 0
        ? power(a, b) : applyFraction(kind, Double(a), Double(b))
    case .floorDivide, .remainder:
      guard b != 0 else { throw TemplateValueProblem("a division by zero") }
      let (quotient, overflow) = a.dividedReportingOverflow(by: b)
      guard !overflow else { throw TemplateValueProblem("a number too large to hold") }
      let remainder = a - quotient * b
      let isRoundedUp = remainder != 0 && (remainder < 0) != (b < 0)
      if kind == .floorDivide { return .integer(isRoundedUp ? quotient - 1 : quotient) }
      return .integer(isRoundedUp ? remainder + b : remainder)
    }
  }

  private static func checked(_ result: (partialValue: Int, overflow: Bool))
    throws(TemplateValueProblem) -> TemplateValue
  {
    guard !result.overflow else { throw TemplateValueProblem("a number too large to hold") }
    return .integer(result.partialValue)
  }

  private static func power(_ base: Int, _ exponent: Int) throws(TemplateValueProblem)
    -> TemplateValue
  {
    if base == 0 || base == 1 { return .integer(exponent == 0 ? 1 : base) }
    if base == -1 { return .integer(exponent % 2 == 0 ? 1 : -1) }
    guard exponent < 64 else { throw TemplateValueProblem("a number too large to hold") }
    var result = 1
    for _ in 0..<exponent {
      let (product, overflow) = result.multipliedReportingOverflow(by: base)
      guard !overflow else { throw TemplateValueProblem("a number too large to hold") }
      result = product
    }
    return .integer(result)
  }

  private static func applyFraction(
    _ kind: TemplateProgram.BinaryOperator, _ a: Double, _ b: Double
  )
    throws(TemplateValueProblem) -> TemplateValue
  {
    let result: Double
    switch kind {
    case .add: result = a + b
    case .subtract: result = a - b
    case .multiply: result = a * b
    case .power: result = try fractionPower(a, b)
    case .divide, .floorDivide, .remainder:
      guard b != 0 else { throw TemplateValueProblem("a division by zero") }
      var remainder = a.truncatingRemainder(dividingBy: b)
      if remainder != 0, (remainder < 0) != (b < 0) { remainder += b }
      switch kind {
      case .divide: result = a / b
      case .remainder: result = remainder
      default: result = ((a - remainder) / b).rounded()
      }
    }
    guard result.isFinite else { throw TemplateValueProblem("a number that is not finite") }
    return .number(result)
  }

  private static func fractionPower(_ base: Double, _ exponent: Double)
    throws(TemplateValueProblem) -> Double
  {
    guard exponent == exponent.rounded(), exponent.magnitude <= 1024 else {
      throw TemplateValueProblem("'**' takes whole exponents up to 1024")
    }
    var result = 1.0
    for _ in 0..<Int(exponent.magnitude) { result *= base }
    if exponent < 0, result == 0 { throw TemplateValueProblem("a division by zero") }
    return exponent < 0 ? 1 / result : result
  }
}

// MARK: Comparison

enum TemplateComparison {
  static func holds(
    _ kind: TemplateProgram.ComparisonOperator, _ left: TemplateValue, _ right: TemplateValue
  ) throws(TemplateValueProblem) -> Bool {
    switch kind {
    case .equal: return isEqual(left, right)
    case .notEqual: return !isEqual(left, right)
    case .isIn: return try contains(right, left)
    case .isNotIn: return try !contains(right, left)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let order = order(left, right) else {
        throw TemplateValueProblem("\(left.kindName) and \(right.kindName) have no order")
      }
      switch kind {
      case .less: return order < 0
      case .lessOrEqual: return order <= 0
      case .greater: return order > 0
      default: return order >= 0
      }
    }
  }

  static func isEqual(_ left: TemplateValue, _ right: TemplateValue) -> Bool {
    switch (left, right) {
    case (.nothing, .nothing): return true
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { isEqual($0, $1) }
    case (.map(let a), .map(let b)):
      return a.values.count == b.values.count
        && zip(a.shape.names, a.values).allSatisfy { name, value in
          b[name].map { isEqual(value, $0) } ?? false
        }
    default: return order(left, right) == 0
    }
  }

  /// Below, at or above zero as the left comes before, with or after the right; nil where the two
  /// have no order. Texts are ordered by Unicode scalars, as UTF-8 bytes are.
  static func order(_ left: TemplateValue, _ right: TemplateValue) -> Int? {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): return a < b ? -1 : a == b ? 0 : 1
    case (.string(let a), .string(let b)): return byteOrder(a.utf8, b.utf8)
    case (.html(let a), .string(let b)): return byteOrder(a.bytes, b.utf8)
    case (.string(let a), .html(let b)): return byteOrder(a.utf8, b.bytes)
    case (.html(let a), .html(let b)): return byteOrder(a.bytes, b.bytes)
    case (.list(let a), .list(let b)):
      for (first, second) in zip(a, b) {
        guard let order = order(first, second) else { return nil }
        if order != 0 { return order }
      }
      return a.count - b.count
    default:
      guard let a = left.double, let b = right.double else { return nil }
      return a < b ? -1 : a == b ? 0 : 1
    }
  }

  private static func byteOrder(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Int
  {
    var other = right.makeIterator()
    for byte in left {
      guard let opposite = other.next() else { return 1 }
      if byte != opposite { return byte < opposite ? -1 : 1 }
    }
    return other.next() == nil ? 0 : -1
  }

  private static func contains(_ whole: TemplateValue, _ part: TemplateValue)
    throws(TemplateValueProblem) -> Bool
  {
    switch (whole, part) {
    case (.list(let values), _): return values.contains { isEqual($0, part) }
    case (.map(let map), .string(let name)): return map.shape.slot(of: name) != nil
    case (.string, .string), (.string, .html), (.html, .string), (.html, .html):
      return containsBytes(Array(try whole.text().utf8), Array(try part.text().utf8))
    default:
      throw TemplateValueProblem("'in' cannot ask \(whole.kindName) for \(part.kindName)")
    }
  }

  private static func containsBytes(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard whole.count >= part.count else { return false }
    return (0...whole.count - part.count).contains { start in
      whole[start] == first && whole[start..<start + part.count].elementsEqual(part)
    }
  }
}
