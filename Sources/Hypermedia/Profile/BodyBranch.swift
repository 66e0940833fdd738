// SPDX-License-Identifier: Apache-2.0

/// Which branch of a choice in a body is meant, as told by the resource that offers the link.
///
/// A job of type `Backup` is cloned by a body with a part `BackupJobCloneInfo`: the value of a property with a word
/// behind it.
public struct BodyBranch: Hashable, Sendable {
    /// The property of the resource.
    public var property: PropertyPath
    /// What stands behind its value in the name of the part.
    public var suffix: String

    /// A rule.
    public init(property: PropertyPath, suffix: String) {
        self.property = property
        self.suffix = suffix
    }

    /// The name of the part for the body of a link; nil if its owner does not say.
    public func part(for link: Link) -> String? { link.owner.property(property).map { $0 + suffix } }
}
