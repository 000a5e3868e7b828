import AssayAnalysis

/// What a host reads beside the pages, and what it refuses.
struct HostFiles {
  let settings: PublishSettings

  /// The names that `files:` may hold.
  static let known = [".nojekyll", "CNAME", "_headers", "_redirects", "netlify.toml"]

  /// The files to add to a site.
  func files(for site: [String: PublishedFile], redirects: [(from: String, to: String)]) -> [(
    path: String, bytes: [UInt8]
  )] {
    var names = Set(settings.files)
    switch settings.host {
    case .github: names.insert(".nojekyll")
    case .netlify, .cloudflare: names.formUnion(["_headers", "_redirects"])
    case .gitlab: if !redirects.isEmpty { names.insert("_redirects") }
    case .s3, .server: break
    }
    if settings.domain != nil, settings.host == .github { names.insert("CNAME") }
    return names.sorted().compactMap { name in
      text(of: name, site, redirects).map { (name, Array($0.utf8)) }
    }
  }

  private func text(
    of name: String, _ site: [String: PublishedFile], _ redirects: [(from: String, to: String)]
  ) -> String? {
    switch name {
    case ".nojekyll": ""
    case "CNAME": settings.domain.map { $0 + "\n" }
    case "_headers": headers(site)
    case "_redirects":
      redirects.isEmpty ? nil : redirects.map { "\($0.from) \($0.to) 301\n" }.joined()
    case "netlify.toml": "[build]\n  publish = \".\"\n"
    default: nil
    }
  }

  /// Hosts read at most a hundred rules.
  private static let maximumRules = 100

  private func headers(_ site: [String: PublishedFile]) -> String {
    var text = """
      /*
        X-Content-Type-Options: nosniff
        Referrer-Policy: strict-origin-when-cross-origin
        Content-Security-Policy: frame-ancestors 'self'; base-uri 'none'; object-src 'none'

      """
    let assets = site.values.filter { $0.path.hasPrefix("assets/") }
    let fingerprinted = site.values.filter { PublishedFile.isFingerprinted($0.path) }
    let isWhole = !assets.isEmpty && assets.allSatisfy { PublishedFile.isFingerprinted($0.path) }
    var paths = fingerprinted.map { "/" + $0.path }.filter { !isWhole || !$0.hasPrefix("/assets/") }
    if isWhole { paths.append("/assets/*") }
    for path in paths.sorted().suffix(HostFiles.maximumRules - 2) {
      text += "\(path)\n  Cache-Control: public, max-age=31536000, immutable\n"
    }
    return text
  }
}

extension HostFiles {
  private struct Limits {
    var files: Int?
    var fileBytes: Int?
    var siteBytes: Int?
    let source: String
  }

  /// As the hosts' documentation tells them.
  private var limits: Limits? {
    switch settings.host {
    case .github:
      Limits(fileBytes: 100 << 20, siteBytes: 1 << 30, source: "GitHub Pages")
    case .gitlab: Limits(siteBytes: 1 << 30, source: "GitLab Pages")
    case .cloudflare:
      settings.kind == .rclone
        ? nil : Limits(files: 20_000, fileBytes: 25 << 20, source: "Cloudflare Pages")
    case .netlify: Limits(files: 54_000, source: "Netlify")
    case .s3, .server: nil
    }
  }

  /// Holds a site against its host's limits, before anything is sent.
  func refuseWhatIsTooLarge(_ site: [PublishedFile]) throws(Failure) {
    guard let limits else { return }
    var findings: [Diagnostic] = []
    if let most = limits.files, site.count > most {
      findings.append(finding("\(site.count) files; \(limits.source) takes \(most)"))
    }
    let total = site.reduce(0) { $0 + $1.byteCount }
    if let most = limits.siteBytes, total > most {
      findings.append(finding("a site of \(total) bytes; \(limits.source) takes \(most)"))
    }
    for file in site {
      guard let most = limits.fileBytes, file.byteCount > most else { continue }
      findings.append(
        finding("a file of \(file.byteCount) bytes; \(limits.source) takes \(most)", file.path))
    }
    if !findings.isEmpty { throw Failure(.publishing, findings) }
  }

  private func finding(_ message: String, _ path: String = "") -> Diagnostic {
    Diagnostic(
      .error, path: path, message, hint: "leave files out, or publish to another kind of host")
  }
}
