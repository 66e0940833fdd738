// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The guide's examples: whole XML documents; fragments and what is not well-formed are left aside.
struct Corpus {
    let documents: [CorpusDocument]
    /// The roots of the documents that a page prints, fragments left aside.
    let rootsByPage: [String: Set<String>]

    init(_ folder: URL = SharedFolder.corpus) throws {
        var documents: [CorpusDocument] = []
        var rootsByPage: [String: Set<String>] = [:]
        for row in try Table(folder.appendingPathComponent("INDEX.tsv")).rows
        where row["format"] == "xml" && row["kind"] != "fragment" && !row["file"].hasPrefix("malformed/") {
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(row["file"])))
            let document = CorpusDocument(
                file: row["file"],
                root: row["root"],
                isRequest: row["kind"] == "request",
                pages: row.list("source_pages", separator: ";"),
                bytes: bytes,
                tree: try MarkedTree(reading: bytes)
            )
            documents.append(document)
            for page in document.pages { rootsByPage[page, default: []].insert(document.root) }
        }
        self.documents = documents
        self.rootsByPage = rootsByPage
    }
}
