// SPDX-License-Identifier: Apache-2.0

extension Href {
    /// The parameters in the query, decoded, in order; nil where there is no query to read.
    public var queryParameters: [(name: String, value: String)]? {
        guard let query = url?.query else { return nil }
        return query.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (PercentEncoding.decode(parts[0]), parts.count > 1 ? PercentEncoding.decode(parts[1]) : "")
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
            let position = pairs.firstIndex { Href.isNamed(name, pair: $0) }
            let pair = "\(PercentEncoding.encode(name))=\(PercentEncoding.encode(value))"
            if let position, rule.allowsReplacing(name) {
                pairs[position] = pair
                // Which of several a server would read is anybody's guess, so only the new one stays.
                let later = pairs[(position + 1)...].filter { !Href.isNamed(name, pair: $0) }
                pairs.replaceSubrange((position + 1)..., with: later)
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
        guard !changes.isEmpty else { return self }
        let query = pairs.joined(separator: "&")
        url.query = query
        url.fragment = nil
        let plain = text.unicodeScalars.prefix { $0 != "?" && $0 != "#" }
        return Href(text: "\(String(plain))?\(query)", url: url, issuer: issuer, provenance: .edited)
    }

    private static func isNamed(_ name: String, pair: String) -> Bool {
        PercentEncoding.decode(pair.prefix { $0 != "=" }).lowercased() == name.lowercased()
    }
}
