// SPDX-License-Identifier: Apache-2.0

/// Which branch of a choice in a body is meant, as told by the resource that offers the link.
public enum BodyBranch: Hashable, Sendable {
    /// The value of a property of the resource with a word behind it: a job of type `Backup` is cloned by a body with
    /// a part `BackupJobCloneInfo`.
    case named(by: PropertyPath, suffix: String)
    /// Always this part.
    case always(String)

    /// The name of the part for the body of a link; nil if its owner does not say.
    public func part(for link: Link) -> String? {
        switch self {
        case .named(let property, let suffix): link.owner.property(property).map { $0 + suffix }
        case .always(let part): part
        }
    }
}
