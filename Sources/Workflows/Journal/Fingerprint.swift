// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// A short name for bytes by which equal ones are recognised; it hides nothing and proves nothing.
enum Fingerprint {
    /// A ``Hypermedia/StableHash``, in hex.
    static func of(_ bytes: [UInt8]) -> String {
        var hash = StableHash()
        hash.combine(bytes)
        let digits = String(hash.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
