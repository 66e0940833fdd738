// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibXML
import Testing

/// Whether the schema accepts what servers send and clients post: the guide's whole, well-formed documents.
@Suite(.enabled(if: SharedFolder.isComplete, "the schema, or the guide's examples beside the package, are not here"))
struct CorpusValidityTests {
    /// Why a refused document is wrong, by a page that prints it and its root.
    ///
    /// Those that the vendor cut with an ellipsis need not be listed, if they are valid without it.
    static let wrongDocuments: [String: String] = [:]

    @Test func examplesAreValid() throws {
        let corpus = try Corpus()
        let schema = try SharedFolder.compiledSchema()
        #expect(corpus.documents.count > 250)
        var cut: [String] = []
        var wrong: [String] = []
        var unexplained: [String] = []
        for document in corpus.documents {
            let report = try schema.validate(document.bytes)
            if report.verdict == .valid { continue }
            let findings = report.findings.map(\.message).joined(separator: "; ")
            let reason = document.pages.compactMap { Self.wrongDocuments["\($0): \(document.root)"] }.first
            if document.tree.isExcerpt, try schema.validate(document.tree.bytes).verdict == .valid {
                cut.append("\(document.file): cut with an ellipsis")
            } else if let reason {
                wrong.append("\(document.file): \(reason): \(findings)")
            } else {
                unexplained.append("\(document.file): \(findings)")
            }
        }
        let whole = corpus.documents.count - cut.count
        let valid = whole - wrong.count - unexplained.count
        try Measurement.publish(
            """
            Valid: \(valid) of \(whole) whole documents; \(cut.count) more are cut with an ellipsis.

            Wrong documents
            \((cut + wrong).joined(separator: "\n"))

            Refused documents without a reason
            \(unexplained.joined(separator: "\n"))

            """,
            as: "validity"
        )
        #expect(Double(valid) >= 0.99 * Double(whole), "\(valid) of \(whole)")
        #expect(unexplained.isEmpty, "\(unexplained.joined(separator: "\n"))")
    }
}
