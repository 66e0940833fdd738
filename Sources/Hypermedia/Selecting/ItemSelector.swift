// SPDX-License-Identifier: Apache-2.0

/// Selects one item of a collection by what it holds.
public struct ItemSelector: Hashable, Sendable, CustomStringConvertible {
    /// The element name of the item; nil if any will do.
    public var element: String?
    /// Ways to fit: an item fits if all conditions of one of them hold.
    ///
    /// Empty: every item fits.
    public var alternatives: [[PropertyCondition]]
    /// How many items it may find.
    public var cardinality: Cardinality

    /// A selector whose conditions must all hold.
    public init(element: String? = nil, where conditions: [PropertyCondition], cardinality: Cardinality = .one) {
        self.element = element
        alternatives = conditions.isEmpty ? [] : [conditions]
        self.cardinality = cardinality
    }

    /// A selector that is content if one of several sets of conditions holds.
    public init(element: String? = nil, anyOf alternatives: [[PropertyCondition]], cardinality: Cardinality = .one) {
        self.element = element
        self.alternatives = alternatives
        self.cardinality = cardinality
    }

    /// A selector by name; the profile says which property that is.
    public static func named(_ name: String, profile: Profile) -> ItemSelector {
        ItemSelector(where: [PropertyCondition(path: PropertyPath(profile.identity.name), value: name)])
    }

    /// The step of a link path that selects the same.
    public var description: String { RelPath.Step.item(self).description }

    /// The items that fit.
    public func matches(in collection: Resource) -> [Resource] {
        let items = candidates(in: collection)
        guard !alternatives.isEmpty else { return items }
        return items.filter { item in alternatives.contains { $0.allSatisfy { $0.holds(for: item) } } }
    }

    /// The items that fit, as many as the cardinality allows.
    ///
    /// - Throws: ``HypermediaError`` with code ``ErrorCode/itemMissing`` or ``ErrorCode/itemAmbiguous`` and the candidates.
    public func select(in collection: Resource) throws(HypermediaError) -> [Resource] {
        let found = matches(in: collection)
        switch (cardinality, found.count) {
        case (.one, 0): throw missing(in: collection)
        case (.one, 2...), (.optional, 2...): throw ambiguous(found, in: collection)
        default: return found
        }
    }

    /// The one item that fits.
    ///
    /// - Throws: as ``select(in:)``; also if the cardinality would allow none.
    public func selectOne(in collection: Resource) throws(HypermediaError) -> Resource {
        var strict = self
        strict.cardinality = .one
        guard let item = try strict.select(in: collection).first else { throw missing(in: collection) }
        return item
    }

    /// The items that could fit.
    private func candidates(in collection: Resource) -> [Resource] {
        element.map { collection.items(named: $0) } ?? collection.items
    }

    private var wanted: String {
        alternatives.map { $0.map { "\($0.path)=\($0.value)" }.joined(separator: " and ") }.joined(separator: " or ")
    }

    private func missing(in collection: Resource) -> HypermediaError {
        let items = candidates(in: collection)
        let names = items.compactMap(\.label)
        let typed = alternatives.flatMap { $0 }.map(\.value)
        let near = typed.compactMap { Spelling.nearest(to: $0, in: names) }.first
        let hint =
            items.isEmpty
            ? "\(collection.name.isEmpty ? "The collection" : collection.name) has no items."
            : near.map { "Did you mean ‘\($0)’?" }
        return HypermediaError(
            .itemMissing,
            "No item with \(wanted.isEmpty ? "what was asked for" : wanted) among \(items.count).",
            hint: hint,
            candidates: candidates(items, among: items)
        )
    }

    private func ambiguous(_ found: [Resource], in collection: Resource) -> HypermediaError {
        HypermediaError(
            .itemAmbiguous,
            "\(found.count) items have \(wanted.isEmpty ? "what was asked for" : wanted), and one was meant.",
            hint: "Nothing was chosen. Name the one you mean by its identifier, as in the selectors listed.",
            candidates: candidates(found, among: candidates(in: collection))
        )
    }

    private func candidates(_ items: [Resource], among all: [Resource]) -> [Candidate] {
        let counted = ItemCensus(of: all, element: element)
        return items.prefix(LinkExplanation.mostCandidates).map { item in
            Candidate(
                rel: nil,
                type: item.type?.rawValue ?? item.name,
                name: item.label,
                selector: counted.step(for: item)?.description
            )
        }
    }
}
