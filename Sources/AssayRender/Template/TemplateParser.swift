import AssayAnalysis

/// Compiles the source of one template into the program that all templates of a set share.
///
/// A mistake in a tag is noted and the rest is read on, so that all are told at once.
struct TemplateParser {
  var program: TemplateProgram
  let template: Int
  /// All templates of the set by name.
  let templateIndices: [String: Int]
  var problems: [TemplateProblem] = []
  /// What is told of the whole set once all is read.
  var links = TemplateLinks()

  // MARK: Where the reading stands

  private var pieces: [TemplatePiece] = []
  private var nextPiece = 0
  var tokens: [TemplateToken] = []
  var cursor = 0
  /// The range of the tag that is read.
  var tagRange = SourceRange(start: 0, end: 0)
  var depth = 0
  /// The names that each open scope gives values to.
  private var scopes: [[Int]] = [[]]
  private var openTags: [String] = []
  /// Names asked for inside the open macro; nil outside.
  var namesInMacro: [Int]?

  init(
    _ source: SourceText, template: Int, templateIndices: [String: Int],
    program: TemplateProgram, options: TemplateOptions
  ) {
    self.program = program
    self.template = template
    self.templateIndices = templateIndices
    var lexer = TemplateLexer(source, options: options)
    lexer.run()
    pieces = lexer.pieces
    problems = lexer.problems
  }

  var source: SourceText { program.templates[template].source }

  mutating func run() {
    let result = parseBody(until: [], opening: nil)
    var statements = result.statements
    if let parent = links.parent {
      checkNothingIsShown(statements, parent: parent.name)
      statements.removeAll { statement in
        switch statement {
        case .text, .block: true
        default: false
        }
      }
    }
    program.templates[template].body = store(statements)
    program.templates[template].assigned = scopes[0]
  }

  /// A template that extends another shows only blocks.
  private mutating func checkNothingIsShown(
    _ statements: [TemplateProgram.Statement], parent: String
  ) {
    for statement in statements {
      switch statement {
      case .output(let expression), .outputSafe(let expression):
        problems.append(
          TemplateProblem(
            program.places[expression].range, "output outside a block is never shown here",
            hint: "this template extends '\(parent)'; put it into one of its blocks"))
      case .include, .loop, .with:
        problems.append(
          TemplateProblem(
            SourceRange(start: 0, end: 0),
            "a tag outside a block is never shown in a template that extends another",
            hint: "this template extends '\(parent)'; put it into one of its blocks"))
      case .text(let start, let end):
        let isBlank = program.text[start..<end].allSatisfy { $0 == 32 || (9...13).contains($0) }
        guard !isBlank else { continue }
        let words =
          String(decoding: program.text[start..<end], as: UTF8.self)
          .split(whereSeparator: \.isWhitespace).first ?? ""
        problems.append(
          TemplateProblem(
            SourceRange(start: 0, end: 0), "text outside a block is never shown: '\(words)…'",
            hint: "this template extends '\(parent)'; put it into one of its blocks"))
      case .conditional, .set, .setElements, .setAttribute, .setBody, .block: continue
      }
    }
  }

  /// Puts statements beside each other into the program.
  mutating func store(_ statements: [TemplateProgram.Statement]) -> TemplateProgram.Body {
    let start = program.statements.count
    program.statements.append(contentsOf: statements)
    return start..<program.statements.count
  }
}

// MARK: Bodies

extension TemplateParser {
  struct BodyResult {
    var statements: [TemplateProgram.Statement] = []
    /// The name of the tag that ended it; nil at the end of the template.
    var ending: String?
  }

  /// Reads up to one of the tags named; its tokens are then the current ones.
  mutating func parseBody(until endings: [String], opening: (name: String, range: SourceRange)?)
    -> BodyResult
  {
    var result = BodyResult()
    if let opening { openTags.append(opening.name) }
    defer { if opening != nil { openTags.removeLast() } }
    while nextPiece < pieces.count, problems.count < TemplateLimits.problems {
      let piece = pieces[nextPiece]
      nextPiece += 1
      switch piece {
      case .text(let range): result.statements.append(addText(range))
      case .output(let tokens, let range):
        begin(tokens, range)
        if let statement = noting({ parser throws(TemplateProblem) in try parser.parseOutput() }) {
          result.statements.append(statement)
        }
      case .tag(let tokens, let range):
        begin(tokens, range)
        guard case .name(let name)? = tokens.first?.kind else {
          problems.append(TemplateProblem(range, "a tag needs a name such as 'if' or 'for'"))
          continue
        }
        if endings.contains(name) {
          cursor = 1
          result.ending = name
          return result
        }
        let statements = noting { parser throws(TemplateProblem) in try parser.parseTag(name) }
        result.statements.append(contentsOf: statements ?? [])
      }
    }
    if let opening, let last = endings.last, problems.count < TemplateLimits.problems {
      problems.append(
        TemplateProblem(
          opening.range, "'\(opening.name)' is not closed", hint: "end it with {% \(last) %}"))
    }
    return result
  }

