// SPDX-License-Identifier: Apache-2.0

/// A short name for bytes by which equal ones are recognised; it hides nothing and proves nothing.
enum Fingerprint {
    /// FNV-1a, 64 bits, in hex.
    static func of(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes {
            hash ^= UInt64(byte)
            hash &*= 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
