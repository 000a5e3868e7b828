import AssayAnalysis
import Glibc

/// Says what publishing needs and lacks here, and how to get it.
public struct PublishDoctor: Sendable {
  /// One thing that was looked at.
  public struct Finding: Sendable {
    public let isFine: Bool
    public let text: String
    public let help: String?
  }

  private let targets: [PublishSettings]
  private let root: String

  public init(_ targets: [PublishSettings], root: String) {
    self.targets = targets
    self.root = root
  }

  public func findings() async -> [(target: String, findings: [Finding])] {
    var all: [(target: String, findings: [Finding])] = []
    for settings in targets {
      var found: [Finding] = []
      do {
        let target = try settings.target(root: root)
        found += target.tools.map(tool)
        if settings.kind == .git, usesSSH(settings.place) { found.append(tool("ssh")) }
        if settings.kind == .rsync { found += rsync(settings) }
        if settings.kind == .rclone { found += await rclone(settings) }
        if found.allSatisfy(\.isFine) { found.append(await reach(target)) }
      } catch {
        found += error.diagnostics.map { Finding(isFine: false, text: $0.message, help: $0.hint) }
      }
      all.append((settings.name, found))
    }
    return all
  }

  private func tool(_ name: String) -> Finding {
    if let path = Sender.path(of: name) {
      return Finding(isFine: true, text: "\(name): \(path)", help: nil)
    }
    return Finding(
      isFine: false, text: "\(name) is not installed",
      help: "apt-get install \(name == "ssh" ? "openssh-client" : name)")
  }

  private func usesSSH(_ place: String) -> Bool {
    place.hasPrefix("ssh://") || !place.contains("://") && place.contains(":")
  }

  private func rsync(_ settings: PublishSettings) -> [Finding] {
    if settings.place.hasPrefix("rsync://") || settings.place.contains("::") {
      let isSet = getenv("RSYNC_PASSWORD") != nil
      return [
        Finding(
          isFine: true, text: "RSYNC_PASSWORD is \(isSet ? "set" : "not set")",
          help: isSet ? nil : "a daemon that asks for a password reads it from there")
      ]
    }
    return usesSSH(settings.place) ? [tool("ssh")] : []
  }

  private func rclone(_ settings: PublishSettings) async -> [Finding] {
    let name = settings.place.prefix { $0 != ":" }
    guard !name.isEmpty else { return [] }
    let listed = try? await Sender(name: "rclone").run(["listremotes"])
    guard let listed, listed.isSuccess else { return [] }
    let isKnown = listed.text.split(separator: "\n").contains { $0 == name + ":" }
    return [
      Finding(
        isFine: isKnown, text: "rclone \(isKnown ? "knows" : "does not know") the remote '\(name)'",
        help: isKnown
          ? nil
          : "run 'rclone config', or set RCLONE_CONFIG_\(name.uppercased())_TYPE and what goes with "
            + "it; for S3 also …_PROVIDER, …_ACCESS_KEY_ID, …_SECRET_ACCESS_KEY, …_ENDPOINT")
    ]
  }

  private func reach(_ target: any PublishTarget) async -> Finding {
    do {
      let manifest = try await target.manifest()
      let words =
        manifest.map { "holds release \($0.release) of \($0.files.count) files" }
        ?? "can be reached; nothing was published there yet"
      return Finding(isFine: true, text: "\(target.place) \(words)", help: nil)
    } catch let failure as Failure {
      let first = failure.diagnostics.first
      return Finding(isFine: false, text: first?.message ?? "cannot be reached", help: first?.hint)
    } catch {
      return Finding(isFine: false, text: "\(target.place) cannot be reached", help: nil)
    }
  }
}
