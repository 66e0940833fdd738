// SPDX-License-Identifier: Apache-2.0

/// Which root element a link type promises.
public struct TypeMap: Hashable, Sendable {
    /// A rule by the end of a type: `…ReferenceList` promises `EntityReferences`.
    public struct SuffixRule: Hashable, Sendable {
        /// The end of the type.
        public var suffix: String
        /// The element, or nil if the element is the type without the suffix and with ``plural`` behind it.
        public var element: String?
        /// What is put in place of the suffix where ``element`` is nil.
        public var plural: String

        /// A rule.
        public init(suffix: String, element: String? = nil, plural: String = "") {
            self.suffix = suffix
            self.element = element
            self.plural = plural
        }
    }

    /// Rules by suffix, the first that fits counting.
    public var rules: [SuffixRule]
    /// Types that follow no rule, with every element they may promise.
    public var irregular: [LinkType: [String]]

    /// A map; empty, it promises an element of the same name as the type.
    public init(rules: [SuffixRule] = [], irregular: [LinkType: [String]] = [:]) {
        self.rules = rules
        self.irregular = irregular
    }

    /// The root of a JSON collection whose only member is an array of this name, where it is not that name itself.
    public var collectionRoots: [String: String] = [:]
    /// Roots of JSON documents that are told by their members; the first that fits counts.
    public var signatures: [RootSignature] = []
    /// Roots that a link of any type may lead to, such as the result of a query, which wraps what its link promises.
    public var wrappers: [String] = []

    /// The root of a collection by the name of its array, and whether an entry of ``collectionRoots`` says so.
    func collectionRoot(ofItems key: String) -> (name: String, isKnown: Bool) {
        let known = collectionRoots.filter { $0.key.lowercased() == key.lowercased() }.map(\.value).min()
        return (known ?? key, known != nil)
    }

    /// Whether a link of this type may lead to this root.
    public func allows(_ root: String, for type: LinkType) -> Bool {
        (elements(for: type) + wrappers).contains { $0.lowercased() == root.lowercased() }
    }

    /// The root elements that a type allows; the likeliest first, never empty.
    public func elements(for type: LinkType) -> [String] {
        if let elements = irregular[type], !elements.isEmpty { return elements }
        for rule in rules where type.rawValue.hasSuffix(rule.suffix) && type.rawValue.count > rule.suffix.count {
            return [rule.element ?? type.rawValue.dropLast(rule.suffix.count) + rule.plural]
        }
        return [type.rawValue]
    }
}
