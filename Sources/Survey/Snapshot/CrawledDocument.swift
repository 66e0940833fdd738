// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Deflate
internal import Hypermedia
internal import HypermediaClient
internal import NodeStore

/// A document that was read, to be gone through item by item.
///
/// Most lie in memory. Of one that is longer, the packed bytes do; whoever goes through it reads them again, passage by
/// passage.
struct CrawledDocument: Sendable {
    private enum Items: Sendable {
        case here([Resource])
        case packed(Deflate.Packed, origin: String, limits: ClientLimits)
    }

    /// Its root; without the items if they do not lie in memory.
    let contents: ResourceContents
    /// What is secret in it.
    let redaction: Redaction
    /// The steps to its items.
    let steps: ItemSteps
    private let items: Items
    private let outline: DocumentOutline?

    /// A document that lies in memory.
    init(_ root: Resource) {
        contents = ResourceContents(root)
        var redaction = Redaction()
        redaction.learn(root.representation)
        self.redaction = redaction
        steps = ItemSteps(contents.items)
        items = .here(contents.items)
        outline = nil
    }

    /// A document that is longer than memory.
    ///
    /// - Parameters:
    ///   - outline: what was noted while its passages came.
    ///   - packed: its bytes, as ``BodyPacking`` makes them, secrets included: hrefs are followed as they came.
    ///   - origin: that of its server.
    ///   - limits: those that it was read with.
    init(_ outline: DocumentOutline, packed: Deflate.Packed, origin: String, limits: ClientLimits) {
        contents = outline.contents
        redaction = outline.redaction
        steps = outline.steps
        items = .packed(packed, origin: origin, limits: limits)
        self.outline = outline
    }

    /// How many bytes it keeps in memory, roughly.
    var weight: Int {
        switch items {
        case .here: contents.resource.representation.textBytes * 4
        case .packed(let packed, origin: _, limits: let limits):
            packed.bytes.count + min(limits.passageBytes, 1 << 24) * 8
        }
    }

    /// By what its root is recognised where hrefs are new every time.
    var identity: Int64 {
        guard let outline else {
            return ResourceIdentity(contents.resource, name: contents.name, type: contents.type, uid: contents.uid)
                .stable
        }
        return ResourceIdentity(name: contents.name, type: contents.type, uid: contents.uid) { outline.content }.stable
    }

    /// Goes through the items of its root, in document order.
    ///
    /// - Throws: what `take` throws; ``SnapshotError`` if what was packed cannot be read again.
    func forEachItem(_ take: (Resource) throws -> Void) throws {
        switch items {
        case .here(let items): for item in items { try take(item) }
        case .packed(let packed, let origin, let limits):
            do {
                let reader = RepresentationReader(
                    again: contents.resource.representation,
                    limits: limits.document,
                    passage: limits.passageBytes
                )
                try packed.forEachPiece { piece in
                    try reader.feed(BodyPacking.original(piece, of: origin))
                    for passage in reader.takePassages() { for item in passage.root.items { try take(item) } }
                }
                for item in try reader.finish().root.items { try take(item) }
            } catch let error as ReadFailure {
                throw CrawledDocument.unreadable(error.description)
            } catch let error as Deflate.Damaged {
                throw CrawledDocument.unreadable(error.message)
            }
        }
    }

    private static func unreadable(_ reason: String) -> SnapshotError {
        SnapshotError(.unusableAnswer, "What was read could not be read once more: \(reason)")
    }
}
#endif
