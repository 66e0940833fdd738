// SPDX-License-Identifier: Apache-2.0

/// Finds what a path means in the schema.
struct PathResolver {
    /// A name of a path, found.
    struct Step {
        let member: SchemaMember
        /// From 1; nil if none was typed.
        let index: Int?
    }

    private let model: SchemaModel
    private let root: ElementDeclaration
    /// All paths of the schema, looked for only when a short path is met.
    private var allPaths: [[SchemaMember]]?
    /// How deep short paths are looked for: real bodies have six levels.
    private static let searchDepth = 8
    private static let searchLimit = 50_000

    init(model: SchemaModel, root: ElementDeclaration) {
        self.model = model
        self.root = root
    }

    /// The members of a path.
    ///
    /// - Parameter prefer: says of candidates of a short path which count; all do if none is preferred.
    mutating func resolve(
        _ text: String,
        prefer: ([SchemaMember]) -> Bool = { _ in true }
    ) throws(BodyProblem) -> [Step] {
        guard var path = MemberPath(text) else {
            throw BodyProblem(
                .unknown,
                path: text,
                "‘\(text)’ is no path; write names with points between them, such as Group.Name or Item[2].Name."
            )
        }
        if path.steps.count > 1, path.steps[0].folded == root.name.lowercased(),
            find(path.steps[0], in: root.type) == nil,
            let rest = MemberPath(String(text[text.index(after: text.firstIndex(of: ".") ?? text.startIndex)...]))
        {
            path = rest
        }
        if let steps = direct(path) { return steps }
        // The root by its name: its own text.
        if path.steps.count == 1, path.steps[0].folded == root.name.lowercased(), !path.steps[0].isAttribute {
            return []
        }
        return try short(path, text, prefer)
    }

    /// Follows a path from the root.
    private func direct(_ path: MemberPath) -> [Step]? {
        var steps: [Step] = []
        var type = root.type
        for step in path.steps {
            guard let member = find(step, in: type) else { return nil }
            steps.append(Step(member: member, index: step.index))
            type = member.type
        }
        return steps
    }

    private func find(_ step: MemberPath.Step, in type: TypeReference) -> SchemaMember? {
        var found = model.members(of: type).filter { $0.name.lowercased() == step.folded }
        // Some schemas know two spellings of a name; the one that was typed counts.
        if found.contains(where: { $0.name == step.name }) { found = found.filter { $0.name == step.name } }
        if step.isAttribute { return found.first { $0.kind == .attribute } }
        return found.first { $0.kind == .element } ?? found.first
    }

    /// Looks for paths that end in the names that were typed.
    private mutating func short(
        _ path: MemberPath,
        _ text: String,
        _ prefer: ([SchemaMember]) -> Bool
    ) throws(BodyProblem) -> [Step] {
        let paths = allPaths ?? collect()
        allPaths = paths
        let count = path.steps.count
        var found = paths.filter { members in
            members.count > count
                && zip(members.suffix(count), path.steps).allSatisfy { member, step in
                    member.name.lowercased() == step.folded && (!step.isAttribute || member.kind == .attribute)
                }
        }
        // One in a list is rarely meant by its last name: every link has a name.
        let outsideLists = found.filter { members in !members.dropLast(count).contains { $0.occurrence.isRepeated } }
        for narrower in [found.filter(prefer), outsideLists.filter(prefer)] where !narrower.isEmpty && found.count > 1 {
            found = narrower
        }
        let exact = found.filter { zip($0.suffix(count), path.steps).allSatisfy { $0.name == $1.name } }
        if Set(found.map { Self.spelling($0).lowercased() }).count == 1 { found = [exact.first ?? found[0]] }
        guard let only = found.first else { throw unknown(path, text, paths) }
        guard found.count == 1 else {
            let names = found.map(Self.spelling)
            throw BodyProblem(
                .ambiguous,
                path: text,
                "‘\(text)’ could be \(names.prefix(6).joined(separator: " or ")); write more of the path.",
                candidates: names
            )
        }
        return only.enumerated().map { position, member in
            let typed = position - (only.count - count)
            return Step(member: member, index: typed >= 0 ? path.steps[typed].index : nil)
        }
    }

    private func unknown(_ path: MemberPath, _ text: String, _ paths: [[SchemaMember]]) -> BodyProblem {
        // As far as the path is known, its parts are the candidates.
        var type = root.type
        var known: [String] = []
        for step in path.steps {
            guard let member = find(step, in: type) else { break }
            known.append(member.name)
            type = member.type
        }
        let wrong = path.steps[min(known.count, path.steps.count - 1)].name
        let prefix = known.isEmpty ? "" : known.joined(separator: ".") + "."
        var siblings: [String] = []
        for name in model.members(of: type).map(\.name) where !name.isEmpty && !siblings.contains(name) {
            siblings.append(name)
        }
        var candidates = NearestNames.of(wrong, in: siblings).map { prefix + $0 }
        if candidates.isEmpty {
            let names = Array(Set(paths.compactMap { $0.last?.name })).sorted()
            let near = NearestNames.of(path.steps.last?.name ?? wrong, in: names)
            candidates = near.flatMap { name in paths.filter { $0.last?.name == name }.map(Self.spelling) }
        }
        candidates = Array(candidates.prefix(8))
        let hint: String
        if let first = candidates.first {
            hint = " Did you mean \(first)?"
        } else if siblings.isEmpty {
            hint = " \(known.isEmpty ? root.name : known.joined(separator: ".")) has no parts."
        } else {
            candidates = siblings.map { prefix + $0 }
            hint = " It has \(siblings.prefix(12).joined(separator: ", "))\(siblings.count > 12 ? ", …" : "")."
        }
        return BodyProblem(
            .unknown,
            path: text,
            "\(known.isEmpty ? root.name : known.joined(separator: ".")) has no ‘\(wrong)’.\(hint)",
            candidates: candidates
        )
    }

    private func collect() -> [[SchemaMember]] {
        var result: [[SchemaMember]] = []
        var waiting: [(type: TypeReference, path: [SchemaMember], types: Set<String>)] = [(root.type, [], [])]
        var next = 0
        while next < waiting.count, result.count < Self.searchLimit {
            let (type, path, types) = waiting[next]
            next += 1
            var names: Set<String> = []
            // A name in two branches of a choice is one path.
            for member in model.members(of: type) where !member.name.isEmpty && names.insert(member.name).inserted {
                result.append(path + [member])
                var types = types
                let isNew = model.typeName(member.type).map { types.insert($0).inserted } ?? true
                if member.kind == .element, isNew, path.count < Self.searchDepth {
                    waiting.append((member.type, path + [member], types))
                }
            }
        }
        return result
    }

    /// A path in the spelling of the schema.
    static func spelling(_ members: [SchemaMember]) -> String { members.map(\.name).joined(separator: ".") }
}
