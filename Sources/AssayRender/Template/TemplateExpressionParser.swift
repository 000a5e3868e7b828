import AssayAnalysis

// Expressions, by precedence from the loosest to the tightest, as Jinja2 binds them.

extension TemplateParser {
  static let operatorNames = ["and", "or", "not", "in", "is", "if", "else"]

  /// `a if b else c`
  mutating func parseExpression() throws(TemplateProblem) -> Int {
    depth += 1
    defer { depth -= 1 }
    guard depth < TemplateLimits.expressionNesting else {
      throw TemplateProblem(
        currentRange, "an expression nested more than \(TemplateLimits.expressionNesting) deep")
    }
    let start = currentRange.start
    var value = try parseOr()
    while acceptName("if") {
      let condition = try parseOr()
      let otherwise = acceptName("else") ? try parseExpression() : nil
      value = add(.conditional(condition, then: value, otherwise: otherwise), from: start)
    }
    return value
  }

  /// One expression, or several with commas between them as a list.
  mutating func parseTuple(allowsConditional: Bool = false) throws(TemplateProblem) -> Int {
    let start = currentRange.start
    var items = [allowsConditional ? try parseExpression() : try parseOr()]
    var isTuple = false
    while acceptMark(",") {
      isTuple = true
      guard cursor < tokens.count else { break }
      items.append(allowsConditional ? try parseExpression() : try parseOr())
    }
    guard isTuple else { return items[0] }
    return add(.list(first: store(operands: items), count: items.count), from: start)
  }

  mutating func parseOr() throws(TemplateProblem) -> Int {
    let start = currentRange.start
    var left = try parseAnd()
    while acceptName("or") { left = add(.or(left, try parseAnd()), from: start) }
    return left
  }

  private mutating func parseAnd() throws(TemplateProblem) -> Int {
    let start = currentRange.start
    var left = try parseNot()
    while acceptName("and") { left = add(.and(left, try parseNot()), from: start) }
    return left
  }

  private mutating func parseNot() throws(TemplateProblem) -> Int {
    let start = currentRange.start
    var count = 0
    while acceptName("not") { count += 1 }
    var value = try parseComparison()
    for _ in 0..<count { value = add(.not(value), from: start) }
    return value
  }

  /// `a < b <= c` holds where both do.
  private mutating func parseComparison() throws(TemplateProblem) -> Int {
    let start = currentRange.start
    var left = try parseSum()
    var all: Int?
    while let comparison = acceptComparison() {
      let right = try parseSum()
      let one = add(.comparison(comparison, left, right), from: start)
      all = all.map { add(.and($0, one), from: start) } ?? one
      left = right
    }
    return all ?? left
  }

  private mutating func acceptComparison() -> TemplateProgram.ComparisonOperator? {
    guard cursor < tokens.count else { return nil }
    switch tokens[cursor].kind {
    case .mark(let mark):
      guard let found = TemplateParser.comparisons[mark] else { return nil }
      cursor += 1
      return found
    case .name("in"):
      cursor += 1
      return .isIn
    case .name("not"):
      guard cursor + 1 < tokens.count, tokens[cursor + 1].kind == .name("in") else { return nil }
      cursor += 2
      return .isNotIn
    default: return nil
    }
  }

  private static let comparisons: [String: TemplateProgram.ComparisonOperator] = [
    "==": .equal, "!=": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater,
    ">=": .greaterOrEqual,
  ]

  private mutating func parseSum() throws(TemplateProblem) -> Int {
    let start = currentRange.start
    var left = try parseConcatenation()
    while true {
      if acceptMark("+") {
        left = add(.binary(.add, left, try parseConcatenation()), from: start)
      } else if acceptMark("-") {
        left = add(.binary(.subtract, left, try parseConcatenation()), from: start)
      } else {
        return left
      }
    }
  }

  private mutating func parseConcatenation() throws(TemplateProblem) -> Int {
    let start = currentRange.start
    var parts = [try parseProduct()]
    while acceptMark("~") { parts.append(try parseProduct()) }
    guard parts.count > 1 else { return parts[0] }
    return add(.concatenation(first: store(operands: parts), count: parts.count), from: start)
  }