  private mutating func begin(_ tokens: [TemplateToken], _ range: SourceRange) {
    self.tokens = tokens
    cursor = 0
    tagRange = range
  }

  /// What `parse` gives, or nil with the mistake noted.
  private mutating func noting<Result>(
    _ parse: (inout TemplateParser) throws(TemplateProblem) -> Result
  ) -> Result? {
    do throws(TemplateProblem) {
      return try parse(&self)
    } catch {
      problems.append(error)
      return nil
    }
  }

  private mutating func addText(_ range: Range<Int>) -> TemplateProgram.Statement {
    let start = program.text.count
    let bytes = source.bytes
    for offset in range {
      if bytes[offset] != 13 {
        program.text.append(bytes[offset])
      } else if offset + 1 >= bytes.count || bytes[offset + 1] != 10 {
        program.text.append(10)
      }
    }
    return .text(start: start, end: program.text.count)
  }

  private mutating func parseOutput() throws(TemplateProblem) -> TemplateProgram.Statement {
    guard !tokens.isEmpty else { throw TemplateProblem(tagRange, "'{{ }}' shows nothing") }
    let expression = try parseExpression()
    try expectEnd()
    if case .filter(let operand, let call) = program.expressions[expression],
      program.filterCalls[call].filter.name == "safe"
    {
      return .outputSafe(operand)
    }
    return .output(expression)
  }
}

// MARK: Tags

extension TemplateParser {
  static let tagNames = [
    "block", "endblock", "extends", "include", "for", "else", "endfor", "if", "elif", "endif",
    "set", "endset", "macro", "endmacro", "from", "import", "with", "endwith", "raw", "endraw",
  ]

  private mutating func parseTag(_ name: String) throws(TemplateProblem)
    -> [TemplateProgram.Statement]
  {
    cursor = 1
    guard openTags.count < TemplateLimits.nesting else {
      throw TemplateProblem(tagRange, "tags are nested more than \(TemplateLimits.nesting) deep")
    }
    switch name {
    case "if": return [try parseConditional()]
    case "for": return [try parseLoop()]
    case "set": return [try parseSet()]
    case "block": return [try parseBlock()]
    case "include": return try parseInclude()
    case "with": return [try parseWith()]
    case "extends": try parseExtends()
    case "macro": try parseMacro()
    case "from": try parseFrom()
    case "import": try parseImport()
    default: throw unknownTag(name)
    }
    return []
  }

  private func unknownTag(_ name: String) -> TemplateProblem {
    let range = tokens.first?.range ?? tagRange
    if TemplateParser.tagNames.contains(name) {
      let open = openTags.last.map { "; '\($0)' is open" } ?? ""
      return TemplateProblem(range, "'\(name)' closes or continues nothing here\(open)")
    }
    if ["filter", "call", "autoescape", "do", "trans", "continue", "break"].contains(name) {
      return TemplateProblem(range, "'\(name)' is not in the subset of Jinja2 that Assay reads")
    }
    return TemplateProblem(
      range, "'\(name)' is no tag",
      hint: suggestion(for: name, among: TemplateParser.tagNames).map { "did you mean '\($0)'?" })
  }

  private mutating func parseConditional() throws(TemplateProblem) -> TemplateProgram.Statement {
    let opening = (name: "if", range: tagRange)
    var branches: [TemplateProgram.Branch] = []
    var condition: Int? = try parseCondition()
    while true {
      let isLast = condition == nil
      let result = parseBody(
        until: isLast ? ["endif"] : ["elif", "else", "endif"], opening: opening)
      branches.append(TemplateProgram.Branch(condition: condition, body: store(result.statements)))
      guard let ending = result.ending, ending != "endif" else { break }
      condition = ending == "elif" ? try parseCondition() : nil
      if ending == "else" { try expectEnd() }
    }
    let first = program.branches.count
    program.branches.append(contentsOf: branches)
    return .conditional(first: first, count: branches.count)
  }

  private mutating func parseCondition() throws(TemplateProblem) -> Int {
    let condition = try parseOr()
    try expectEnd()
    return condition
  }

