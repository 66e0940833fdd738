// SPDX-License-Identifier: Apache-2.0

#if Network
/// The path and query of a request, fit for a URL.
struct RequestTarget {
    /// The text with everything escaped that RFC 3986 allows in neither path nor query.
    ///
    /// A text that needs no escape stays as it is, to the byte. The client library would escape as well, but once it
    /// does it escapes the percent signs of what was escaped before.
    let text: String

    init(_ path: String) {
        let bytes = Array(path.utf8)
        guard bytes.indices.contains(where: { !Self.mayStay(at: $0, in: bytes) }) else {
            text = path
            return
        }
        let digits = Array("0123456789ABCDEF".utf8)
        var escaped: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if Self.mayStay(at: index, in: bytes) {
                escaped.append(byte)
            } else {
                escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        text = String(decoding: escaped, as: UTF8.self)
    }

    private static func mayStay(at index: Int, in bytes: [UInt8]) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return true
        case UInt8(ascii: "%"):
            guard index + 2 < bytes.count else { return false }
            return isHex(bytes[index + 1]) && isHex(bytes[index + 2])
        case let byte:
            return allowedSigns.contains(byte)
        }
    }

    /// Unreserved, sub-delims, and what else may stand in a path or a query (RFC 3986, appendix A).
    private static let allowedSigns = Set("-._~!$&'()*+,;=:@/?".utf8)

    private static func isHex(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
#endif
