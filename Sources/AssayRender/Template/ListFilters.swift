extension TemplateFilter {
  static let length = TemplateFilter("length", "How many elements or characters") {
    value, _ throws(TemplateValueProblem) in
    switch value {
    case .list(let values): .integer(values.count)
    case .map(let map): .integer(map.values.count)
    case .string, .html: .integer(try value.text().unicodeScalars.count)
    case .nothing, .boolean, .integer, .number:
      throw TemplateValueProblem("\(value.kindName) has no length")
    }
  }

  static let join = TemplateFilter(
    "join", "The elements as one text, with another between them",
    [.optional("d"), .optional("attribute")]
  ) { value, arguments throws(TemplateValueProblem) in
    let given = TemplateArguments(arguments)
    var elements = try value.elements()
    if let path = try given.text(1) {
      elements = try elements.map { element throws(TemplateValueProblem) in
        try element.required(path)
      }
    }
    let separator = given[0] ?? .string("")
    var parts: [TemplateValue] = []
    for (index, element) in elements.enumerated() {
      if index > 0 { parts.append(separator) }
      parts.append(element)
    }
    return try TemplateValue.concatenating(parts)
  }

  static let first = TemplateFilter("first", "The first element") {
    value, _ throws(TemplateValueProblem) in
    guard let first = try value.elements().first else {
      throw TemplateValueProblem("there is no first element", hint: "ask with 'if' before")
    }
    return first
  }

  static let last = TemplateFilter("last", "The last element") {
    value, _ throws(TemplateValueProblem) in
    guard let last = try value.elements().last else {
      throw TemplateValueProblem("there is no last element", hint: "ask with 'if' before")
    }
    return last
  }

  static let reverse = TemplateFilter("reverse", "The elements or characters from the last on") {
    value, _ throws(TemplateValueProblem) in
    guard case .string(let text) = value else { return .list(try value.elements().reversed()) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.reversed())
    return .string(String(view))
  }

  static let sort = TemplateFilter(
    "sort", "The elements in order",
    [.optional("reverse"), .optional("case_sensitive"), .optional("attribute")]
  ) { value, arguments throws(TemplateValueProblem) in
    let given = TemplateArguments(arguments)
    let paths = try given.text(2).map { $0.split(separator: ",").map(String.init) }
    let keyed = try keys(
      of: try value.elements(), paths: paths, isCaseSensitive: given.isTrue(1))
    return .list(sorted(keyed, isReversed: given.isTrue(0)).map(\.element))
  }

  static let unique = TemplateFilter(
    "unique", "Each element once, in the order of first appearance",
    [.optional("case_sensitive"), .optional("attribute")]
  ) { value, arguments throws(TemplateValueProblem) in
    let given = TemplateArguments(arguments)
    let path = try given.text(1)
    let order = sorted(
      try keys(
        of: try value.elements(), paths: path.map { [$0] }, isCaseSensitive: given.isTrue(0)),
      isReversed: false)
    var kept: [Keyed] = []
    for (index, keyed) in order.enumerated()
    where index == 0 || !TemplateComparison.isEqual(order[index - 1].key, keyed.key) {
      kept.append(keyed)
    }
    return .list(kept.sorted { $0.place < $1.place }.map(\.element))
  }

  static let list = TemplateFilter("list", "A list of the elements") {
    value, _ throws(TemplateValueProblem) in .list(try value.elements())
  }

  static let sum = TemplateFilter(
    "sum", "The sum of the elements", [.optional("attribute"), .optional("start")]
  ) { value, arguments throws(TemplateValueProblem) in
    let given = TemplateArguments(arguments)
    let path = try given.text(0)
    var total = given[1] ?? .integer(0)
    for element in try value.elements() {
      let number = path == nil ? element : try element.required(path ?? "")
      total = try TemplateArithmetic.apply(.add, total, number)
    }
    return total
  }

  static let minimum = TemplateFilter(
    "min", "The least element", [.optional("case_sensitive"), .optional("attribute")]
  ) { value, arguments throws(TemplateValueProblem) in
    try extreme(value, arguments, isMaximum: false)
  }

  static let maximum = TemplateFilter(
    "max", "The greatest element", [.optional("case_sensitive"), .optional("attribute")]
  ) { value, arguments throws(TemplateValueProblem) in
    try extreme(value, arguments, isMaximum: true)
  }

  private static func extreme(
    _ value: TemplateValue, _ arguments: [TemplateValue?], isMaximum: Bool
  ) throws(TemplateValueProblem) -> TemplateValue {
    let given = TemplateArguments(arguments)
    let path = try given.text(1)
    let keyed = try keys(
      of: try value.elements(), paths: path.map { [$0] }, isCaseSensitive: given.isTrue(0))
    guard let found = sorted(keyed, isReversed: isMaximum).first else {
      throw TemplateValueProblem("an empty list has no least or greatest element")
    }
    return found.element
  }

  static let items = TemplateFilter("items", "Pairs of the names and values of a map") {
    value, _ throws(TemplateValueProblem) in
    guard case .map(let map) = value else {
      throw TemplateValueProblem("'items' is asked of \(value.kindName), not a map")
    }
    return map.list(.items)
  }

  static let dictionarySort = TemplateFilter(
    "dictsort", "Pairs of the names and values of a map, in the order of the names",
    [.optional("case_sensitive"), .optional("by"), .optional("reverse")]
  ) { value, arguments throws(TemplateValueProblem) in
    let given = TemplateArguments(arguments)
    guard case .map(let map) = value, case .list(let pairs) = map.list(.items) else {
      throw TemplateValueProblem("'dictsort' is asked of \(value.kindName), not a map")
    }
    let path = try given.text(1) == "value" ? "1" : "0"
    let keyed = try keys(of: pairs, paths: [path], isCaseSensitive: given.isTrue(0))
    return .list(sorted(keyed, isReversed: given.isTrue(2)).map(\.element))
  }

  static let batch = TemplateFilter(
    "batch", "Lists of so many elements each", [.required("linecount"), .optional("fill_with")]
  ) { value, arguments throws(TemplateValueProblem) in
    let given = TemplateArguments(arguments)
    guard let count = try given.integer(0), count > 0 else {
      throw TemplateValueProblem("'batch' needs how many elements go into one list")
    }
    let elements = try value.elements()
    var batches: [TemplateValue] = []
    for start in stride(from: 0, to: elements.count, by: count) {
      var batch = Array(elements[start..<min(start + count, elements.count)])
      if let filling = given[1] {
        while batch.count < count, count <= TemplateLimits.range { batch.append(filling) }
      }
      batches.append(.list(batch))
    }
    return .list(batches)
  }

  static let groupBy = TemplateFilter(
    "groupby", "Pairs of a value and the elements that have it, sorted",
    [.required("attribute"), .optional("default"), .optional("case_sensitive")]
  ) { value, arguments throws(TemplateValueProblem) in
    let given = TemplateArguments(arguments)
    let path = try given.text(0) ?? ""
    var keyed: [Keyed] = []
    for (place, element) in try value.elements().enumerated() {
      let found = element.following(path) ?? given[1]
      guard let key = found else { throw TemplateValueProblem("an element has no '\(path)'") }
      keyed.append(
        Keyed(key: given.isTrue(2) ? key : foldingCase(key), element: element, place: place))
    }
    try checkOrder(of: keyed)
    var groups: [TemplateValue] = []
    var members: [TemplateValue] = []
    let order = sorted(keyed, isReversed: false)
    for (index, entry) in order.enumerated() {
      members.append(entry.element)
      let isLast =
        index + 1 == order.count
        || !TemplateComparison.isEqual(entry.key, order[index + 1].key)
      guard isLast else { continue }
      let grouper = members.first?.following(path) ?? given[1] ?? .nothing
      groups.append(.list([grouper, .list(members)]))
      members = []
    }
    return .list(groups)
  }
}

