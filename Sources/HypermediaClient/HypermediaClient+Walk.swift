// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

extension HypermediaClient {
    /// Where a walk ended.
    public enum Destination: Sendable {
        /// At a resource.
        case resource(Resource)
        /// At a link that was not followed.
        case link(Link)
    }

    /// Walks a path by reading, and returns the resource it leads to.
    ///
    /// - Parameters:
    ///   - path: the walk.
    ///   - start: where it begins; nil for the hub.
    /// - Throws: `HypermediaError` if a step fits no or several links or items, ``ClientError`` otherwise;
    ///   `write-in-path` if a step is more than a read.
    public func walk(_ path: RelPath, from start: Resource? = nil) async throws -> Resource {
        var current = try begin(start)
        for step in path.steps { current = try await take(step, from: current) }
        return current
    }

    /// Walks a path, but leaves its last step alone if that follows a link.
    ///
    /// - Throws: as ``walk(_:from:)``.
    public func resolve(_ path: RelPath, from start: Resource? = nil) async throws -> Destination {
        var current = try begin(start)
        for step in path.steps.dropLast() { current = try await take(step, from: current) }
        guard let last = path.steps.last else { return .resource(current) }
        if case .follow(let selector) = last { return .link(try await selectOne(selector, of: current)) }
        return .resource(try await take(last, from: current))
    }

    /// The one link of a resource that fits, the content of targets included.
    ///
    /// - Throws: as ``walk(_:from:)``.
    public func selectOne(_ selector: LinkSelector, of resource: Resource) async throws -> Link {
        guard !selector.target.isEmpty else { return try selector.selectOne(in: resource) }
        let candidates = selector.matches(in: resource)
        guard candidates.count <= options.limits.conditionTargets else {
            throw ClientError(
                .limitExceeded,
                "\(candidates.count) targets would have to be read to test a condition; the limit condition-targets is \(options.limits.conditionTargets).",
                hint: "Narrow the step by Type or Name."
            )
        }
        var fitting: [Link] = []
        var readable = 0
        for link in candidates where link.verb?.isSafe == true {
            readable += 1
            let target = try await self.resource(of: link)
            if selector.target.allSatisfy({ $0.holds(for: target) }) { fitting.append(link) }
        }
        // Without any link of that kind the plain selector explains why.
        guard readable > 0 else { return try selector.selectOne(in: resource) }
        guard let link = fitting.first else {
            throw noneFits(selector, among: readable)
        }
        var strict = selector
        strict.cardinality = .one
        _ = try strict.check(fitting, in: resource)
        return link
    }

    private func noneFits(_ selector: LinkSelector, among count: Int) -> HypermediaError {
        let plain = LinkSelector(rel: selector.rel, type: selector.type, name: selector.name)
        let conditions = selector.target.map { "\($0.path)=\($0.value)" }.joined(separator: " and ")
        let subject =
            count == 1 ? "The target of \(plain) does not have" : "None of the \(count) targets of \(plain) has"
        return HypermediaError(
            .linkMissing,
            "\(subject) \(conditions).",
            hint: "Look at what the targets hold, or leave the condition out to see the candidates."
        )
    }

    func begin(_ start: Resource?) throws -> Resource {
        guard let resource = start ?? hub else {
            throw ClientError(.closed, "Nobody is logged on, so there is nowhere to begin.")
        }
        return resource
    }

    private func take(_ step: RelPath.Step, from resource: Resource) async throws -> Resource {
        switch step {
        case .named(let name): return try ItemSelector.named(name, profile: profile).selectOne(in: resource)
        case .item(let selector): return try selector.selectOne(in: resource)
        case .follow(let selector):
            let link = try await selectOne(selector, of: resource)
            try checkRead(link, as: selector)
            return try await self.resource(of: link)
        }
    }
}
