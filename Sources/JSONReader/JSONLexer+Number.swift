// SPDX-License-Identifier: Apache-2.0

import NodeStore

extension JSONLexer {
    /// Reads a number, its minus sign or first digit being next; its value is not looked at.
    mutating func number() throws(ReadFailure) -> StringToken {
        let begin = position
        _ = take(0x2D)
        if take(0x30) {
            if let byte = next, byte &- 0x30 < 10 {
                throw failure(.malformed, "A number must not begin with 0 and more digits.", at: begin)
            }
        } else {
            try digits("a digit after the minus sign")
        }
        if take(0x2E) { try digits("a digit after the decimal point") }
        if let byte = next, byte | 0x20 == 0x65 {
            position += 1
            if !take(0x2B) { _ = take(0x2D) }
            try digits("a digit of the exponent")
        }
        return StringToken(range: begin..<position, hadEscapes: false)
    }

    private mutating func digits(_ expected: String) throws(ReadFailure) {
        guard let first = next, first &- 0x30 < 10 else { throw unexpected(expected) }
        while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
    }
}
