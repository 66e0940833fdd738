// SPDX-License-Identifier: Apache-2.0

extension RelPath {
    /// The walk that stays where it is; others are built from it.
    ///
    /// ```swift
    /// let job = RelPath.here.following("Down", type: "JobReferenceList").item(named: "Nightly").following("Alternate", type: "Job")
    /// let resource = try await client.walk(job)
    /// ```
    public static let here = RelPath(steps: [])

    /// The same walk, then over a link.
    ///
    /// - Parameters:
    ///   - rel: its relation.
    ///   - type: its type; nil if any will do, ``LinkType/none`` if it must have none.
    ///   - name: its name; nil if any will do.
    ///   - target: what the resource that it leads to must hold.
    public func following(
        _ rel: Rel,
        type: LinkType? = nil,
        name: String? = nil,
        where target: [PropertyCondition] = []
    ) -> RelPath {
        appending(.follow(LinkSelector(rel: rel, type: type, name: name, target: target)))
    }

    /// The same walk, then to the item with this name.
    public func item(named name: String) -> RelPath { appending(.named(name)) }

    /// The same walk, then to the item that holds these values.
    public func item(where conditions: PropertyCondition...) -> RelPath {
        appending(.item(ItemSelector(where: conditions)))
    }

    /// The same walk, then another one.
    public func then(_ other: RelPath) -> RelPath { RelPath(steps: steps + other.steps) }

    /// The same walk, then another one by its text, such as `Down:JobReferenceList/@Nightly`.
    ///
    /// - Throws: ``HypermediaError`` with code ``ErrorCode/badPath`` if it cannot be read.
    public func then(_ text: String) throws(HypermediaError) -> RelPath { then(try RelPath(text)) }

    private func appending(_ step: Step) -> RelPath { RelPath(steps: steps + [step]) }
}
