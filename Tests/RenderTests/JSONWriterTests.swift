import AssayAnalysis
import AssayRender
import Foundation
import Testing

@Suite struct JSONWriterTests {
  @Test func `puts commas between values only`() {
    var json = JSONWriter()
    json.object { json in
      json.key("a")
      json.array { json in
        json.integer(1)
        json.array { _ in }
        json.null()
      }
      json.key("b")
      json.boolean(true)
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":[1,[],null],"b":true}"#)
  }

  @Test(arguments: ["</script><!--", "\u{2028}\u{2029}é😀", "\"\\\n\t\u{0}\u{1F}\u{7F}", "\u{2027}"])
  func `escapes so that script elements and parsers both hold`(_ text: String) throws {
    var json = JSONWriter()
    json.array { $0.string(text) }
    let written = String(decoding: json.bytes, as: UTF8.self)
    #expect(!written.contains("<") && !written.contains("\u{2028}"))
    let read = try JSONDecoder().decode([String].self, from: Data(json.bytes))
    #expect(read == [text])
  }

  @Test func `writes numbers exactly and never NaN`() throws {
    var json = JSONWriter()
    json.array { json in
      json.number(DecimalNumber(mantissa: 120, exponent: -2))
      json.number(-0.12345)
      json.number(Double.nan)
      json.number(2.0)
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == "[1.20,-0.1235,null,2]")
  }
}
