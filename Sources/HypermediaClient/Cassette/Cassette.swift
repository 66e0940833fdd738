// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
public import Hypermedia

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

    /// The format of the first answer, in which a client asks that replays the cassette; nil if it holds none.
    public var format: DocumentFormat? {
        exchanges.lazy.compactMap { $0.response?.body.flatMap { bodies[$0] } }.first { !$0.isEmpty }
            .map { DocumentFormat.sniff($0.prefix(64)) }
    }

    /// The cassette as a server at another origin would have answered.
    ///
    /// - Parameter origin: scheme, host and port, such as `http://127.0.0.1:8080`.
    public func mapped(to origin: String) -> Cassette {
        var cassette = self
        cassette.rewrite { Cassette.replacing(Cassette.origin, with: origin, in: $0) }
        return cassette
    }

    /// Puts every text that a server or a client wrote through a function.
    mutating func rewrite(_ change: ([UInt8]) -> [UInt8]) {
        func text(_ text: String) -> String { String(decoding: change(Array(text.utf8)), as: UTF8.self) }
        func headers(_ headers: [CassetteExchange.Header]) -> [CassetteExchange.Header] {
            headers.map { .init(name: $0.name, value: text($0.value)) }
        }
        bodies = bodies.mapValues(change)
        for index in exchanges.indices {
            exchanges[index].request.target = text(exchanges[index].request.target)
            exchanges[index].request.headers = headers(exchanges[index].request.headers)
            if let response = exchanges[index].response {
                exchanges[index].response?.headers = headers(response.headers)
            }
        }
    }

    /// Replaces an origin, also where a writer of JSON has escaped its slashes.
    public static func replacing(_ origin: String, with other: String, in bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        BytePattern(Array(origin.utf8)).replace(with: Array(other.utf8), in: &result)
        let (escaped, otherEscaped) = (Cassette.escaped(origin), Cassette.escaped(other))
        BytePattern(escaped).replace(with: otherEscaped, in: &result)
        return result
    }

    private static func escaped(_ origin: String) -> [UInt8] {
        origin.utf8.flatMap { $0 == UInt8(ascii: "/") ? Array("\\/".utf8) : [$0] }
    }

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

    /// Makes sure that a cassette can be written into a folder: it is not there, empty, or holds a cassette.
    ///
    /// - Throws: ``CassetteError`` if the folder holds something else.
    public static func claim(folder: String) throws(CassetteError) {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard files.isEmpty || files.contains(index) else {
            throw CassetteError("The folder ‘\(folder)’ holds something else than a cassette.")
        }
    }

    /// Writes the cassette; an earlier one in the folder is replaced.
    ///
    /// - Throws: ``CassetteError`` if it cannot be written.
    public func write(folder: String) throws(CassetteError) {
        try Cassette.claim(folder: folder)
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            if let earlier = try? Cassette(folder: folder) {
                for name in earlier.bodies.keys {
                    try FileManager.default.removeItem(at: Cassette.file(name, in: folder))
                }
            }
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
