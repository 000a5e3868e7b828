import AssayAnalysis

/// A value that does not fit where it stands; the place is added by the one who knows it.
public struct TemplateValueProblem: Error {
  let message: String
  var hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

extension TemplateRenderer {
  /// The value of an expression.
  mutating func evaluate(_ index: Int) throws(Stop) -> TemplateValue {
    switch program.expressions[index] {
    case .literal(let literal): return program.literals[literal]
    case .name, .attribute, .element: return try existing(index)
    case .loopVariable(let variable): return try loopVariable(variable, at: index)
    case .not(let operand): return .boolean(try !isTrue(operand))
    case .and(let left, let right):
      let value = try evaluate(left)
      return value.isTrue ? try evaluate(right) : value
    case .or(let left, let right):
      let value = try evaluate(left)
      return value.isTrue ? value : try evaluate(right)
    case .conditional(let condition, let then, let otherwise):
      if try isTrue(condition) { return try evaluate(then) }
      return try otherwise.map { expression throws(Stop) in try evaluate(expression) }
        ?? .string("")
    case .fallback(let value, let other, let whenFalse):
      return try evaluateFallback(value, other, whenFalse: whenFalse)
    case .isDefined(let operand, let isNegated):
      return .boolean((try lookUp(operand) != nil) != isNegated)
    case .filter(let operand, let call): return try evaluateFilter(operand, call, at: index)
    case .test(let test, let operand, let argument):
      let value = try evaluate(operand)
      let other = try argument.map { expression throws(Stop) in try evaluate(expression) }
      return .boolean(
        try valueOf(index) { () throws(TemplateValueProblem) in
          try test.holds(value, other ?? .nothing)
        })
    case .macro(let call):
      let start = output.count
      try runMacro(program.macroCalls[call], at: index)
      return .html(SafeHTML(trusted: takeOutput(from: start)))
    case .parentBlock:
      let start = output.count
      try runParentBlock(at: index)
      return .html(SafeHTML(trusted: takeOutput(from: start)))
    case .items(let operand, let part): return try mapPart(part, of: operand, at: index)
    case .negative, .positive, .binary, .comparison, .concatenation, .slice, .list, .map, .range,
      .chart, .cycle:
      return try compute(index)
    }
  }

  /// Expressions that make a new value of others.
  private mutating func compute(_ index: Int) throws(Stop) -> TemplateValue {
    switch program.expressions[index] {
    case .negative(let operand):
      let value = try evaluate(operand)
      if case .number(let number) = value { return .number(-number) }
      return try valueOf(index) { () throws(TemplateValueProblem) in
        try TemplateArithmetic.apply(.subtract, .integer(0), value)
      }
    case .positive(let operand): return try evaluate(operand)
    case .binary(let kind, let left, let right):
      let (a, b) = (try evaluate(left), try evaluate(right))
      return try valueOf(index) { () throws(TemplateValueProblem) in
        try TemplateArithmetic.apply(kind, a, b)
      }
    case .comparison(let kind, let left, let right):
      let (a, b) = (try evaluate(left), try evaluate(right))
      return .boolean(
        try valueOf(index) { () throws(TemplateValueProblem) in
          try TemplateComparison.holds(kind, a, b)
        })
    case .concatenation(let first, let count):
      let parts = try values(first, count)
      return try valueOf(index) { () throws(TemplateValueProblem) in
        try TemplateValue.concatenating(parts)
      }
    case .slice(let operand, let bounds): return try slice(operand, bounds, at: index)
    case .list(let first, let count): return .list(try values(first, count))
    case .map(let first, let count): return try makeMap(first, count, at: index)
    case .range(let first, let count): return try range(try values(first, count), at: index)
    case .chart(let first, let count):
      let request = try makeMap(first, count, at: index)
      return try valueOf(index) { () throws(TemplateValueProblem) in
        guard case .map(let map) = request, let charts else {
          throw TemplateValueProblem("charts are drawn on the pages of a site only")
        }
        return try charts(map)
      }
    case .cycle(let first, let count):
      let loop = try innermostLoop(at: index)
      return try evaluate(program.operands[first + loops[loop].index % count])
    default: return .nothing
    }
  }

