import Testing

@testable import AssayRender

@Suite struct ValuePackTests {
  private let value: TemplateValue = [
    "none": .nothing, "yes": true, "count": -12_345, "score": 0.25, "name": "Café & co",
    "body": .html(SafeHTML(escaping: "<b>")),
    "rows": .list([["a": 1, "b": "x"], ["a": 2, "b": "y"]]), "empty": [],
  ]

  private func words(_ value: TemplateValue) -> String { String(describing: shown(value)) }

  /// A value without the identities of its shapes.
  private func shown(_ value: TemplateValue) -> [String] {
    switch value {
    case .list(let values): ["["] + values.flatMap(shown) + ["]"]
    case .map(let map): map.shape.names + map.values.flatMap(shown)
    case .html(let html): [String(decoding: html.bytes, as: UTF8.self)]
    case .nothing, .boolean, .integer, .number, .string: ["\(value)"]
    }
  }

  @Test func `gives back what was packed, wherever it lies`() {
    var packer = ValuePacker()
    let raw = packer.add(raw: [1, 2, 3])
    let first = packer.add(value)
    let second = packer.add(value)
    #expect(Array(packer.bytes[raw.range]) == [1, 2, 3])
    for range in [first, second] {
      var unpacker = ValueUnpacker(Array(packer.bytes[range.range]))
      let read = unpacker.value()
      #expect(read.map(words) == words(value))
    }
  }

  @Test func `gives nothing for bytes that are cut short or changed`() {
    var packer = ValuePacker()
    let range = packer.add(value)
    let bytes = Array(packer.bytes[range.range])
    for count in bytes.indices {
      var unpacker = ValueUnpacker(Array(bytes[..<count]))
      let value = unpacker.value()
      #expect(value.map(words) == nil, "after \(count) bytes")
    }
    for place in bytes.indices {
      for byte: UInt8 in [0, 5, 7, 8, 0x7F, 0xFF] {
        var damaged = bytes
        damaged[place] = byte
        var unpacker = ValueUnpacker(damaged)
        // Any answer will do, as long as there is one.
        _ = unpacker.value()
      }
    }
    var deep = ValueUnpacker([UInt8](repeating: 7, count: 100).flatMap { [$0, 1] })
    let value = deep.value()
    #expect(value.map(words) == nil)
  }
}