  private mutating func parseProduct() throws(TemplateProblem) -> Int {
    let start = currentRange.start
    var left = try parsePower()
    while let sign = ["*", "/", "//", "%"].first(where: { acceptMark($0) }) {
      let right = try parsePower()
      let kind: TemplateProgram.BinaryOperator =
        switch sign {
        case "*": .multiply
        case "/": .divide
        case "//": .floorDivide
        default: .remainder
        }
      left = add(.binary(kind, left, right), from: start)
    }
    return left
  }

  private mutating func parsePower() throws(TemplateProblem) -> Int {
    let start = currentRange.start
    var left = try parseUnary(withFilters: true)
    while acceptMark("**") {
      left = add(.binary(.power, left, try parseUnary(withFilters: true)), from: start)
    }
    return left
  }

  private mutating func parseUnary(withFilters: Bool) throws(TemplateProblem) -> Int {
    let start = currentRange.start
    var signs: [Bool] = []
    while true {
      if acceptMark("-") {
        signs.append(true)
      } else if acceptMark("+") {
        signs.append(false)
      } else {
        break
      }
      guard signs.count < TemplateLimits.expressionNesting else {
        throw TemplateProblem(currentRange, "more than \(signs.count) signs before a value")
      }
    }
    var value = try parsePostfix(try parsePrimary())
    for isMinus in signs.reversed() {
      value = add(isMinus ? .negative(value) : .positive(value), from: start)
    }
    return withFilters ? try parseFilters(value, from: start) : value
  }
}

// MARK: Primaries

extension TemplateParser {
  private mutating func parsePrimary() throws(TemplateProblem) -> Int {
    guard cursor < tokens.count else {
      throw TemplateProblem(currentRange, "a value is missing here")
    }
    let token = tokens[cursor]
    cursor += 1
    switch token.kind {
    case .name(let name): return try parseName(name, token.range)
    case .string(var text):
      while cursor < tokens.count, case .string(let more) = tokens[cursor].kind {
        text += more
        cursor += 1
      }
      return addLiteral(.string(text), token.range)
    case .integer(let integer): return addLiteral(.integer(integer), token.range)
    case .number(let number): return addLiteral(.number(number), token.range)
    case .mark("("): return try parseParentheses(token.range)
    case .mark("["):
      let items = try parseItems(until: "]")
      return add(
        .list(first: store(operands: items), count: items.count), from: token.range.start)
    case .mark("{"): return try parseMap(token.range)
    case .mark(let mark):
      throw TemplateProblem(token.range, "'\(mark)' stands where a value should")
    }
  }

  private mutating func parseParentheses(_ range: SourceRange) throws(TemplateProblem) -> Int {
    if acceptMark(")") { return addLiteral(.list([]), range) }
    let value = try parseExpression()
    if acceptMark(")") { return value }
    guard acceptMark(",") else { throw TemplateProblem(currentRange, "')' is missing here") }
    let items = [value] + (try parseItems(until: ")"))
    return add(.list(first: store(operands: items), count: items.count), from: range.start)
  }

  private mutating func parseItems(until end: String) throws(TemplateProblem) -> [Int] {
    var items: [Int] = []
    while !acceptMark(end) {
      items.append(try parseExpression())
      if acceptMark(end) { break }
      try expectMark(",")
    }
    return items
  }

  private mutating func parseMap(_ range: SourceRange) throws(TemplateProblem) -> Int {
    var entries: [Int] = []
    while !acceptMark("}") {
      entries.append(try parseExpression())
      try expectMark(":")
      entries.append(try parseExpression())
      if acceptMark("}") { break }
      try expectMark(",")
    }
    return add(
      .map(first: store(operands: entries), count: entries.count / 2), from: range.start)
  }

