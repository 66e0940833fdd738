// SPDX-License-Identifier: Apache-2.0

/// Makes hrefs of addresses: absolute ones on the public origin, or opaque ones that only this server understands.
struct HrefIssuer: Sendable {
    /// Whether a link is handed out.
    typealias Filter = @Sendable (OfferedLink) -> Bool

    private let origin: String
    private let isOpaque: Bool
    private let shuffles: Bool
    private let hasDecoys: Bool
    private let keepsPaths: Bool
    private var secrets: SeededGenerator
    private var chance: SeededGenerator
    private var tokens: [String: (address: Address, session: GUID?)] = [:]
    private var trapCount = 0

    /// To whom hrefs are handed out; nil before logon.
    var session: GUID?
    /// Which links the roles of the session allow to hand out; nil for all.
    var isOffered: Filter?
    /// The paths handed out since this was last emptied; none without a log.
    var issued: [String] = []

    private static let opaquePrefix = "/x/"

    init(_ configuration: SimulatorConfiguration, secrets: SeededGenerator) {
        origin = configuration.publicOrigin
        isOpaque = configuration.opaqueURLs
        shuffles = configuration.shuffleLinks
        hasDecoys = configuration.decoyLinks
        keepsPaths = configuration.keepsLog
        self.secrets = secrets
        chance = SeededGenerator(seed: configuration.seed ^ 0x5348_5546_464C_45)
    }

    /// Whether what is handed out is kept, for later requests or for the log.
    var remembers: Bool { isOpaque || keepsPaths }

    /// The address of a path that a client asks for, or nil if there is none for it.
    ///
    /// - Parameters:
    ///   - path: the path with query.
    ///   - takes: whether parameters, by their lower-cased names, may be put into the href of an address.
    func resolve(_ path: String, takes: (Set<String>, Address) -> Bool) -> Address? {
        guard isOpaque else { return Address(path: path) }
        let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let (address, owner) = tokens[String(parts[0])] else {
            return Address(path: path).flatMap { $0 == .entry ? $0 : nil }
        }
        guard owner == nil || owner == session else { return nil }
        guard parts.count > 1, !parts[1].isEmpty else { return address }
        return takes(Query(parts[1]).names, address) ? address.with(query: parts[1]) : nil
    }

    /// An href for an address.
    mutating func issue(_ address: Address) -> String {
        let path = isOpaque ? token(for: address) : address.path
        if keepsPaths { issued.append(path) }
        return origin + path
    }

    /// The links as the client will see them: shuffled and with decoys among them, if so configured.
    mutating func issue(_ links: [OfferedLink]) -> [IssuedLink] {
        var links = links
        if let isOffered { links = links.filter(isOffered) }
        if hasDecoys { links += decoys(for: links) }
        if shuffles { links.shuffle(using: &chance) }
        return links.map { IssuedLink(rel: $0.rel, type: $0.type, name: $0.name, href: issue($0.address)) }
    }

    /// Forgets what was handed out to a session that has ended.
    mutating func end(_ session: GUID) {
        guard isOpaque else { return }
        tokens = tokens.filter { $0.value.session != session }
    }

    private mutating func token(for address: Address) -> String {
        let path = HrefIssuer.opaquePrefix + Base64.encodeForURL([secrets.next(), secrets.next(), secrets.next()])
        tokens[path] = (address, session)
        return path
    }

    /// An unknown `Rel`, a known `Rel` with an unknown `Type`, and a known `Type` with an unknown `Rel`; beside each
    /// link without a `Type`, two of its `Rel` that have one, the second with a `Name`, too.
    ///
    /// None has the `Rel` and the `Type`, or lack of one, of a real link: a client has nothing else to choose by.
    private mutating func decoys(for links: [OfferedLink]) -> [OfferedLink] {
        var decoys = [OfferedLink("Frobnicate", "Frobnicator", trap())]
        if let typed = links.first(where: { $0.rel == "Down" && $0.type != nil }), let type = typed.type {
            decoys.append(OfferedLink("Down", "Frobnicator" + type, trap()))
            decoys.append(OfferedLink("Frobnicate", type, trap(), name: typed.name))
        }
        if let named = links.first(where: { $0.name != nil }) {
            decoys.append(OfferedLink(named.rel, "Frobnicator", trap(), name: "Frobnicated"))
        }
        for untyped in links where untyped.type == nil {
            decoys.append(OfferedLink(untyped.rel, "Frobnicator", trap(), name: untyped.name))
            decoys.append(OfferedLink(untyped.rel, "FrobnicatorReference", trap(), name: "Frobnicated"))
        }
        return decoys
    }

    private mutating func trap() -> Address {
        trapCount += 1
        return .trap(trapCount)
    }
}
