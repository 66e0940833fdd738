// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// What the commands that make and read snapshots print.
extension OutputSchema {
    static func survey(_ command: String) -> [JSONValue.Member]? {
        switch command {
        case "crawl":
            members([
                "file": text, "read": integer, "failed": integer, "waiting": integer, "left": integer,
                "resources": integer, "links": integer, "findings": integer, "complete": flag,
                "unread": array(of: object(["type": text, "documents": integer])),
            ])
        case "diff":
            members([
                "gone": array(of: entry), "new": array(of: entry),
                "changed": array(
                    of: object([
                        "key": text, "kind": text, "name": optionalText, "property": text, "before": optionalText,
                        "after": optionalText,
                    ])
                ),
                "linksGained": array(of: linkChange), "linksLost": array(of: linkChange),
            ])
        case "check":
            list(of: object(["rule": text, "reason": optionalText, "path": text, "message": text]))
        case "contract make":
            members([
                "contract": integer,
                "kinds": array(of: object(["name": text, "seen": integer, "clauses": array(of: clause)])),
            ])
        case "contract check":
            list(
                of: object([
                    "rule": text, "breaking": flag, "kind": text, "rel": optionalText, "type": optionalText,
                    "message": text,
                ])
            )
        case "contract matrix":
            list(
                of: object([
                    "kind": text, "rel": text, "type": optionalText, "verb": optionalText, "access": object([:]),
                ])
            )
        case "graph":
            members([
                "nodes": array(of: object(["name": text, "count": integer])),
                "edges": array(
                    of: object([
                        "kind": text, "from": text, "to": optionalText, "rel": text, "type": optionalText,
                        "verb": optionalText, "count": integer,
                    ])
                ),
            ])
        default: nil
        }
    }

    private static let entry = object(["key": text, "kind": text, "name": optionalText])
    private static let linkChange = object([
        "key": text, "kind": text, "name": optionalText, "rel": text, "type": optionalText, "linkName": optionalText,
    ])
    private static let clause = object([
        "rel": text, "type": optionalText, "verb": optionalText, "min": integer, "max": integer,
        "leadsTo": array(of: text),
    ])
}
#endif
