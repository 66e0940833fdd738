// SPDX-License-Identifier: Apache-2.0

import Hypermedia

/// A method of the API as a page of the guide has it.
struct GuideMethod {
    let page: String
    let verb: Verb
    /// As ``GuideLink/paths``.
    let path: String
    /// The root element of the body; empty if there is none, or the page does not show it.
    let requestRoot: String
    let responseRoots: [String]

    static let all: [GuideMethod] = GuideTable.rows("METHODS").map { row in
        GuideMethod(
            page: row["page"] ?? "",
            verb: Verb(rawValue: row["method"] ?? ""),
            path: GuideLink.plain(row["url_template"] ?? ""),
            requestRoot: row["request_root_xml"] ?? "",
            responseRoots: (row["response_roots_xml"] ?? "").split(separator: ",").map(String.init)
        )
    }
}
