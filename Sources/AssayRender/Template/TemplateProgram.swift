import AssayAnalysis

/// Templates compiled: everything in flat arrays, referred to by index, so that rendering follows
/// no pointers, looks up no names and counts no references on its way.
struct TemplateProgram: Sendable {
  typealias ExpressionIndex = Int
  typealias NameIndex = Int

  var templates: [Template] = []
  var expressions: [Expression] = []
  /// Where each expression stands in the source of its template.
  var places: [Place] = []
  var statements: [Statement] = []
  /// Lists of operands, arguments and entries.
  var operands: [ExpressionIndex] = []
  var literals: [TemplateValue] = []
  /// All literal text of all templates.
  var text: [UInt8] = []
  var branches: [Branch] = []
  var loops: [Loop] = []
  var macros: [Macro] = []
  var macroCalls: [MacroCall] = []
  var filterCalls: [FilterCall] = []
  /// Attribute names by index of the place where they are asked for.
  var attributes: [String] = []
  var names = NameTable()
  var blockNames = NameTable()

  /// Statements that stand one after the other.
  typealias Body = Range<Int>

  struct Place: Sendable {
    let template: Int
    let range: SourceRange
  }

  struct Template: Sendable {
    let name: String
    let source: SourceText
    var body: Body = 0..<0
    /// Names that `set` gives a value at the top level, blocks and loops excluded.
    var assigned: [NameIndex] = []
    /// From the template itself to the base it extends in the end.
    var chain: [Int] = []
    /// By block: what to render for it, the most derived first. Empty where nobody defines it.
    var blocks: [[Block]] = []
  }

  struct Block: Sendable {
    let template: Int
    let body: Body
    let assigned: [NameIndex]
  }

  struct Branch: Sendable {
    /// Nil for `else`.
    let condition: ExpressionIndex?
    let body: Body
  }

  struct Loop: Sendable {
    let targets: [NameIndex]
    let items: ExpressionIndex
    let filter: ExpressionIndex?
    let body: Body
    let otherwise: Body
    /// The targets, and the names that the body sets: hidden again after each round.
    let assigned: [NameIndex]
  }

  struct Macro: Sendable {
    let name: String
    let template: Int
    let parameters: [NameIndex]
    /// One for each parameter; nil where an argument is required.
    let defaults: [ExpressionIndex?]
    let body: Body
    let assigned: [NameIndex]
    /// Names that the body asks for and that are none of its parameters.
    let outerNames: [NameIndex]
  }

  struct MacroCall: Sendable {
    let macro: Int
    /// One for each parameter; nil where its default counts.
    let arguments: [ExpressionIndex?]
  }

  struct FilterCall: Sendable {
    let filter: TemplateFilter
    /// One for each parameter of the filter; nil where it is left out.
    let arguments: [ExpressionIndex?]
  }

  /// What has a value. Only numbers inside: copying one costs nothing.
  enum Expression: Sendable {
    case literal(Int)
    case name(NameIndex)
    case attribute(of: ExpressionIndex, site: Int)
    case element(of: ExpressionIndex, index: ExpressionIndex)
    case slice(of: ExpressionIndex, bounds: Int)
    case loopVariable(LoopVariable)
    case cycle(first: Int, count: Int)
    case list(first: Int, count: Int)
    case map(first: Int, count: Int)
    case not(ExpressionIndex)
    case negative(ExpressionIndex)
    case positive(ExpressionIndex)
    case and(ExpressionIndex, ExpressionIndex)
    case or(ExpressionIndex, ExpressionIndex)
    case binary(BinaryOperator, ExpressionIndex, ExpressionIndex)
    case comparison(ComparisonOperator, ExpressionIndex, ExpressionIndex)
    case concatenation(first: Int, count: Int)
    case conditional(ExpressionIndex, then: ExpressionIndex, otherwise: ExpressionIndex?)
    case filter(ExpressionIndex, call: Int)
    case fallback(ExpressionIndex, ExpressionIndex?, whenFalse: ExpressionIndex?)
    case test(TemplateTest, ExpressionIndex, argument: ExpressionIndex?)
    case isDefined(ExpressionIndex, isNegated: Bool)
    case macro(call: Int)
    case range(first: Int, count: Int)
    /// Names and values in turn.
    case chart(first: Int, count: Int)
    case items(of: ExpressionIndex, MapPart)
    case parentBlock
  }

  enum LoopVariable: String, Sendable, CaseIterable {
    case index, index0, revindex, revindex0, first, last, length, previtem, nextitem
  }

  enum MapPart: String, Sendable, CaseIterable {
    case items, keys, values
  }

  enum BinaryOperator: Sendable {
    case add, subtract, multiply, divide, floorDivide, remainder, power
  }

  enum ComparisonOperator: Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, isIn, isNotIn
  }

  enum Statement: Sendable {
    case text(start: Int, end: Int)
    case output(ExpressionIndex)
    /// Shown without escaping: the author wrote `|safe`.
    case outputSafe(ExpressionIndex)
    case conditional(first: Int, count: Int)
    case loop(Int)
    case set(NameIndex, ExpressionIndex)
    case setElements(first: Int, count: Int, ExpressionIndex)
    case setAttribute(NameIndex, site: Int, ExpressionIndex)
    case setBody(NameIndex, Body)
    case with(names: Int, count: Int, Body)
    case include(template: Int)
    case block(Int)
  }
}

/// Names and the numbers that stand for them.
struct NameTable: Sendable {
  private(set) var names: [String] = []
  private var indices: [String: Int] = [:]

  mutating func index(of name: String) -> Int {
    if let known = indices[name] { return known }
    indices[name] = names.count
    names.append(name)
    return names.count - 1
  }

  func existingIndex(of name: String) -> Int? { indices[name] }
}
