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

    /// The root of a JSON collection whose only member is an array of this name.
    public var collectionRoots: [String: String] = [:]

    func collectionRoot(ofItems key: String) -> String {
        for (items, root) in collectionRoots where items.lowercased() == key.lowercased() { return root }
        return key
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
