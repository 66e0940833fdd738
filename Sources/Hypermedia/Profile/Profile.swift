// SPDX-License-Identifier: Apache-2.0

public import JSONReader
public import NodeStore

/// What is true of one hypermedia API: everything the engine must be told, as values.
///
/// The engine knows no API. A profile says how links, resources, tasks and logon look in a dialect, and which verb
/// a link relation has. `EnterpriseManager` supplies one; another API is another value.
public struct Profile: Sendable {
    /// The name of the API, for people.
    public var name: String
    /// The newest version of the API that this describes; nil if it has no versions.
    public var newestVersion: String?
    /// The namespace that the root of every XML representation has; nil if any will do.
    public var namespace: String?
    /// How links look.
    public var links: LinkShape
    /// How a resource says who it is.
    public var identity: IdentityShape
    /// How JSON differs from XML.
    public var json: JSONShape
    /// The JSON member that holds the text of an element that has attributes as well.
    public var jsonTextMember: String
    /// The media type of each format, as sent in `Accept` and `Content-Type`.
    public var mediaTypes: [DocumentFormat: String]
    /// The verb of each link relation.
    public var verbs: [Rel: Verb]
    /// Which element a link type promises.
    public var types: TypeMap
    /// How references and entities point at each other; nil if there are no such pairs.
    public var references: ReferenceRule?
    /// By which relations resources point up and down; nil if there are no such pairs.
    public var hierarchy: HierarchyRule?
    /// How accepted work reports back; nil if the API answers at once.
    public var task: TaskRule?
    /// How one logs on and off; nil if nothing is needed.
    public var logon: LogonRule?
    /// Which query parameters of which links may be changed.
    public var queries: [QueryRule]
    /// What bodies links take.
    public var bodies: [BodyRule]
    /// What an action does beside what it is asked for.
    public var dangers: [DangerRule]
    /// How to tell links apart that differ in nothing but their href.
    public var hints: [LinkHint]
    /// What must hold for links to be offered, and for following them to work.
    public var availability: [AvailabilityRule]
    /// Which resources are known to offer which action.
    public var offers: [OfferRule]
    /// How a session tells the role of its account; nil if it does not.
    public var roles: RoleRule?
    /// Other services that people reach by mistake.
    public var neighbours: [NeighbourRule]
    /// Where an error document keeps its message.
    public var errorMessage: PropertyPath
    /// Properties whose values are secrets.
    public var secretProperties: [String]
    /// How collections come in pages; nil if they never do.
    public var paging: PagingRule?

    /// A profile with the parts that every API needs; the rest is set afterwards.
    public init(
        name: String,
        namespace: String? = nil,
        links: LinkShape,
        identity: IdentityShape,
        json: JSONShape? = nil,
        jsonTextMember: String = "Value",
        mediaTypes: [DocumentFormat: String] = [.xml: "application/xml", .json: "application/json"],
        verbs: [Rel: Verb],
        types: TypeMap = TypeMap(),
        errorMessage: PropertyPath
    ) {
        self.name = name
        self.namespace = namespace
        self.links = links
        self.identity = identity
        self.json = json ?? JSONShape(link: links, lists: [:], singulars: [:])
        self.jsonTextMember = jsonTextMember
        self.mediaTypes = mediaTypes
        self.verbs = verbs
        self.types = types
        self.errorMessage = errorMessage
        references = nil
        hierarchy = nil
        task = nil
        logon = nil
        queries = []
        bodies = []
        dangers = []
        hints = []
        availability = []
        offers = []
        roles = nil
        neighbours = []
        secretProperties = []
        paging = nil
        newestVersion = nil
    }

    /// The verb of a link relation, or nil if the profile knows none.
    public func verb(for rel: Rel) -> Verb? { rel == .itself ? .get : verbs[rel] }

    /// The rule for changing the query of links of this type, if there is one.
    public func queryRule(for type: LinkType?, owner: String) -> QueryRule? {
        queries.first { $0.applies(to: type, owner: owner) }
    }
}
