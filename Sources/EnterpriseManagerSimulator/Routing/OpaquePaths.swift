// SPDX-License-Identifier: Apache-2.0

/// Paths that tell nothing of where they lead, hold for one logon session, and have to be remembered by nobody.
///
/// A path is the address itself behind a number that makes it a new one every time, enciphered with a key of the
/// server and the session. What seals it also begins the key stream, so that every path looks altogether different.
/// It keeps clients from reading or making up paths, not attackers.
struct OpaquePaths: Sendable {
    private static let prefix = "/x/"
    private static let sealSize = 8

    private var secrets: SeededGenerator
    private let key: UInt64

    init(secrets: SeededGenerator) {
        self.secrets = secrets
        key = self.secrets.next()
    }

    /// A path that was never handed out before.
    mutating func path(for address: Address, session: GUID?) -> String {
        var plain = OpaquePaths.bytes(of: secrets.next())
        address.write(to: &plain)
        let seal = seal(plain, session)
        return OpaquePaths.prefix + Base64.encodeForURL(OpaquePaths.bytes(of: seal) + enciphered(plain[...], seal))
    }

    /// The address behind a path that was handed out to this session.
    func address(of path: some StringProtocol, session: GUID?) -> Address? {
        guard path.hasPrefix(OpaquePaths.prefix),
            let bytes = Base64.decodeFromURL(path.dropFirst(OpaquePaths.prefix.count)),
            bytes.count >= 2 * OpaquePaths.sealSize
        else { return nil }
        let claimed = bytes.prefix(OpaquePaths.sealSize).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let plain = enciphered(bytes.dropFirst(OpaquePaths.sealSize), claimed)
        guard seal(plain, session) == claimed else { return nil }
        return Address(bytes: Array(plain.dropFirst(OpaquePaths.sealSize)))
    }

    /// Other paths than those that this makes from now on, for a document that is written while others are, too.
    mutating func branch() -> OpaquePaths {
        var copy = self
        copy.secrets = SeededGenerator(seed: secrets.next())
        return copy
    }

    private func seal(_ plain: [UInt8], _ session: GUID?) -> UInt64 {
        var state = key
        for number in session.map({ [1, $0.high, $0.low] }) ?? [0] { state = OpaquePaths.mixed(state ^ number) }
        for byte in plain { state = OpaquePaths.mixed(state ^ UInt64(byte)) }
        return state
    }

    /// The same bytes twice enciphered are what they were.
    private func enciphered(_ bytes: ArraySlice<UInt8>, _ seal: UInt64) -> [UInt8] {
        var stream = SeededGenerator(seed: key ^ seal)
        var rest: UInt64 = 0
        return bytes.enumerated().map { position, byte in
            if position % 8 == 0 { rest = stream.next() }
            defer { rest >>= 8 }
            return byte ^ UInt8(truncatingIfNeeded: rest)
        }
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        var generator = SeededGenerator(seed: number)
        return generator.next()
    }

    private static func bytes(of number: UInt64) -> [UInt8] {
        (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
    }
}
