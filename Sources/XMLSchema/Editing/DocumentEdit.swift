// SPDX-License-Identifier: Apache-2.0

/// Applies changes to a document, one after the other, and collects what is wrong with them.
struct DocumentEdit<File: EditableFile> {
    private(set) var file: File
    private(set) var problems: [BodyProblem] = []
    private let model: SchemaModel
    private let root: ElementDeclaration
    private var resolver: PathResolver
    /// What was made new and has parts: at the end it must be complete.
    private var created: [[PathResolver.Step]] = []
    /// What was taken out: at the end it must not be missing.
    private var removed: [[PathResolver.Step]] = []

    init(file: File, model: SchemaModel, root: ElementDeclaration) {
        self.file = file
        self.model = model
        self.root = root
        resolver = PathResolver(model: model, root: root)
    }

    mutating func apply(_ changes: [BodyChange]) {
        for change in changes where change.value == nil { apply(change) }
        for change in changes where change.value != nil { apply(change) }
        if let fault = file.fault { problems.append(fault) }
        guard problems.isEmpty else { return }
        for steps in created { checkComplete(steps) }
        for steps in removed { checkRemoved(steps) }
    }

    private mutating func apply(_ change: BodyChange) {
        do {
            try perform(change)
        } catch {
            problems.append(error)
        }
    }

    private mutating func perform(_ change: BodyChange) throws(BodyProblem) {
        let steps: [PathResolver.Step]
        do {
            let file = self.file
            steps = try resolver.resolve(change.path) { members in
                if case .found = file.find(members.map { PathResolver.Step(member: $0, index: nil) }) { return true }
                return false
            }
        } catch {
            // What the schema does not know can still be in the document.
            guard error.code == .unknown, let path = MemberPath(change.path), let index = file.findUnknown(path) else {
                throw error
            }
            return try performUnknown(change, index)
        }
        let spelling = Self.spelling(steps)
        switch file.find(steps) {
        case .found(let index): try change.value == nil ? remove(steps, index) : set(change, steps, index)
        case .absent(let step, let parent):
            guard let value = change.value else {
                throw BodyProblem(.notThere, path: spelling, "\(spelling) is not in the document.")
            }
            try insert(value, steps, from: step, parent)
        case .several(let step, let count):
            let prefix = Self.spelling(Array(steps.prefix(step + 1)))
            let names = (1...count).map { "\(prefix)[\($0)]" }
            throw BodyProblem(
                .ambiguous,
                path: spelling,
                "There are \(count) of \(prefix); say which, such as \(prefix)[1], or \(prefix)[\(count + 1)] for a new one.",
                candidates: names
            )
        case .beyond(let step, let count):
            let prefix = Self.spelling(Array(steps.prefix(step + 1)))
            throw BodyProblem(
                .notThere,
                path: spelling,
                "There \(count == 1 ? "is" : "are") \(count) of \(prefix); the next new one has number \(count + 1)."
            )
        }
    }

    private mutating func performUnknown(_ change: BodyChange, _ index: Int) throws(BodyProblem) {
        guard let value = change.value else { return file.remove(index) }
        try refuse(value, ofPartsAt: index, change.path)
        file.set(index, to: value, kind: nil, hasAttributes: false)
    }

    private mutating func set(
        _ change: BodyChange,
        _ steps: [PathResolver.Step],
        _ index: Int
    ) throws(BodyProblem) {
        let value = change.value ?? ""
        let path = steps.isEmpty ? root.name : Self.spelling(steps)
        let type = steps.last?.member.type ?? root.type
        try check(value, steps.last?.member, type, path)
        let members = model.members(of: type)
        if model.valueType(of: type) == nil {
            // An empty element that is there already needs nothing; nothing else can be set to it.
            return
        }
        try refuse(value, ofPartsAt: index, path)
        file.set(index, to: value, kind: model.valueType(of: type)?.kind ?? .text, hasAttributes: !members.isEmpty)
    }

    private mutating func remove(_ steps: [PathResolver.Step], _ index: Int) throws(BodyProblem) {
        guard !steps.isEmpty else {
            throw BodyProblem(.notThere, path: root.name, "The root element cannot be taken out.")
        }
        file.remove(index)
        removed.append(steps)
    }

    private mutating func insert(
        _ value: String,
        _ steps: [PathResolver.Step],
        from first: Int,
        _ parent: Int
    ) throws(BodyProblem) {
        let path = Self.spelling(steps)
        guard let last = steps.last else { return }
        try check(value, last.member, last.member.type, path)
        let outer = Array(steps.prefix(first))
        let siblings = model.members(of: outer.last?.member.type ?? root.type)
        let member = steps[first].member
        let there = file.names(at: outer, among: siblings)
        if let limit = member.branchOccurrence.maximum, let wanted = steps[first].index, wanted > limit {
            throw BodyProblem(
                .tooMany,
                path: path,
                "\(path) may be there \(limit == 1 ? "once" : "\(limit) times") only."
            )
        }
        let others = siblings.filter { $0.name != member.name && there.contains($0.name) }
        if let rival = others.first(where: { Self.exclude($0, member, among: siblings) }) {
            let prefix = outer.isEmpty ? "" : Self.spelling(outer) + "."
            throw BodyProblem(
                .branchConflict,
                path: path,
                "\(prefix)\(rival.name) is there, and only one of it and \(prefix)\(member.name) can be; take it out first.",
                candidates: [prefix + rival.name]
            )
        }
        let branch = BranchOrder(siblings).members(with: there.union([member.name]), in: file.order(in: parent))
        file.insert(node(value, steps[first...]), into: parent, siblings: branch)
        for end in first..<steps.count where !model.members(of: steps[end].member.type).isEmpty {
            created.append(Array(steps.prefix(end + 1)))
        }
    }

