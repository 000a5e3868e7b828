import AssayAnalysis

/// Calls of what takes named values: `namespace(…)`, `dict(…)` and `chart(…)`.
extension TemplateParser {
  /// Names and values in turn.
  mutating func namedEntries(
    _ arguments: ArraySlice<TemplateArgument>, of name: String, _ range: SourceRange
  ) throws(TemplateProblem) -> [Int] {
    var entries: [Int] = []
    for argument in arguments {
      guard let key = argument.name else {
        throw TemplateProblem(range, "'\(name)' takes named values only")
      }
      entries += [addLiteral(.string(key), range), argument.value]
    }
    return entries
  }

  /// `chart("timeline", entity="tao")`: a kind, then what it shows by name.
  mutating func parseChart(_ range: SourceRange) throws(TemplateProblem) -> Int {
    let arguments = try parseArguments()
    guard let kind = arguments.first, kind.name == nil else {
      throw TemplateProblem(range, "'chart' takes its kind first, such as chart(\"timeline\")")
    }
    let entries =
      [addLiteral(.string("type"), range), kind.value]
      + (try namedEntries(arguments.dropFirst(), of: "chart", range))
    let first = store(operands: entries)
    return add(.chart(first: first, count: arguments.count), from: range.start)
  }
}
