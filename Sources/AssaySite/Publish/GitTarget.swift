import AssayAnalysis
import Glibc

/// A branch of a git repository that a host serves.
///
/// The new tree is made in a repository of our own and pushed as one commit: the host sees the old
/// branch or the new one. A tree that equals the branch's makes no commit.
struct GitTarget: PublishTarget {
  let place: String
  let tools = ["git"]
  private let settings: PublishSettings
  private let root: String
  private let git: Sender

  private static let fetched = "refs/assay/fetched"
  private static let new = "refs/assay/new"
  /// Of `ls-remote --exit-code`, where there is no such branch.
  private static let noSuchBranch: Int32 = 2

  init(_ settings: PublishSettings, root: String) {
    self.settings = settings
    self.root = root
    place = "\(Secrets.removed(from: settings.place)) \(settings.branch)"
    var git = Sender(name: "git")
    // Nobody is there to answer a question.
    git.environment = ["GIT_TERMINAL_PROMPT": "0"]
    if getenv("GIT_SSH_COMMAND") == nil {
      git.environment["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes -o ConnectTimeout=20"
    }
    self.git = git
  }

  private var repository: String {
    let base = Files.join(Files.join(root, ReleaseStore.folderName), "git")
    let path = Files.join(base, settings.name + ".git")
    // git works in the repository, so the path must lead there from anywhere.
    return Files.resolved(root.isEmpty ? "." : root).map { here in
      root.isEmpty
        ? Files.join(here, path) : Files.join(here, String(path.dropFirst(root.count + 1)))
    } ?? path
  }

  private var branch: String { "refs/heads/\(settings.branch)" }

  private func run(_ arguments: String...) async throws -> Sender.Result {
    try await git.run(["--git-dir", repository] + arguments)
  }

  private func demand(
    _ arguments: [String], input: [UInt8] = [], to purpose: String
  ) async throws -> String {
    try await git.demand(["--git-dir", repository] + arguments, input: input, to: purpose).text
  }

  func manifest() async throws -> PublishManifest? {
    guard try await fetch() else { return nil }
    let shown = try await run("show", "\(GitTarget.fetched):\(PublishManifest.fileName)")
    return shown.isSuccess ? PublishManifest(shown.output) : nil
  }

  func apply(
    _ plan: PublishPlan, from folder: String, _ progress: PublishProgress
  ) async throws {
    let hasBranch = try await fetch()
    progress.step("committing \(plan.uploads.count)")
    let stream = try await commitStream(plan, from: folder, hasBranch: hasBranch)
    _ = try await demand(
      ["fast-import", "--quiet", "--force"], input: stream, to: "make the commit")
    if hasBranch {
      let trees = try await demand(
        ["rev-parse", "\(GitTarget.new)^{tree}", "\(GitTarget.fetched)^{tree}"],
        to: "compare the trees"
      ).split(separator: "\n")
      if trees.count == 2, trees[0] == trees[1] { return }
    }
    try Task.checkCancellation()
    progress.step("pushing")
    try await push()
  }

  func rollback() async throws -> String? {
    guard try await fetch() else { throw nothingBefore }
    let parent = try await run("rev-parse", "--verify", "--quiet", "\(GitTarget.fetched)^1^{tree}")
    guard parent.isSuccess else { throw nothingBefore }
    let identity = try await identity()
    var author = git
    author.environment["GIT_AUTHOR_NAME"] = identity.name
    author.environment["GIT_AUTHOR_EMAIL"] = identity.email
    author.environment["GIT_COMMITTER_NAME"] = identity.name
    author.environment["GIT_COMMITTER_EMAIL"] = identity.email
    let commit = try await author.demand(
      [
        "--git-dir", repository, "commit-tree", parent.text, "-p", GitTarget.fetched, "-m",
        "Go back to the site before",
      ], to: "make the commit"
    ).text
    _ = try await demand(["update-ref", GitTarget.new, commit], to: "name the commit")
    try await push()
    return String(commit.prefix(12))
  }

  private var nothingBefore: Failure {
    Failure(.publishing, Diagnostic(.error, path: place, "there is no release before this one"))
  }
}

extension GitTarget {
  /// The address of the remote, where its name stands for it.
  private func address() async throws -> String {
    let looksLikeName = !settings.place.contains("/") && !settings.place.contains(":")
    guard looksLikeName else { return absolute(settings.place) }
    let found = try await git.run(
      ["-C", root.isEmpty ? "." : root, "remote", "get-url", "--push", settings.place])
    guard found.isSuccess else {
      throw git.failure(found, to: "find the remote '\(settings.place)'")
    }
    return absolute(found.text)
  }