    /// The new element with all that the path names inside it.
    private func node(_ value: String, _ steps: ArraySlice<PathResolver.Step>) -> SchemaBodyNode {
        guard let step = steps.first else { return SchemaBodyNode(name: "", kind: .text, content: .nodes([])) }
        let member = step.member
        let content: SchemaBodyNode.Content
        let type = model.valueType(of: member.type)
        if steps.count > 1 {
            content = .nodes([node(value, steps.dropFirst())])
        } else if model.members(of: member.type).isEmpty, let type {
            content = .value(value, type.kind)
        } else if let type {
            content = .nodes([SchemaBodyNode(name: "", kind: .text, content: .value(value, type.kind))])
        } else {
            content = .nodes([])
        }
        return SchemaBodyNode(
            name: member.name,
            kind: member.kind,
            content: content,
            isRepeatable: member.occurrence.isRepeated
        )
    }

    // MARK: Checks

    private func check(
        _ value: String,
        _ member: SchemaMember?,
        _ type: TypeReference,
        _ path: String
    ) throws(BodyProblem) {
        guard SchemaXMLWriter.canHold(value) else {
            throw BodyProblem(.badCharacter, path: path, "\(path) has a control character, which XML cannot hold.")
        }
        if let fixed = member?.fixedValue, fixed != value {
            throw BodyProblem(
                path: path,
                value: value,
                ValueProblem(.notListed, "It can only be ‘\(fixed)’.", candidates: [fixed])
            )
        }
        if let valueType = model.valueType(of: type) {
            if let problem = valueType.problem(with: value) { throw BodyProblem(path: path, value: value, problem) }
        } else if !value.isEmpty {
            let names = model.members(of: type).map { path + "." + $0.name }
            throw BodyProblem(
                .hasParts,
                path: path,
                "\(path) has no value of its own but parts: \(names.prefix(8).joined(separator: ", ")).",
                candidates: names
            )
        }
    }

    private func refuse(_ value: String, ofPartsAt index: Int, _ path: String) throws(BodyProblem) {
        guard file.hasParts(index) else { return }
        throw BodyProblem(.hasParts, path: path, "\(path) has parts in the document and cannot be given a value.")
    }

    /// Whether two members stand in different branches only.
    private static func exclude(_ left: SchemaMember, _ right: SchemaMember, among siblings: [SchemaMember]) -> Bool {
        let lefts = siblings.filter { $0.name == left.name }
        let rights = siblings.filter { $0.name == right.name }
        return lefts.allSatisfy { left in
            rights.allSatisfy { right in
                left.choices.contains { choice in
                    right.choices.contains { $0.group == choice.group && $0.branch != choice.branch }
                }
            }
        }
    }

    private mutating func checkComplete(_ steps: [PathResolver.Step]) {
        let path = Self.spelling(steps)
        guard let type = steps.last?.member.type else { return }
        let members = model.members(of: type)
        let there = file.names(at: steps, among: members)
        for member in members where member.occurrence.isRequired && member.kind != .text && !there.contains(member.name)
        {
            problems.append(
                BodyProblem(
                    .missing,
                    path: "\(path).\(member.name)",
                    "\(path) is new and needs \(path).\(member.name)."
                )
            )
        }
        let groups = Set(members.flatMap(\.choices).filter(\.isRequired).map(\.group))
        for group in groups.sorted() {
            let names = members.filter { $0.choices.contains { $0.group == group } }.map(\.name)
            if !names.contains(where: there.contains) { problems.append(Self.branchMissing(names, path)) }
        }
    }

    private mutating func checkRemoved(_ steps: [PathResolver.Step]) {
        guard let member = steps.last?.member else { return }
        let outer = Array(steps.dropLast())
        let siblings = model.members(of: outer.last?.member.type ?? root.type)
        let there = file.names(at: outer, among: siblings)
        if member.occurrence.isRequired, !there.contains(member.name) {
            let path = Self.spelling(steps)
            problems.append(BodyProblem(.missing, path: path, "\(path) must be there and cannot be taken out."))
        }
        for choice in member.choices where choice.isRequired {
            let names = siblings.filter { $0.choices.contains { $0.group == choice.group } }.map(\.name)
            if !names.contains(where: there.contains) {
                problems.append(Self.branchMissing(names, outer.isEmpty ? root.name : Self.spelling(outer)))
            }
        }
    }

    private static func branchMissing(_ names: [String], _ path: String) -> BodyProblem {
        BodyProblem(
            .branchMissing,
            path: path,
            "\(path) needs one of \(names.joined(separator: ", ")).",
            candidates: names
        )
    }

    private static func spelling(_ steps: [PathResolver.Step]) -> String {
        steps.map { $0.member.name + ($0.index.map { "[\($0)]" } ?? "") }.joined(separator: ".")
    }
}
