// SPDX-License-Identifier: Apache-2.0

/// An id as EM uses it: the last path segment of a key resource, and the tail of its UID.
struct GUID: Hashable, Sendable, CustomStringConvertible {
    let high: UInt64
    let low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A GUID in its usual spelling of 36 characters, in any case; nil for anything else.
    init?(_ text: some StringProtocol) {
        var digits: (high: UInt64, low: UInt64) = (0, 0)
        var position = 0
        for byte in text.utf8 {
            defer { position += 1 }
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard position < 36, let digit = GUID.digit(byte) else { return nil }
            digits.high = digits.high << 4 | digits.low >> 60
            digits.low = digits.low << 4 | digit
        }
        guard position == 36 else { return nil }
        self.init(high: digits.high, low: digits.low)
    }

    var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(36)
        write(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the usual spelling.
    func write(to output: inout [UInt8]) {
        let hyphen = UInt8(ascii: "-")
        GUID.write(high >> 32, 8, to: &output)
        output.append(hyphen)
        GUID.write(high >> 16, 4, to: &output)
        output.append(hyphen)
        GUID.write(high, 4, to: &output)
        output.append(hyphen)
        GUID.write(low >> 48, 4, to: &output)
        output.append(hyphen)
        GUID.write(low, 12, to: &output)
    }

    /// Appends the last digits of a number.
    private static func write(_ number: UInt64, _ digits: Int, to output: inout [UInt8]) {
        for position in 1...digits {
            let digit = UInt8(truncatingIfNeeded: number >> UInt64(4 * (digits - position)) & 0xF)
            output.append(digit < 10 ? 48 + digit : 87 + digit)
        }
    }

    private static func digit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case 48...57: UInt64(byte - 48)
        case 65...70: UInt64(byte - 55)
        case 97...102: UInt64(byte - 87)
        default: nil
        }
    }
}
