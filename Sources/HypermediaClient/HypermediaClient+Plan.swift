// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

extension HypermediaClient {
    /// Walks a path by reading, all but its last link, and says what following that one would send.
    ///
    /// A path is a value: it can be printed, saved, planned and walked later, on another server even.
    ///
    /// ```swift
    /// let clone = RelPath.here.following("Down", type: "JobReferenceList").item(named: "Nightly")
    ///     .following("Alternate", type: "Job").following("Clone")
    /// let plan = try await client.plan(clone, body: body)
    /// print(plan.request?.shownBody ?? "")
    /// ```
    ///
    /// - Parameters:
    ///   - path: the walk.
    ///   - body: the body for its last link, if that takes one.
    ///   - start: where it begins; nil for the hub.
    /// - Throws: as ``walk(_:from:)``, and if the last link cannot be followed as asked.
    public func plan(_ path: RelPath, body: Body? = nil, from start: Resource? = nil) async throws -> WalkPlan {
        var current = try begin(start)
        var hops: [Hop] = []
        for (index, step) in path.steps.enumerated() {
            switch step {
            case .named(let name): current = try ItemSelector.named(name, profile: profile).selectOne(in: current)
            case .item(let selector): current = try selector.selectOne(in: current)
            case .follow(let selector):
                let link = try await selectOne(selector, of: current)
                if index == path.steps.count - 1 {
                    let request = try prepare(link, body: body)
                    return WalkPlan(path: path, origin: current, hops: hops, request: request, resource: nil)
                }
                try checkRead(link, as: selector)
                let answer = try await follow(link)
                hops.append(answer.hop)
                guard let resource = answer.resource else {
                    throw ClientError(
                        .unusableAnswer,
                        "Following \(selector) was answered with status \(answer.status) and no representation.",
                        status: answer.status
                    )
                }
                current = resource
            }
        }
        return WalkPlan(path: path, origin: current, hops: hops, request: nil, resource: current)
    }

    /// Makes sure that a link in the middle of a walk is only read.
    ///
    /// - Throws: ``ClientError`` with code `write-in-path`.
    func checkRead(_ link: Link, as selector: LinkSelector) throws(ClientError) {
        guard let verb = link.verb, !verb.isSafe else { return }
        throw ClientError(
            .writeInPath,
            "\(selector) is a \(verb), which a walk does not send.",
            hint: "End the path before it, or perform it: emwalk do PATH"
        )
    }
}
