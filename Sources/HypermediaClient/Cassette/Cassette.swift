// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A recorded conversation with a server: a folder with an index and a file for each body.
///
/// It holds no secret and no host: what was recorded on one server replays anywhere.
public struct Cassette: Hashable, Sendable {
    /// What stands in place of the origin that was recorded; reserved by RFC 2606, so that it is nobody's.
    public static let origin = "https://cassette.example:9398"

    /// The path of the entry point.
    public internal(set) var entryPath: String
    /// The exchanges, in the order in which the requests were sent.
    public internal(set) var exchanges: [CassetteExchange] = []
    /// The bodies by the names of their files.
    public internal(set) var bodies: [String: [UInt8]] = [:]

    /// An empty cassette.
    public init(entryPath: String) { self.entryPath = entryPath }

    /// Where a client that replays it begins.
    public var entry: String { Cassette.origin + entryPath }

    private static let index = "cassette.json"

    private struct Index: Codable {
        let cassette: Int
        let entry: String
        let exchanges: [CassetteExchange]
    }

    /// Reads a cassette.
    ///
    /// - Throws: ``CassetteError`` if the folder holds none.
    public init(folder: String) throws(CassetteError) {
        do {
            let data = try Data(contentsOf: Cassette.file(Cassette.index, in: folder))
            let index = try JSONDecoder().decode(Index.self, from: data)
            guard index.cassette == 1 else {
                throw CassetteError("‘\(folder)’ was recorded by a later version (\(index.cassette)).")
            }
            entryPath = index.entry
            exchanges = index.exchanges
            for name in exchanges.flatMap({ [$0.request.body, $0.response?.body] }).compactMap({ $0 }) {
                guard !name.contains("/"), !name.hasPrefix(".") else {
                    throw CassetteError("‘\(name)’ would lie outside of ‘\(folder)’.")
                }
                bodies[name] = Array(try Data(contentsOf: Cassette.file(name, in: folder)))
            }
        } catch let error as CassetteError {
            throw error
        } catch {
            throw CassetteError("‘\(folder)’ is no cassette that can be read: \(error)")
        }
    }

    /// Writes the cassette; whatever files of an earlier one are there are replaced.
    ///
    /// - Throws: ``CassetteError`` if it cannot be written.
    public func write(folder: String) throws(CassetteError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (name, bytes) in bodies { try Data(bytes).write(to: Cassette.file(name, in: folder)) }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let index = Index(cassette: 1, entry: entryPath, exchanges: exchanges)
            try encoder.encode(index).write(to: Cassette.file(Cassette.index, in: folder), options: .atomic)
        } catch {
            throw CassetteError("The cassette ‘\(folder)’ cannot be written: \(error)")
        }
    }

    private static func file(_ name: String, in folder: String) -> URL { URL(filePath: folder).appending(path: name) }
}
