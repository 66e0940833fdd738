// SPDX-License-Identifier: Apache-2.0

import NodeStore

/// A shape prepared for look-up: its names in lower case, once per reader instead of once per document.
struct FoldedShape: Sendable {
    let link: LinkShape
    private let containers: Set<String>
    private let element: String
    private let members: [String: LinkMember]
    private let lists: [String: String]
    private let singulars: [String: String]
    private let scalars: [String: String]
    private let scalarsAreSingular: Bool
    private let renames: [String: String]

    init(_ shape: JSONShape) {
        link = shape.link
        containers = Set(shape.link.containers.map(FoldedShape.fold))
        element = FoldedShape.fold(shape.link.element)
        let names: [(String, LinkMember)] = [
            (shape.link.rel, .rel), (shape.link.type, .type), (shape.link.href, .href), (shape.link.name, .name),
        ]
        members = Dictionary(
            names.filter { !$0.0.isEmpty }.map { (FoldedShape.fold($0.0), $0.1) },
            uniquingKeysWith: { first, _ in first }
        )
        lists = FoldedShape.fold(shape.lists)
        singulars = FoldedShape.fold(shape.singulars)
        scalars = FoldedShape.fold(shape.scalars)
        scalarsAreSingular = shape.scalarsAreSingular
        renames = FoldedShape.fold(shape.renames)
    }

    /// What a key means for links.
    func traits(ofKey key: String) -> KeyTraits {
        let folded = FoldedShape.fold(key)
        return KeyTraits(
            isContainer: containers.contains(folded),
            isLinkElement: !element.isEmpty && element == folded,
            member: members[folded]
        )
    }

    /// How the items of an array under a key are named.
    func items(ofKey key: String) -> ArrayNaming<String> {
        let folded = FoldedShape.fold(key)
        if let item = lists[folded] { return ArrayNaming(kind: .list, object: item, other: item) }
        if let item = singulars[folded] { return ArrayNaming(kind: .array, object: item, other: item) }
        if containers.contains(folded), !link.element.isEmpty {
            return ArrayNaming(kind: .list, object: link.element, other: link.element)
        }
        let singular = FoldedShape.singular(key)
        let other = scalars[folded] ?? (scalarsAreSingular ? singular : key)
        return ArrayNaming(kind: .array, object: singular, other: other)
    }

    /// The name that stands for a key, if it is another.
    func rename(ofKey key: String) -> String? { renames.isEmpty ? nil : renames[FoldedShape.fold(key)] }

    private static func singular(_ key: String) -> String {
        let folded = fold(key)
        if folded.utf8.count > 3, folded.hasSuffix("ies") {
            return key.dropLast(3) + (key.hasSuffix("S") ? "Y" : "y")
        }
        guard folded.utf8.count > 1, folded.hasSuffix("s"), !folded.hasSuffix("ss") else { return key }
        return String(key.dropLast())
    }

    /// ASCII only, as everywhere in the store: names are identifiers, and Unicode case would depend on its version.
    private static func fold(_ name: String) -> String {
        String(decoding: name.utf8.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// Of two spellings of one key the first in order wins, so that a shape never depends on hashing.
    private static func fold(_ names: [String: String]) -> [String: String] {
        let ordered = names.sorted { $0.key < $1.key }.map { (fold($0.key), $0.value) }
        return Dictionary(ordered, uniquingKeysWith: { first, _ in first })
    }
}
