// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hypermedia

/// Tables of facts from the vendor's guide, in a folder beside the package, if there is one; it is no part of it.
enum GuideTable {
    static let folder: URL? = {
        var package = URL(filePath: #filePath)
        for _ in 0..<4 { package.deleteLastPathComponent() }
        let shared = package.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: shared.appending(path: "domain/tables/METHODS.tsv").path)
            ? shared : nil
    }()

    static var isThere: Bool { folder != nil }
    static let absence = "The tables of the vendor's guide are not beside the package."

    /// The rows of a table such as `METHODS`; none if the folder is not there.
    static func rows(_ name: String) -> [[String: String]] { read("domain/tables/\(name).tsv") }

    /// The documents of the guide: their file, root element and kind.
    static func documents() -> [[String: String]] { read("corpus/INDEX.tsv") }

    /// The bytes of one of the documents.
    static func document(_ name: String) -> [UInt8]? {
        guard let folder else { return nil }
        let places = ["corpus/\(name)", "corpus/repaired/\(name)", "corpus/fragments/\(name)"]
        return places.lazy.compactMap { FileManager.default.contents(atPath: folder.appending(path: $0).path) }.first
            .map { Array($0) }
    }

    /// The vendor's table of link types and the elements that they stand for, in the text of the facts.
    static let mapping: [(type: LinkType, element: String)] = {
        guard let folder,
            let text = try? String(contentsOf: folder.appending(path: "domain/EM-REST.md"), encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Type=Element:SchemaType - ") })
        else { return [] }
        return line.dropFirst("Type=Element:SchemaType - ".count).components(separatedBy: ";").compactMap { row in
            let parts = row.trimmingCharacters(in: .whitespaces).split { $0 == "=" || $0 == ":" }.map(String.init)
            guard parts.count == 3, parts[0].allSatisfy(\.isLetter) else { return nil }
            return (LinkType(parts[0]), parts[1])
        }
    }()

    private static func read(_ path: String) -> [[String: String]] {
        guard let folder, let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8) else {
            return []
        }
        var lines = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        guard !lines.isEmpty else { return [] }
        let header = lines.removeFirst()
        return lines.map { Dictionary(zip(header, $0)) { first, _ in first } }
    }
}