  private mutating func parseName(_ name: String, _ range: SourceRange) throws(TemplateProblem)
    -> Int
  {
    switch name {
    case "true", "True": return addLiteral(.boolean(true), range)
    case "false", "False": return addLiteral(.boolean(false), range)
    case "none", "None": return addLiteral(.nothing, range)
    case _ where TemplateParser.operatorNames.contains(name):
      throw TemplateProblem(range, "'\(name)' stands where a value should")
    default: break
    }
    if isMark("(") { return try parseCall(name, range) }
    if let module = links.modules[name], acceptMark(".") {
      let (macro, macroRange) = try expectAnyName()
      try expectMark("(")
      return try parseMacroCall(macro, in: module, macroRange)
    }
    if name == "loop" {
      try expectMark(".")
      return try parseLoopVariable(range)
    }
    let index = program.names.index(of: name)
    if namesInMacro?.contains(index) == false { namesInMacro?.append(index) }
    return add(.name(index), from: range.start)
  }

  private mutating func parseLoopVariable(_ range: SourceRange) throws(TemplateProblem) -> Int {
    let (field, fieldRange) = try expectAnyName()
    if field == "cycle" {
      try expectMark("(")
      let items = try parseItems(until: ")")
      guard !items.isEmpty else { throw TemplateProblem(fieldRange, "'cycle' needs values") }
      return add(
        .cycle(first: store(operands: items), count: items.count), from: range.start)
    }
    guard let variable = TemplateProgram.LoopVariable(rawValue: field) else {
      let known = TemplateProgram.LoopVariable.allCases.map(\.rawValue) + ["cycle"]
      throw unknown("'\(field)' is nothing that 'loop' knows", field, known, fieldRange)
    }
    return add(.loopVariable(variable), from: range.start)
  }

  private mutating func parseCall(_ name: String, _ range: SourceRange) throws(TemplateProblem)
    -> Int
  {
    try expectMark("(")
    switch name {
    case "super":
      try expectMark(")")
      return add(.parentBlock, from: range.start)
    case "range":
      let items = try parseItems(until: ")")
      guard (1...3).contains(items.count) else {
        throw TemplateProblem(range, "'range' takes one to three numbers")
      }
      return add(.range(first: store(operands: items), count: items.count), from: range.start)
    case "chart": return try parseChart(range)
    case "namespace", "dict":
      let arguments = try parseArguments()
      let entries = try namedEntries(arguments[...], of: name, range)
      let first = store(operands: entries)
      return add(.map(first: first, count: arguments.count), from: range.start)
    default: return try parseMacroCall(name, in: nil, range)
    }
  }

  private mutating func parseMacroCall(
    _ name: String, in module: Int?, _ range: SourceRange
  ) throws(TemplateProblem) -> Int {
    let arguments = try parseArguments()
    program.macroCalls.append(TemplateProgram.MacroCall(macro: -1, arguments: []))
    let call = program.macroCalls.count - 1
    links.calls.append(
      TemplateLinks.Call(
        call: call, name: name, module: module, arguments: arguments, range: range))
    return add(.macro(call: call), from: range.start)
  }

  /// Arguments up to the closing parenthesis.
  mutating func parseArguments() throws(TemplateProblem) -> [TemplateArgument] {
    var arguments: [TemplateArgument] = []
    while !acceptMark(")") {
      if !arguments.isEmpty {
        try expectMark(",")
        if acceptMark(")") { break }
      }
      let range = currentRange
      if cursor + 1 < tokens.count, case .name(let name) = tokens[cursor].kind,
        tokens[cursor + 1].kind == .mark("=")
      {
        cursor += 2
        arguments.append(
          TemplateArgument(name: name, value: try parseExpression(), range: range))
      } else {
        if arguments.last?.name != nil {
          throw TemplateProblem(range, "an argument without a name stands before those with one")
        }
        arguments.append(TemplateArgument(name: nil, value: try parseExpression(), range: range))
      }
    }
    return arguments
  }
}

// MARK: Postfixes

extension TemplateParser {
  private mutating func parsePostfix(_ base: Int) throws(TemplateProblem) -> Int {
    var value = base
    let start = program.places[base].range.start
    while true {
      if acceptMark(".") {
        value = try parseAttribute(of: value, from: start)
      } else if acceptMark("[") {
        value = try parseSubscript(of: value, from: start)
      } else if isMark("(") {
        throw TemplateProblem(currentRange, "only macros can be called")
      } else {
        return value
      }
    }
  }

