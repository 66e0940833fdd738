// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibXML
import Testing

/// Compares verdicts and lines with those of xmllint, which validates a tree, over the vendor's documents and damaged
/// copies of them.
@Suite struct XmllintTests {
    private static let xmllint = ["/usr/bin/xmllint", "/opt/homebrew/bin/xmllint", "/usr/local/bin/xmllint"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    private static let own = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Schemas/em-rest-1.7.xsd")

    static var canRun: Bool { xmllint != nil && VendorExampleTests.areThere }
    static var canRunOwn: Bool { canRun && FileManager.default.fileExists(atPath: own.path) }

    @Test(.enabled(if: canRun, "xmllint or the vendor's schema is not here"))
    func theVendorsSchema() throws {
        let text = try String(contentsOf: VendorExampleTests.schemaFile, encoding: .utf8)
        let schema = try CompiledSchema(xsd: Array(text.utf8))
        let folder = try scratch()
        defer { try? FileManager.default.removeItem(at: folder) }
        // xmllint 2.9 refuses the two escaped colons.
        let plain = folder.appendingPathComponent("plain.xsd")
        try text.replacingOccurrences(of: "\\:", with: ":").write(to: plain, atomically: true, encoding: .utf8)
        try compare(schema, plain, folder)
    }

    @Test(.enabled(if: canRunOwn, "xmllint, the vendor's examples or our schema are not here"))
    func ourSchema() throws {
        let door = SchemaDocument(name: Self.own.lastPathComponent, bytes: [UInt8](try Data(contentsOf: Self.own)))
        let sources = SchemaCollector.collect(door) { name in
            let file = Self.own.deletingLastPathComponent().appendingPathComponent(name)
            return (try? Data(contentsOf: file)).map { [UInt8]($0) }
        }
        #expect(sources.count > 1)
        let folder = try scratch()
        defer { try? FileManager.default.removeItem(at: folder) }
        try compare(try CompiledSchema(documents: sources), Self.own, folder)
    }

    private func scratch() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("xmllint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// A document and copies of it with something wrong: a value, an attribute, text, a missing and a doubled line.
    private func variants(_ text: String) -> [String] {
        var lines = text.components(separatedBy: "\n")
        var variants = [
            text,
            text.replacingOccurrences(of: ">true<", with: ">maybe<"),
            text.replacingOccurrences(of: " Rel=\"", with: "\n Odd=\"1\" Rel=\""),
            text.replacingOccurrences(of: "</Links>", with: "some\ntext</Links>"),
            text.replacingOccurrences(of: "<Link ", with: "\n<Odd><In/></Odd>\n<Link "),
        ]
        let leaves = lines.indices.filter { lines[$0].contains("</") && lines[$0].filter { $0 == "<" }.count == 2 }
        if let middle = leaves.dropFirst(leaves.count / 2).first {
            let line = lines.remove(at: middle)
            variants.append(lines.joined(separator: "\n"))
            lines.insert(contentsOf: [line, line], at: middle)
            variants.append(lines.joined(separator: "\n"))
        }
        return Array(Set(variants)).sorted()
    }

    private func compare(_ schema: CompiledSchema, _ file: URL, _ folder: URL) throws {
        var ours: [String: (verdict: SchemaReport.Verdict, lines: Set<Int>)] = [:]
        for example in VendorExampleTests.examples where example.verdict != "malformed" {
            let text = try String(
                contentsOf: VendorExampleTests.corpus.appendingPathComponent(example.file),
                encoding: .utf8
            )
            for (index, variant) in variants(text).enumerated() {
                let name = "\(index)-" + example.file.replacingOccurrences(of: "/", with: "-")
                guard let report = try? schema.validate(Array(variant.utf8)) else { continue }
                try variant.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
                ours[name] = (report.verdict, Set(report.findings.map(\.line)))
            }
        }
        let theirs = try ask(file, folder, ours.keys.sorted())
        #expect(theirs.count == ours.count)
        var invalid = 0
        for (name, our) in ours {
            let their = try #require(theirs[name], "\(name)")
            #expect((our.verdict == .valid) == their.isValid, "\(name)")
            #expect(our.lines == their.lines, "\(name)")
            if our.verdict == .invalid { invalid += 1 }
        }
        #expect(invalid > 400)
    }

    private func ask(
        _ schema: URL,
        _ folder: URL,
        _ names: [String]
    ) throws -> [String: (isValid: Bool, lines: Set<Int>)] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.xmllint))
        process.currentDirectoryURL = folder
        process.arguments = ["--nonet", "--noout", "--schema", schema.path] + names
        let log = folder.appendingPathComponent("log.txt")
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        process.waitUntilExit()
        var answers: [String: (isValid: Bool, lines: Set<Int>)] = [:]
        for line in try String(contentsOf: log, encoding: .utf8).split(separator: "\n") {
            if line.hasSuffix(" validates") {
                answers[String(line.dropLast(10)), default: (true, [])].isValid = true
            } else if line.hasSuffix(" fails to validate") {
                answers[String(line.dropLast(18)), default: (false, [])].isValid = false
            } else if line.contains("Schemas validity error") {
                let parts = line.split(separator: ":")
                guard parts.count > 1, let number = Int(parts[1]) else { continue }
                answers[String(parts[0]), default: (false, [])].lines.insert(number)
            }
        }
        return answers
    }
}
