// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// What a crawl reads, how far it goes and how hard it presses; every limit has a name that reports repeat.
public struct CrawlPolicy: Hashable, Sendable {
    /// How many links in a row are followed.
    public var depth: Int
    /// How many documents are read in all; nil for all that there are.
    public var documents: Int?
    /// How many items of each collection are followed further; nil for all.
    public var sample: Int?
    /// The types of links that are followed; empty for all.
    public var types: Set<LinkType>
    /// The types of links that are not followed.
    public var excludedTypes: Set<LinkType>
    /// How many requests a second are sent at the most; nil for as many as the server answers.
    public var rate: Double?
    /// How many requests are under way at once.
    public var concurrency: Int

    /// A policy; each part has a default: everything, four requests at once.
    public init(
        depth: Int = 20,
        documents: Int? = nil,
        sample: Int? = nil,
        types: Set<LinkType> = [],
        excludedTypes: Set<LinkType> = [],
        rate: Double? = nil,
        concurrency: Int = 4
    ) {
        self.depth = depth
        self.documents = documents
        self.sample = sample
        self.types = types
        self.excludedTypes = excludedTypes
        self.rate = rate
        self.concurrency = max(1, concurrency)
    }

    func takes(item index: Int) -> Bool { sample.map { index < $0 } ?? true }

    func takes(type: LinkType) -> Bool {
        !excludedTypes.contains(type) && (types.isEmpty || types.contains(type))
    }

    /// Whether a document that a link leads to is to be read.
    func state(of type: LinkType?, depth: Int) -> DocumentState {
        depth <= self.depth && takes(type: type ?? LinkType.none) ? .waiting : .left
    }
}
