import AssayAnalysis
import AssayRender
import AssaySite
import Testing
import TestSupport

@Suite struct AssetTests {
  private let map =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"><title>M</title></svg>"

  @Test func `copies pictures under a name that changes with them, tables under their own`()
    async throws
  {
    let files = [
      "content/a.md": article("title: A", "![Map](p/map.svg) [t](t.csv)"),
      "content/p/map.svg": map, "content/t.csv": "a,b\n1,2\n",
    ]
    let site = try await BuiltSite(files)
    let copy = try #require(site.paths.first { $0.hasPrefix("assets/p/map.") })
    #expect(copy != "assets/p/map.svg")
    #expect(
      site["a/index.html"].contains(
        "<img src=\"../\(copy)\" alt=\"Map\" width=\"40\" height=\"20\" loading=\"lazy\" />"))
    #expect(site["assets/t.csv"] == "a,b\n1,2\n")
    let changed = try await BuiltSite(
      files.merging(["content/p/map.svg": map.replacing("M", with: "N")]) { $1 })
    #expect(!changed.paths.contains(copy))
    let plain = try await BuiltSite(files.merging(["assay.yml": "fingerprints: false\n"]) { $1 })
    #expect(plain.paths.contains("assets/p/map.svg"))
  }

  @Test func `warns of pictures without words and of those of other hosts`() async throws {
    let site = try await BuiltSite([
      "content/a.md": article("title: A", "![](m.svg) ![x](https://example.org/x.png)"),
      "content/m.svg": map,
    ])
    #expect(
      site.report.diagnostics.map { "\($0.line):\($0.column) \($0.message)" } == [
        "4:1 picture without words for it",
        "4:12 picture of another host, which pages do not fetch",
      ])
  }

  private static let heads: [(name: String, bytes: [UInt8], size: PixelSize)] = [
    (
      "PNG",
      [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13] + Array("IHDR".utf8)
        + [0, 0, 1, 0, 0, 0, 0, 32], PixelSize(width: 256, height: 32)
    ),
    ("GIF", Array("GIF89a".utf8) + [10, 0, 20, 1], PixelSize(width: 10, height: 276)),
    (
      "JPEG",
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 11, 8, 0, 7, 0, 9, 1],
      PixelSize(width: 9, height: 7)
    ),
    (
      "WebP, lossy",
      Array("RIFF....WEBPVP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 5, 0, 6, 0],
      PixelSize(width: 5, height: 6)
    ),
    (
      "WebP, lossless", Array("RIFF....WEBPVP8L....".utf8) + [0x2F, 4, 0x40, 1, 0],
      PixelSize(width: 5, height: 6)
    ),
    (
      "WebP, extended",
      Array("RIFF....WEBPVP8X....".utf8) + [0, 0, 0, 0, 4, 0, 0, 5, 0, 0],
      PixelSize(width: 5, height: 6)
    ),
    (
      "SVG", Array("<?xml version='1.0'?>\n<svg stroke-width='3' width='12px' height='8'>".utf8),
      PixelSize(width: 12, height: 8)
    ),
  ]

  @Test(arguments: heads)
  func `reads how large a picture is`(_ head: (name: String, bytes: [UInt8], size: PixelSize)) {
    #expect(PixelSize(ofImage: head.bytes) == head.size, "\(head.name)")
    for count in 0..<head.bytes.count {
      // What is cut short has no size, or that of its whole head; it never crashes.
      let size = PixelSize(ofImage: Array(head.bytes.prefix(count)))
      #expect(size == nil || size == head.size, "\(head.name), \(count) bytes")
    }
  }

  @Test func `hands data files to templates`() async throws {
    let site = try await BuiltSite([
      "assay.yml": "params: {motto: Count twice}\n",
      "content/a.md": article("title: A\ntemplate: own.html\nparams: {level: 3}"),
      "content/data/team.csv": "name,age\nAnn,31\n\"Lee, Bo\",40\n",
      "data/north-sea/ports.yml": "- {name: Veere, depth: 4.5, open: true}\n",
      "data/rates.json": "{\"eur\": [1, 2.5, null]}",
      "templates/own.html": """
      {{ site.params.motto }}|{{ params.level + 1 }}|{% for row in site.data.team %}{{ row.name }} \
      {{ row.age + 1 }};{% endfor %}|{{ site.data.north_sea.ports[0].depth }}|{{ site.data.rates.eur[1] }}
      """,
    ])
    #expect(site["a/index.html"] == "Count twice|4|Ann 32;Lee, Bo 41;|4.5|2.5")
  }

  @Test func `tells where a data file is broken`() async throws {
    let failure = await #expect(throws: Failure.self) {
      try await BuiltSite(["content/a.md": "A", "data/x.json": "{\n  \"a\": ]\n}"])
    }
    #expect(failure?.diagnostics.first?.line == 2)
  }
}
