// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Decides which link a crawl follows next: reads only, breadth first, each target once, within limits.
///
/// Resources go in, links to follow come out; it sends nothing. Cycles end because no target is followed twice and,
/// where hrefs are new every time, because no resource is taken apart twice.
public struct CrawlFrontier: Sendable {
    /// A link to follow.
    public struct Entry: Sendable {
        /// The link.
        public let link: Link
        /// The walk that leads over it, from where the crawl began.
        public let path: RelPath
        /// Whether ``path`` selects this link alone; false where nothing but its href tells it apart.
        public let isExact: Bool
        /// How many links lead there, this one included.
        public let depth: Int
    }

    private struct Target: Hashable {
        let origin: Origin?
        let text: String

        init(_ href: Href) {
            origin = href.origin
            text = href.requestTarget ?? href.text
        }
    }

    /// How far it goes.
    public let limits: CrawlLimits
    /// How many links were left out by a limit, by the limit's name.
    public private(set) var leftOut: [String: Int] = [:]
    private var queue: [Entry] = []
    private var position = 0
    private var targets: Set<Target> = []
    private var expanded: Set<ResourceIdentity> = []

    /// A frontier with nothing to follow yet.
    public init(limits: CrawlLimits = CrawlLimits()) { self.limits = limits }

    /// Takes in the links of a resource and of the items in it.
    ///
    /// - Parameters:
    ///   - resource: what was read.
    ///   - path: the walk that led there.
    ///   - isExact: whether that walk leads there and nowhere else.
    ///   - depth: how many links it took.
    public mutating func offer(_ resource: Resource, at path: RelPath, isExact: Bool = true, depth: Int) {
        guard expanded.insert(ResourceIdentity(resource)).inserted else { return }
        for link in resource.links where link.verb == .get {
            guard targets.insert(Target(link.href)).inserted else { continue }
            let selector = LinkSelector.shortest(for: link)
            take(
                Entry(
                    link: link,
                    path: RelPath(steps: path.steps + [.follow(selector.selector)]),
                    isExact: isExact && selector.isExact,
                    depth: depth + 1
                )
            )
        }
        let items = resource.items
        let steps = ItemSteps(items)
        for item in items {
            let step = steps.step(to: item)
            offer(
                item,
                at: RelPath(steps: path.steps + [step.step]),
                isExact: isExact && step.isExact,
                depth: depth
            )
        }
    }

    /// The next link to follow; nil if there is none.
    public mutating func next() -> Entry? {
        guard position < queue.count else { return nil }
        defer { position += 1 }
        return queue[position]
    }

    private mutating func take(_ entry: Entry) {
        if entry.depth > limits.depth {
            leftOut["crawl-depth", default: 0] += 1
        } else if queue.count >= limits.visits {
            leftOut["crawl-visits", default: 0] += 1
        } else {
            queue.append(entry)
        }
    }
}
