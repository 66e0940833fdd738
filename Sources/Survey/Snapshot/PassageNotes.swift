// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient
internal import Synchronization

/// Notes of a document that is longer than memory what can be told of the whole alone, while its passages come and go.
final class PassageNotes: Sendable {
    private struct State {
        var first: Resource?
        var type: String?
        var uid: String?
        var label: String?
        var href: Href?
        var properties: [Resource.TextProperty] = []
        var links: [Link] = []
        var steps = ItemSteps()
        var content = ResourceIdentity.Content()
        var redaction = Redaction()

        mutating func add(_ root: Resource) {
            redaction.learn(root.representation)
            type = type ?? root.type?.rawValue
            uid = uid ?? root.uid
            label = label ?? root.label
            href = href ?? root.href
            // Every passage has the attributes of the root.
            var known = first == nil ? 0 : root.attributeCount
            root.forEachProperty { property in
                known -= 1
                guard known < 0 else { return }
                properties.append(property)
                content.add(property)
            }
            for link in root.links {
                links.append(link)
                content.add(link)
            }
            for item in root.items {
                steps.count(label: item.label, uid: item.uid, type: item.type)
                // By what it holds is recognised only what has no identifier.
                if uid?.isEmpty ?? true { content.add(item) }
            }
            first = first ?? root
        }
    }

    private let state = Mutex(State())

    /// Takes the next passage.
    func add(_ passage: Representation) { state.withLock { $0.add(passage.root) } }

    /// Takes the last passage.
    ///
    /// - Returns: what is known of the document; nil if there was no passage before: then the last one is all of it.
    func finish(_ last: Resource) -> DocumentOutline? {
        state.withLock { state in
            guard let first = state.first else { return nil }
            state.add(last)
            state.steps.settle()
            return DocumentOutline(
                contents: ResourceContents(
                    first,
                    // The first passage may not have all that tells it.
                    name: last.name,
                    type: state.type,
                    uid: state.uid,
                    label: state.label,
                    href: state.href,
                    properties: state.properties,
                    links: state.links
                ),
                steps: state.steps,
                content: state.content.value(name: last.name),
                redaction: state.redaction
            )
        }
    }
}
#endif