// MARK: Keys

extension TemplateFilter {
  struct Keyed {
    let key: TemplateValue
    let element: TemplateValue
    let place: Int
  }

  private static func keys(
    of elements: [TemplateValue], paths: [String]?, isCaseSensitive: Bool
  ) throws(TemplateValueProblem) -> [Keyed] {
    var keyed: [Keyed] = []
    keyed.reserveCapacity(elements.count)
    for (place, element) in elements.enumerated() {
      var key = element
      if let paths {
        let values = try paths.map { path throws(TemplateValueProblem) in
          let value = try element.required(path)
          return isCaseSensitive ? value : foldingCase(value)
        }
        key = values.count == 1 ? values[0] : .list(values)
      } else if !isCaseSensitive {
        key = foldingCase(element)
      }
      keyed.append(Keyed(key: key, element: element, place: place))
    }
    try checkOrder(of: keyed)
    return keyed
  }

  private static func foldingCase(_ value: TemplateValue) -> TemplateValue {
    if case .string(let text) = value { .string(text.lowercased()) } else { value }
  }

  private static func checkOrder(of keyed: [Keyed]) throws(TemplateValueProblem) {
    guard let first = keyed.first else { return }
    for entry in keyed where TemplateComparison.order(first.key, entry.key) == nil {
      throw TemplateValueProblem(
        "\(first.key.kindName) and \(entry.key.kindName) have no order")
    }
  }

