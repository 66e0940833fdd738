// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibXML
import Testing

/// Nothing may reach standard error behind our back: libxml2 writes there whatever nobody collects.
@Suite(.serialized) struct SilenceTests {
    /// What is written to standard error meanwhile, by anyone in the process.
    private func captured(_ body: () -> Void) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("silence-\(UUID().uuidString)")
        let target = open(file.path, O_CREAT | O_RDWR | O_TRUNC, 0o600)
        let former = dup(2)
        try #require(target >= 0 && former >= 0)
        fflush(nil)
        dup2(target, 2)
        body()
        fflush(nil)
        dup2(former, 2)
        close(former)
        close(target)
        defer { try? FileManager.default.removeItem(at: file) }
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// What only libxml2 would write; other tests run at the same time and may write what they like.
    private let marks = [
        "parser error", "error :", "regexp", "Entity: line", "I/O", "Schemas", "encoding error", "namespace",
    ]

    @Test func theCaptureWorks() throws {
        let text = try captured { _ = "parser error\n".withCString { write(2, $0, strlen($0)) } }
        #expect(text.contains("parser error"))
    }

    @Test func badDocumentsAndSchemasAreSilent() throws {
        let documents = [
            "<a><b></a>", "<a", "<x:a/>", "<a>&b;</a>", "<!DOCTYPE a SYSTEM 'file:///nowhere'><a/>", "<a b='1' b='2'/>",
            "",
            "<?xml version='1.0' encoding='klingon'?><a/>", "<a xmlns='relative'/>", "<a xmlns:b=''/>", "<a>\u{1}</a>",
        ]
        let schemas = CompiledSchemaTests.badSchemas.map { text, _, _ in
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\(text)</xs:schema>"
        }
        let text = try captured {
            for document in documents { _ = try? XMLReader(shape: shape).read(Array(document.utf8)) }
            for bytes: [UInt8] in [[0x3C, 0x61, 0x3E, 0xFF], [0xFF, 0xFE, 0x3C], [0x4C, 0x6F, 0xA7, 0x94]] {
                _ = try? XMLReader(shape: shape).read(bytes)
            }
            for schema in schemas + documents { _ = try? CompiledSchema(xsd: Array(schema.utf8)) }
        }
        for mark in marks { #expect(!text.contains(mark), "\(text)") }
    }
}
