// SPDX-License-Identifier: Apache-2.0

/// An address of IPv4, which EM writes with dots.
struct IPv4Address: Hashable, Comparable, Sendable, CustomStringConvertible {
    let number: UInt32

    init(number: UInt32) { self.number = number }

    /// An address in its usual spelling; nil for anything else.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var number: UInt32 = 0
        for part in parts {
            guard part.utf8.allSatisfy({ (48...57).contains($0) }), let byte = UInt8(part) else { return nil }
            number = number << 8 | UInt32(byte)
        }
        self.init(number: number)
    }

    static func < (left: IPv4Address, right: IPv4Address) -> Bool { left.number < right.number }

    var description: String {
        [24, 16, 8, 0].map { String(number >> $0 & 0xFF) }.joined(separator: ".")
    }
}
