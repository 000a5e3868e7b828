/// A value that a template can show or ask.
///
/// Literals make small ones: `["title": "Café", "count": 3, "tags": ["a", "b"]]`. For values made
/// many times over (a row for each claim), keep one `TemplateShape` and use `shape.map(…)`.
public enum TemplateValue: Sendable {
  /// Python's None. Asked for by `is none`; showing it is an error.
  case nothing
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  /// Text from anywhere: escaped when it is shown.
  case string(String)
  /// Markup made here: shown as it is.
  case html(SafeHTML)
  case list([TemplateValue])
  case map(TemplateMap)

  /// A text, or `nothing` where there is none.
  public init(_ text: String?) { self = text.map { .string($0) } ?? .nothing }

  /// A whole number, or `nothing` where there is none.
  public init(_ integer: Int?) { self = integer.map { .integer($0) } ?? .nothing }

  /// A number, or `nothing` where there is none.
  public init(_ number: Double?) { self = number.map { .number($0) } ?? .nothing }

  /// A list of what `transform` makes of each element.
  public static func list<Element>(
    _ elements: some Sequence<Element>, _ transform: (Element) -> TemplateValue
  ) -> TemplateValue {
    .list(elements.map(transform))
  }

  /// What the value is called in messages.
  var kindName: String {
    switch self {
    case .nothing: "none"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .number: "a number"
    case .string: "a string"
    case .html: "HTML"
    case .list: "a list"
    case .map: "a map"
    }
  }
}

/// The names of a map's values, shared by all maps of one kind.
///
/// A class, because the identity of a shape is what lets a template remember, at each place where it
/// asks for a name, in which slot the last map of that shape had it.
public final class TemplateShape: Sendable {
  public let names: [String]
  private let slots: [String: Int]

  /// Names must be unique; of equal ones the last counts.
  public init(_ names: [String]) {
    self.names = names
    slots =
      names.count > TemplateShape.scanLimit
      ? Dictionary(zip(names, names.indices), uniquingKeysWith: { $1 }) : [:]
  }

  /// Names must be unique.
  public convenience init(_ names: String...) { self.init(names) }

  /// A map of this shape: as many values as there are names, in their order.
  public func map(_ values: [TemplateValue]) -> TemplateValue {
    .map(TemplateMap(shape: self, values: values))
  }

  /// A map of this shape: as many values as there are names, in their order.
  public func map(_ values: TemplateValue...) -> TemplateValue {
    .map(TemplateMap(shape: self, values: values))
  }

  /// The slot of a name, or nil.
  func slot(of name: String) -> Int? {
    names.count > TemplateShape.scanLimit ? slots[name] : names.lastIndex(of: name)
  }

  /// Up to so many names, comparing each is faster than hashing.
  private static let scanLimit = 8
}

/// Named values, in the order of their shape.
public struct TemplateMap: Sendable {
  public let shape: TemplateShape
  public internal(set) var values: [TemplateValue]

  /// - Precondition: as many values as names.
  public init(shape: TemplateShape, values: [TemplateValue]) {
    precondition(shape.names.count == values.count, "A map has one value for each name")
    self.shape = shape
    self.values = values
  }

  /// The value of a name, or nil.
  public subscript(name: String) -> TemplateValue? {
    shape.slot(of: name).map { values[$0] }
  }

  /// This map with more values; where both have a name, the other's counts.
  public func merging(_ other: TemplateMap) -> TemplateMap {
    var names = shape.names
    var values = values
    for (name, value) in zip(other.shape.names, other.values) {
      if let slot = names.firstIndex(of: name) {
        values[slot] = value
      } else {
        names.append(name)
        values.append(value)
      }
    }
    return TemplateMap(shape: TemplateShape(names), values: values)
  }
}

extension TemplateMap: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self.init(shape: TemplateShape(elements.map(\.0)), values: elements.map(\.1))
  }
}

extension TemplateValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .map(TemplateMap(shape: TemplateShape(elements.map(\.0)), values: elements.map(\.1)))
  }
}
