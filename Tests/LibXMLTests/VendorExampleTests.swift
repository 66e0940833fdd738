// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibXML
import NodeStore
import Testing

/// Runs over the vendor's printed examples where they lie beside the package; they are not part of it.
@Suite struct VendorExampleTests {
    /// One row of the index of the examples.
    struct Example: CustomTestStringConvertible {
        let file: String
        let root: String
        /// `yes`, `no`, `n/a` for what has no namespace, `malformed`.
        let verdict: String
        var testDescription: String { file }
    }

    static let shared = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared")
    static let corpus = shared.appendingPathComponent("corpus")
    static let schemaFile = shared.appendingPathComponent("schema/RestAPI-v1.3.xsd")

    static let examples: [Example] = {
        let index = (try? String(contentsOf: corpus.appendingPathComponent("INDEX.tsv"), encoding: .utf8)) ?? ""
        return index.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count > 6, fields[3] == "xml" else { return nil }
            return Example(file: fields[0], root: fields[1], verdict: fields[6])
        }
    }()

    static var areThere: Bool {
        [corpus, schemaFile].allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
    }

    private func bytes(_ example: Example) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Self.corpus.appendingPathComponent(example.file)))
    }

    @Test(.enabled(if: areThere, "the vendor's examples are not here"))
    func wellFormedExamplesAreRead() throws {
        let examples = Self.examples.filter { $0.verdict != "malformed" }
        #expect(examples.count > 300)
        for example in examples {
            let bytes = try bytes(example)
            let store = try XMLReader(shape: shape).read(bytes)
            #expect(store.name(.root) == example.root, "\(example.file)")
            let reader = XMLStreamReader(shape: shape)
            for start in stride(from: 0, to: bytes.count, by: 61) {
                try reader.feed(Array(bytes[start..<min(start + 61, bytes.count)]))
            }
            #expect(dump(try reader.finish()) == dump(store), "\(example.file)")
        }
    }

    @Test(.enabled(if: areThere, "the vendor's examples are not here"))
    func malformedExamplesAreLocated() throws {
        let examples = Self.examples.filter { $0.verdict == "malformed" }
        #expect(examples.count == 20)
        for example in examples {
            let bytes = try bytes(example)
            let failure = #expect(throws: ReadFailure.self, "\(example.file)") {
                try XMLReader(shape: shape).read(bytes)
            }
            #expect((failure?.line ?? 0) > 0 && (failure?.column ?? 0) > 0, "\(example.file)")
        }
    }

    /// The index was made with xmllint, on a copy of the schema without its two escaped colons.
    @Test(.enabled(if: areThere, "the vendor's schema is not here"))
    func verdictsEqualThoseOfXmllint() throws {
        let schema = try CompiledSchema(xsd: [UInt8](try Data(contentsOf: Self.schemaFile)))
        var counts: [String: Int] = [:]
        for example in Self.examples where example.verdict != "malformed" {
            let report = try schema.validate(try bytes(example))
            counts[report.verdict.rawValue, default: 0] += 1
            switch example.verdict {
            case "yes": #expect(report.verdict == .valid, "\(example.file): \(report.findings)")
            case "n/a": #expect(report.verdict == .noSchema, "\(example.file)")
            default: #expect(report.verdict != .valid, "\(example.file)")
            }
            #expect((report.verdict == .valid) == report.findings.isEmpty, "\(example.file)")
            #expect(report.findings.allSatisfy { $0.line > 0 && $0.path.hasPrefix("/") }, "\(example.file)")
        }
        #expect(counts["valid"] == Self.examples.filter { $0.verdict == "yes" }.count)
    }
}
