import AssayAnalysis

/// What one template says of others, resolved once all are read.
struct TemplateLinks {
  struct Reference {
    let template: Int
    let name: String
    let range: SourceRange
  }

  struct Block {
    let name: String
    let range: SourceRange
    let block: TemplateProgram.Block
    let isTopLevel: Bool
  }

  struct Import {
    let template: Int
    let macro: String
    let range: SourceRange
  }

  struct Call {
    let call: Int
    let name: String
    /// The template whose macro it is; nil for one of this template or one imported by name.
    let module: Int?
    let arguments: [TemplateArgument]
    let range: SourceRange
  }

  var parent: Reference?
  var includes: [Reference] = []
  var blocks: [Block] = []
  var macros: [String: Int] = [:]
  var importedMacros: [String: Import] = [:]
  /// Templates by the name that `import … as` gives them.
  var modules: [String: Int] = [:]
  var calls: [Call] = []
}

/// Compiles a set of templates and joins them: inheritance, includes, macros.
struct TemplateLinker {
  private let sources: [TemplateSource]
  private let options: TemplateOptions
  let indices: [String: Int]
  private var program = TemplateProgram()
  private var links: [TemplateLinks] = []
  private var diagnostics: [Diagnostic] = []

  init(_ sources: [TemplateSource], options: TemplateOptions) {
    self.sources = sources
    self.options = options
    indices = Dictionary(
      sources.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func link() throws(Failure) -> TemplateProgram {
    for (index, source) in sources.enumerated() {
      program.templates.append(TemplateProgram.Template(name: source.name, source: source.text))
      if indices[source.name] != index {
        diagnostics.append(
          Diagnostic(.error, path: source.text.path, "two templates are named '\(source.name)'"))
      }
    }
    for index in sources.indices { parse(index) }
    for index in sources.indices { linkCalls(of: index) }
    for index in sources.indices { linkParents(of: index) }
    for index in sources.indices { checkBlocks(of: index) }
    checkIncludes()
    for index in sources.indices { collectBlocks(of: index) }
    guard diagnostics.isEmpty else { throw Failure(.input, diagnostics.sorted()) }
    return program
  }

  private mutating func parse(_ index: Int) {
    var parser = TemplateParser(
      sources[index].text, template: index, templateIndices: indices, program: program,
      options: options)
    program = TemplateProgram()  // the parser's is the only copy while it grows
    parser.run()
    program = parser.program
    links.append(parser.links)
    for problem in parser.problems { report(problem, in: index) }
  }

  private mutating func report(_ problem: TemplateProblem, in template: Int) {
    diagnostics.append(
      Diagnostic(
        .error, in: sources[template].text, at: problem.range, problem.message, hint: problem.hint,
        rule: "template"))
  }
}

// MARK: Macros

extension TemplateLinker {
  private mutating func linkCalls(of template: Int) {
    for (name, wanted) in links[template].importedMacros.sorted(by: { $0.key < $1.key })
    where links[wanted.template].macros[wanted.macro] == nil {
      reportMissing(
        "'\(sources[wanted.template].name)' has no macro '\(wanted.macro)'", wanted.macro,
        among: Array(links[wanted.template].macros.keys), at: wanted.range, in: template)
      links[template].importedMacros[name] = nil
    }
    for call in links[template].calls {
      guard let macro = macro(of: call, in: template) else {
        let known =
          call.module.map { Array(links[$0].macros.keys) }
          ?? Array(links[template].macros.keys) + Array(links[template].importedMacros.keys)
        reportMissing(
          "'\(call.name)' is no macro", call.name, among: known, at: call.range, in: template)
        continue
      }
      bind(call, to: macro, in: template)
    }
  }

  private func macro(of call: TemplateLinks.Call, in template: Int) -> Int? {
    if let module = call.module { return links[module].macros[call.name] }
    if let own = links[template].macros[call.name] { return own }
    guard let imported = links[template].importedMacros[call.name] else { return nil }
    return links[imported.template].macros[imported.macro]
  }

  private mutating func bind(_ call: TemplateLinks.Call, to index: Int, in template: Int) {
    let macro = program.macros[index]
    var arguments = [Int?](repeating: nil, count: macro.parameters.count)
    let names = macro.parameters.map { program.names.names[$0] }
    for (position, argument) in call.arguments.enumerated() {
      let slot = argument.name.map { names.firstIndex(of: $0) } ?? position
      guard let slot, slot < names.count else {
        let message =
          argument.name.map { "macro '\(macro.name)' has no '\($0)'" }
          ?? "macro '\(macro.name)' takes at most \(names.count) arguments"
        reportMissing(
          message, argument.name ?? "", among: argument.name == nil ? [] : names,
          at: argument.range, in: template)
        return
      }
      arguments[slot] = argument.value
    }
    for slot in names.indices where arguments[slot] == nil && macro.defaults[slot] == nil {
      report(
        TemplateProblem(call.range, "macro '\(macro.name)' needs '\(names[slot])'"), in: template)
    }
    program.macroCalls[call.call] = TemplateProgram.MacroCall(macro: index, arguments: arguments)
  }

  private mutating func reportMissing(
    _ message: String, _ name: String, among known: [String], at range: SourceRange,
    in template: Int
  ) {
    let near = suggestion(for: name, among: known.sorted()).map { "did you mean '\($0)'?" }
    report(TemplateProblem(range, message, hint: near), in: template)
  }
}

// MARK: Inheritance and inclusion

extension TemplateLinker {
  private mutating func linkParents(of template: Int) {
    var chain = [template]
    while let last = chain.last, let parent = links[last].parent {
      guard !chain.contains(parent.template) else {
        if let own = links[template].parent, parent.template == template {
          report(
            TemplateProblem(own.range, "templates that extend each other in a circle"),
            in: template)
        }
        break
      }
      chain.append(parent.template)
    }
    program.templates[template].chain = chain
  }

  /// A block of a template that extends another must override one.
  private mutating func checkBlocks(of template: Int) {
    guard links[template].parent != nil else { return }
    let ancestors = program.templates[template].chain.dropFirst()
    let known = ancestors.flatMap { links[$0].blocks.map(\.name) }
    for block in links[template].blocks where block.isTopLevel && !known.contains(block.name) {
      reportMissing(
        "no template above has a block '\(block.name)'", block.name, among: known,
        at: block.range, in: template)
    }
  }

  private mutating func collectBlocks(of template: Int) {
    var blocks = [[TemplateProgram.Block]](repeating: [], count: program.blockNames.names.count)
    for ancestor in program.templates[template].chain {
      for block in links[ancestor].blocks {
        if let index = program.blockNames.existingIndex(of: block.name) {
          blocks[index].append(block.block)
        }
      }
    }
    program.templates[template].blocks = blocks
  }

  /// A template must not include itself, not through others either.
  private mutating func checkIncludes() {
    var state = [Visit](repeating: .new, count: sources.count)
    for start in sources.indices where state[start] == .new {
      // Templates on the way from `start`, each with the references still to follow.
      var path: [(template: Int, next: Int)] = [(start, 0)]
      state[start] = .open
      while let (template, next) = path.last {
        let references = references(of: template)
        guard next < references.count else {
          state[template] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let (owner, reference) = references[next]
        switch state[reference.template] {
        case .new:
          state[reference.template] = .open
          path.append((reference.template, 0))
        case .open:
          report(
            TemplateProblem(
              reference.range, "'\(reference.name)' includes itself through this",
              hint: "use a macro for what repeats within itself"), in: owner)
        case .done: break
        }
      }
    }
  }

  private enum Visit { case new, open, done }

  /// Circles of `extends` alone are told elsewhere.
  private func references(
    of template: Int
  ) -> [(owner: Int, reference: TemplateLinks.Reference)] {
    program.templates[template].chain.flatMap { owner in
      links[owner].includes.map { (owner, $0) }
    }
  }
}
