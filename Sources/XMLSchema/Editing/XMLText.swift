// SPDX-License-Identifier: Apache-2.0

/// Text as XML writes it.
enum XMLText {
    /// Text that reads the same in every encoding.
    static func ascii(_ text: String) -> String {
        text.unicodeScalars.map { $0.isASCII ? String($0) : "&#\($0.value);" }.joined()
    }

    /// The five entities and character references replaced by what they stand for.
    static func unescape(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            guard let end = rest[start...].firstIndex(of: ";") else { break }
            let name = rest[rest.index(after: start)..<end]
            switch name {
            case "lt": result += "<"
            case "gt": result += ">"
            case "amp": result += "&"
            case "quot": result += "\""
            case "apos": result += "'"
            default:
                let digits = name.dropFirst()
                let code = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
                if let scalar = code.flatMap(Unicode.Scalar.init) { result.unicodeScalars.append(scalar) }
            }
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