  private mutating func parseLoop() throws(TemplateProblem) -> TemplateProgram.Statement {
    let opening = (name: "for", range: tagRange)
    let targets = try parseTargets()
    try expectName("in")
    let items = try parseTuple()
    var filter: Int?
    scopes.append(targets)
    if acceptName("if") { filter = try parseOr() }
    if acceptName("recursive") {
      throw TemplateProblem(tagRange, "'recursive' is not in the subset of Jinja2 Assay reads")
    }
    try expectEnd()
    let result = parseBody(until: ["else", "endfor"], opening: opening)
    let assigned = scopes.removeLast()
    let body = store(result.statements)
    var otherwise: TemplateProgram.Body = 0..<0
    if result.ending == "else" {
      otherwise = store(parseBody(until: ["endfor"], opening: opening).statements)
    }
    program.loops.append(
      TemplateProgram.Loop(
        targets: targets, items: items, filter: filter, body: body, otherwise: otherwise,
        assigned: assigned))
    return .loop(program.loops.count - 1)
  }

  private mutating func parseTargets() throws(TemplateProblem) -> [Int] {
    var targets: [Int] = []
    repeat {
      targets.append(program.names.index(of: try parseTargetName()))
    } while acceptMark(",")
    return targets
  }

  mutating func parseTargetName() throws(TemplateProblem) -> String {
    let (name, range) = try expectAnyName()
    let reserved = ["true", "false", "none", "True", "False", "None", "loop", "super", "self"]
    if reserved.contains(name) || TemplateParser.operatorNames.contains(name) {
      throw TemplateProblem(range, "'\(name)' has a meaning of its own and cannot be set")
    }
    return name
  }

  private mutating func assign(_ name: Int) {
    if !scopes[scopes.count - 1].contains(name) { scopes[scopes.count - 1].append(name) }
  }

  private mutating func parseSet() throws(TemplateProblem) -> TemplateProgram.Statement {
    let opening = (name: "set", range: tagRange)
    let name = program.names.index(of: try parseTargetName())
    if acceptMark(".") {
      let (attribute, _) = try expectAnyName()
      try expectMark("=")
      let value = try parseTuple(allowsConditional: true)
      try expectEnd()
      program.attributes.append(attribute)
      return .setAttribute(name, site: program.attributes.count - 1, value)
    }
    if acceptMark(",") {
      let names = [name] + (try parseTargets())
      try expectMark("=")
      let value = try parseTuple(allowsConditional: true)
      try expectEnd()
      names.forEach { assign($0) }
      program.operands.append(contentsOf: names)
      return .setElements(
        first: program.operands.count - names.count, count: names.count, value)
    }
    if acceptMark("=") {
      let value = try parseTuple(allowsConditional: true)
      try expectEnd()
      assign(name)
      return .set(name, value)
    }
    try expectEnd()
    let result = parseBody(until: ["endset"], opening: opening)
    assign(name)
    return .setBody(name, store(result.statements))
  }

  private mutating func parseWith() throws(TemplateProblem) -> TemplateProgram.Statement {
    let opening = (name: "with", range: tagRange)
    var pairs: [(name: Int, value: Int)] = []
    while cursor < tokens.count {
      let name = program.names.index(of: try parseTargetName())
      try expectMark("=")
      pairs.append((name, try parseExpression()))
      if cursor < tokens.count { try expectMark(",") }
    }
    scopes.append(pairs.map(\.name))
    let result = parseBody(until: ["endwith"], opening: opening)
    let assigned = scopes.removeLast()
    let first = program.operands.count
    for pair in pairs { program.operands += [pair.name, pair.value] }
    for name in assigned.dropFirst(pairs.count) { program.operands += [name, -1] }
    return .with(
      names: first, count: (program.operands.count - first) / 2, store(result.statements))
  }
}

// MARK: Blocks, macros and other templates

