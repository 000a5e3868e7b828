import AssayAnalysis
import AssaySite
import Glibc
import Testing
import TestSupport

@Suite struct OutputWriterTests {
  private func text(_ path: String) throws -> String {
    String(decoding: try Files.read(path), as: UTF8.self)
  }

  private func inode(_ path: String) -> UInt {
    var status = stat()
    _ = stat(path, &status)
    return UInt(status.st_ino)
  }

  @Test func `replaces a site, keeps unchanged files and drops pages that are gone`() throws {
    try withTemporaryFolder { folder in
      let output = folder + "/out"
      let first = try OutputWriter(output: output)
      try first.add("a/index.html", Array("A".utf8))
      try first.add("b.html", Array("B".utf8))
      try first.commit(["a/index.html", "b.html"])
      let kept = inode(output + "/a/index.html")

      let second = try OutputWriter(output: output)
      #expect(try second.add("a/index.html", Array("A".utf8)) == false)
      #expect(try second.add("c.html", Array("C".utf8)))
      try second.commit(["a/index.html", "c.html"])
      #expect(inode(output + "/a/index.html") == kept)
      #expect(!Files.exists(output + "/b.html"))
      #expect(try text(output + "/c.html") == "C")
      #expect(try Files.names(folder) == ["out"])
    }
  }

  @Test func `keeps files that no build made`() throws {
    try withTemporaryFolder { folder in
      let output = folder + "/out"
      try Files.write(Array("mine".utf8), to: output + "/notes/keep.txt")
      for _ in 0..<2 {
        let writer = try OutputWriter(output: output)
        try writer.add("index.html", Array("A".utf8))
        try writer.commit(["index.html"])
        #expect(try text(output + "/notes/keep.txt") == "mine")
      }
    }
  }

  @Test func `refuses to replace a file that it did not make, and leaves all as it was`() throws {
    try withTemporaryFolder { folder in
      let output = folder + "/out"
      try Files.write(Array("mine".utf8), to: output + "/index.html")
      let writer = try OutputWriter(output: output)
      try writer.add("index.html", Array("A".utf8))
      #expect(throws: Failure.self) { try writer.commit(["index.html"]) }
      #expect(try text(output + "/index.html") == "mine")
      #expect(try Files.names(folder) == ["out"])
    }
  }

  @Test func `sweeps up after a build that was killed`() throws {
    try withTemporaryFolder { folder in
      try Files.write(Array("half".utf8), to: folder + "/.out.assay-staging-1/index.html")
      let writer = try OutputWriter(output: folder + "/out")
      try writer.add("index.html", Array("A".utf8))
      try writer.commit(["index.html"])
      #expect(try Files.names(folder) == ["out"])
    }
  }

  @Test func `reads regular files only, up to the limit`() throws {
    try withTemporaryFolder { folder in
      try Files.write(Array("12345".utf8), to: folder + "/a")
      #expect(throws: Failure.self) { try Files.read(folder + "/a", limit: 4) }
      #expect(throws: Failure.self) { try Files.read(folder) }
      mkfifo(folder + "/fifo", 0o600)
      #expect(throws: Failure.self) { try Files.read(folder + "/fifo") }
    }
  }
}
