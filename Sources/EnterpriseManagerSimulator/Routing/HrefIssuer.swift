// SPDX-License-Identifier: Apache-2.0

/// Makes hrefs of addresses: absolute ones on the public origin, or opaque ones that only this server understands.
struct HrefIssuer: Sendable {
    /// Whether a link is handed out.
    typealias Filter = @Sendable (OfferedLink) -> Bool

    private let origin: String
    /// Origin and entry path, with which every plain href begins.
    private let beginning: [UInt8]
    private let isOpaque: Bool
    private let shuffles: Bool
    private let hasDecoys: Bool
    private var opaque: OpaquePaths
    private var chance: SeededGenerator
    private var trapCount = 0

    /// Whether what is handed out is kept for the log.
    let keepsPaths: Bool
    /// To whom hrefs are handed out; nil before logon.
    var session: GUID?
    /// Which links the roles of the session allow to hand out; nil for all.
    var isOffered: Filter?
    /// The paths handed out since this was last emptied; none without a log.
    var issued: [String] = []

    init(_ configuration: SimulatorConfiguration, secrets: SeededGenerator) {
        origin = configuration.publicOrigin
        beginning = Array((configuration.publicOrigin + Address.entryPath).utf8)
        isOpaque = configuration.opaqueURLs
        shuffles = configuration.shuffleLinks
        hasDecoys = configuration.decoyLinks
        keepsPaths = configuration.keepsLog
        opaque = OpaquePaths(secrets: secrets)
        chance = SeededGenerator(seed: configuration.seed ^ 0x5348_5546_464C_45)
    }

    /// An issuer for a document that is written while others are, too.
    mutating func branch() -> HrefIssuer {
        var copy = self
        copy.opaque = opaque.branch()
        return copy
    }

    /// The address of a path that a client asks for, or nil if there is none for it.
    ///
    /// - Parameters:
    ///   - path: the path with query.
    ///   - takes: whether parameters, by their lower-cased names, may be put into the href of an address.
    func resolve(_ path: String, takes: (Set<String>, Address) -> Bool) -> Address? {
        guard isOpaque else { return Address(path: path) }
        let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        // What is handed out before logon, such as the way to it, holds for everybody.
        guard
            let address = opaque.address(of: parts[0], session: session) ?? opaque.address(of: parts[0], session: nil)
        else { return Address(path: path).flatMap { $0 == .entry ? $0 : nil } }
        guard parts.count > 1, !parts[1].isEmpty else { return address }
        return takes(Query(parts[1]).names, address) ? address.with(query: parts[1]) : nil
    }

    /// An href for an address.
    mutating func issue(_ address: Address) -> String {
        var bytes: [UInt8] = []
        write(address, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends an href for an address.
    mutating func write(_ address: Address, to output: inout [UInt8]) {
        guard isOpaque || keepsPaths else {
            output.append(contentsOf: beginning)
            return address.write(to: &output)
        }
        let path = isOpaque ? opaque.path(for: address, session: session) : address.path
        if keepsPaths { issued.append(path) }
        output.append(contentsOf: origin.utf8)
        output.append(contentsOf: path.utf8)
    }

    /// The links as the client will see them: shuffled and with decoys among them, if so configured.
    mutating func offered(_ links: [OfferedLink]) -> [OfferedLink] {
        guard isOffered != nil || hasDecoys || shuffles else { return links }
        var links = links
        if let isOffered { links = links.filter(isOffered) }
        if hasDecoys { links += decoys(for: links) }
        if shuffles { links.shuffle(using: &chance) }
        return links
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
