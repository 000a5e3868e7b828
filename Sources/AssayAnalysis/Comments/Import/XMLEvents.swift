import CExpat

/// What expat finds in a text, as calls of a handler. The only file that knows expat.
///
/// Names come as written, prefix and all. No entity is expanded but XML's own five, nothing outside
/// the text is opened, and a DOCTYPE ends the reading.
struct XMLEvents {
  /// Receives what is found, in order.
  protocol Handler: AnyObject {
    /// - Parameter line: where the element begins, from 1.
    func start(_ name: String, _ attributes: [(name: String, value: String)], line: Int)
    func end(_ name: String)
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
  }

  /// Where and why a text is no XML.
  struct Defect {
    /// In the bytes given.
    let offset: Int
    /// From 1.
    let line: Int
    let message: String
    var isDoctype = false
  }

  /// Reads bytes from an offset on, as if the opening tags of `frame` stood before them.
  ///
  /// - Returns: what ended the reading before the text did.
  static func read(
    _ bytes: [UInt8], from start: Int = 0, within frame: String = "", _ handler: any Handler
  ) -> Defect? {
    guard let parser = XML_ParserCreate("UTF-8") else { return nil }
    defer { XML_ParserFree(parser) }
    let context = Context(handler, parser)
    // The context lives until the end of this function, and expat calls back only within it.
    XML_SetUserData(parser, Unmanaged.passUnretained(context).toOpaque())
    setHandlers(parser)
    var defect: Defect?
    withExtendedLifetime(context) {
      context.isSilent = true
      var head = frame
      let isFramed = head.withUTF8 { isParsed(parser, UnsafeRawBufferPointer($0), isLast: false) }
      context.isSilent = false
      defect = isFramed ? feed(parser, bytes, start, frame.utf8.count) : nil
      if context.hasDoctype {
        defect = Defect(
          offset: defect?.offset ?? 0, line: defect?.line ?? 1,
          message: "a DOCTYPE is refused: it could name other files", isDoctype: true)
      }
    }
    return defect
  }

  /// Small enough that starting again costs little, for expat copies what it is given.
  private static let chunkBytes = 1 << 14

  private static func feed(
    _ parser: XML_Parser, _ bytes: [UInt8], _ start: Int, _ frameCount: Int
  ) -> Defect? {
    bytes.withUnsafeBytes { buffer in
      var index = start
      while true {
        let end = min(buffer.count, index + chunkBytes)
        let chunk = UnsafeRawBufferPointer(rebasing: buffer[index..<end])
        guard isParsed(parser, chunk, isLast: end == buffer.count) else {
          let offset = start + Int(XML_GetCurrentByteIndex(parser)) - frameCount
          return Defect(
            offset: max(start, min(offset, buffer.count)),
            line: Int(XML_GetCurrentLineNumber(parser)),
            message: String(cString: XML_ErrorString(XML_GetErrorCode(parser))))
        }
        if end == buffer.count { return nil }
        index = end
      }
    }
  }

  private static func isParsed(
    _ parser: XML_Parser, _ bytes: UnsafeRawBufferPointer, isLast: Bool
  ) -> Bool {
    let characters = bytes.bindMemory(to: CChar.self)
    return XML_Parse(parser, characters.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
      == XML_STATUS_OK
  }

  /// What the callbacks are given. A class, because C holds it by its address.
  private final class Context {
    let handler: any Handler
    let parser: XML_Parser
    /// While the frame is read.
    var isSilent = false
    var hasDoctype = false

    init(_ handler: any Handler, _ parser: XML_Parser) {
      self.handler = handler
      self.parser = parser
    }

    static func of(_ pointer: UnsafeMutableRawPointer?) -> Context? {
      pointer.map { Unmanaged<Context>.fromOpaque($0).takeUnretainedValue() }
    }
  }

  private static func setHandlers(_ parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let context = Context.of(data), !context.isSilent, let name else { return }
        context.handler.start(
          String(cString: name), XMLEvents.pairs(attributes),
          line: Int(XML_GetCurrentLineNumber(context.parser)))
      },
      { data, name in
        guard let context = Context.of(data), !context.isSilent, let name else { return }
        context.handler.end(String(cString: name))
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let context = Context.of(data), !context.isSilent, let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        context.handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let context = Context.of(data) else { return }
      context.hasDoctype = true
      XML_StopParser(context.parser, 0)
    }
  }

  private static func pairs(
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) -> [(name: String, value: String)] {
    guard let attributes else { return [] }
    var found: [(name: String, value: String)] = []
    var index = 0
    while let name = attributes[index], let value = attributes[index + 1] {
      found.append((String(cString: name), String(cString: value)))
      index += 2
    }
    return found
  }
}
