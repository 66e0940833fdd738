// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB
internal import Hypermedia

/// A rule that one query finds the breaches of: rows of a path and a message.
struct CheckQuery {
    let rule: CheckRule
    let sql: String
    var arguments = StatementArguments()

    /// The rules that can be asked of an API; those about pairs of links only where the API has such pairs.
    static func all(of profile: Profile) -> [CheckQuery] {
        let references = profile.references.map { alternate($0) }
        let hierarchy = profile.hierarchy.map { up($0, suffix: profile.references?.suffix ?? "") }
        return [dangling, foreign, ambiguous, unknownRel] + [references, hierarchy].compactMap { $0 }
    }

    private static let dangling = CheckQuery(
        rule: .danglingLink,
        sql: """
            SELECT path, coalesce(message, 'It cannot be had.') || coalesce(' (status ' || status || ')', '') AS message
            FROM document WHERE state = 'failed' ORDER BY id
            """
    )

    private static let foreign = CheckQuery(
        rule: .foreignHost,
        sql: """
            SELECT document.path AS path, link.rel || coalesce(':' || link.type, '') || ' of ' || owner.element
                || ' leads to ' || link.origin || '.' AS message
            FROM link JOIN resource owner ON owner.id = link.resource JOIN document ON document.id = owner.document
            WHERE link.origin IS NOT NULL ORDER BY link.id
            """
    )

    private static let ambiguous = CheckQuery(
        rule: .ambiguousLink,
        sql: """
            SELECT document.path AS path, count(DISTINCT link.target) || ' links ' || link.rel
                || coalesce(':' || link.type, ' without a type') || ' of ' || owner.element
                || ' differ in nothing but where they lead.' AS message
            FROM link JOIN resource owner ON owner.id = link.resource JOIN document ON document.id = owner.document
            GROUP BY owner.id, link.rel, link.type, link.name HAVING count(DISTINCT link.target) > 1 ORDER BY owner.id
            """
    )

    private static let unknownRel = CheckQuery(
        rule: .unknownRel,
        sql: """
            SELECT document.path AS path, 'The relation ' || link.rel || ' of ' || owner.element
                || ' is not known.' AS message
            FROM link JOIN resource owner ON owner.id = link.resource JOIN document ON document.id = owner.document
            WHERE link.verb IS NULL ORDER BY link.id
            """
    )

    private static func alternate(_ references: ReferenceRule) -> CheckQuery {
        CheckQuery(
            rule: .oneWayAlternate,
            sql: """
                SELECT here.path AS path, 'Its alternate ' || there.path || ' does not lead back.' AS message
                FROM link JOIN resource owner ON owner.id = link.resource
                JOIN document here ON here.id = owner.document
                JOIN document there ON there.target = link.target AND there.state = 'read'
                WHERE link.rel = :alternate AND owner.parent IS NULL AND NOT EXISTS (
                    SELECT 1 FROM resource root JOIN link back ON back.resource = root.id AND back.rel = :alternate
                    LEFT JOIN document goal ON goal.target = back.target
                    LEFT JOIN resource goal_root ON goal_root.document = goal.id AND goal_root.parent IS NULL
                    WHERE root.document = there.id AND root.parent IS NULL
                        AND (goal.id = here.id OR back.target = owner.target OR goal_root.key = owner.key)
                ) ORDER BY link.id
                """,
            arguments: ["alternate": references.alternate.rawValue]
        )
    }

    /// Only where an item leads up to something of the same kind as what lists it.
    private static func up(_ hierarchy: HierarchyRule, suffix: String) -> CheckQuery {
        func kind(_ table: String) -> String {
            "replace(coalesce(\(table).type, \(table).element), :suffix, '')"
        }
        return CheckQuery(
            rule: .upElsewhere,
            sql: """
                SELECT list.path AS path, item.element || coalesce(' ' || item.name, '') || ' leads up to another '
                    || whole.element || ' than the one that lists it.' AS message
                FROM link down JOIN resource whole ON whole.id = down.resource AND whole.parent IS NULL
                JOIN document list ON list.target = down.target AND list.state = 'read'
                JOIN resource item ON item.document = list.id AND item.parent IS NOT NULL
                WHERE down.rel = :down AND whole.uid IS NOT NULL AND EXISTS (
                    SELECT 1 FROM link up JOIN document above ON above.target = up.target AND above.state = 'read'
                    JOIN resource root ON root.document = above.id AND root.parent IS NULL
                    WHERE up.resource = item.id AND up.rel = :up AND \(kind("root")) = \(kind("whole"))
                ) AND NOT EXISTS (
                    SELECT 1 FROM link up JOIN document above ON above.target = up.target
                    JOIN resource root ON root.document = above.id AND root.parent IS NULL
                    WHERE up.resource = item.id AND up.rel = :up AND root.uid = whole.uid
                ) ORDER BY item.id
                """,
            arguments: [
                "up": hierarchy.up.rawValue, "down": hierarchy.down.rawValue, "suffix": suffix,
            ]
        )
    }
}
#endif
