// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia
internal import HypermediaClient

/// Reads what a person wants to look at, and writes it as they want to see it.
struct Look: Sendable {
    let session: Connection.Session
    let view: View
    let console: Console
    /// Whether items are picked by their numbers.
    var isNumbered = false

    /// More pages than any collection has that a person asks for; `--all` stops there, too.
    private static let mostPages = 100_000

    /// The links and items of a resource.
    ///
    /// - Parameters:
    ///   - resource: the resource.
    ///   - path: the walk that leads there; nil where whoever reads this stands there already.
    func links(of resource: Resource, at path: RelPath? = nil) async throws -> Rendering {
        try await resourceView(read(resource), at: path, asked).links()
    }

    /// Some of the items of a list, as ``links(of:at:)`` shows them.
    func table(of entries: [NumberedListing.Entry], among listing: NumberedListing) -> String {
        resourceView(ResourcePages(listing.resource), at: nil, view).table(entries)
    }

    /// What a resource says.
    func content(of resource: Resource, at path: RelPath? = nil) async throws -> Rendering {
        try await resourceView(read(resource), at: path, asked).content()
    }

    /// The document that a walk leads to, as received; secrets are taken out.
    ///
    /// - Parameters:
    ///   - route: the walk.
    ///   - isRaw: whether secrets stay.
    func document(at route: Route, isRaw: Bool = false) async throws -> (resource: Resource, bytes: [UInt8]) {
        let (resource, bytes) = try await fetch(route)
        guard !isRaw else { return (resource, bytes) }
        var redaction = Redaction()
        redaction.learn(session.hub.representation)
        redaction.learn(resource.representation)
        return (resource, redaction.apply(to: bytes))
    }

    /// The same where it must be XML.
    func xml(at route: Route) async throws -> Rendering {
        let (resource, bytes) = try await document(at: route)
        guard resource.representation.format == .xml else {
            throw CommandError(
                "usage",
                "The server was asked for JSON, so there is no XML as received.",
                hint: "Leave out --accept json, or use -o json."
            )
        }
        return Rendering(bytes: bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")])
    }

    /// A resource with the pages that follow it.
    func read(_ resource: Resource) async throws -> ResourcePages {
        guard resource.pagingElement != nil else { return ResourcePages(resource) }
        var further: [Resource] = []
        var count = 0
        var isCut = false
        for try await page in session.client.pages(from: resource, limit: Look.mostPages) {
            if page != resource { further.append(page) }
            count += page.items.count
            if let cap = view.cap, count >= cap {
                var cursor = PageCursor()
                isCut = try cursor.next(after: page) != nil
                break
            }
        }
        return ResourcePages(resource, further: further, isCut: isCut)
    }

    /// How values are written that stand in some resources.
    func values(of resources: [Resource]) -> ValueText {
        // Where nobody looks, what a script cuts out of lines must not depend on the zone of the machine.
        let isExact = view.isExact || console.width == nil
        let units = isExact ? Units() : Units(session.client.options.schema?.model, of: resources)
        return ValueText(isExact: isExact, units: units)
    }

    /// What was asked for by time is counted by the clock that dates what is looked at.
    private var asked: View {
        get async { view.asked(at: await session.client.serverDate) }
    }

    private func resourceView(_ pages: ResourcePages, at path: RelPath?, _ view: View) -> ResourceView {
        ResourceView(
            pages: pages,
            view: view,
            values: values(of: [pages.resource] + pages.items),
            console: console,
            path: path,
            isNumbered: isNumbered
        )
    }

    private func fetch(_ route: Route) async throws -> (Resource, [UInt8]) {
        let link: Link
        switch try await session.resolve(route) {
        case .link(let found): link = found
        case .resource(let resource):
            guard let own = resource.selfLink else {
                throw CommandError(
                    "link-missing",
                    "\(resource.name) has no href of its own, so it cannot be fetched by itself.",
                    hint: "emwalk show prints it as part of its document."
                )
            }
            link = own
        }
        if let verb = link.verb, !verb.isSafe {
            throw CommandError(
                "write-in-path",
                "\(link.rel) is a \(verb); get only reads.",
                hint: "Perform it with emwalk do."
            )
        }
        let answer = try await session.client.follow(link, keepingBytes: true)
        guard let resource = answer.resource else {
            throw CommandError("unusable-answer", "The answer has no body (status \(answer.status)).")
        }
        return (resource, answer.bytes ?? [])
    }
}
#endif