extension TemplateParser {
  private mutating func parseBlock() throws(TemplateProblem) -> TemplateProgram.Statement {
    let opening = (name: "block", range: tagRange)
    let (name, range) = try expectAnyName()
    let isScoped = acceptName("scoped")
    try expectEnd()
    if !isScoped, openTags.contains(where: { $0 == "for" || $0 == "with" }) {
      problems.append(
        TemplateProblem(
          range, "block '\(name)' in a loop does not see the loop's names",
          hint: "write {% block \(name) scoped %}"))
    }
    if openTags.contains("macro") {
      problems.append(TemplateProblem(range, "a macro cannot hold blocks"))
    }
    if links.blocks.contains(where: { $0.name == name }) {
      problems.append(TemplateProblem(range, "block '\(name)' stands here twice"))
    }
    scopes.append([])
    let result = parseBody(until: ["endblock"], opening: opening)
    if result.ending != nil, let (closing, range) = acceptAnyName(), closing != name {
      problems.append(TemplateProblem(range, "'endblock \(closing)' closes block '\(name)'"))
    }
    let block = TemplateProgram.Block(
      template: template, body: store(result.statements), assigned: scopes.removeLast())
    let isTopLevel = openTags.isEmpty
    links.blocks.append(
      TemplateLinks.Block(name: name, range: range, block: block, isTopLevel: isTopLevel))
    return .block(program.blockNames.index(of: name))
  }

  /// The template that a string names.
  private mutating func parseTemplateName() throws(TemplateProblem) -> (Int, String, SourceRange) {
    guard cursor < tokens.count, case .string(let name) = tokens[cursor].kind else {
      throw TemplateProblem(
        cursor < tokens.count ? tokens[cursor].range : tagRange,
        "the name of a template stands in quotes")
    }
    let range = tokens[cursor].range
    cursor += 1
    guard let index = templateIndices[name] else {
      let near = suggestion(for: name, among: templateIndices.keys.sorted())
      throw TemplateProblem(
        range, "'\(name)' is no template here", hint: near.map { "did you mean '\($0)'?" })
    }
    return (index, name, range)
  }

  private mutating func parseExtends() throws(TemplateProblem) {
    let (index, name, range) = try parseTemplateName()
    try expectEnd()
    if links.parent != nil {
      throw TemplateProblem(tagRange, "a template extends one other, not two")
    }
    guard openTags.isEmpty else {
      throw TemplateProblem(tagRange, "'extends' stands at the top of a template, outside tags")
    }
    links.parent = TemplateLinks.Reference(template: index, name: name, range: range)
  }

  private mutating func parseInclude() throws(TemplateProblem) -> [TemplateProgram.Statement] {
    let ignoresMissing = tokens.count >= 4 && tokens[2].kind == .name("ignore")
    if ignoresMissing, case .string(let name) = tokens[1].kind, templateIndices[name] == nil {
      return []
    }
    let (index, name, range) = try parseTemplateName()
    if acceptName("ignore") { try expectName("missing") }
    if acceptName("without") {
      throw TemplateProblem(tagRange, "an included template always sees the names around it")
    }
    if acceptName("with") { try expectName("context") }
    try expectEnd()
    links.includes.append(TemplateLinks.Reference(template: index, name: name, range: range))
    return [.include(template: index)]
  }

  private mutating func parseMacro() throws(TemplateProblem) {
    let opening = (name: "macro", range: tagRange)
    let (name, range) = try expectAnyName()
    guard openTags.isEmpty else {
      throw TemplateProblem(range, "a macro stands at the top of a template, outside tags")
    }
    var parameters: [Int] = []
    var defaults: [Int?] = []
    try expectMark("(")
    while !acceptMark(")") {
      if !parameters.isEmpty { try expectMark(",") }
      parameters.append(program.names.index(of: try parseTargetName()))
      defaults.append(acceptMark("=") ? try parseExpression() : nil)
    }
    try expectEnd()
    scopes.append(parameters)
    namesInMacro = []
    let result = parseBody(until: ["endmacro"], opening: opening)
    let outer = (namesInMacro ?? []).filter { !parameters.contains($0) }
    namesInMacro = nil
    let macro = TemplateProgram.Macro(
      name: name, template: template, parameters: parameters, defaults: defaults,
      body: store(result.statements), assigned: scopes.removeLast(), outerNames: outer)
    links.macros[name] = program.macros.count
    program.macros.append(macro)
  }

  private mutating func parseFrom() throws(TemplateProblem) {
    let (index, _, _) = try parseTemplateName()
    try expectName("import")
    repeat {
      let (name, range) = try expectAnyName()
      let alias = acceptName("as") ? try expectAnyName().name : name
      links.importedMacros[alias] = TemplateLinks.Import(
        template: index, macro: name, range: range)
    } while acceptMark(",")
    try skipContextWords()
  }

  private mutating func parseImport() throws(TemplateProblem) {
    let (index, _, _) = try parseTemplateName()
    try expectName("as")
    links.modules[try expectAnyName().name] = index
    try skipContextWords()
  }

  private mutating func skipContextWords() throws(TemplateProblem) {
    if acceptName("with") || acceptName("without") { try expectName("context") }
    try expectEnd()
  }
}
