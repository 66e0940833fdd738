// SPDX-License-Identifier: Apache-2.0

extension JSONSpans {
    /// The key of a value, with its escapes replaced.
    static func key(_ span: Span) -> String? { span.key.map { unescape("\"" + $0 + "\"") } }

    /// What a string in quotes says.
    static func unescape(_ quoted: String) -> String {
        guard quoted.contains("\\") else { return String(quoted.dropFirst().dropLast()) }
        var units: [UInt16] = []
        var rest = Array(quoted.utf16.dropFirst().dropLast())[...]
        while let unit = rest.popFirst() {
            guard unit == UInt16(UInt8(ascii: "\\")), let letter = rest.popFirst() else {
                units.append(unit)
                continue
            }
            switch UInt8(truncatingIfNeeded: letter) {
            case UInt8(ascii: "b"): units.append(8)
            case UInt8(ascii: "f"): units.append(12)
            case UInt8(ascii: "n"): units.append(10)
            case UInt8(ascii: "r"): units.append(13)
            case UInt8(ascii: "t"): units.append(9)
            case UInt8(ascii: "u"):
                let digits = String(decoding: rest.prefix(4), as: UTF16.self)
                rest = rest.dropFirst(4)
                units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
            default: units.append(letter)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
