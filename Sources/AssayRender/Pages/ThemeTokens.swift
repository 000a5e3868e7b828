public import AssayAnalysis

/// A site's own colours, fonts and measures: values of the theme's custom properties.
public struct ThemeTokens: Sendable, Hashable {
  /// Fonts and measures of both, and the colours of the light theme.
  public private(set) var light: [String: String] = [:]
  public private(set) var dark: [String: String] = [:]

  public init() {}

  /// Reads the `theme` of an `assay.yml`: a token and its value a line, those of the dark theme
  /// beneath `dark`.
  public init(_ reader: inout MappingReader) {
    let names = Theme.tokenNames
    light = ThemeTokens.values(of: names, &reader)
    dark = reader.mapping("dark") { ThemeTokens.values(of: names, &$0) } ?? [:]
  }

  private static func values(
    of names: [String], _ reader: inout MappingReader
  ) -> [String: String] {
    var values: [String: String] = [:]
    for name in names {
      guard let value = reader.string(name), let range = reader.node(name)?.range else { continue }
      if isBrokenColour(value) {
        reader.report(
          range, "'\(value)' is no colour", hint: "'#' and 3, 4, 6 or 8 hexadecimal digits")
      } else if isPlain(value) {
        values[name] = value
      } else {
        reader.report(
          range, "'\(name)' must be one value of CSS, without braces, semicolons or addresses",
          hint: "such as '#174a7c' or 'Georgia, serif'")
      }
    }
    return values
  }

  /// Nothing in it can end the declaration or fetch anything.
  private static func isPlain(_ value: String) -> Bool {
    !value.isEmpty && !value.lowercased().contains("url(")
      && value.utf8.allSatisfy { byte in
        byte >= 0x20 && byte != 0x7F && !";{}<>\\@".utf8.contains(byte)
      }
  }

  /// A browser would pass over it without a word.
  private static func isBrokenColour(_ value: String) -> Bool {
    guard value.hasPrefix("#") else { return false }
    let digits = value.dropFirst()
    return ![3, 4, 6, 8].contains(digits.utf8.count) || !digits.allSatisfy(\.isHexDigit)
  }

  /// The rules that set them, to stand after the theme's own.
  var stylesheet: String {
    var css = ""
    if !light.isEmpty { css += ThemeTokens.rule(":root", light) }
    if !dark.isEmpty {
      // The selectors of the theme itself: a reader's own choice beats the system's.
      css += "@media (prefers-color-scheme: dark) {\n"
      css += ThemeTokens.rule(":root:not([data-theme=\"light\"])", dark) + "}\n"
      css += ThemeTokens.rule(":root[data-theme=\"dark\"]", dark)
    }
    return css
  }

  private static func rule(_ selector: String, _ values: [String: String]) -> String {
    let lines = values.sorted { $0.key < $1.key }.map { "  --\($0.key): \($0.value);\n" }
    return "\(selector) {\n" + lines.joined() + "}\n"
  }
}

extension Theme {
  /// The custom properties that the theme's own stylesheet gives a value at its root.
  static let tokenNames: [String] = {
    let css = String(decoding: embedded("assets/tokens.css"), as: UTF8.self)
    let root = css.split(separator: ":root", maxSplits: 1).dropFirst().first ?? ""
    return root.prefix { $0 != "}" }.split(separator: "\n").compactMap { line in
      let words = line.split(separator: ":", maxSplits: 1)
      guard words.count == 2, let name = words.first?.drop(while: { $0 == " " }),
        name.hasPrefix("--")
      else { return nil }
      return String(name.dropFirst(2))
    }
  }()
}
