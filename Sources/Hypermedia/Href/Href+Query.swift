// SPDX-License-Identifier: Apache-2.0

extension Href {
    /// The parameters in the query, decoded, in order; nil where there is no query to read.
    public var queryParameters: [(name: String, value: String)]? {
        guard let query = url?.query else { return nil }
        return query.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Href.decode(parts[0]), parts.count > 1 ? Href.decode(parts[1]) : "")
        }
    }

    /// The same href with query parameters changed, where the profile allows it for this kind of link.
    ///
    /// - Parameters:
    ///   - changes: parameters and their new values.
    ///   - rule: which may be replaced and which added; the path is never touched.
    /// - Throws: ``HypermediaError`` with code ``ErrorCode/queryNotAllowed`` for any other parameter.
    public func settingQuery(_ changes: [String: String], by rule: QueryRule) throws(HypermediaError) -> Href {
        guard var url else {
            throw HypermediaError(.badHref, "The href ‘\(text)’ cannot be resolved, so its query cannot be changed.")
        }
        var pairs = url.query?.split(separator: "&").map(String.init) ?? []
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
            let position = pairs.firstIndex { pair in
                Href.decode(pair.prefix { $0 != "=" }).lowercased() == name.lowercased()
            }
            let pair = "\(Href.encode(name))=\(Href.encode(value))"
            if let position, rule.allowsReplacing(name) {
                pairs[position] = pair
            } else if position == nil, rule.allowsAdding(name) {
                pairs.append(pair)
            } else {
                throw HypermediaError(
                    .queryNotAllowed,
                    "The parameter ‘\(name)’ cannot be \(position == nil ? "added to" : "replaced in") this link.",
                    hint: rule.summary
                )
            }
        }
        url.query = pairs.joined(separator: "&")
        let query = url.query ?? ""
        let plain = text.prefix { $0 != "?" && $0 != "#" }
        return Href(text: "\(plain)?\(query)", url: url, issuer: issuer, provenance: .edited)
    }

    private static func decode(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8.makeIterator()
        while let byte = rest.next() {
            if byte == 0x2B {
                bytes.append(0x20)
            } else if byte == 0x25, let high = rest.next(), let low = rest.next() {
                let digits = String(decoding: [high, low], as: UTF8.self)
                if let value = UInt8(digits, radix: 16) { bytes.append(value) } else { bytes += [0x25, high, low] }
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func encode(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result +=
                    "%" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
