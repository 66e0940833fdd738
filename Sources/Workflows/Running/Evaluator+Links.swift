// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension Evaluator {
    /// The own links of a resource that fit, each once.
    func links(_ follow: Follow, in resource: Resource) throws(WorkflowError) -> [Link] {
        try selectors(follow).flatMap { $0.matches(in: resource) }
    }

    /// The link that fits; nil if it is optional and not there.
    ///
    /// - Throws: `HypermediaError` if none or several fit.
    func link(_ follow: Follow, in resource: Resource) throws -> Link? {
        let selectors = try selectors(follow)
        guard let first = selectors.first else { return nil }
        let found = selectors.flatMap { $0.matches(in: resource) }
        do {
            return try first.check(found, in: resource).first
        } catch {
            throw try explained(error, follow)
        }
    }

    /// The error with what the workflow says of links that may not be there.
    private func explained(_ error: HypermediaError, _ follow: Follow) throws(WorkflowError) -> HypermediaError {
        guard error.code == .linkMissing, let template = follow.missing, let reason = try optionalText(template) else {
            return error
        }
        return HypermediaError(
            .linkMissing,
            error.message,
            hint: error.hint.map { "\(reason) \($0)" } ?? reason,
            candidates: error.candidates
        )
    }

    /// The query parameters to change; one that is exactly an optional input that was not given is left out.
    func query(_ follow: Follow) throws(WorkflowError) -> [String: String] {
        var result: [String: String] = [:]
        for parameter in follow.query {
            if case .input(let name) = parameter.value.expression, memory.inputs[name] == nil { continue }
            result[parameter.name] = try text(parameter.value)
        }
        return result
    }

    /// The query parameters to change in a link that reads, and those that cannot be changed in it.
    ///
    /// Where a ready-made link shows no query, what could only be replaced in it is left as the server wrote it, and
    /// the workflow picks what it wants from a longer list.
    func query(_ follow: Follow, of link: Link) throws(WorkflowError) -> (changes: [String: String], left: [String]) {
        let wanted = try query(follow)
        let rule = link.owner.representation.profile.queryRule(for: link.type, owner: link.owner.name)
        guard let rule, link.href.queryParameters == nil else { return (wanted, []) }
        let left = wanted.keys.filter { name in
            rule.replaceable.contains { $0.lowercased() == name.lowercased() }
        }
        return (wanted.filter { !left.contains($0.key) }, left.sorted())
    }

    /// Whether all query parameters that a follow changes can be changed in a link.
    func takes(_ follow: Follow, _ link: Link) throws(WorkflowError) -> Bool {
        let query = try query(follow, of: link)
        if query.changes.isEmpty { return query.left.isEmpty }
        let rule = link.owner.representation.profile.queryRule(for: link.type, owner: link.owner.name)
        guard let rule, query.left.isEmpty else { return false }
        return (try? link.href.settingQuery(query.changes, by: rule)) != nil
    }

    private func selectors(_ follow: Follow) throws(WorkflowError) -> [LinkSelector] {
        var name: String?
        if let template = follow.name { name = try text(template) }
        let types = follow.types.isEmpty ? [nil] : follow.types.map { Optional($0) }
        return types.map { LinkSelector(rel: follow.rel, type: $0, name: name, cardinality: follow.cardinality) }
    }
}
