// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hypermedia

/// A link as the guide's examples have it.
struct GuideLink {
    let owner: String
    let rel: Rel
    /// Nil if it has none.
    let type: LinkType?
    /// Where it leads, without host, query and identifiers: paths of the guide and of links compare equal.
    let paths: [String]

    static let all: [GuideLink] = GuideTable.rows("LINK_INVENTORY").map { row in
        GuideLink(
            owner: row["owner_element"] ?? "",
            rel: Rel(row["Rel"] ?? ""),
            type: row["Type"].flatMap { $0 == "(none)" ? nil : LinkType($0) },
            paths: (row["href_patterns"] ?? "").components(separatedBy: " ; ").map(GuideLink.plain)
        )
    }

    /// A path in one spelling: `~/jobs/{ID}?action=start` and `/api/jobs/{ID}?action=start` are the same.
    static func plain(_ template: String) -> String {
        var path = template.trimmingCharacters(in: .whitespaces).lowercased()
        if path.hasPrefix("~") { path = "/api" + path.dropFirst() }
        if path.hasPrefix("/catalog") { path = "/api" + path }
        var result = ""
        var isInside = false
        for character in path {
            if character == "{" {
                isInside = true
            } else if character == "}" {
                isInside = false; result.append("*")
            } else if !isInside {
                result.append(character)
            }
        }
        // A representation of entities and other queries are the same resource; actions are not.
        if let query = result.firstIndex(of: "?"), !result[query...].contains("action=") {
            result = String(result[..<query])
        }
        return result.hasSuffix("/") ? String(result.dropLast()) : result
    }
}
