import CYaml

/// What libyaml's parser says of a text, one step at a time.
enum YAMLEvent {
  case documentStart
  case scalar(YAMLNode.Scalar)
  case sequenceStart(isFlow: Bool)
  case mappingStart(isFlow: Bool)
  case collectionEnd
  case alias
  case anchor
  case tag
  /// The begin and end of the stream, and the end of a document.
  case other
}

/// Why a text is no YAML, and where, as a byte offset.
struct YAMLProblem {
  let offset: Int
  let message: String
  let hint: String?
}

/// Walks the events of a text with their byte ranges, until `visit` says false.
///
/// The only file with libyaml's pointers: none leaves it.
func readYAMLEvents(
  _ bytes: [UInt8], _ visit: (YAMLEvent, Range<Int>) -> Bool
) -> YAMLProblem? {
  let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  defer { parser.deallocate() }
  guard yaml_parser_initialize(parser) == 1 else { return .outOfMemory }
  defer { yaml_parser_delete(parser) }
  return bytes.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress, !buffer.isEmpty else { return nil }
    yaml_parser_set_input_string(parser, base, buffer.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    return pump(parser, buffer, visit)
  }
}

private func pump(
  _ parser: UnsafeMutablePointer<yaml_parser_t>, _ buffer: UnsafeBufferPointer<UInt8>,
  _ visit: (YAMLEvent, Range<Int>) -> Bool
) -> YAMLProblem? {
  var offsets = ScalarOffsets(buffer)
  var event = yaml_event_t()
  while true {
    guard yaml_parser_parse(parser, &event) == 1 else {
      return YAMLProblem(parser.pointee, &offsets)
    }
    defer { yaml_event_delete(&event) }
    if event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return nil }
    let start = offsets.byteOffset(ofScalar: event.start_mark.index)
    let end = offsets.byteOffset(ofScalar: event.end_mark.index)
    guard visit(YAMLEvent(event), start..<max(start, end)) else { return nil }
  }
}

extension YAMLEvent {
  fileprivate init(_ event: yaml_event_t) {
    let data = event.data
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: self = .documentStart
    case YAML_ALIAS_EVENT: self = .alias
    case YAML_SCALAR_EVENT: self = YAMLEvent(data.scalar)
    case YAML_SEQUENCE_START_EVENT:
      let start = data.sequence_start
      self =
        start.anchor != nil
        ? .anchor
        : start.tag != nil
          ? .tag : .sequenceStart(isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      let start = data.mapping_start
      self =
        start.anchor != nil
        ? .anchor
        : start.tag != nil
          ? .tag : .mappingStart(isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: self = .collectionEnd
    default: self = .other
    }
  }

  private init(_ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar) {
    if scalar.anchor != nil {
      self = .anchor
    } else if scalar.tag != nil {
      self = .tag
    } else {
      let words = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      self = .scalar(
        YAMLNode.Scalar(
          text: String(decoding: words, as: UTF8.self),
          isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE))
    }
  }
}

/// libyaml counts Unicode scalars; this turns its counts into byte offsets, walking from the last
/// one asked for, so that all look-ups together take one pass.
private struct ScalarOffsets {
  let buffer: UnsafeBufferPointer<UInt8>
  var scalar = 0
  var byte = 0

  init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func byteOffset(ofScalar target: Int) -> Int {
    while scalar < target, byte < buffer.count {
      byte += 1
      while byte < buffer.count, buffer[byte] & 0xC0 == 0x80 { byte += 1 }
      scalar += 1
    }
    while scalar > target, byte > 0 {
      byte -= 1
      while byte > 0, buffer[byte] & 0xC0 == 0x80 { byte -= 1 }
      scalar -= 1
    }
    return byte
  }
}

extension YAMLProblem {
  fileprivate static let outOfMemory = YAMLProblem(
    offset: 0, message: "not enough memory to read YAML", hint: nil)

  fileprivate init(_ parser: yaml_parser_t, _ offsets: inout ScalarOffsets) {
    let problem = parser.problem.map { String(cString: $0) } ?? "not YAML"
    let context = parser.context.map { String(cString: $0) } ?? ""
    let isReader = parser.error == YAML_READER_ERROR
    var offset =
      isReader
      ? min(parser.problem_offset, offsets.buffer.count)
      : offsets.byteOffset(ofScalar: parser.problem_mark.index)
    // A list that never closes ends with the file; where it opens is what to look at.
    let isOpen =
      context == "while scanning a quoted scalar" || context == "while parsing a flow sequence"
      || context == "while parsing a flow mapping"
    if isOpen {
      offset = offsets.byteOffset(ofScalar: parser.context_mark.index)
    }
    let byte = offset < offsets.buffer.count ? offsets.buffer[offset] : 0
    let words = YAMLProblem.explain(problem, context: context, byte: byte)
    self.init(offset: offset, message: words.message, hint: words.hint)
  }

  /// libyaml's own sentences speak of its grammar; these speak of the rule that was broken.
  private static func explain(
    _ problem: String, context: String, byte: UInt8
  ) -> (message: String, hint: String?) {
    switch problem {
    case "mapping values are not allowed in this context":
      ("a value with ': ' in it must be quoted", "write it as \"…\"")
    case "found character that cannot start any token" where byte == 0x09:
      ("tabs cannot indent YAML", "use spaces")
    case "found character that cannot start any token":
      (
        "a value cannot begin with '\(String(UnicodeScalar(byte)))' unless it is quoted",
        "write it as \"…\""
      )
    case "could not find expected ':'":
      ("each line of a mapping must read 'key: value'", nil)
    case "did not find expected key":
      ("the keys of one mapping must be indented alike", nil)
    case "did not find expected ',' or ']'": ("'[' is never closed by ']'", nil)
    case "did not find expected ',' or '}'": ("'{' is never closed by '}'", nil)
    case "found unexpected end of stream", "found unexpected document indicator":
      ("the quote that opens here is never closed", nil)
    case "did not find expected alphabetic or numeric character":
      ("a value that begins with '*' or '&' must be quoted", "write it as \"…\"")
    case "control characters are not allowed": ("control characters are not allowed", nil)
    default: ("YAML: " + (context.isEmpty ? problem : "\(problem) \(context)"), nil)
    }
  }
}