  private mutating func parseAttribute(of value: Int, from start: UInt32) throws(TemplateProblem)
    -> Int
  {
    if cursor < tokens.count, case .integer(let index) = tokens[cursor].kind {
      let range = tokens[cursor].range
      cursor += 1
      return add(.element(of: value, index: addLiteral(.integer(index), range)), from: start)
    }
    let (name, range) = try expectAnyName()
    if isMark("(") {
      guard let part = TemplateProgram.MapPart(rawValue: name) else {
        throw TemplateProblem(
          range, "'\(name)()' is a method, and templates have none",
          hint: TemplateFilter.named(name).map { "write |\($0.name)" } ?? "use a filter instead")
      }
      cursor += 1
      try expectMark(")")
      return add(.items(of: value, part), from: start)
    }
    program.attributes.append(name)
    return add(.attribute(of: value, site: program.attributes.count - 1), from: start)
  }

  private mutating func parseSubscript(of value: Int, from start: UInt32) throws(TemplateProblem)
    -> Int
  {
    var bounds: [Int] = [-1, -1]
    if !isMark(":") {
      let index = try parseExpression()
      if acceptMark("]") {
        if case .literal(let literal) = program.expressions[index],
          case .string(let name) = program.literals[literal]
        {
          program.attributes.append(name)
          return add(.attribute(of: value, site: program.attributes.count - 1), from: start)
        }
        return add(.element(of: value, index: index), from: start)
      }
      bounds[0] = index
    }
    try expectMark(":")
    if !isMark("]") { bounds[1] = try parseExpression() }
    try expectMark("]")
    return add(.slice(of: value, bounds: store(operands: bounds)), from: start)
  }

  private mutating func parseFilters(_ base: Int, from start: UInt32) throws(TemplateProblem)
    -> Int
  {
    var value = base
    while true {
      if acceptMark("|") {
        value = try parseFilter(of: value, from: start)
      } else if acceptName("is") {
        value = try parseTest(of: value, from: start)
      } else {
        return value
      }
    }
  }

  private mutating func parseFilter(of value: Int, from start: UInt32) throws(TemplateProblem)
    -> Int
  {
    let (name, range) = try expectAnyName()
    let arguments = acceptMark("(") ? try parseArguments() : []
    guard let filter = TemplateFilter.named(name) else {
      throw unknown("'\(name)' is no filter", name, TemplateFilter.all.map(\.name), range)
    }
    let bound = try bind(arguments, to: filter.parameters, of: "filter '\(name)'", range)
    for (parameter, argument) in zip(filter.parameters, bound)
    where parameter.isRequired && argument == nil {
      throw TemplateProblem(range, "filter '\(name)' needs '\(parameter.name)'")
    }
    if filter.name == "default" {
      return add(.fallback(value, bound[0], whenFalse: bound[1]), from: start)
    }
    program.filterCalls.append(TemplateProgram.FilterCall(filter: filter, arguments: bound))
    return add(.filter(value, call: program.filterCalls.count - 1), from: start)
  }

  /// Arguments in the order of the parameters; nil where one is left out.
  func bind(
    _ arguments: [TemplateArgument], to parameters: [TemplateFilter.Parameter], of what: String,
    _ range: SourceRange
  ) throws(TemplateProblem) -> [Int?] {
    var bound = [Int?](repeating: nil, count: parameters.count)
    for (position, argument) in arguments.enumerated() {
      guard let name = argument.name else {
        guard position < parameters.count else {
          throw TemplateProblem(
            argument.range, "\(what) takes at most \(parameters.count) arguments")
        }
        bound[position] = argument.value
        continue
      }
      guard let index = parameters.firstIndex(where: { $0.name == name }) else {
        throw unknown("\(what) has no '\(name)'", name, parameters.map(\.name), argument.range)
      }
      guard bound[index] == nil else {
        throw TemplateProblem(argument.range, "\(what) gets '\(name)' twice")
      }
      bound[index] = argument.value
    }
    return bound
  }

