import AssayAnalysis

/// Makes the figure that `chart(…)` asks for, from its named values; `type` is the kind.
public typealias TemplateCharts =
  @Sendable (TemplateMap) throws(TemplateValueProblem) -> TemplateValue

/// Renders one page: walks the program's statements and appends bytes.
struct TemplateRenderer {
  let program: TemplateProgram
  var output: [UInt8]
  /// Parts of the output that need no reading.
  private(set) var known: [KnownPart] = []
  /// The value of each name of the program, by index; nil where it has none.
  var environment: [TemplateValue?]
  /// Values that names had before the open scopes hid them.
  private var hidden: [(name: Int, value: TemplateValue?)] = []
  /// Where the scopes of the template that is being rendered begin in `hidden`.
  private var firstHidden = 0
  var loops: [LoopState] = []
  /// Loops below this one are out of sight: they belong to the caller of a macro.
  private var firstLoop = 0
  /// The slot in which each place found its attribute last.
  private var sites: [Site]
  /// The template whose blocks are rendered.
  private var current = 0
  /// The block that is being rendered, and how many overriding it came before.
  private var openBlock: (index: Int, level: Int)?
  private var depth = 0
  /// What was wrong so far, each place once: the rest of the page is rendered to find more.
  private(set) var problems: [Stop] = []
  /// How often something was wrong, the same place again included.
  private var stopCount = 0

  struct LoopState {
    var index = 0
    let items: [TemplateValue]
  }

  private struct Site {
    var shape: TemplateShape?
    var slot = 0
  }

  /// Why a page could not be rendered, and at which expression.
  struct Stop: Error {
    let expression: Int
    let message: String
    var hint: String?

    func diagnostic(in program: TemplateProgram) -> Diagnostic {
      guard program.places.indices.contains(expression) else {
        return Diagnostic(.error, path: "", message, hint: hint, rule: "template")
      }
      let place = program.places[expression]
      return Diagnostic(
        .error, in: program.templates[place.template].source, at: place.range, message,
        hint: hint, rule: "template")
    }
  }

  /// Makes what `chart(…)` asks for.
  let charts: TemplateCharts?

  init(
    _ program: TemplateProgram, names: TemplateMap, output: consuming [UInt8],
    charts: TemplateCharts?
  ) {
    self.program = program
    self.charts = charts
    self.output = output
    environment = [TemplateValue?](repeating: nil, count: program.names.names.count)
    sites = [Site](repeating: Site(), count: program.attributes.count)
    for (slot, name) in names.shape.names.enumerated() {
      if let index = program.names.existingIndex(of: name) {
        environment[index] = names.values[slot]
      }
    }
    contextNames = names.shape.names
  }

  /// The names of the context, for "did you mean".
  let contextNames: [String]

  mutating func render(template: Int) throws(Stop) {
    let outer = (current, openBlock)
    current = template
    openBlock = nil
    let chain = program.templates[template].chain
    for index in chain.dropLast() {
      // A template that extends another only sets names at its top level.
      let length = output.count
      try run(program.templates[index].body)
      output.removeLast(output.count - length)
    }
    if let base = chain.last { try run(program.templates[base].body) }
    (current, openBlock) = outer
  }
}

// MARK: Statements

extension TemplateRenderer {
  mutating func run(_ body: TemplateProgram.Body) throws(Stop) {
    depth += 1
    guard depth < TemplateLimits.depth else {
      throw Stop(
        expression: -1,
        message: "macros, blocks or includes nested more than"
          + " \(TemplateLimits.depth) deep")
    }
    for index in body {
      let scopes = (depth, hidden.count, loops.count, firstHidden, firstLoop, current, openBlock)
      do throws(Stop) {
        try execute(program.statements[index])
      } catch {
        try note(error)
        restore(to: scopes.1)
        loops.removeLast(loops.count - scopes.2)
        (depth, firstHidden, firstLoop) = (scopes.0, scopes.3, scopes.4)
        (current, openBlock) = (scopes.5, scopes.6)
      }
    }
    depth -= 1
  }

  /// Keeps a mistake and lets rendering go on, unless it is one that every level would repeat or one
  /// of too many.
  private mutating func note(_ stop: Stop) throws(Stop) {
    stopCount += 1
    if !problems.contains(where: { $0.expression == stop.expression }) { problems.append(stop) }
    if stop.expression < 0 || problems.count >= TemplateLimits.problems
      || stopCount >= TemplateLimits.stops
    {
      throw stop
    }
  }

