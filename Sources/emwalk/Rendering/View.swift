// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia

/// How somebody wants to see what a server said.
struct View: Sendable {
    /// The form.
    var format: OutputFormat = .table
    /// The properties to show, in this order; empty for all, or what fits.
    var fields: [PropertyPath] = []
    /// What the items of a collection must hold to be shown.
    var conditions: [ViewCondition] = []
    /// Whether people, too, get dates and sizes as received.
    var isExact = false
    /// Whether people, too, get everything in the parts of a resource.
    var isFull = false
    /// How many items are shown; nil for all that were read.
    var most: Int?
    /// Whether all pages of a collection are read, however many there are.
    var readsAll = false

    /// The same with the paths that the typed ones mean.
    func meaning(_ known: KnownPaths) -> View {
        var view = self
        view.fields = fields.flatMap { path in
            let meant = known.meant(by: path)
            return meant.isEmpty ? [path] : meant
        }
        for index in view.conditions.indices {
            guard let path = conditions[index].path else { continue }
            let meant = known.meant(by: path)
            // Of a whole part nobody knows which value is compared.
            if meant.count == 1 { view.conditions[index].path = meant[0] }
        }
        return view
    }

    /// The same with conditions that are counted from what the clock of a server says.
    func asked(at date: String?) -> View {
        guard !conditions.isEmpty, let now = date.flatMap({ ServerDate(http: $0) }) else { return self }
        var view = self
        view.conditions = conditions.map { $0.counted(from: Date(timeIntervalSince1970: now.seconds)) }
        return view
    }

    /// As many items as a person can look through; a page has 15 to 100.
    static let standardCap = 1000

    /// After how many items no further page is read; nil for never.
    var cap: Int? {
        if readsAll { return nil }
        // Whoever looks for some of them does not mean those of the first page.
        return conditions.isEmpty ? most ?? View.standardCap : max(most ?? 0, View.standardCap)
    }
}
#endif
