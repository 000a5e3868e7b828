import Foundation

/// A web host of this machine with one page, for tests that ask it from another program.
///
/// It answers on a thread of its own: a test that waits for the other program holds one of the few
/// threads that tasks run on, and a server of tasks might never get its turn.
public final class OnePageHost: Sendable {
  /// Of 127.0.0.1.
  public let port: UInt16
  private let socket: Int32

  /// - Parameter path: of the page; every other one answers 404.
  public init?(path: String) {
    let listener = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard listener >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 16) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    guard isBound else {
      Glibc.close(listener)
      return nil
    }
    socket = listener
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { OnePageHost.serve(listener, path: path) }
  }

  deinit {
    // Wakes the thread that waits for the next request.
    shutdown(socket, Int32(SHUT_RDWR))
    Glibc.close(socket)
  }

  private static func serve(_ listener: Int32, path: String) {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      answer(connection, path: path)
      Glibc.close(connection)
    }
  }

  /// Reads one request to the end of its head, and answers it.
  private static func answer(_ connection: Int32, path: String) {
    var head = ""
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !head.contains("\r\n\r\n"), head.utf8.count < 65_536 {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      head += String(decoding: buffer[..<count], as: UTF8.self)
    }
    let target = head.split(separator: " ").dropFirst().first ?? ""
    let status = target == path ? "200 OK" : "404 Not Found"
    let reply = "HTTP/1.1 \(status)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    _ = reply.withCString { send(connection, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
  }
}
