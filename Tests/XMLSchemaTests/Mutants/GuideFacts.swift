// SPDX-License-Identifier: Apache-2.0

/// What the guide's tables say clearly: what is required, single, typed, enumerated, of one kind of URN, and in order.
///
/// Nothing here comes from the schema under test. Where the guide contradicts itself a fact is left out and listed.
struct GuideFacts {
    private(set) var required: Set<Place> = []
    private(set) var requiredAttributes: Set<Place> = []
    private(set) var single: Set<Place> = []
    private(set) var types: [Place: ValueKind] = [:]
    private(set) var enumerated: Set<Place> = []
    private(set) var urnKinds: [Place: Set<String>] = [:]
    let order: ElementOrder
    /// Contradictions, one a line.
    private(set) var leftOut: [String] = []

    /// How often something must have been seen to count as always so, where no table of fields says it.
    private static let enough = 5

    init(corpus: Corpus) throws {
        let sources = try GuideTables(corpus: corpus)
        order = ElementOrder(structures: sources.structures, bodies: sources.bodies, corpus: corpus)
        let seen = SeenValues(corpus)
        for place in seen.places.sorted() {
            guard let parent = sources.structures[place.parent] else { continue }
            if let part = parent.children.first(where: { $0.name == place.child }) {
                judgeRequired(place, part, parent, sources)
                judgeSingle(place, part, parent, sources)
            } else if let part = parent.attributes.first(where: { "@" + $0.name == place.child }), !part.isOptional,
                parent.count >= Self.enough, !sources.editable.contains(place.parent)
            {
                requiredAttributes.insert(place)
            }
            judgeValue(place, seen.values[place] ?? [], sources)
        }
        leftOut = (leftOut + order.leftOut).sorted()
    }

    /// Required: a body's table says so, or no table does and it was always there; never if a table says optional.
    private mutating func judgeRequired(
        _ place: Place,
        _ part: Structure.Part,
        _ parent: Structure,
        _ sources: GuideTables
    ) {
        let minima = sources.bodies[place].compactMap(\.minimum)
        if minima.contains(0) {
            if minima.contains(1) { leftOut.append("\(place) is required on one page and optional on another") }
            return
        }
        if minima.isEmpty {
            // The table names it and does not say.
            if !sources.bodies[place].isEmpty { return }
            // What a body's table does not list may be left out of the body of a PUT; a list may be empty.
            guard parent.count >= Self.enough, !sources.editable.contains(place.parent), !part.repeats,
                !place.isListItem
            else { return }
        }
        if !part.isOptional {
            required.insert(place)
        } else if !minima.isEmpty {
            leftOut.append("\(place) is required by a table and missing in an example")
        }
    }

    /// Single: a body's table says so, or it is one of several members of a record and was never repeated.
    private mutating func judgeSingle(
        _ place: Place,
        _ part: Structure.Part,
        _ parent: Structure,
        _ sources: GuideTables
    ) {
        if place.isListItem { return }
        let fields = sources.bodies[place]
        let isSingle = !fields.isEmpty && fields.allSatisfy { $0.maximum == 1 }
        if part.repeats {
            if isSingle { leftOut.append("\(place) is single by a table and repeated in an example") }
            return
        }
        if isSingle || part.name == "Links" {
            single.insert(place)
            return
        }
        guard fields.allSatisfy({ $0.maximum == 1 }), parent.members.count > 1 else { return }
        // Beside a repeated structure another structure may be repeated too: a list of several kinds of items.
        let isStructure = { (name: String) in sources.structures[name].map { !$0.children.isEmpty } ?? false }
        let isInList = parent.members.contains { $0.repeats && isStructure($0.name) }
        if !isInList || !isStructure(part.name) { single.insert(place) }
    }

    private mutating func judgeValue(_ place: Place, _ values: Set<String>, _ sources: GuideTables) {
        let fields = sources.bodies[place] + sources.resources[place]
        let listed = fields.reduce(into: Set<String>()) { $0.formUnion($1.values) }
        if !listed.isEmpty, !place.child.hasPrefix("@") {
            let unlisted = values.subtracting(listed).subtracting([""])
            if unlisted.isEmpty {
                enumerated.insert(place)
            } else {
                leftOut.append("\(place) has the unlisted \(unlisted.sorted().joined(separator: ", "))")
            }
        }
        let said = Set(fields.map { ValueKind(fieldType: $0.type) })
        if place.child.hasPrefix("@") {
            if let kind = said.first, said.count == 1 { types[place] = kind }
            // The UID of an entity names what the element names.
            let own = "urn:veeam:\(place.parent)"
            if place.child == "@UID", values.allSatisfy({ $0.hasPrefix(own + ":") }) { urnKinds[place] = [own] }
            return
        }
        guard let structure = sources.structures[place.child] else { return }
        let kind = ValueKind(leafKinds: structure.leafKinds)
        if said.count > 1 {
            leftOut.append("\(place) has several types in the tables")
        } else if let kind, fields.isEmpty ? structure.count >= Self.enough : said.contains(kind) {
            types[place] = kind
        } else if said == [.address] {
            types[place] = .address
        } else if let kind, kind != .identifier, !fields.isEmpty {
            leftOut.append("\(place) is \(fields[0].type) in a table and \(kind) in all examples")
        }
        judgeURN(place, structure)
    }

    /// Of one kind of URN: the element's name says it, or it was seen often enough.
    private mutating func judgeURN(_ place: Place, _ structure: Structure) {
        let kinds = structure.leafKinds.filter { $0.hasPrefix("urn:") }
        guard !kinds.isEmpty, structure.leafKinds.isSubset(of: kinds.union(["empty", "guid"])) else { return }
        let isVeeam = kinds.allSatisfy { $0.hasPrefix("urn:veeam:") }
        let isNamed = kinds.allSatisfy { kind in
            let last = String(kind.split(separator: ":").last ?? "")
            return place.child.contains(last)
        }
        let isPlatform = kinds.allSatisfy { !$0.hasPrefix("urn:veeam:") }
        if isPlatform || (isVeeam && (isNamed || structure.count >= Self.enough)) { urnKinds[place] = kinds }
    }
}
