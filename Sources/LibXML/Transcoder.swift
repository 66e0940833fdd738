// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

/// Turns UTF-16, ISO-8859-1 and Windows-1252 into UTF-8, chunk by chunk, and knows where it is.
struct Transcoder {
    private let encoding: TextEncoding
    private var odd: UInt8?
    private var high: UInt16?
    /// The line of the next character, from 1.
    private(set) var line = 1
    /// The column of the next character, from 1, in characters.
    private(set) var column = 1

    init(_ encoding: TextEncoding) { self.encoding = encoding }

    /// Whether input ended in the middle of a character.
    var isInsideCharacter: Bool { odd != nil || high != nil }

    /// The failure that there is no text here.
    var failure: ReadFailure {
        ReadFailure(.encoding, "The document holds bytes that are not UTF-16.", line: line, column: column)
    }

    /// Decodes a chunk; false at the first unit that is no text, with what came before it in the output.
    mutating func decode(_ chunk: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Bool {
        output.reserveCapacity(output.count + chunk.count + chunk.count / 2)
        switch encoding {
        case .utf8: output.append(contentsOf: chunk)
        case .latin1: for byte in chunk { put(UInt32(byte), &output) }
        case .windows1252:
            for byte in chunk { put(byte & 0xE0 == 0x80 ? Self.windows[Int(byte & 0x1F)] : UInt32(byte), &output) }
        case .utf16(let bigEndian):
            for byte in chunk {
                guard let former = odd else {
                    odd = byte
                    continue
                }
                odd = nil
                let unit = bigEndian ? UInt16(former) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(former)
                guard put(unit: unit, &output) else { return false }
            }
        }
        return true
    }

    private mutating func put(unit: UInt16, _ output: inout [UInt8]) -> Bool {
        if let high {
            guard unit & 0xFC00 == 0xDC00 else { return false }
            self.high = nil
            put(0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF)), &output)
            return true
        }
        switch unit & 0xFC00 {
        case 0xD800: high = unit
        case 0xDC00: return false
        default: put(UInt32(unit), &output)
        }
        return true
    }

    private mutating func put(_ scalar: UInt32, _ output: inout [UInt8]) {
        if scalar == 0x0A {
            line += 1
            column = 1
        } else {
            column += 1
        }
        switch scalar {
        case 0..<0x80:
            output.append(UInt8(scalar))
        case 0x80..<0x800:
            output.append(UInt8(0xC0 | scalar >> 6))
            output.append(UInt8(0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            output.append(UInt8(0xE0 | scalar >> 12))
            output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            output.append(UInt8(0x80 | scalar & 0x3F))
        default:
            output.append(UInt8(0xF0 | scalar >> 18))
            output.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            output.append(UInt8(0x80 | scalar & 0x3F))
        }
    }

    /// 0x80...0x9F of Windows-1252; the five unassigned ones stand for themselves, as browsers have it.
    private static let windows: [UInt32] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]
}
