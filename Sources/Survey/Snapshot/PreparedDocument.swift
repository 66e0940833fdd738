// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Deflate
internal import Hypermedia
internal import HypermediaClient

/// What became of a document, ready to be written: everything is done that does not need the database.
struct PreparedDocument: Sendable {
    /// What came of asking for it.
    enum Outcome: Sendable {
        case read(Content)
        case failed(any ActionableError, status: Int?)
    }

    /// An answer, taken apart.
    struct Content: Sendable {
        let status: Int
        let format: String
        let milliseconds: Int
        let size: Int
        let packed: [UInt8]
        let resources: Resources
        /// How many bytes it keeps in memory, roughly.
        let weight: Int
    }

    /// A row of `finding`.
    struct Note: Sendable {
        let code: String
        let path: String
        let line: Int?
        let message: String
    }

    /// Rows are made at once, beside the writing of other documents, unless there are so many that they must not lie in
    /// memory; then they are made one by one while they are written.
    enum Resources: Sendable {
        case prepared([PreparedResource])
        case crawled(CrawledDocument, ResourcePreparation)

        func forEach(_ take: (PreparedResource) throws -> Void) throws {
            switch self {
            case .prepared(let resources): for resource in resources { try take(resource) }
            case .crawled(let document, let preparation): try preparation.prepare(document, take)
            }
        }
    }

    /// From how many bytes on the rows of a document are not kept in memory.
    private static let large = 2 << 20

    let document: WaitingDocument
    let outcome: Outcome
    let findings: [Note]

    /// Prepares what came.
    init(_ reading: DocumentReading, for document: WaitingDocument, policy: CrawlPolicy, depot: LinkDepot) throws {
        let crawled = reading.document
        let redaction = crawled.redaction
        let preparation = ResourcePreparation(document: document, policy: policy, depot: depot, redaction: redaction)
        let isLarge = crawled.weight > PreparedDocument.large
        var resources: [PreparedResource] = []
        if !isLarge { try preparation.prepare(crawled) { resources.append($0) } }
        self.document = document
        outcome = .read(
            Content(
                status: reading.status,
                format: crawled.contents.resource.representation.format.rawValue,
                milliseconds: reading.milliseconds,
                size: reading.packed.size,
                packed: reading.packed.bytes,
                resources: isLarge ? .crawled(crawled, preparation) : .prepared(resources),
                weight: crawled.weight
            )
        )
        findings = reading.findings.map {
            Note(code: $0.code, path: $0.path, line: $0.line, message: redaction.apply(to: $0.message))
        }
    }

    /// Notes that a document could not be had.
    init(failure: any ActionableError, status: Int?, for document: WaitingDocument) {
        self.document = document
        outcome = .failed(failure, status: status)
        findings = [Note(code: failure.code.rawValue, path: "", line: nil, message: failure.message)]
    }

    var isRead: Bool {
        if case .read = outcome { return true }
        return false
    }

    /// Whether the server never came to answer it.
    var isBusy: Bool {
        if case .failed(let error, _) = outcome { return error.code == .busy }
        return false
    }

    /// How many bytes it keeps in memory, roughly.
    var weight: Int {
        if case .read(let content) = outcome { return content.weight }
        return 0
    }
}
#endif