  private mutating func parseTest(of value: Int, from start: UInt32) throws(TemplateProblem) -> Int
  {
    let isNegated = acceptName("not")
    let (name, range) = try expectAnyName()
    if name == "defined" || name == "undefined" {
      return add(.isDefined(value, isNegated: isNegated != (name == "undefined")), from: start)
    }
    guard let test = TemplateTest(name: name) else {
      throw unknown("'\(name)' is no test", name, TemplateTest.names, range)
    }
    var argument: Int?
    if test.takesArgument {
      if acceptMark("(") {
        argument = try parseExpression()
        try expectMark(")")
      } else {
        argument = try parsePostfix(try parsePrimary())
      }
    }
    let result = add(.test(test, value, argument: argument), from: start)
    return isNegated ? add(.not(result), from: start) : result
  }
}

// MARK: Tokens

/// An argument of a call, with the name it is given by.
struct TemplateArgument {
  let name: String?
  let value: Int
  let range: SourceRange
}

extension TemplateParser {
  /// The range of the next token, or the end of the tag.
  var currentRange: SourceRange {
    if cursor < tokens.count { return tokens[cursor].range }
    return tokens.last.map { SourceRange(start: $0.range.end, end: $0.range.end + 1) } ?? tagRange
  }

  func isMark(_ mark: String) -> Bool {
    cursor < tokens.count && tokens[cursor].kind == .mark(mark)
  }

  mutating func acceptMark(_ mark: String) -> Bool {
    guard isMark(mark) else { return false }
    cursor += 1
    return true
  }

  mutating func acceptName(_ name: String) -> Bool {
    guard cursor < tokens.count, tokens[cursor].kind == .name(name) else { return false }
    cursor += 1
    return true
  }

  mutating func acceptAnyName() -> (name: String, range: SourceRange)? {
    guard cursor < tokens.count, case .name(let name) = tokens[cursor].kind else { return nil }
    cursor += 1
    return (name, tokens[cursor - 1].range)
  }

  mutating func expectAnyName() throws(TemplateProblem) -> (name: String, range: SourceRange) {
    guard let found = acceptAnyName() else {
      throw TemplateProblem(currentRange, "a name is missing here")
    }
    return found
  }

  mutating func expectMark(_ mark: String) throws(TemplateProblem) {
    guard acceptMark(mark) else {
      throw TemplateProblem(currentRange, "'\(mark)' is missing here")
    }
  }

  mutating func expectName(_ name: String) throws(TemplateProblem) {
    guard acceptName(name) else {
      throw TemplateProblem(currentRange, "'\(name)' is missing here")
    }
  }

  mutating func expectEnd() throws(TemplateProblem) {
    guard cursor >= tokens.count else {
      throw TemplateProblem(
        tokens[cursor].range, "'\(source[tokens[cursor].range])' is more than this tag can hold")
    }
  }

  func unknown(
    _ message: String, _ name: String, _ known: [String], _ range: SourceRange
  ) -> TemplateProblem {
    TemplateProblem(
      range, message, hint: suggestion(for: name, among: known).map { "did you mean '\($0)'?" })
  }

  mutating func add(_ expression: TemplateProgram.Expression, from start: UInt32) -> Int {
    let end = cursor > 0 && cursor <= tokens.count ? tokens[cursor - 1].range.end : start
    program.expressions.append(expression)
    program.places.append(
      TemplateProgram.Place(template: template, range: SourceRange(start: start, end: end)))
    return program.expressions.count - 1
  }

  mutating func addLiteral(_ value: TemplateValue, _ range: SourceRange) -> Int {
    program.literals.append(value)
    program.expressions.append(.literal(program.literals.count - 1))
    program.places.append(TemplateProgram.Place(template: template, range: range))
    return program.expressions.count - 1
  }

  mutating func store(operands: [Int]) -> Int {
    program.operands.append(contentsOf: operands)
    return program.operands.count - operands.count
  }
}
