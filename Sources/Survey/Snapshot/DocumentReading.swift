// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Deflate
internal import Hypermedia
internal import HypermediaClient

/// What one answer brought, to be taken apart.
struct DocumentReading: Sendable {
    let document: CrawledDocument
    let status: Int
    let milliseconds: Int
    /// The body, packed, without secrets.
    let packed: Deflate.Packed
    let findings: [Finding]

    /// Follows a link and reads what it leads to, however long that is; its body is packed while it arrives.
    ///
    /// - Throws: as `HypermediaClient.follow`, and if the answer has no representation.
    init(_ link: Link, by client: HypermediaClient) async throws {
        let origin = client.entry.origin.description
        let bytes = BodyPacking(origin: origin)
        let notes = PassageNotes()
        let answer = try await client.follow(link, onBytes: { bytes.add($0) }, onPassage: { notes.add($0) })
        guard let root = answer.resource else {
            throw SnapshotError(.unusableAnswer, "The answer has no representation.", status: answer.status)
        }
        status = answer.status
        milliseconds = answer.hop.milliseconds
        findings = answer.hop.findings
        let came = bytes.finish()
        document =
            if let outline = notes.finish(root) {
                CrawledDocument(outline, packed: came, origin: origin, limits: client.options.limits)
            } else {
                CrawledDocument(root)
            }
        packed = try BodyPacking.redacted(came, document.redaction)
    }

    /// What was read already, without its bytes.
    init(_ root: Resource) {
        document = CrawledDocument(root)
        status = 200
        milliseconds = 0
        packed = Deflate.Packing().finish()
        findings = []
    }
}
#endif
