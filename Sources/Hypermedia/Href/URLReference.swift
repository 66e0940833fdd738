// SPDX-License-Identifier: Apache-2.0

/// A URL or relative reference in its five parts (RFC 3986, appendix B), each kept as it was written.
struct URLReference: Hashable, Sendable {
    var scheme: String?
    var authority: String?
    var path: String
    var query: String?
    var fragment: String?

    /// Splits a reference; nil if it has characters that could break a request apart.
    ///
    /// Characters that URLs may not have but servers do write (blanks, quotes, non-ASCII) are percent-encoded.
    init?(_ text: String) {
        guard let clean = URLReference.encode(text) else { return nil }
        var rest = Substring(clean)
        if let hash = rest.firstIndex(of: "#") {
            fragment = String(rest[rest.index(after: hash)...])
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        if let colon = rest.firstIndex(of: ":"), URLReference.isScheme(rest[..<colon]) {
            scheme = rest[..<colon].lowercased()
            rest = rest[rest.index(after: colon)...]
        }
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: "/") ?? rest.endIndex
            authority = String(rest[..<end])
            rest = rest[end...]
        }
        path = String(rest)
    }

    /// Path and query, as a request line has them.
    var target: String {
        (path.isEmpty ? "/" : path) + (query.map { "?\($0)" } ?? "")
    }

    /// Scheme, host and port; nil for a relative reference, other schemes, user names or a broken port.
    var origin: Origin? {
        guard let scheme, scheme == "https" || scheme == "http", let authority, !authority.isEmpty,
            !authority.contains("@")
        else { return nil }
        var host = Substring(authority)
        var port = Origin.defaultPort(of: scheme)
        let bracket = authority.lastIndex(of: "]")
        if let colon = authority.lastIndex(of: ":"), bracket.map({ colon > $0 }) ?? true {
            host = authority[..<colon]
            let digits = authority[authority.index(after: colon)...]
            guard digits.isEmpty || digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
            if !digits.isEmpty {
                guard let number = Int(digits), (1...65_535).contains(number) else { return nil }
                port = number
            }
        }
        guard !host.isEmpty else { return nil }
        return Origin(scheme: scheme, host: host.lowercased(), port: port)
    }

    /// This reference as seen from a base (RFC 3986, 5.2.2).
    func resolved(against base: URLReference) -> URLReference {
        var result = self
        if scheme != nil {
            result.path = URLReference.removeDotSegments(path)
            return result
        }
        result.scheme = base.scheme
        if authority != nil {
            result.path = URLReference.removeDotSegments(path)
            return result
        }
        result.authority = base.authority
        if path.isEmpty {
            result.path = base.path
            result.query = query ?? base.query
        } else if path.hasPrefix("/") {
            result.path = URLReference.removeDotSegments(path)
        } else {
            let directory = base.path.lastIndex(of: "/").map { base.path[...$0] } ?? "/"
            result.path = URLReference.removeDotSegments(directory + path)
        }
        return result
    }

    private static func removeDotSegments(_ path: String) -> String {
        guard path.contains("/.") || path.hasPrefix(".") else { return path }
        var output: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".":
                if isLast { output.append("") }
            case "..":
                if output.count > 1 { output.removeLast() }
                if isLast { output.append("") }
            default: output.append(segment)
            }
        }
        return output.joined(separator: "/")
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.first, first.isASCII, first.isLetter else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+" || $0 == "-" || $0 == ".") }
    }

    private static func encode(_ text: String) -> String? {
        guard text.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E }) else {
            return text
        }
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0...0x1F, 0x7F: return nil
            case 0x20, 0x22, 0x3C, 0x3E, 0x80...: result += "%" + hex(byte >> 4) + hex(byte & 15)
            default: result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return result
    }

    private static func hex(_ nibble: UInt8) -> String { String(nibble, radix: 16, uppercase: true) }
}
