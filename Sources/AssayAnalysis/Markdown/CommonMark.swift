import CCmark

/// cmark's parse of a text; freed with this value. The only file that knows cmark's pointers.
struct CommonMarkTree: ~Copyable {
  let root: CommonMarkNode

  /// Parses CommonMark 0.30. The bytes are not needed afterwards.
  ///
  /// cmark's own positions of inlines are wrong after link definitions, indented lines, code spans
  /// and titles over two lines, so only those of blocks are used.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let options = CMARK_OPT_VALIDATE_UTF8
    let pointer = bytes.withMemoryRebound(to: CChar.self) { characters in
      cmark_parse_document(characters.baseAddress, characters.count, options)
    }
    guard let pointer = pointer ?? cmark_node_new(CMARK_NODE_DOCUMENT) else {
      preconditionFailure("cmark ends the program itself where memory runs out")
    }
    root = CommonMarkNode(pointer: pointer)
  }

  deinit { cmark_node_free(root.pointer) }

  /// What a named entity such as `&nbsp;` stands for; itself where there is no such entity.
  static func expansion(of entity: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let tree = CommonMarkTree(entity)
    guard let literal = tree.root.firstChild?.firstChild?.literal else { return Array(entity) }
    return Array(literal)
  }
}

/// A node of a `CommonMarkTree`, valid while the tree lives.
struct CommonMarkNode {
  fileprivate let pointer: OpaquePointer

  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, html, emphasis, strong, link, image
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    default: .document
    }
  }

  var firstChild: CommonMarkNode? {
    cmark_node_first_child(pointer).map { CommonMarkNode(pointer: $0) }
  }
  var next: CommonMarkNode? { cmark_node_next(pointer).map { CommonMarkNode(pointer: $0) } }
  var parent: CommonMarkNode? { cmark_node_parent(pointer).map { CommonMarkNode(pointer: $0) } }

  /// From 1. Only blocks have places that can be relied on.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  /// In bytes, from 1.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  /// In bytes; the column of the last byte, 0 where the block ends before the line begins.
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  /// The content of a text, code or HTML node.
  var literal: UnsafeBufferPointer<UInt8> {
    CommonMarkNode.bytes(cmark_node_get_literal(pointer))
  }

  /// The destination as cmark unescaped it, neither checked nor encoded.
  var destination: String { CommonMarkNode.string(cmark_node_get_url(pointer)) }
  var title: String { CommonMarkNode.string(cmark_node_get_title(pointer)) }
  var infoString: String { CommonMarkNode.string(cmark_node_get_fence_info(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  var list: Block.List {
    Block.List(
      isOrdered: cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST,
      start: Int(cmark_node_get_list_start(pointer)),
      isTight: cmark_node_get_list_tight(pointer) != 0)
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    // A NUL of the source became U+FFFD.
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self),
      count: cmark_shim_length(text))
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }
}
