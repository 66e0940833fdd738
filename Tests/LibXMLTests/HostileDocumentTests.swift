// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore
import Testing

@Suite struct HostileDocumentTests {
    private func failure(_ bytes: [UInt8], limits: ReadLimits = .standard) -> ReadFailure? {
        do throws(ReadFailure) {
            _ = try XMLReader(shape: shape, limits: limits).read(bytes)
            return nil
        } catch {
            return error
        }
    }

    /// The same, fed in small pieces.
    private func streamFailure(_ bytes: [UInt8], limits: ReadLimits = .standard) -> ReadFailure? {
        let reader = XMLStreamReader(shape: shape, limits: limits)
        do throws(ReadFailure) {
            for start in stride(from: 0, to: bytes.count, by: 16_384) {
                try reader.feed(Array(bytes[start..<min(start + 16_384, bytes.count)]))
            }
            _ = try reader.finish()
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        // Exponential and quadratic entities, external entities and subsets, parameter entities.
        "<!DOCTYPE a [<!ENTITY b 'b'><!ENTITY c '&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;'>]><a x='&d;'>&d;</a>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'http://127.0.0.1:1/x'>]><a>&b;</a>",
        "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
        "<!DOCTYPE a PUBLIC '-//x//y' 'http://127.0.0.1:1/x.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/hostname'>%p;]><a/>",
        "<!DOCTYPE a [<!ATTLIST a b CDATA 'default'>]><a/>",
        "<!DOCTYPE a><a/>",
        "<?xml version='1.0' standalone='yes'?><!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>",
    ])
    func everyDTDIsRefused(text: String) {
        for failure in [failure(Array(text.utf8)), streamFailure(Array(text.utf8))] {
            #expect(failure?.code == .forbiddenDTD)
            #expect(failure?.line == 1)
            #expect((failure?.column ?? 0) > 0)
        }
    }

    @Test func noEntityButTheFive() {
        #expect(failure(Array("<a>&nbsp;</a>".utf8))?.code == .malformed)
        #expect(failure(Array("<a b='&nbsp;'/>".utf8))?.code == .malformed)
        #expect(failure(Array("<a>%p;</a>".utf8)) == nil)
    }

    @Test(arguments: [9 << 20, 11 << 20]) func hugeValues(count: Int) {
        let filler = [UInt8](repeating: UInt8(ascii: "x"), count: count)
        let documents = [
            Array("<a b='".utf8) + filler + Array("'/>".utf8),
            Array("<a>".utf8) + filler + Array("</a>".utf8),
            Array("<a><![CDATA[".utf8) + filler + Array("]]></a>".utf8),
            Array("<Link Rel='".utf8) + filler + Array("' Href='h'/>".utf8),
        ]
        for (index, document) in documents.enumerated() {
            for failure in [failure(document), streamFailure(document)] {
                #expect(failure?.code == .limit, "document \(index): \(String(describing: failure))")
                #expect(failure?.limit == "value-bytes", "document \(index)")
                #expect((failure?.line ?? 0) > 0 && (failure?.column ?? 0) > 0, "document \(index)")
            }
        }
    }

    @Test func aHugeCommentIsRefused() {
        let filler = [UInt8](repeating: UInt8(ascii: "x"), count: 12 << 20)
        let comment = Array("<a><!--".utf8) + filler + Array("--></a>".utf8)
        #expect(failure(comment)?.limit == "value-bytes")
        #expect(streamFailure(comment)?.limit == "value-bytes")
    }

    @Test func valuesUpToTheLimitAreRead() throws {
        let filler = String(repeating: "x", count: 7 << 20)
        #expect(failure(Array("<a b='\(filler)'/>".utf8)) == nil)
        #expect(streamFailure(Array("<a b='\(filler)'/>".utf8)) == nil)
        #expect(streamFailure(Array("<a>\(filler)</a>".utf8)) == nil)
    }