  mutating func isTrue(_ index: Int) throws(Stop) -> Bool { try evaluate(index).isTrue }

  private mutating func values(_ first: Int, _ count: Int) throws(Stop) -> [TemplateValue] {
    var values: [TemplateValue] = []
    values.reserveCapacity(count)
    for operand in first..<first + count { values.append(try evaluate(program.operands[operand])) }
    return values
  }

  /// Adds the place to a problem that `compute` meets.
  func valueOf<Result>(
    _ expression: Int, _ compute: () throws(TemplateValueProblem) -> Result
  ) throws(Stop) -> Result {
    do throws(TemplateValueProblem) {
      return try compute()
    } catch {
      throw Stop(expression: expression, message: error.message, hint: error.hint)
    }
  }
}

// MARK: Names

extension TemplateRenderer {
  /// The value of a path; an error where it leads nowhere.
  private mutating func existing(_ index: Int) throws(Stop) -> TemplateValue {
    if let value = try lookUp(index) { return value }
    throw try missing(index)
  }

  /// The value of an expression, or nil where the last step of a path leads nowhere.
  private mutating func lookUp(_ index: Int) throws(Stop) -> TemplateValue? {
    switch program.expressions[index] {
    case .name(let name): return environment[name]
    case .attribute(let base, let site):
      guard case .map(let map) = try evaluate(base) else { return nil }
      return attribute(site, of: map)
    case .element(let base, let key):
      let (value, key) = (try evaluate(base), try evaluate(key))
      return value.element(key)
    default: return try evaluate(index)
    }
  }

  /// Says which step of a path leads nowhere, and what is near.
  private mutating func missing(_ index: Int) throws(Stop) -> Stop {
    switch program.expressions[index] {
    case .name(let name):
      let word = program.names.names[name]
      let known =
        contextNames
        + environment.indices.filter { environment[$0] != nil }.map { program.names.names[$0] }
      return stop(index, "'\(word)' has no value here", near: word, among: known)
    case .attribute(let base, let site):
      let word = program.attributes[site]
      let value = try evaluate(base)
      guard case .map(let map) = value else {
        return Stop(
          expression: index, message: "'\(word)' is asked of \(value.kindName), which has none")
      }
      return stop(
        index, "'\(word)' is not among '\(map.shape.names.joined(separator: "', '"))'",
        near: word, among: map.shape.names)
    case .element(let base, let key):
      let (value, key) = (try evaluate(base), try evaluate(key))
      let word = (try? key.text()) ?? key.kindName  // the message can do without the words
      var kind = value.kindName
      if case .list(let values) = value { kind += " of \(values.count)" }
      return Stop(expression: index, message: "\(kind) has no element \(word)")
    default: return Stop(expression: index, message: "this has no value")
    }
  }

  private func stop(_ index: Int, _ message: String, near word: String, among known: [String])
    -> Stop
  {
    let near = suggestion(for: word, among: Array(Set(known)).sorted())
    return Stop(
      expression: index, message: message, hint: near.map { "did you mean '\($0)'?" })
  }

  private mutating func evaluateFallback(_ value: Int, _ other: Int?, whenFalse: Int?) throws(Stop)
    -> TemplateValue
  {
    if let found = try lookUp(value) {
      let wantsTrue = try whenFalse.map { index throws(Stop) in try isTrue(index) } ?? false
      if found.isTrue || !wantsTrue { return found }
    }
    return try other.map { index throws(Stop) in try evaluate(index) } ?? .string("")
  }
}

// MARK: Loops, lists and maps

extension TemplateRenderer {
  private func loopVariable(_ variable: TemplateProgram.LoopVariable, at expression: Int)
    throws(Stop) -> TemplateValue
  {
    let loop = try innermostLoop(at: expression)
    let (index, items) = (loops[loop].index, loops[loop].items)
    switch variable {
    case .index: return .integer(index + 1)
    case .index0: return .integer(index)
    case .revindex: return .integer(items.count - index)
    case .revindex0: return .integer(items.count - index - 1)
    case .first: return .boolean(index == 0)
    case .last: return .boolean(index == items.count - 1)
    case .length: return .integer(items.count)
    case .previtem: return index > 0 ? items[index - 1] : .nothing
    case .nextitem: return index + 1 < items.count ? items[index + 1] : .nothing
    }
  }

