public import AssayAnalysis

/// Asks other hosts whether what articles link to is still there.
///
/// The one part of the program that reaches out, and only where somebody asks for it. It asks by
/// `curl`, each address once, with a `HEAD` first. What answered well is not asked again for a week.
/// Links in comments are strangers' and are not followed.
public struct ExternalLinks: Sendable {
  /// Where an address stands.
  private struct Place: Sendable {
    let address: String
    let document: SourceText
    let range: SourceRange
  }

  private let site: Site
  private let places: [Place]

  /// Reads the articles of a site.
  public init(_ site: Site, publication: Publication) async throws {
    self.site = site
    let reader = ArticleReader(site: site)
    let found = try await parallelMap(site.articles, chunk: 4) { source -> [Place] in
      try Task.checkCancellation()
      var times = StageTimes()
      guard let article = reader.read(source, times: &times).article,
        publication.reasonToLeaveOut(article.frontMatter) == nil
      else { return [] }
      return article.inlines.compactMap { inline in
        guard case .link(let link) = inline.kind, let address = webAddress(link.destination)
        else { return nil }
        return Place(address: address, document: article.source, range: inline.range)
      }
    }
    places = found.flatMap { $0 }
  }

  /// How many different addresses there are.
  public var count: Int { Set(places.map(\.address)).count }

  /// What cannot be reached, each place once: a warning where the address is gone, a note where its
  /// host would not say.
  ///
  /// - Parameters:
  ///   - cache: the file that holds what answered well.
  ///   - now: in seconds since 1970.
  /// - Throws: `Failure` where there is no curl.
  public func check(cache: String, now: Int) throws(Failure) -> [Diagnostic] {
    guard !places.isEmpty else { return [] }
    guard let curl = Tool("curl") else {
      throw Failure(
        .usage,
        Diagnostic(
          .error, path: "", "curl is needed to ask other hosts, and is not on this machine",
          hint: "install curl, or leave out --links"))
    }
    var memory = LinkMemory(cache, now: now)
    let wanted = Set(places.map(\.address)).subtracting(memory.addresses).sorted()
    var answers = try LinkAnswer.ask(wanted, with: curl, head: true)
    // Some hosts answer nothing but a GET.
    let unsure = wanted.filter { answers[$0].map { !$0.isGood } ?? true }
    let second = try LinkAnswer.ask(unsure, with: curl, head: false)
    answers.merge(second) { $1 }
    for address in wanted where answers[address]?.isGood ?? false { memory.add(address) }
    memory.save()
    let problems = places.compactMap { place in
      answers[place.address]?.diagnostic(in: place.document, at: place.range)
    }
    return site.named(problems).sorted()
  }
}

/// The address of a link to the web without its anchor; nil for others.
private func webAddress(_ destination: String) -> String? {
  let lower = destination.lowercased()
  guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
  let address = destination.prefix { $0 != "#" }
  // What curl would refuse, or read as something else, is left to the reader's browser.
  guard address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x22 && $0 != 0x5C }) else {
    return nil
  }
  return String(address)
}

/// What a host said of an address.
private struct LinkAnswer {
  /// Of HTTP; 0 where none came.
  let code: Int
  /// Why none came.
  let reason: String

  var isGood: Bool { (200..<400).contains(code) }

  /// Hosts that want a person, or less haste.
  private var isRefusal: Bool { [401, 403, 405, 407, 429, 451, 501, 503, 999].contains(code) }

  func diagnostic(in source: SourceText, at range: SourceRange) -> Diagnostic? {
    if isGood { return nil }
    if isRefusal {
      return Diagnostic(
        .note, in: source, at: range, "the host answers \(code) to programs",
        hint: "look at it in a browser", rule: "external-link")
    }
    let what = code > 0 ? "the host answers \(code)" : reason
    return Diagnostic(
      .warning, in: source, at: range, "leads nowhere: \(what)", rule: "external-link")
  }

  private static let arguments = [
    "--silent", "--location", "--max-redirs", "10", "--max-time", "20", "--globoff",
    "--proto", "=http,https", "--proto-redir", "=http,https", "--user-agent", "assay link check",
    "--parallel", "--parallel-max", "8", "--write-out",
    "%{urlnum}\\t%{http_code}\\t%{errormsg}\\n", "--config", "-",
  ]

  /// Asks all addresses at once.
  static func ask(
    _ addresses: [String], with curl: Tool, head: Bool
  ) throws(Failure) -> [String: LinkAnswer] {
    guard !addresses.isEmpty else { return [:] }
    var settings = head ? "head\n" : "range = \"0-0\"\n"
    for address in addresses {
      settings += "url = \"\(address)\"\noutput = \"/dev/null\"\n"
    }
    // Its exit code tells of the last address only; each has a line of its own.
    let outcome = try curl.run(arguments, input: Array(settings.utf8))
    var answers: [String: LinkAnswer] = [:]
    for line in String(decoding: outcome.output, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 2, let number = Int(fields[0]), addresses.indices.contains(number),
        let code = Int(fields[1])
      else { continue }
      let reason = fields.count > 2 && !fields[2].isEmpty ? String(fields[2]) : "no answer"
      answers[addresses[number]] = LinkAnswer(code: code, reason: reason)
    }
    return answers
  }
}

/// The addresses that answered well lately, in a file: a line each, with the second of the answer.
private struct LinkMemory {
  private static let secondsKept = 7 * 86_400

  private let path: String
  private let now: Int
  private var times: [String: Int] = [:]

  init(_ path: String, now: Int) {
    self.path = path
    self.now = now
    // Without the file everything is asked, as the first time.
    guard let bytes = try? Files.read(path) else { return }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let time = Int(fields[0]) else { continue }
      if (now - LinkMemory.secondsKept...now).contains(time) { times[String(fields[1])] = time }
    }
  }

  var addresses: Set<String> { Set(times.keys) }

  mutating func add(_ address: String) { times[address] = now }

  func save() {
    let lines = times.sorted { $0.key < $1.key }.map { "\($0.value)\t\($0.key)\n" }
    // A memory that cannot be kept only costs the next run some time.
    try? Files.write(Array(lines.joined().utf8), to: path)
  }
}
