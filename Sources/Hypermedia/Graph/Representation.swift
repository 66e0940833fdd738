// SPDX-License-Identifier: Apache-2.0

internal import JSONReader
internal import LibXML
public import NodeStore

/// One document of a hypermedia API, XML or JSON, as a graph of resources and typed links.
///
/// ```swift
/// let document = try Representation.read(bytes, profile: .enterpriseManager)
/// for link in document.links { print(link.rel, link.type ?? "-", link.href) }
/// ```
public final class Representation: Sendable {
    /// What is true of the API.
    public let profile: Profile
    /// The format it arrived in.
    public let format: DocumentFormat
    /// Who handed out its hrefs; nobody for a file.
    public let issuer: Issuer
    let store: NodeStore
    let rootName: String
    let vocabulary: ResolvedVocabulary
    /// The href that it answers; nil for a file.
    let answering: Href?
    let expectedType: LinkType?
    /// The charset that came with it, if one did.
    let encoding: String?
    /// What stood in the passages of the document before this one; nil if there were none.
    let preceding: PrecedingPassages?

    /// Reads nodes as a representation.
    ///
    /// - Parameters:
    ///   - store: the nodes.
    ///   - format: the format they came in.
    ///   - profile: what is true of the API.
    ///   - answering: the href that this document answers, against which its hrefs resolve; nil for a file, whose
    ///     hrefs are inert.
    ///   - expectedType: the type of the link that led here; names the root of a JSON document that does not.
    public convenience init(
        store: NodeStore,
        format: DocumentFormat,
        profile: Profile,
        answering: Href? = nil,
        expectedType: LinkType? = nil
    ) {
        self.init(
            store: store,
            format: format,
            profile: profile,
            answering: answering,
            expectedType: expectedType,
            encoding: nil,
            preceding: nil
        )
    }

    init(
        store: NodeStore,
        format: DocumentFormat,
        profile: Profile,
        answering: Href?,
        expectedType: LinkType?,
        encoding: String?,
        preceding: PrecedingPassages?
    ) {
        self.store = store
        self.format = format
        self.profile = profile
        self.answering = answering
        self.expectedType = expectedType
        self.encoding = encoding
        self.preceding = preceding
        issuer = answering?.issuer ?? .nobody
        vocabulary = ResolvedVocabulary(profile: profile, store: store)
        rootName = RootName(
            store: store,
            profile: profile,
            vocabulary: vocabulary,
            expected: expectedType,
            preceding: preceding
        ).find()
    }

    /// Reads a document that lies in memory.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - format: its format; told by its first bytes if nil.
    ///   - profile: what is true of the API.
    ///   - encoding: the charset that came with an XML document, if one did.
    ///   - limits: what a document may have.
    ///   - answering: the href that it answers; nil for a file.
    ///   - expectedType: the type of the link that led here.
    /// - Throws: `ReadFailure` with the line and column of what is wrong.
    public static func read(
        _ bytes: [UInt8],
        format: DocumentFormat? = nil,
        profile: Profile,
        encoding: String? = nil,
        limits: ReadLimits = .standard,
        answering: Href? = nil,
        expectedType: LinkType? = nil
    ) throws(ReadFailure) -> Representation {
        let format = format ?? .sniff(bytes.prefix(64))
        let store =
            switch format {
            case .xml: try XMLReader(shape: profile.links, limits: limits).read(bytes, encoding: encoding)
            case .json: try JSONReader(shape: profile.json, limits: limits).read(bytes)
            }
        return Representation(
            store: store,
            format: format,
            profile: profile,
            answering: answering,
            expectedType: expectedType
        )
    }

    /// The resource that the document is about.
    public var root: Resource { Resource(self, .root) }

    /// Every link of the document, in document order, whoever owns it.
    public var links: [Link] { (0..<store.linkCount).map { Link(representation: self, index: $0) } }

    /// How many bytes of text it keeps in memory; with all else it needs about twice as many.
    public var textBytes: Int { store.textBytes }

    /// Whether anything in the document may be a secret; false where no name and no type of it is one of those that tell
    /// secrets, as in nearly every document.
    public var mayTellSecrets: Bool {
        if !vocabulary.secrets.isEmpty { return true }
        guard let logon = profile.logon else { return false }
        // Types of links are symbols, too.
        if rootName.lowercased() == logon.sessionElement.lowercased() { return true }
        if store.folded(logon.sessionElement) != nil || store.folded(logon.sessionType.rawValue) != nil { return true }
        guard let type = vocabulary.type else { return false }
        for node in 0..<UInt32(store.count) {
            let node = NodeID(rawValue: node)
            if let value = store.attribute(node, folded: type), isSession(store.text(value)) { return true }
            if store.folded(store.symbol(node)) == type, isSession(store.text(node)) { return true }
        }
        return false
    }

    private func isSession(_ type: String) -> Bool { LinkType(type) == profile.logon?.sessionType }

    func href(_ range: TextRange) -> Href {
        Href(text: store.text(range), in: answering?.url, issuer: issuer)
    }

    func href(_ text: String) -> Href { Href(text: text, in: answering?.url, issuer: issuer) }
}
