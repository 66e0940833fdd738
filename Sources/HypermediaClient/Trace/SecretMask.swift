// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Synchronization

/// Replaces the secrets of a connection wherever they occur in a text, whatever their case.
final class SecretMask: Sendable, CustomReflectable {
    private let secrets = Mutex<[BytePattern]>([])

    /// What stands in place of a secret.
    static let mask = "•••"
    /// Shorter ones are not masked: they would blot out words that tell nothing.
    private static let leastLength = 4

    func add(_ secret: String?) {
        guard let secret else { return }
        add(spelling: secret)
        // As a server quotes it from a URL.
        add(spelling: secret.addingPercentEncoding(allowing: "-._~"))
    }

    /// A token, and the text that it is base64 of, if it is: Enterprise Manager makes tokens from session ids so.
    func add(token: String?) {
        guard let token else { return }
        add(token)
        if let data = Data(base64Encoded: token) { add(String(validating: data, as: UTF8.self)) }
    }

    func apply(to text: String) -> String {
        let secrets = secrets.withLock { $0 }
        let bytes = Array(text.utf8)
        let folded = bytes.map(SecretMask.fold)
        guard secrets.contains(where: { $0.first(in: folded) != nil }) else { return text }
        var result: [UInt8] = []
        var position = 0
        while position < bytes.count {
            if let secret = secrets.first(where: { folded[position...].starts(with: $0.bytes) }) {
                result += SecretMask.mask.utf8
                position += secret.bytes.count
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Nothing: this of all things is not to be dumped.
    var customMirror: Mirror { Mirror(self, children: []) }

    private func add(spelling: String) {
        let folded = spelling.utf8.map(SecretMask.fold)
        guard folded.count >= SecretMask.leastLength else { return }
        secrets.withLock { secrets in
            guard !secrets.contains(where: { $0.bytes == folded }) else { return }
            secrets.append(BytePattern(folded))
            // The longest first, so that a secret inside another leaves no rest of it.
            secrets.sort { $0.bytes.count > $1.bytes.count }
        }
    }

    private static func fold(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

extension String {
    /// RFC 3986, 2.1: letters, digits and the marks given stay, all else is escaped.
    fileprivate func addingPercentEncoding(allowing marks: String) -> String {
        var result = ""
        for byte in utf8 {
            let scalar = Unicode.Scalar(byte)
            let character = Character(scalar)
            if byte < 0x80, character.isLetter || character.isNumber || marks.contains(character) {
                result.append(character)
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