  /// Equal elements keep their order, also when reversed.
  private static func sorted(_ keyed: [Keyed], isReversed: Bool) -> [Keyed] {
    keyed.sorted { left, right in
      let order = TemplateComparison.order(left.key, right.key) ?? 0
      if order == 0 { return left.place < right.place }
      return isReversed ? order > 0 : order < 0
    }
  }
}

// MARK: Choosing

extension TemplateFilter {
  static let map = TemplateFilter(
    "map", "Each element's attribute, or each through a filter",
    [.optional("filter"), .optional("attribute"), .optional("default")]
  ) { value, arguments throws(TemplateValueProblem) in
    let given = TemplateArguments(arguments)
    let elements = try value.elements()
    if let path = try given.text(1) {
      return .list(
        try elements.map { element throws(TemplateValueProblem) in
          if let found = element.following(path) { return found }
          if let fallback = given[2] { return fallback }
          return try element.required(path)
        })
    }
    guard let name = try given.text(0), let filter = TemplateFilter.named(name),
      !filter.parameters.contains(where: \.isRequired)
    else {
      throw TemplateValueProblem("'map' needs an attribute, or a filter that needs no arguments")
    }
    let none = [TemplateValue?](repeating: nil, count: filter.parameters.count)
    return .list(
      try elements.map { element throws(TemplateValueProblem) in try filter.run(element, none) })
  }

  static let select = TemplateFilter(
    "select", "The elements for which a test holds", [.optional("test"), .optional("argument")]
  ) { value, arguments throws(TemplateValueProblem) in
    try choose(value, arguments, test: 0, wanted: true) { element in element }
  }

  static let reject = TemplateFilter(
    "reject", "The elements for which a test does not hold",
    [.optional("test"), .optional("argument")]
  ) { value, arguments throws(TemplateValueProblem) in
    try choose(value, arguments, test: 0, wanted: false) { element in element }
  }

  static let selectAttribute = TemplateFilter(
    "selectattr", "The elements for whose attribute a test holds",
    [.required("attribute"), .optional("test"), .optional("argument")]
  ) { value, arguments throws(TemplateValueProblem) in
    let path = try TemplateArguments(arguments).text(0) ?? ""
    return try choose(value, arguments, test: 1, wanted: true) { $0.following(path) }
  }

  static let rejectAttribute = TemplateFilter(
    "rejectattr", "The elements for whose attribute a test does not hold",
    [.required("attribute"), .optional("test"), .optional("argument")]
  ) { value, arguments throws(TemplateValueProblem) in
    let path = try TemplateArguments(arguments).text(0) ?? ""
    return try choose(value, arguments, test: 1, wanted: false) { $0.following(path) }
  }

  private static func choose(
    _ value: TemplateValue, _ arguments: [TemplateValue?], test: Int, wanted: Bool,
    of subject: (TemplateValue) -> TemplateValue?
  ) throws(TemplateValueProblem) -> TemplateValue {
    let name = try TemplateArguments(arguments).text(test)
    let isDefinedTest = name == "defined" || name == "undefined"
    let check = name.flatMap { TemplateTest(name: $0) }
    if let name, check == nil, !isDefinedTest {
      throw TemplateValueProblem("'\(name)' is no test")
    }
    let other = (test + 1 < arguments.count ? arguments[test + 1] : nil) ?? .nothing
    var kept: [TemplateValue] = []
    for element in try value.elements() {
      let found = subject(element)
      let holds: Bool
      if isDefinedTest {
        holds = (found != nil) == (name == "defined")
      } else {
        guard let found else { throw TemplateValueProblem("an element lacks the attribute") }
        holds =
          try check.map { test throws(TemplateValueProblem) in
            try test.holds(found, other)
          } ?? found.isTrue
      }
      if holds == wanted { kept.append(element) }
    }
    return .list(kept)
  }
}