    @Test func everyLimitIsNamed() {
        let text = "<r><a x='1234567890'>1234567890</a><b/><c><d/></c></r>"
        let cases: [(ReadLimits, String)] = [
            (ReadLimits(documentBytes: 10), "document-bytes"), (ReadLimits(depth: 2), "depth"),
            (ReadLimits(valueBytes: 5), "value-bytes"), (ReadLimits(nodes: 3), "nodes"),
            (ReadLimits(names: 3), "names"),
        ]
        for (limits, name) in cases {
            for failure in [failure(Array(text.utf8), limits: limits), streamFailure(Array(text.utf8), limits: limits)]
            {
                #expect(failure?.code == .limit, "\(name)")
                #expect(failure?.limit == name)
                #expect(failure?.message.contains(name) == true)
                #expect((failure?.line ?? 0) > 0 && (failure?.column ?? 0) > 0, "\(name)")
            }
        }
    }

    @Test(arguments: [201, 257, 3000, 100_000]) func deepNesting(depth: Int) {
        let bytes = Array((String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)).utf8)
        #expect(failure(bytes)?.limit == "depth")
        #expect(streamFailure(bytes)?.limit == "depth")
    }

    @Test func depthUpToTheLimitIsRead() {
        let bytes = Array((String(repeating: "<a>", count: 200) + String(repeating: "</a>", count: 200)).utf8)
        #expect(failure(bytes) == nil)
        #expect(streamFailure(bytes) == nil)
    }

    @Test func mixedContentIsNotCopiedOverAndOver() throws {
        let text = "<a>" + String(repeating: "some text<b>x</b>", count: 20_000) + "</a>"
        let store = try XMLReader(shape: shape).read(Array(text.utf8))
        #expect(store.textBytes < 3 * text.utf8.count)
        #expect(store.text(NodeID.root) == String(repeating: "some text", count: 20_000))
    }

    @Test func aDocumentCutAnywhereIsAnError() {
        let bytes = Array(Documents.list.utf8)
        for count in 0..<bytes.count {
            let part = Array(bytes[..<count])
            for failure in [failure(part), streamFailure(part)] {
                #expect(failure != nil, "cut at \(count)")
                #expect((failure?.line ?? 0) > 0 && (failure?.column ?? 0) > 0, "cut at \(count)")
            }
        }
        let wide = Documents.utf16(Documents.wide, bigEndian: false)
        for count in 0..<wide.count { #expect(failure(Array(wide[..<count])) != nil, "UTF-16 cut at \(count)") }
    }

    @Test(arguments: [
        "<a><b></a></b>", "<a></b>", "</a>", "<a/><b/>", "<a/>trailing", "<a b='1' b='2'/>", "<a b=1/>", "<a><</a>",
        "<a>&</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>]]></a>", "text", "<a x:y='1'/>", "<x:a/>", "<a b='<'/>",
        "<?xml version='1.0'?><?xml version='1.0'?><a/>", " <?xml version='1.0'?><a/>", "<a><!-- -- --></a>", "<1/>",
    ])
    func malformedDocuments(text: String) {
        for failure in [failure(Array(text.utf8)), streamFailure(Array(text.utf8))] {
            #expect(failure?.code == .malformed)
            #expect((failure?.line ?? 0) > 0 && (failure?.column ?? 0) > 0)
            #expect(failure?.message.isEmpty == false && failure?.message.hasSuffix("\n") == false)
        }
    }

    @Test(arguments: ["\u{0}<a/>", "<a>\u{0}</a>", "<a b='\u{0}'/>", "<a/>\u{0}", "<a/>\u{0}<b/>", "<a\u{0}/>"])
    func nulBytes(text: String) {
        #expect(failure(Array(text.utf8)) != nil)
        #expect(streamFailure(Array(text.utf8)) != nil)
    }

    @Test func theLineOfAnErrorFarDown() {
        let text = "<a>" + String(repeating: "\n", count: 70_000) + "<b></c></a>"
        #expect(failure(Array(text.utf8))?.line == 70_001)
        #expect(streamFailure(Array(text.utf8))?.line == 70_001)
    }

    @Test func everySingleByteChangeIsReadOrRefused() {
        let bytes = Array(Documents.list.utf8)
        var refused = 0
        for index in bytes.indices {
            for byte: UInt8 in [0, 0x20, 0x26, 0x3C, 0x3E, 0x22, 0x80, 0xFF] {
                var changed = bytes
                changed[index] = byte
                if failure(changed) != nil { refused += 1 }
            }
        }
        #expect(refused > bytes.count)
    }
}
