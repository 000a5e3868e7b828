import AssayAnalysis

/// A target as `assay.yml` names it.
///
///     publish:
///       production:
///         type: rclone
///         remote: r2:site
///         host: cloudflare
public struct PublishSettings: Sendable, Hashable {
  /// How a site gets there.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case folder, git, rsync, rclone
  }

  /// Who serves it: says which limits hold and which files the host reads.
  public enum Host: String, Sendable, Hashable, CaseIterable {
    case github, gitlab, netlify, cloudflare, s3, server
  }

  public let name: String
  public var kind = Kind.folder
  /// A folder, a git remote, an rsync destination, or an rclone remote with its path.
  public var place = ""
  public var branch = "gh-pages"
  public var host = Host.server
  /// For `CNAME`.
  public var domain: String?
  /// Files for the host to write beside those it needs.
  public var files: [String] = []
  /// How many releases stay.
  public var keep = 5

  init(name: String) { self.name = name }
}

extension PublishSettings {
  /// Reads one target; nil where it breaks a rule.
  static func read(_ name: String, _ reader: inout MappingReader) -> PublishSettings {
    var settings = PublishSettings(name: name)
    settings.kind = reader.choice("type", of: Kind.self) ?? .folder
    let key = settings.placeKey
    settings.place = reader.string(key) ?? ""
    if settings.kind == .git {
      settings.branch = reader.string("branch") ?? settings.branch
      settings.host = .github
    }
    settings.host = reader.choice("host", of: Host.self) ?? settings.host
    settings.domain = reader.string("domain")
    settings.files = reader.strings("files")
    settings.keep = reader.integer("keep", in: 1...100) ?? settings.keep
    settings.check(key, &reader)
    return settings
  }

  private var placeKey: String {
    switch kind {
    case .folder: "path"
    case .git, .rclone: "remote"
    case .rsync: "destination"
    }
  }

  private func check(_ key: String, _ reader: inout MappingReader) {
    let places = [key, "type", "files", "branch"].compactMap { reader.node($0)?.range }
    guard let range = places.first else { return }
    if place.isEmpty {
      reader.report(range, "a target of type \(kind.rawValue) must have '\(key)'")
    }
    if Secrets.hasPassword(place) {
      reader.report(
        range, "'\(key)' must hold no password",
        hint: "git, rsync and rclone take it from the environment or their own configuration")
    }
    if place.hasPrefix("-") || branch.hasPrefix("-") {
      reader.report(range, "'\(key)' must not begin with '-'")
    }
    if kind == .rclone, !place.contains(":") {
      reader.report(range, "'remote' must be REMOTE:PATH, as rclone names it")
    }
    for file in files where !HostFiles.known.contains(file) {
      let node = reader.node("files")?.range ?? range
      reader.report(
        node, "'files' must be of \(HostFiles.known.joined(separator: ", "))",
        hint: suggestion(for: file, among: HostFiles.known).map { "did you mean '\($0)'?" })
    }
  }
}
