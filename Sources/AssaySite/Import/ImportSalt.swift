public import AssayAnalysis
import Glibc

/// The secret that pseudonyms are made with: without it they cannot be guessed from a list of names.
public enum ImportSalt {
  /// Where it is kept between imports; not in the content, which may be public.
  public static let fileName = ".assay-salt"
  private static let variable = "ASSAY_SALT"

  /// From the environment, else from its file, made where it is missing.
  public static func read(isPlan: Bool) throws(Failure) -> String {
    if let value = getenv(variable) {
      let salt = String(cString: value)
      if !salt.isEmpty { return salt }
    }
    if Files.exists(fileName) {
      return String(decoding: try Files.read(fileName, limit: 4096), as: UTF8.self)
    }
    let salt = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }.joined()
    guard !isPlan else { return salt }
    try Files.write(Array(salt.utf8), to: fileName)
    chmod(fileName, 0o600)
    return salt
  }
}
