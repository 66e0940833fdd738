// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
internal import NodeStore

/// A document as libxml2's tree, which compiling and validating need; freed with this value.
struct Tree: ~Copyable {
    let document: xmlDocPtr

    /// Reads a document twice: first as any other, so that a DTD, a bomb or a passed limit ends here with the same
    /// words as everywhere, then into a tree.
    init(_ bytes: [UInt8], encoding: String?) throws(ReadFailure) {
        let decoded = try Self.decoded(bytes, encoding: encoding)
        _ = try XMLReader(shape: Self.noLinks).read(decoded, encoding: "UTF-8")
        guard decoded.count <= Int(Int32.max) else {
            throw ReadFailure(.limit, "The document exceeds the limit 'document-bytes'.", limit: "document-bytes")
        }
        let sink = FindingSink()
        let document = sink.collecting { _ in
            decoded.withUnsafeBytes {
                xmlReadMemory($0.baseAddress, Int32($0.count), nil, "UTF-8", emwalk_treeOptions())
            }
        }
        if let document, sink.findings.isEmpty, xmlDocGetRootElement(document) != nil, emwalk_hasDTD(document) == 0 {
            self.document = document
            return
        }
        if let document { xmlFreeDoc(document) }
        throw ReadFailure(
            .malformed,
            sink.findings.first?.message ?? "The document could not be read into a tree.",
            line: max(1, sink.findings.first?.line ?? 1),
            column: 1
        )
    }

    deinit { xmlFreeDoc(document) }

    private static let noLinks = LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: "")

    private static func decoded(_ bytes: [UInt8], encoding: String?) throws(ReadFailure) -> [UInt8] {
        let sniffed = bytes.withUnsafeBufferPointer { TextEncoding.sniff($0, label: encoding, isWhole: true) }
        switch sniffed {
        case .known(.utf8, let skip):
            return skip == 0 ? bytes : Array(bytes.dropFirst(skip))
        case .known(let known, let skip):
            var transcoder = Transcoder(known)
            var output: [UInt8] = []
            let isText = bytes.withUnsafeBufferPointer {
                transcoder.decode(UnsafeBufferPointer(rebasing: $0.dropFirst(skip)), into: &output)
            }
            if !isText || transcoder.isInsideCharacter { throw transcoder.failure }
            return output
        case .unknown(let name):
            throw TextEncoding.unknown(name)
        case .undecided:
            return bytes
        }
    }
}
