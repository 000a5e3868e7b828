import CCrypto

/// The SHA-256 of bytes, in hexadecimal. The only file that knows libcrypto.
func sha256(_ bytes: some Collection<UInt8>) -> String {
  let bytes = Array(bytes)
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  _ = SHA256(bytes, bytes.count, &digest)
  return hexadecimal(digest)
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count * 2)
  for byte in bytes {
    out.append(digits[Int(byte >> 4)])
    out.append(digits[Int(byte & 15)])
  }
  return String(decoding: out, as: UTF8.self)
}

/// Names that stand for others: the same for the same name and salt, and no way back.
struct Pseudonyms: Sendable {
  private let salt: String

  init(salt: String) { self.salt = salt }

  func name(_ name: String) -> String {
    // The key on both sides of the message keeps it from being extended.
    "reader-" + sha256("\(salt)\u{0}\(name)\u{0}\(salt)".utf8).prefix(10)
  }
}
