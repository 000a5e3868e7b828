import AssaySite
import Testing
import TestSupport

/// Builds that run out of room. A folder of a few hundred kilobytes stands for a full disk; where the
/// system lets nobody mount one, a limit on the size of files does.
@Suite struct FullDiskTests {
  private static let article =
    "---\ntitle: Sales\n---\n"
    + String(repeating: "Sales rose 50%, from $100 to $150.\n\n", count: 40)

  private func writeSite(_ folder: String, articles: Int) throws {
    for number in 0..<articles {
      try Files.write(
        Array(FullDiskTests.article.utf8), to: folder + "/site/content/a\(number).md")
    }
  }

  /// Paths and bytes of everything beneath a folder, as the shell sees it.
  private static let digest = "cd out && find . -type f | sort | xargs cksum | cksum"

  private func expectRefusal(_ printed: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(printed.contains("code 3"), "\(printed)", sourceLocation: sourceLocation)
    #expect(printed.contains(": error: "), "\(printed)", sourceLocation: sourceLocation)
    #expect(printed.contains("make room"), "\(printed)", sourceLocation: sourceLocation)
    let sums = printed.split(separator: "\n").filter { $0.hasPrefix("sum ") }
    #expect(
      sums.count == 2 && sums.first == sums.last, "\(printed)", sourceLocation: sourceLocation)
  }

  private static let mounts: Bool = {
    let words = try? withTemporaryFolder { folder in
      try Program.shell("unshare -rm mount -t tmpfs tmpfs /mnt && echo mounted", in: folder)
    }
    return words?.contains("mounted") ?? false
  }()

  @Test(.enabled(if: mounts, "nobody may mount a small folder here"))
  func `leaves the old site whole on a full disk, and says what to do`() throws {
    try withTemporaryFolder { folder in
      try writeSite(folder, articles: 1)
      try writeSite(folder + "/more", articles: 30)
      let script = """
        mkdir small; mount -t tmpfs -o size=600k tmpfs small && cd small
        assay build ../site -o out && echo "sum $(\(FullDiskTests.digest))"
        assay build ../more/site -o out; echo "code $?"; echo "sum $(\(FullDiskTests.digest))"
        ls -A
        """
      try Files.write(Array(script.utf8), to: folder + "/script")
      let printed = try Program.shell("unshare -rm sh script", in: folder)
      expectRefusal(printed)
      #expect(printed.hasSuffix("out\n"), "Something was left behind: \(printed)")
    }
  }

  @Test func `leaves the old site whole where a file may not grow, and says what to do`() throws {
    try withTemporaryFolder { folder in
      try writeSite(folder, articles: 1)
      try writeSite(folder + "/more", articles: 30)
      let printed = try Program.shell(
        """
        assay build site -o out && echo "sum $(\(FullDiskTests.digest))"
        (trap '' XFSZ; ulimit -f 40; assay build more/site -o out; echo "code $?")
        echo "sum $(\(FullDiskTests.digest))"
        """, in: folder)
      expectRefusal(printed)
    }
  }
}
