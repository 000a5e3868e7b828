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
      // The page may have grown above the place that was read, so its heading is kept too.
      const place = "assay-place " + location.pathname;
      const reload = () => {
        const seen = [...document.querySelectorAll("[id]")].filter(
          (part) => part.getBoundingClientRect().top <= 0);
        const last = seen[seen.length - 1];
        sessionStorage.setItem(place, JSON.stringify({
          y: scrollY, id: last ? last.id : "", top: last ? last.getBoundingClientRect().top : 0,
        }));
        location.reload();
      };
      const kept = sessionStorage.getItem(place);
      if (kept) {
        sessionStorage.removeItem(place);
        const { y, id, top } = JSON.parse(kept);
        const part = id && document.getElementById(id);
        history.scrollRestoration = "manual";
        scrollTo(0, part ? scrollY + part.getBoundingClientRect().top - top : y);
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
