// SPDX-License-Identifier: Apache-2.0

/// A path below the entry in lower case, cut at slashes, and its query.
struct ParsedPath: Hashable {
    let segments: [String]
    let query: [String: String]

    /// - Parameter text: an href, a path below the entry, or one that begins with the entry.
    init(_ text: String) {
        var text = text.lowercased()
        if let scheme = text.firstRange(of: "://") {
            text = String(text[scheme.upperBound...].drop { $0 != "/" })
        }
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        // The hrefs of the guide lack a letter that its headings have [replicatasksessions_id].
        var segments = (halves.first ?? "").split(separator: "/").map { segment in
            segment == "repicatasksessions" ? "replicatasksessions" : String(segment)
        }
        if segments.first == "api" { segments.removeFirst() }
        var query: [String: String] = [:]
        for pair in (halves.count > 1 ? halves[1] : "").split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            query[sides[0]] = sides.count > 1 ? sides[1] : ""
        }
        self.segments = segments
        self.query = query
    }
}
