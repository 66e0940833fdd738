// SPDX-License-Identifier: Apache-2.0

#if Network
/// Tells once what several documents tell of one thing that has no identifier that lasts: an object in its job, in the
/// list of those, and by itself.
///
/// They have different keys, which tell where they stand. That they are one is told by their kind and by the one id they
/// hold, if that is one that is given out once only: a GUID.
enum Twins {
    /// Something that is told of a resource.
    struct Told<What> {
        /// The id of the resource; nil if it has none, or several.
        let id: String?
        let kind: String
        let what: What
    }

    private struct Fact: Hashable {
        let id: String
        let kind: String
        let content: [String?]
    }

    private struct Place: Hashable {
        let fact: Fact
        let key: String
    }

    /// What is told, each once.
    ///
    /// - Parameters:
    ///   - key: where the resource stands.
    ///   - content: what is told of it; the same may be told of one place several times.
    static func once<What>(
        _ all: [Told<What>],
        _ key: (What) -> String,
        content: (What) -> [String?]
    ) -> [What] {
        var toldOf: [Fact: Int] = [:]
        var toldAt: [Place: Int] = [:]
        return all.compactMap { told in
            guard let id = told.id else { return told.what }
            let fact = Fact(id: id, kind: told.kind, content: content(told.what))
            let count = toldAt[Place(fact: fact, key: key(told.what)), default: 0] + 1
            toldAt[Place(fact: fact, key: key(told.what))] = count
            guard count > toldOf[fact, default: 0] else { return nil }
            toldOf[fact] = count
            return told.what
        }
    }

    /// The SQL for the id of a resource: NULL if it has an identifier that lasts, and unless it holds one GUID.
    static func id(of resource: String, in side: String) -> String {
        """
        CASE WHEN coalesce(\(resource).uid, '') = '' THEN (
            SELECT CASE WHEN count(DISTINCT own.value) = 1 THEN min(own.value) END FROM \(side).property own
            WHERE own.resource = \(resource).id AND own.path NOT LIKE '%.%' AND own.path LIKE '%id'
                AND own.value LIKE '________-____-____-____-____________'
        ) END
        """
    }
}
#endif