  /// What a loop goes over: a list's elements, a map's names, a text's characters.
  mutating func elements(of index: Int) throws(Stop) -> [TemplateValue] {
    let value = try evaluate(index)
    return try valueOf(index) { () throws(TemplateValueProblem) in try value.elements() }
  }

  private mutating func mapPart(_ part: TemplateProgram.MapPart, of operand: Int, at index: Int)
    throws(Stop) -> TemplateValue
  {
    let value = try evaluate(operand)
    guard case .map(let map) = value else {
      throw Stop(
        expression: index, message: "'\(part.rawValue)()' is asked of \(value.kindName), not a map")
    }
    return map.list(part)
  }

  private mutating func makeMap(_ first: Int, _ count: Int, at index: Int) throws(Stop)
    -> TemplateValue
  {
    var names: [String] = []
    var values: [TemplateValue] = []
    for entry in 0..<count {
      guard case .string(let name) = try evaluate(program.operands[first + 2 * entry]) else {
        throw Stop(expression: index, message: "the names in a map are strings")
      }
      let value = try evaluate(program.operands[first + 2 * entry + 1])
      if let known = names.firstIndex(of: name) {
        values[known] = value
      } else {
        names.append(name)
        values.append(value)
      }
    }
    return .map(TemplateMap(shape: TemplateShape(names), values: values))
  }

  private func range(_ bounds: [TemplateValue], at index: Int) throws(Stop) -> TemplateValue {
    var numbers: [Int] = []
    for bound in bounds {
      guard case .integer(let number) = bound else {
        throw Stop(expression: index, message: "'range' takes integers, not \(bound.kindName)")
      }
      numbers.append(number)
    }
    let (start, end) = numbers.count == 1 ? (0, numbers[0]) : (numbers[0], numbers[1])
    let step = numbers.count == 3 ? numbers[2] : 1
    guard step != 0 else { throw Stop(expression: index, message: "'range' needs a step") }
    guard (numbers + [step]).allSatisfy({ $0.magnitude < 1 << 60 }) else {
      throw Stop(expression: index, message: "a number too large for 'range'")
    }
    var list: [TemplateValue] = []
    for number in stride(from: start, to: end, by: step) {
      guard list.count < TemplateLimits.range else {
        throw Stop(
          expression: index, message: "'range' gives at most \(TemplateLimits.range) numbers")
      }
      list.append(.integer(number))
    }
    return .list(list)
  }

  private mutating func slice(_ operand: Int, _ bounds: Int, at index: Int) throws(Stop)
    -> TemplateValue
  {
    let value = try evaluate(operand)
    var limits: [Int?] = []
    for bound in bounds..<bounds + 2 {
      let expression = program.operands[bound]
      guard expression >= 0 else {
        limits.append(nil)
        continue
      }
      guard case .integer(let limit) = try evaluate(expression) else {
        throw Stop(expression: expression, message: "the bounds of a slice are integers")
      }
      limits.append(limit)
    }
    guard let part = value.slice(from: limits[0], to: limits[1]) else {
      throw Stop(expression: index, message: "a slice is asked of \(value.kindName)")
    }
    return part
  }

  private mutating func evaluateFilter(_ operand: Int, _ index: Int, at expression: Int)
    throws(Stop) -> TemplateValue
  {
    let value = try evaluate(operand)
    var arguments: [TemplateValue?] = []
    let call = program.filterCalls[index]
    for argument in call.arguments {
      arguments.append(try argument.map { index throws(Stop) in try evaluate(index) })
    }
    return try valueOf(expression) { () throws(TemplateValueProblem) in
      try call.filter.run(value, arguments)
    }
  }
}
