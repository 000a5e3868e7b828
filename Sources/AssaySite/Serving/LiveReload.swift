/// What the development server adds to a page on its way to the browser, and never to the output:
/// a script that loads the page again after a build, and the leave to run it.
enum LiveReload {
  static let scriptPath = "/.assay/reload.js"
  static let statusPath = "/.assay/status"

  /// The page with the script before its end, and the policy to send with it in place of its own.
  static func prepare(_ page: [UInt8]) -> (page: [UInt8], policy: String) {
    let (rest, policy) = takePolicy(page)
    let script = Array("<script src=\"\(scriptPath)\" defer></script>".utf8)
    let end = rest.lastRange(of: "</body>")?.lowerBound ?? rest.count
    return (rest[..<end] + script + rest[end...], allowing(policy))
  }

  /// The page for what is not there, as it is shown at any address: what it links to beside itself
  /// lies at the root here.
  static func rooted(_ page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = page[...]
    let opening = "href=\""
    while let link = page.firstRange(of: opening, from: rest.startIndex) {
      result += page[rest.startIndex..<link.upperBound]
      rest = page[link.upperBound...]
      let target = rest.prefix { $0 != UInt8(ascii: "\"") }
      let isElsewhere =
        target.first == UInt8(ascii: "/") || target.first == UInt8(ascii: "#")
        || target.contains(UInt8(ascii: ":"))
      if !isElsewhere { result.append(UInt8(ascii: "/")) }
    }
    return result + rest
  }

  /// A policy in a page can only be narrowed by a header, so it is taken out of the page.
  private static func takePolicy(_ page: [UInt8]) -> (rest: [UInt8], policy: String) {
    guard let name = page.firstRange(of: "Content-Security-Policy", from: 0),
      let open = page[..<name.lowerBound].lastIndex(of: UInt8(ascii: "<")),
      let close = page[name.upperBound...].firstIndex(of: UInt8(ascii: ">")),
      let start = page.firstRange(of: "content=\"", from: name.upperBound)?.upperBound,
      let end = page[start...].firstIndex(of: UInt8(ascii: "\"")), end < close
    else { return (page, "") }
    let text = String(decoding: page[start..<end], as: UTF8.self)
      .replacing("&#39;", with: "'")
    return (Array(page[..<open] + page[(close + 1)...]), text)
  }

  /// The policy with this server's script and its requests allowed.
  private static func allowing(_ policy: String) -> String {
    var directives = policy.split(separator: ";").map { $0.split(separator: " ").map(String.init) }
      .filter { !$0.isEmpty }
    for name in ["script-src", "connect-src"] {
      if let index = directives.firstIndex(where: { $0.first == name }) {
        directives[index].removeAll { $0 == "'none'" }
        directives[index].append("'self'")
      } else if !directives.isEmpty {
        directives.append([name, "'self'"])
      }
    }
    return directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
  }

  /// Asks for the number of the last build until it changes. Errors of a build lie over the page.
  static let script = """
    (() => {
      const overlay = document.createElement("pre");
      overlay.setAttribute("role", "alert");
      Object.assign(overlay.style, {
        position: "fixed", inset: "0", zIndex: "2147483647", margin: "0", padding: "32px",
        overflow: "auto", background: "#14161A", color: "#ECEAE4", whiteSpace: "pre-wrap",
        font: "14px/22px ui-monospace, monospace",
      });
      let build = null;
      const show = (errors) => {
        overlay.textContent = errors;
        if (errors && !overlay.isConnected) document.body.append(overlay);
        if (!errors) overlay.remove();
      };
      // The page may have grown above the place that was read, so the words there are kept: of the
      // blocks in sight, since the first may be the one that was edited. Their digits are left out,
      // for the marks of numbers count on.
      const place = "assay-place " + location.pathname;
      const blocks = () => [...document.querySelectorAll(
        "main :is(h1, h2, h3, h4, p, li, pre, tr, figcaption)")];
      const words = (block) => block.textContent.replace(/[0-9]+/g, "").slice(0, 300);
      const reload = () => {
        const all = blocks();
        const seen = all.map((block, index) => ({ block, index, box: block.getBoundingClientRect() }))
          .filter(({ box }) => box.height > 0 && box.bottom > 0 && box.top < innerHeight);
        sessionStorage.setItem(place, JSON.stringify({
          y: scrollY, blocks: seen.map(({ block, index, box }) => [words(block), index, box.top]),
        }));
        location.reload();
      };
      const restore = (kept) => {
        const all = blocks();
        const texts = all.map(words);
        for (const [text, index, top] of kept.blocks) {
          const same = texts.flatMap((own, number) => own === text ? [number] : []);
          if (same.length === 0) continue;
          same.sort((a, b) => Math.abs(a - index) - Math.abs(b - index));
          return scrollY + all[same[0]].getBoundingClientRect().top - top;
        }
        return kept.y;
      };
      const kept = sessionStorage.getItem(place);
      if (kept) {
        sessionStorage.removeItem(place);
        history.scrollRestoration = "manual";
        scrollTo({ top: restore(JSON.parse(kept)), behavior: "instant" });
      }
      const ask = async () => {
        try {
          const answer = await fetch(`\(statusPath)?after=${build ?? ""}`, { cache: "no-store" });
          const status = await answer.json();
          if (build !== null && status.build !== build && !status.errors) return reload();
          build = status.build;
          show(status.errors);
        } catch {
          await new Promise((done) => setTimeout(done, 1000));
        }
        ask();
      };
      ask();
    })();

    """
}

extension [UInt8] {
  fileprivate func firstRange(of words: String, from start: Int) -> Range<Int>? {
    let words = Array(words.utf8)
    var index = start
    while index + words.count <= count {
      if self[index] == words[0], self[index..<index + words.count].elementsEqual(words) {
        return index..<index + words.count
      }
      index += 1
    }
    return nil
  }

  fileprivate func lastRange(of words: String) -> Range<Int>? {
    let words = Array(words.utf8)
    var index = count - words.count
    while index >= 0 {
      if self[index] == words[0], self[index..<index + words.count].elementsEqual(words) {
        return index..<index + words.count
      }
      index -= 1
    }
    return nil
  }
}
