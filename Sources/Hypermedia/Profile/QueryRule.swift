// SPDX-License-Identifier: Apache-2.0

/// Which query parameters of a kind of link may be changed; the path never may.
public struct QueryRule: Hashable, Sendable {
    /// The link types it holds for; empty means every type.
    public var types: [LinkType]
    /// The element that offers the link; nil means any.
    public var owner: String?
    /// The parameters whose values may be replaced.
    public var replaceable: [String]
    /// The parameters that may be added.
    public var addable: [String]

    /// A rule.
    public init(types: [LinkType] = [], owner: String? = nil, replaceable: [String], addable: [String]) {
        self.types = types
        self.owner = owner
        self.replaceable = replaceable
        self.addable = addable
    }

    /// Whether the rule holds for a link of this type and owner.
    public func applies(to type: LinkType?, owner: String) -> Bool {
        let typeFits = types.isEmpty || type.map(types.contains) ?? false
        return typeFits && (self.owner == nil || self.owner == owner)
    }

    func allowsReplacing(_ name: String) -> Bool {
        (replaceable + addable).contains { $0.lowercased() == name.lowercased() }
    }

    func allowsAdding(_ name: String) -> Bool { addable.contains { $0.lowercased() == name.lowercased() } }

    /// What is allowed, for people.
    public var summary: String {
        "Replaceable: \(replaceable.isEmpty ? "none" : replaceable.joined(separator: ", ")); "
            + "addable: \(addable.isEmpty ? "none" : addable.joined(separator: ", "))."
    }
}
