import CGumbo

/// What an HTML parser finds in a fragment, in document order. The only file that knows gumbo.
///
/// gumbo follows HTML5's rules for broken markup. It is quadratic in depth, so `guardedHTML` bounds
/// the depth first; the walk itself needs no recursion.
enum HTMLEvent {
  case start(HTMLTag)
  case text([UInt8])
  case end(String)
}

/// An element as it opens.
struct HTMLTag {
  let name: String
  let attributes: [(name: String, value: String)]

  subscript(_ attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// Whether one of its classes is this one.
  func hasClass(_ name: String) -> Bool {
    self["class"]?.split(separator: " ").contains { $0 == name } ?? false
  }
}

/// Parses a fragment of HTML and gives what stands in its body.
func readHTML(_ bytes: [UInt8], _ take: (HTMLEvent) -> Void) {
  let guarded = guardedHTML(bytes)
  guarded.withUnsafeBufferPointer { buffer in
    buffer.withMemoryRebound(to: CChar.self) { characters in
      guard let base = characters.baseAddress else { return }
      var options = kGumboDefaultOptions
      options.max_errors = 0
      guard let output = gumbo_parse_with_options(&options, base, characters.count) else { return }
      defer { gumbo_destroy_output(&options, output) }
      walk(output.pointee.root, take)
    }
  }
}

/// Depth first, with a stack of our own.
private func walk(_ root: UnsafeMutablePointer<GumboNode>?, _ take: (HTMLEvent) -> Void) {
  guard let root else { return }
  var open: [(node: UnsafeMutablePointer<GumboNode>, next: UInt32, name: String)] = [(root, 0, "")]
  while let last = open.last {
    let children = last.node.pointee.v.element.children
    guard last.next < children.length, let child = children.data[Int(last.next)] else {
      if isShown(last.name) { take(.end(last.name)) }
      open.removeLast()
      continue
    }
    open[open.count - 1].next += 1
    let node = child.assumingMemoryBound(to: GumboNode.self)
    switch node.pointee.type {
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
      let element = node.pointee.v.element
      let tag = HTMLTag(name: name(of: element), attributes: attributes(of: element))
      if isShown(tag.name) { take(.start(tag)) }
      open.append((node, 0, tag.name))
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      guard let text = node.pointee.v.text.text else { continue }
      take(.text(Array(UnsafeRawBufferPointer(start: text, count: length(of: text)))))
    default: continue
    }
  }
}

/// What the parser adds around a fragment is none of it.
private func isShown(_ name: String) -> Bool { !["", "html", "head", "body"].contains(name) }

private func length(of text: UnsafePointer<CChar>) -> Int {
  var count = 0
  while text[count] != 0 { count += 1 }
  return count
}

private func name(of element: GumboElement) -> String {
  if element.tag != GUMBO_TAG_UNKNOWN {
    return String(cString: gumbo_normalized_tagname(element.tag))
  }
  var piece = element.original_tag
  gumbo_tag_from_original_text(&piece)
  guard let data = piece.data else { return "unknown" }
  let bytes = UnsafeRawBufferPointer(start: data, count: piece.length)
  return String(decoding: bytes, as: UTF8.self).lowercased()
}

private func attributes(of element: GumboElement) -> [(name: String, value: String)] {
  (0..<Int(element.attributes.length)).compactMap { index in
    guard let pointer = element.attributes.data[index] else { return nil }
    let attribute = pointer.assumingMemoryBound(to: GumboAttribute.self).pointee
    return (String(cString: attribute.name), String(cString: attribute.value))
  }
}