  private mutating func execute(_ statement: TemplateProgram.Statement) throws(Stop) {
    switch statement {
    case .text(let start, let end):
      program.text.withUnsafeBufferPointer { text in
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
      }
    case .output(let expression): try show(expression, isSafe: false)
    case .outputSafe(let expression): try show(expression, isSafe: true)
    case .conditional(let first, let count):
      for index in first..<first + count {
        let (condition, body) = (program.branches[index].condition, program.branches[index].body)
        if try condition.map({ expression throws(Stop) in try isTrue(expression) }) ?? true {
          return try run(body)
        }
      }
    case .loop(let index): try runLoop(program.loops[index])
    case .set(let name, let value): environment[name] = try evaluate(value)
    case .setElements(let first, let count, let value):
      try setElements(first..<first + count, to: try evaluate(value), at: value)
    case .setAttribute(let name, let site, let value):
      try setAttribute(of: name, site: site, to: value)
    case .setBody(let name, let body):
      environment[name] = .html(SafeHTML(trusted: try capture(body)))
    case .with(let names, let count, let body): try runWith(names, count, body)
    case .include(let template): try include(template)
    case .block(let index): try runBlock(index, level: 0)
    }
  }

  private mutating func show(_ expression: Int, isSafe: Bool) throws(Stop) {
    switch program.expressions[expression] {
    case .macro(let call): try runMacro(program.macroCalls[call], at: expression)
    case .parentBlock: try runParentBlock(at: expression)
    default: try append(try evaluate(expression), isSafe: isSafe, at: expression)
    }
  }

  /// Appends a value as text; escaped unless it is HTML or trusted.
  private mutating func append(_ value: TemplateValue, isSafe: Bool, at expression: Int)
    throws(Stop)
  {
    switch value {
    case .string(let text):
      if isSafe {
        output.append(contentsOf: text.utf8)
      } else {
        appendTemplateEscaped(text, to: &output)
      }
    case .html(let html):
      if let anchors = html.anchors, html.bytes.count >= KnownPart.fewestBytes {
        let end = output.count + html.bytes.count
        known.append(KnownPart(range: output.count..<end, anchors: anchors))
      }
      output.append(contentsOf: html.bytes)
    case .integer(let integer): appendInteger(integer, to: &output)
    case .boolean, .number, .nothing, .list, .map:
      output.append(
        contentsOf: try valueOf(expression) { () throws(TemplateValueProblem) in
          try value.text()
        }.utf8)
    }
  }

  /// What a body renders to, as bytes of their own.
  private mutating func capture(_ body: TemplateProgram.Body) throws(Stop) -> [UInt8] {
    let start = output.count
    try run(body)
    return takeOutput(from: start)
  }

  /// Cuts off and returns what was appended since `start`.
  mutating func takeOutput(from start: Int) -> [UInt8] {
    known.removeAll { $0.range.lowerBound >= start }
    let captured = Array(output[start...])
    output.removeLast(output.count - start)
    return captured
  }

  private mutating func setElements(
    _ names: Range<Int>, to value: TemplateValue, at expression: Int
  ) throws(Stop) {
    guard case .list(let values) = value, values.count == names.count else {
      throw Stop(
        expression: expression,
        message: "\(names.count) names need a list of as many values, not \(value.kindName)")
    }
    for (name, value) in zip(names, values) { environment[program.operands[name]] = value }
  }

  private mutating func setAttribute(of name: Int, site: Int, to expression: Int) throws(Stop) {
    let value = try evaluate(expression)
    let attribute = program.attributes[site]
    guard case .map(var map)? = environment[name] else {
      throw Stop(
        expression: expression, message: "'\(program.names.names[name])' is no namespace",
        hint: "set it first: {% set \(program.names.names[name]) = namespace(\(attribute)=…) %}")
    }
    if let slot = map.shape.slot(of: attribute) {
      environment[name] = nil
      map.values[slot] = value
    } else {
      map = map.merging(TemplateMap(shape: TemplateShape([attribute]), values: [value]))
    }
    environment[name] = .map(map)
  }

  private mutating func runWith(_ names: Int, _ count: Int, _ body: TemplateProgram.Body)
    throws(Stop)
  {
    var values: [TemplateValue?] = []
    for pair in 0..<count {
      let value = program.operands[names + 2 * pair + 1]
      let name = program.operands[names + 2 * pair]
      values.append(value >= 0 ? try evaluate(value) : environment[name])
    }
    let mark = hidden.count
    for pair in 0..<count {
      let name = program.operands[names + 2 * pair]
      hide(name)
      environment[name] = values[pair]
    }
    try run(body)
    restore(to: mark)
  }

