// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore
import Testing

@Suite struct XMLStreamReaderTests {
    static let sizes = Array(1...64) + [65, 100, 127, 256, 1000, 4096, 1 << 20]

    /// What reading in chunks gives: a dump, or the failure.
    private func stream(_ bytes: [UInt8], size: Int, encoding: String? = nil) -> Result<String, ReadFailure> {
        let reader = XMLStreamReader(shape: shape, encoding: encoding)
        do throws(ReadFailure) {
            var start = 0
            while start < bytes.count {
                try reader.feed(Array(bytes[start..<min(start + size, bytes.count)]))
                start += size
            }
            return .success(dump(try reader.finish()))
        } catch {
            return .failure(error)
        }
    }

    @Test(arguments: sizes) func chunksDoNotMatter(size: Int) throws {
        for document in Documents.all {
            let whole = dump(try XMLReader(shape: shape).read(Array(document.text.utf8)))
            #expect(stream(Array(document.text.utf8), size: size) == .success(whole), "\(document.name)")
            for bigEndian in [true, false] {
                for mark in [true, false] {
                    let bytes = Documents.utf16(document.text, bigEndian: bigEndian, mark: mark)
                    #expect(stream(bytes, size: size) == .success(whole), "\(document.name) \(bigEndian) \(mark)")
                }
            }
        }
    }

    @Test(arguments: [1, 7, 4096, 65536, 1 << 20]) func longDocumentsInChunks(size: Int) throws {
        let item = "<Ref Name='n'><Links><Link Rel='Up' Type='T' Href='h?a=1&amp;b=2'/></Links>text  </Ref>\n  "
        let text = "<Refs>\n" + String(repeating: item, count: 3000) + "</Refs>"
        let whole = dump(try XMLReader(shape: shape).read(Array(text.utf8)))
        #expect(whole.hasSuffix("nodes 9001 attributes 3000 links 3000"))
        #expect(stream(Array(text.utf8), size: size) == .success(whole))
    }

    @Test func aLargeDocumentReadAtOnceEqualsItsChunks() throws {
        let item = "<Item Name='name'>" + String(repeating: "x", count: 1000) + "</Item>"
        let bytes = Array(("<Items>" + String(repeating: item, count: 6000) + "</Items>").utf8)
        let store = try XMLReader(shape: shape).read(bytes)
        #expect(store.count == 6001)
        #expect(stream(bytes, size: 10_000) == .success(dump(store)))
    }

    @Test(arguments: sizes) func failuresKeepTheirCodes(size: Int) {
        for (text, code) in [
            ("<a><b></a>", ReadFailure.Code.malformed), ("<a>", .malformed), ("<a/>x", .malformed),
            ("<!DOCTYPE a><a/>", .forbiddenDTD), ("", .empty), (" \n ", .empty),
            ("<?xml version='1.0' encoding='klingon'?><a/>", .encoding),
        ] {
            guard case .failure(let failure) = stream(Array(text.utf8), size: size) else {
                Issue.record("\(text) was read")
                continue
            }
            #expect(failure.code == code, "\(text)")
            #expect(failure.line > 0 && failure.column > 0, "\(text)")
        }
    }

    @Test func aFailedReaderKeepsFailing() throws {
        let reader = XMLStreamReader(shape: shape)
        #expect(throws: ReadFailure.self) { try reader.feed(Array("<a><b></a>   <more>".utf8)) }
        #expect(throws: ReadFailure.self) { try reader.feed(Array("<a/>".utf8)) }
        #expect(throws: ReadFailure.self) { _ = try reader.finish() }
    }

    @Test func aFinishedReaderGivesNothingMore() throws {
        let reader = XMLStreamReader(shape: shape)
        try reader.feed(Array("<a/>".utf8))
        _ = try reader.finish()
        #expect(throws: ReadFailure.self) { _ = try reader.finish() }
        #expect(throws: ReadFailure.self) { try reader.feed(Array("<a/>".utf8)) }
    }

    @Test func anAbandonedReaderIsFreed() throws {
        let reader = XMLStreamReader(shape: shape)
        try reader.feed(Array("<a><b>".utf8))
    }
}
