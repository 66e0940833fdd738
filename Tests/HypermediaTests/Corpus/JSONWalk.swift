// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Finds the links of a JSON document with Foundation's parser: every object with a relation and a target.
enum JSONWalk {
    /// The links in any order; nil if Foundation cannot read the document.
    static func links(in bytes: [UInt8]) -> [PlainLink]? {
        guard let value = try? JSONSerialization.jsonObject(with: Data(bytes)) else { return nil }
        return links(in: value)
    }

    private static func links(in value: Any) -> [PlainLink] {
        if let values = value as? [Any] { return values.flatMap { links(in: $0) } }
        guard let object = value as? [String: Any] else { return [] }
        let members = Dictionary(
            object.map { ($0.key.lowercased(), $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        var found = object.values.flatMap { links(in: $0) }
        if let rel = members["rel"] as? String, let href = members["href"] as? String {
            found.append(
                PlainLink(rel: rel, type: members["type"] as? String, href: href, name: members["name"] as? String)
            )
        }
        return found
    }
}