  private mutating func include(_ template: Int) throws(Stop) {
    let mark = hidden.count
    let outer = (firstHidden, openBlock)
    for index in program.templates[template].chain {
      for name in program.templates[index].assigned { hide(name) }
    }
    firstHidden = hidden.count
    try render(template: template)
    (firstHidden, openBlock) = outer
    restore(to: mark)
  }
}

// MARK: Scopes

extension TemplateRenderer {
  private mutating func hide(_ name: Int) { hidden.append((name, environment[name])) }

  /// Gives the names that were hidden since `mark` their values back.
  private mutating func restore(to mark: Int) {
    while hidden.count > mark {
      let (name, value) = hidden.removeLast()
      environment[name] = value
    }
  }

  private mutating func runLoop(_ loop: TemplateProgram.Loop) throws(Stop) {
    var items = try elements(of: loop.items)
    let mark = hidden.count
    for name in loop.assigned { hide(name) }
    if let filter = loop.filter {
      var kept: [TemplateValue] = []
      for item in items {
        try bind(item, to: loop)
        if try isTrue(filter) { kept.append(item) }
      }
      items = kept
    }
    guard !items.isEmpty else {
      restore(to: mark)
      return try run(loop.otherwise)
    }
    loops.append(LoopState(items: items))
    let top = loops.count - 1
    for index in items.indices {
      loops[top].index = index
      if index > 0, loop.assigned.count > loop.targets.count {
        for entry in hidden[mark...] { environment[entry.name] = entry.value }
      }
      try bind(items[index], to: loop)
      try run(loop.body)
    }
    loops.removeLast()
    restore(to: mark)
  }

  private mutating func bind(_ item: TemplateValue, to loop: TemplateProgram.Loop) throws(Stop) {
    guard loop.targets.count > 1 else {
      environment[loop.targets[0]] = item
      return
    }
    guard case .list(let values) = item, values.count == loop.targets.count else {
      throw Stop(
        expression: loop.items,
        message: "\(loop.targets.count) names need items of as many values,"
          + " not \(item.kindName)",
        hint: "for the names and values of a map write .items()")
    }
    for (name, value) in zip(loop.targets, values) { environment[name] = value }
  }

  private mutating func runBlock(_ index: Int, level: Int) throws(Stop) {
    let blocks = program.templates[current].blocks[index]
    guard level < blocks.count else { return }
    let outer = openBlock
    openBlock = (index, level)
    let mark = hidden.count
    for name in blocks[level].assigned { hide(name) }
    try run(blocks[level].body)
    restore(to: mark)
    openBlock = outer
  }

  mutating func runParentBlock(at expression: Int) throws(Stop) {
    guard let open = openBlock,
      open.level + 1 < program.templates[current].blocks[open.index].count
    else {
      throw Stop(
        expression: expression, message: "'super()' has no block above to show",
        hint: "it stands in a block that overrides another's")
    }
    try runBlock(open.index, level: open.level + 1)
  }

  mutating func runMacro(_ call: TemplateProgram.MacroCall, at expression: Int) throws(Stop) {
    guard depth + 1 < TemplateLimits.depth else {
      throw Stop(expression: expression, message: "a macro that calls itself without end")
    }
    var arguments: [TemplateValue?] = []
    for argument in call.arguments {
      arguments.append(
        try argument.map { expression throws(Stop) in try evaluate(expression) })
    }
    let macro = program.macros[call.macro]
    let mark = hidden.count
    for name in macro.outerNames {
      if let outermost = hidden[min(firstHidden, mark)..<mark].first(where: { $0.name == name }) {
        hide(name)
        environment[name] = outermost.value
      }
    }
    for name in macro.assigned { hide(name) }
    let outer = (firstLoop, openBlock)
    firstLoop = loops.count
    openBlock = nil
    for (slot, name) in macro.parameters.enumerated() {
      if let argument = arguments[slot] {
        environment[name] = argument
      } else if let fallback = macro.defaults[slot] {
        environment[name] = try evaluate(fallback)
      }
    }
    try run(macro.body)
    (firstLoop, openBlock) = outer
    restore(to: mark)
  }

  /// The innermost loop in sight.
  func innermostLoop(at expression: Int) throws(Stop) -> Int {
    guard loops.count > firstLoop else {
      throw Stop(expression: expression, message: "'loop' is known inside a for tag only")
    }
    return loops.count - 1
  }

  /// The value of an attribute, or nil; remembers the slot for the next map of the same shape.
  mutating func attribute(_ site: Int, of map: TemplateMap) -> TemplateValue? {
    if sites[site].shape === map.shape { return map.values[sites[site].slot] }
    guard let slot = map.shape.slot(of: program.attributes[site]) else { return nil }
    sites[site] = Site(shape: map.shape, slot: slot)
    return map.values[slot]
  }
}
