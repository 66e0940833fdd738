// SPDX-License-Identifier: Apache-2.0

import NodeStore

extension JSONLexer {
    /// Reads a string, the opening quote being next.
    mutating func string() throws(ReadFailure) -> StringToken {
        let begin = position + 1
        position = begin
        let hadEscapes = try scan(copying: false)
        if hadEscapes {
            decoded.removeAll(keepingCapacity: true)
            decoded.append(contentsOf: bytes[begin..<position])
            _ = try scan(copying: true)
        }
        let token = StringToken(range: begin..<position, hadEscapes: hadEscapes)
        position += 1
        return token
    }

    /// Goes on to the closing quote, or to the first escape if nothing is copied; whether it stopped at an escape.
    private mutating func scan(copying: Bool) throws(ReadFailure) -> Bool {
        var run = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x22 {
                if copying { decoded.append(contentsOf: bytes[run..<position]) }
                return false
            } else if byte == 0x5C {
                guard copying else { return true }
                decoded.append(contentsOf: bytes[run..<position])
                try escape()
                run = position
            } else if byte >= 0x80 {
                guard let length = UTF8Check.sequenceLength(in: bytes, at: position) else {
                    throw badEncoding(at: position)
                }
                position += length
            } else if byte < 0x20 {
                throw controlCharacter(byte)
            } else {
                position += 1
            }
        }
        throw failure(.malformed, "The document ends inside a string; it may have been cut off.")
    }

    /// Decodes one escape, the backslash being next.
    private mutating func escape() throws(ReadFailure) {
        let begin = position
        position += 1
        guard let letter = next else {
            throw failure(.malformed, "The document ends inside a string; it may have been cut off.")
        }
        position += 1
        switch letter {
        case 0x22, 0x5C, 0x2F: decoded.append(letter)
        case 0x62: decoded.append(0x08)
        case 0x66: decoded.append(0x0C)
        case 0x6E: decoded.append(0x0A)
        case 0x72: decoded.append(0x0D)
        case 0x74: decoded.append(0x09)
        case 0x75: try unicodeEscape(from: begin)
        default:
            throw failure(
                .malformed,
                "A backslash in a string may only stand before one of \" \\ / b f n r t u; a backslash itself is \\\\.",
                at: begin
            )
        }
    }

    private mutating func unicodeEscape(from begin: Int) throws(ReadFailure) {
        var value = try fourHexDigits()
        if value & 0xFC00 == 0xD800, position + 1 < bytes.count, bytes[position] == 0x5C, bytes[position + 1] == 0x75 {
            position += 2
            let low = try fourHexDigits()
            if low & 0xFC00 == 0xDC00 { value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF) }
        }
        // Half of a surrogate pair is no character: no UTF-8 text could hold it.
        guard let scalar = Unicode.Scalar(value), let text = UTF8.encode(scalar) else {
            throw failure(
                .malformed,
                "A \\u escape has one half of a surrogate pair without the other; "
                    + "write both halves, or the character itself.",
                at: begin
            )
        }
        decoded.append(contentsOf: text)
    }

    private mutating func fourHexDigits() throws(ReadFailure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = JSONLexer.hexDigit(byte) else {
                throw unexpected("a hexadecimal digit of a \\u escape, which has four")
            }
            value = value << 4 | digit
            position += 1
        }
        return value
    }

    private static func hexDigit(_ byte: UInt8) -> UInt32? {
        if byte &- 0x30 < 10 { return UInt32(byte - 0x30) }
        let letter = (byte | 0x20) &- 0x61
        return letter < 6 ? UInt32(letter) + 10 : nil
    }

    private func controlCharacter(_ byte: UInt8) -> ReadFailure {
        let hint =
            switch byte {
            case 0x0A: "A line break in a string must be written \\n; perhaps its closing quote is missing."
            case 0x0D: "A carriage return in a string must be written \\r; perhaps its closing quote is missing."
            case 0x09: "A tab in a string must be written \\t."
            default: "A control character in a string must be written as a \\u escape."
            }
        return failure(.malformed, hint)
    }
}
