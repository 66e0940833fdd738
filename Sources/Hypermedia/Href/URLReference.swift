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
        // By bytes: what takes a reference apart is ASCII, and looking for it by characters takes ten times as long.
        var rest = Substring(clean)
        if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
            fragment = String(rest[rest.utf8.index(after: hash)...])
            rest = rest[..<hash]
        }
        if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
            query = String(rest[rest.utf8.index(after: mark)...])
            rest = rest[..<mark]
        }
        if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), URLReference.isScheme(rest[..<colon]) {
            scheme = rest[..<colon].lowercased()
            rest = rest[rest.utf8.index(after: colon)...]
        }
        if rest.utf8.starts(with: "//".utf8) {
            rest = Substring(rest.utf8.dropFirst(2))
            let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = String(rest[..<end])
            rest = rest[end...]
        }
        path = String(rest)
    }

    /// Path and query, as a request line has them.
    var target: String {
        (path.isEmpty ? "/" : path) + (query.map { "?\($0)" } ?? "")
    }

    /// The whole reference, as it parses.
    var text: String {
        (scheme.map { "\($0):" } ?? "") + (authority.map { "//\($0)" } ?? "") + path + (query.map { "?\($0)" } ?? "")
            + (fragment.map { "#\($0)" } ?? "")
    }

    /// Scheme, host and port; nil for a relative reference, other schemes, user names or a broken port.
    var origin: Origin? {
        guard let scheme, scheme == "https" || scheme == "http", let authority, !authority.isEmpty,
            !authority.contains("@")
        else { return nil }
        let (host, digits) = URLReference.splitPort(of: authority)
        guard URLReference.isHost(host), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        guard !digits.isEmpty else {
            return Origin(scheme: scheme, host: host.lowercased(), port: Origin.defaultPort(of: scheme))
        }
        guard let port = Int(digits), (1...65_535).contains(port) else { return nil }
        return Origin(scheme: scheme, host: host.lowercased(), port: port)
    }

    /// Host and the digits of the port, which are empty where there are none.
    private static func splitPort(of authority: String) -> (host: Substring, digits: Substring) {
        guard let colon = authority.lastIndex(of: ":"), authority[colon...].firstIndex(of: "]") == nil else {
            return (Substring(authority), "")
        }
        return (authority[..<colon], authority[authority.index(after: colon)...])
    }

    /// Whether this is a name, an IPv4 address, or an IPv6 address in brackets.
    ///
    /// Narrower than RFC 3986 on purpose: a host that two programs may read differently is no host.
    private static func isHost(_ host: Substring) -> Bool {
        if host.hasPrefix("[") {
            let inner = host.utf8.dropFirst().dropLast()
            return host.hasSuffix("]") && inner.contains(0x3A)
                && inner.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x46, 0x61...0x66, 0x2E, 0x3A: true
                    default: false
                    }
                }
        }
        return !host.isEmpty
            && host.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
    }

    /// Whether both lead to one place: default ports, the case of the host, an empty path and fragments do not count.
    func leads(to other: URLReference, ignoringQuery: Bool) -> Bool {
        let isSameServer =
            if let origin { origin == other.origin } else { scheme == other.scheme && authority == other.authority }
        return isSameServer && pathOrRoot == other.pathOrRoot && (ignoringQuery || query == other.query)
    }

    /// The path as a request has it: a server has a root, a relative reference may have nothing.
    private var pathOrRoot: String { path.isEmpty && authority != nil ? "/" : path }

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
        guard URLReference.mayHaveDotSegments(path) else { return path }
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

    /// Whether a dot stands at the begin of a segment.
    private static func mayHaveDotSegments(_ path: String) -> Bool {
        var isBegin = true
        for byte in path.utf8 {
            if isBegin, byte == UInt8(ascii: ".") { return true }
            isBegin = byte == UInt8(ascii: "/")
        }
        return false
    }

    private static func isScheme(_ text: Substring) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { byte in
            isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E
        }
    }

    private static func encode(_ text: String) -> String? {
        guard text.utf8.contains(where: { isForeign($0) || isControl($0) }) else { return text }
        var result = ""
        for byte in text.utf8 {
            if isControl(byte) { return nil }
            if isForeign(byte) {
                result += PercentEncoding.escape(byte)
            } else {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return result
    }

    private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

    /// Blanks, quotes, angle and curly brackets, backslash, caret, grave accent, bar, and all that is not ASCII.
    ///
    /// A backslash above all: some programs read it as a slash, which would move the host.
    private static func isForeign(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D, 0x80...: true
        default: false
        }
    }
}