  /// Paths in a configuration lead from the site's folder.
  private func absolute(_ address: String) -> String {
    let isPath = address.hasPrefix("./") || address.hasPrefix("../")
    guard isPath, let here = Files.resolved(root.isEmpty ? "." : root) else { return address }
    return Files.join(here, address)
  }

  /// Brings the branch as it is now; false where it does not exist yet.
  private func fetch() async throws -> Bool {
    try await prepareRepository()
    let address = try await address()
    let found = try await run("ls-remote", "--exit-code", address, branch)
    if found.code == GitTarget.noSuchBranch { return false }
    guard found.isSuccess else { throw git.failure(found, to: "reach \(place)") }
    _ = try await demand(
      [
        "fetch", "--quiet", "--no-tags", "--depth=2", address, "+\(branch):\(GitTarget.fetched)",
      ],
      to: "fetch \(place)")
    return true
  }

  /// Makes the repository, and makes it anew where a git that was killed left its lock behind: the next
  /// would refuse to work. The caller holds the target's own lock, so nobody is at work here, and all
  /// in it can be fetched again. It comes and goes by a rename, so what stands here is whole.
  private func prepareRepository() async throws {
    let (coming, going) = (repository + ".new", repository + ".old")
    if Files.isFolder(repository) {
      guard try Files.tree(repository).contains(where: { $0.path.hasSuffix(".lock") }) else {
        return
      }
      try Files.removeTree(going)
      try Files.move(repository, to: going, "cannot be replaced")
      try Files.removeTree(going)
    }
    try Files.removeTree(coming)
    try Files.makeFolder(Files.parent(of: repository))
    try await git.demand(["init", "--quiet", "--bare", coming], to: "make a repository")
    try Files.move(coming, to: repository, "cannot be made")
  }

  private func push() async throws {
    let address = try await address()
    // The other end of a push to this machine, killed with its lock held, would refuse all pushes.
    var pushing = git
    pushing.isDetached = !address.contains(":")
    try await pushing.demand(
      ["--git-dir", repository, "push", "--quiet", address, "\(GitTarget.new):\(branch)"],
      to: "push to \(place)")
    let pushed = try await demand(["rev-parse", GitTarget.new], to: "read the commit")
    let there = try await demand(["ls-remote", address, branch], to: "check what was pushed")
    guard there.hasPrefix(pushed) else {
      throw Failure(
        .publishing,
        Diagnostic(.error, path: place, "the branch is not at the commit that was pushed"))
    }
  }

  private func identity() async throws -> (name: String, email: String) {
    let name = try await git.run(["config", "user.name"]).text
    let email = try await git.run(["config", "user.email"]).text
    return (name.isEmpty ? "Assay" : name, email.isEmpty ? "assay@localhost" : email)
  }

  /// What `git fast-import` reads: one commit with all files of the site, on top of the branch.
  /// Files of the branch that no manifest names stay.
  private func commitStream(
    _ plan: PublishPlan, from folder: String, hasBranch: Bool
  ) async throws -> [UInt8] {
    let identity = try await identity()
    var out = Array("commit \(GitTarget.new)\n".utf8)
    out += Array(
      "committer \(identity.name) <\(identity.email)> \(Int(time(nil))) +0000\n".utf8)
    let message = "Publish release \(plan.release)\n"
    out += Array("data \(message.utf8.count)\n\(message)\n".utf8)
    if hasBranch { out += Array("from \(GitTarget.fetched)^0\n".utf8) }
    for path in plan.deletions { out += Array("D \(quoted(path))\n".utf8) }
    for file in plan.site.files.values.sorted(by: { $0.path < $1.path }) {
      add(try Files.read(Files.join(folder, file.path)), as: file.path, to: &out)
    }
    add(plan.site.bytes, as: PublishManifest.fileName, to: &out)
    return out
  }

  private func add(_ bytes: [UInt8], as path: String, to out: inout [UInt8]) {
    out += Array("M 100644 inline \(quoted(path))\ndata \(bytes.count)\n".utf8)
    out += bytes
    out.append(0x0A)
  }

  private func quoted(_ path: String) -> String {
    var text = "\""
    for character in path.unicodeScalars {
      switch character {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(character)
      }
    }
    return text + "\""
  }
}
