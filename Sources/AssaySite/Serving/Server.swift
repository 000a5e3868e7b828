import AssayAnalysis
import FlyingFox
import FlyingSocks
import Foundation

/// Shows a site on this machine's loopback addresses, and loads pages again after each build.
public struct Server: Sendable {
  private let files: ServedFiles
  private let state = ServerState()
  /// The address to listen on instead of the loopback's.
  private let host: String?

  /// - Parameters:
  ///   - output: the folder of the built site.
  ///   - host: an IPv4 address of this machine, for others on the network to see it; `0.0.0.0` is all
  ///     it has. Nil keeps it to this machine.
  public init(output: String, host: String? = nil) {
    files = ServedFiles(root: output)
    self.host = host
  }

  /// Tells the browsers of a build; `errors` is empty where it went well.
  public func finishBuild(errors: String = "") async { await state.finish(errors: errors) }

  /// Answers requests until the task is cancelled.
  ///
  /// - Parameters:
  ///   - port: 0 takes any that is free.
  ///   - ready: called with the port once requests are answered.
  /// - Throws: `Failure` where the port is taken.
  public func run(port: UInt16, ready: @escaping @Sendable (UInt16) async -> Void) async throws {
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: host ?? "127.0.0.1", port: port), logger: .disabled,
      handler: ClosureHTTPHandler(answer))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { [host] in
        try await Server.run(server, at: "\(host ?? "127.0.0.1"):\(port)")
      }
      try await server.waitUntilListening()
      guard case .ip4(_, let port) = await server.listeningAddress else { return }
      guard host == nil else {
        await ready(port)
        return try await group.waitForAll()
      }
      // Browsers that resolve localhost to ::1 try 127.0.0.1 next, so this one may be missing.
      let second = HTTPServer(
        address: sockaddr_in6.loopback(port: port), logger: .disabled,
        handler: ClosureHTTPHandler(answer))
      group.addTask { try? await second.run() }
      await ready(port)
      try await group.waitForAll()
    }
  }

  private static func run(_ server: HTTPServer, at place: String) async throws {
    do {
      try await server.run()
    } catch let error as SocketError {
      try Task.checkCancellation()
      throw Failure(
        .usage,
        Diagnostic(
          .error, path: "", "\(place) cannot be served: \(error.localizedDescription)",
          hint: "choose another port with -p"))
    }
  }
}

extension Server {
  /// A page open in a browser asks again after this long, so that no request seems to hang.
  private static let waitSeconds = 10

  private func answer(_ request: HTTPRequest) async -> HTTPResponse {
    guard Server.answers(to: request.headers[.host] ?? "", onNetwork: host != nil) else {
      return Server.text(.misdirectedRequest, "This server answers to addresses and localhost.\n")
    }
    guard request.method == .GET || request.method == .HEAD else {
      return Server.text(.methodNotAllowed, "Only GET and HEAD are answered.\n")
    }
    let path = request.target.path()
    switch path {
    case LiveReload.scriptPath:
      return Server.response(.ok, Array(LiveReload.script.utf8), type: "text/javascript")
    case LiveReload.statusPath: return await status(request)
    default: return await file(path)
    }
  }

  private func status(_ request: HTTPRequest) async -> HTTPResponse {
    let known = request.query.first { $0.name == "after" }.flatMap { Int($0.value) }
    await state.wait(after: known, seconds: Server.waitSeconds)
    let fields = await ["build": "\(state.build)", "errors": jsonString(state.errors)]
    let body = fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
    return Server.response(
      .ok, Array("{\(body.joined(separator: ","))}".utf8), type: "application/json")
  }

  private func file(_ path: String) async -> HTTPResponse {
    switch files.answer(to: path) {
    case .file(let bytes, let type) where type.hasPrefix("text/html"):
      return Server.page(.ok, bytes)
    case .file(let bytes, let type): return Server.response(.ok, bytes, type: type)
    case .redirect(let place):
      return HTTPResponse(statusCode: .movedPermanently, headers: HTTPHeaders([.location: place]))
    case .notFound:
      let errors = await state.errors
      // Without a built site the errors are all there is to show.
      let page =
        files.notFoundPage.map(LiveReload.rooted)
        ?? Array("<body><h1>\(errors.isEmpty ? "404" : "")</h1>".utf8)
      return Server.page(.notFound, page)
    }
  }

  private static func page(_ status: HTTPStatusCode, _ bytes: [UInt8]) -> HTTPResponse {
    let (page, policy) = LiveReload.prepare(bytes)
    var answer = response(status, page, type: "text/html; charset=utf-8")
    if !policy.isEmpty { answer.headers[HTTPHeader("Content-Security-Policy")] = policy }
    return answer
  }

  private static func text(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    response(status, Array(text.utf8), type: "text/plain; charset=utf-8")
  }

  private static func response(
    _ status: HTTPStatusCode, _ bytes: [UInt8], type: String
  ) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: HTTPHeaders([
        .contentType: type, .cacheControl: "no-store",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
      ]),
      body: Data(bytes))
  }

  /// A page of another site can make a browser send requests here under its own name (DNS
  /// rebinding); those are not answered.
  ///
  /// - Parameter onNetwork: true where other machines may ask; they ask by an address, since a name
  ///   is what such a page would bring.
  static func answers(to host: String, onNetwork: Bool = false) -> Bool {
    let name =
      host.hasPrefix("[") ? host.prefix { $0 != "]" }.dropFirst() : host.prefix { $0 != ":" }
    if ["localhost", "127.0.0.1", "::1"].contains(name.lowercased()) { return true }
    return onNetwork && isAddress(name)
  }

  /// Four numbers, as browsers write an IPv4 address.
  public static func isAddress(_ name: some StringProtocol) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        UInt8(part) != nil && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  private func jsonString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{0}"..."\u{1F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
