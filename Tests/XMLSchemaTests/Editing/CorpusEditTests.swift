// SPDX-License-Identifier: Apache-2.0

import Foundation
import JSONReader
import LibXML
import NodeStore
import Testing
import XMLSchema

/// Edits real documents, where they are: what is not named must stay byte by byte.
@Suite struct CorpusEditTests {
    private static let corpus = RealSchemas.shared.appendingPathComponent("corpus")
    private static var isReady: Bool {
        RealSchemas.isOursThere && FileManager.default.fileExists(atPath: corpus.path)
    }
    private let noLinks = LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: "")

    private func files(_ ending: String) throws -> [(name: String, bytes: [UInt8])] {
        try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path).filter { $0.hasSuffix(ending) }.sorted()
            .map { ($0, [UInt8](try Data(contentsOf: Self.corpus.appendingPathComponent($0)))) }
    }

    /// The plain values of a document with their paths, as its own names have them.
    private func leaves(_ store: NodeStore, _ node: NodeID, _ path: String) -> [(path: String, value: String)] {
        var result = store.attributes(node).map { (join(path, "@" + store.text($0.name)), store.text($0.value)) }
            .filter { !$0.0.contains(":") }
        let children = Array(store.children(node))
        var counts: [String: Int] = [:]
        for child in children {
            let name = store.name(child)
            counts[name, default: 0] += 1
            let isOneOfMany = children.filter { store.name($0) == name }.count > 1
            let step = isOneOfMany ? "\(name)[\(counts[name] ?? 1)]" : name
            if Array(store.children(child)).isEmpty, store.attributes(child).isEmpty {
                result.append((join(path, step), store.text(child)))
            } else {
                result += leaves(store, child, join(path, step))
            }
        }
        return result
    }

    private func join(_ path: String, _ name: String) -> String { path.isEmpty ? name : path + "." + name }

    @Test(.enabled(if: isReady, "the documents are not here"))
    func settingWhatIsThereChangesNothing() throws {
        let editor = BodyEditor(try RealSchemas.ours())
        var count = 0
        var refused: Set<String> = []
        for (name, bytes) in try files(".xml") {
            guard let store = try? XMLReader(shape: noLinks).read(bytes) else { continue }
            let leaves = leaves(store, .root, "")
            // All at once; where something is refused, one by one.
            if let same = try? editor.edit(xml: bytes, leaves.map { BodyChange($0.path, $0.value) }) {
                #expect(same == bytes, "\(name)")
                count += leaves.count
                continue
            }
            for leaf in leaves {
                do {
                    #expect(
                        try editor.edit(xml: bytes, [BodyChange(leaf.path, leaf.value)]) == bytes,
                        "\(name) \(leaf)"
                    )
                    count += 1
                } catch let error {
                    // A value that breaks the schema is refused even if it is there already.
                    for problem in error.problems where problem.code == .badDocument { refused.insert(name) }
                    let codes = error.problems.map(\.code.rawValue)
                    let isValue = codes.allSatisfy {
                        ["wrong-type", "not-listed", "out-of-limits", "wrong-pattern", "bad-document", "has-parts"]
                            .contains($0)
                    }
                    #expect(isValue, "\(name) \(leaf): \(error)")
                }
            }
        }
        #expect(count > 3_000)
        #expect(refused.count < 10, "\(refused)")
    }

    @Test(.enabled(if: isReady, "the documents are not here"))
    func twoChangesMakeTwoDifferences() throws {
        let editor = BodyEditor(try RealSchemas.ours())
        var count = 0
        for (name, bytes) in try files(".xml") {
            guard let store = try? XMLReader(shape: noLinks).read(bytes) else { continue }
            let before = leaves(store, .root, "")
            let flags = before.filter { ["true", "false"].contains($0.value) }
            guard let first = flags.first, let last = flags.last, flags.count > 1 else { continue }
            let changes = [first, last].map { BodyChange($0.path, $0.value == "true" ? "false" : "true") }
            guard let changed = try? editor.edit(xml: bytes, changes) else { continue }
            let after = leaves(try XMLReader(shape: noLinks).read(changed), .root, "")
            #expect(after.map(\.path) == before.map(\.path), "\(name)")
            let different = zip(before, after).filter { $0.0.value != $0.1.value }.map(\.0.path)
            #expect(different == changes.map(\.path), "\(name)")
            #expect(abs(changed.count - bytes.count) <= 2, "\(name)")
            count += 1
        }
        #expect(count > 20)
    }
}
