// SPDX-License-Identifier: Apache-2.0

extension LinkContract {
    /// Where another server, version or role does not offer what this contract says.
    ///
    /// - Parameter other: what was seen there.
    /// - Returns: what breaks, then what is new, by kind.
    public func breaches(by other: LinkContract) -> [ContractBreach] {
        let theirs = Dictionary(other.kinds.map { ($0.name, $0) }) { first, _ in first }
        let mine = Set(kinds.map(\.name))
        var breaches = kinds.flatMap { kind -> [ContractBreach] in
            guard let found = theirs[kind.name] else {
                return [
                    ContractBreach(
                        rule: .kindGone,
                        isBreaking: true,
                        kind: kind.name,
                        rel: nil,
                        type: nil,
                        message: "No \(kind.name) was seen; the contract has \(kind.seen)."
                    )
                ]
            }
            return LinkContract.breaches(of: kind, by: found)
        }
        breaches += other.kinds.filter { !mine.contains($0.name) }.map { kind in
            ContractBreach(
                rule: .kindNew,
                isBreaking: false,
                kind: kind.name,
                rel: nil,
                type: nil,
                message: "\(kind.name) is new."
            )
        }
        return breaches.filter(\.isBreaking) + breaches.filter { !$0.isBreaking }
    }

    private struct LinkKind: Hashable {
        let rel: String
        let type: String?

        init(_ clause: Clause) {
            rel = clause.rel
            type = clause.type
        }
    }

    private static func breaches(of kind: Kind, by found: Kind) -> [ContractBreach] {
        let theirs = Dictionary(found.clauses.map { (LinkKind($0), $0) }) { first, _ in first }
        let mine = Set(kind.clauses.map(LinkKind.init))
        return kind.clauses.flatMap { breaches(of: $0, by: theirs[LinkKind($0)], kind: kind.name, seen: found.seen) }
            + found.clauses.filter { !mine.contains(LinkKind($0)) }.map {
                breach(.linkNew, false, kind.name, $0, "\(kind.name) offers \(name($0)), which is new.")
            }
    }

    private static func breaches(of clause: Clause, by found: Clause?, kind: String, seen: Int) -> [ContractBreach] {
        guard let found else {
            return [breach(.linkGone, true, kind, clause, "No \(kind) offers \(name(clause)); \(seen) were seen.")]
        }
        var breaches: [ContractBreach] = []
        if found.min < clause.min {
            let message = "Some \(kind) offer \(name(clause)) \(found.min) times; each offered it \(clause.min) times."
            breaches.append(breach(.linkRarer, true, kind, clause, message))
        }
        if found.max > clause.max {
            let message =
                "A \(kind) offers \(name(clause)) \(found.max) times; none offered it more than \(clause.max)."
            breaches.append(breach(.linkMore, true, kind, clause, message))
        }
        let unknown = Set(found.leadsTo).subtracting(clause.leadsTo).sorted()
        if !clause.leadsTo.isEmpty, !unknown.isEmpty {
            let before = clause.leadsTo.joined(separator: ", ")
            let message = "\(name(clause)) of \(kind) leads to \(unknown.joined(separator: ", ")), not to \(before)."
            breaches.append(breach(.targetChanged, true, kind, clause, message))
        }
        return breaches
    }

    private static func name(_ clause: Clause) -> String { clause.rel + (clause.type.map { ":\($0)" } ?? "") }

    private static func breach(
        _ rule: ContractBreach.Rule,
        _ isBreaking: Bool,
        _ kind: String,
        _ clause: Clause,
        _ message: String
    ) -> ContractBreach {
        ContractBreach(
            rule: rule,
            isBreaking: isBreaking,
            kind: kind,
            rel: clause.rel,
            type: clause.type,
            message: message
        )
    }
}
