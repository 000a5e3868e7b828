/// A name as part of an address: `[a-z0-9-]`, at most 80 bytes, never empty.
///
/// Latin letters lose their accents; other scripts keep their scalars' hexadecimal numbers, so that
/// two names of one script differ.
public func slug(_ name: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(name.utf8.count)
  for written in name.unicodeScalars {
    let scalar = written.withoutAccent
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: bytes.append(UInt8(scalar.value))
    case 0x41...0x5A: bytes.append(UInt8(scalar.value) | 0x20)
    case 0x27, 0x2019, 0x300...0x36F: continue
    case 0..<0x80: appendHyphen(&bytes)
    default:
      if let plain = plainLetters[scalar] {
        bytes.append(contentsOf: Array(plain.utf8))
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        bytes.append(contentsOf: Array(String(scalar.value, radix: 16).utf8))
      } else {
        appendHyphen(&bytes)
      }
    }
    if bytes.count >= 80 { break }
  }
  if bytes.count > 80 { bytes.removeLast(bytes.count - 80) }
  while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
  return bytes.isEmpty ? "name" : String(decoding: bytes, as: UTF8.self)
}

private func appendHyphen(_ bytes: inout [UInt8]) {
  if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
}

extension Unicode.Scalar {
  /// The Latin letter that an accent stands on.
  fileprivate var withoutAccent: Unicode.Scalar {
    value < 0x80 ? self : accented[self] ?? self
  }
}

/// Latin-1 and Latin Extended-A letters with the letter they stand on.
private let accented: [Unicode.Scalar: Unicode.Scalar] = {
  let groups: [(Unicode.Scalar, String)] = [
    ("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄą"), ("c", "ÇçĆćĈĉĊċČč"), ("d", "ĎďĐđ"),
    ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚě"), ("g", "ĜĝĞğĠġĢģ"), ("h", "ĤĥĦħ"), ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİı"),
    ("j", "Ĵĵ"), ("k", "Ķķ"), ("l", "ĹĺĻļĽľŁł"), ("n", "ÑñŃńŅņŇň"),
    ("o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐő"), ("r", "ŔŕŖŗŘř"), ("s", "ŚśŜŝŞşŠšȘș"), ("t", "ŢţŤťȚț"),
    ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų"), ("w", "Ŵŵ"), ("y", "ÝýÿŶŷŸ"), ("z", "ŹźŻżŽž"),
  ]
  var table: [Unicode.Scalar: Unicode.Scalar] = [:]
  for (base, letters) in groups {
    for letter in letters.unicodeScalars { table[letter] = base }
  }
  return table
}()

private let plainLetters: [Unicode.Scalar: String] = [
  "ß": "ss", "Æ": "ae", "æ": "ae", "Œ": "oe", "œ": "oe", "Þ": "th", "þ": "th", "Ð": "d", "ð": "d",
]
