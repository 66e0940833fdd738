// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The vendor's examples: a folder beside the package, if there is one.
///
/// They are read where they lie and never copied.
enum VendorCorpus {
    /// Two documents that the vendor's guide shows for the same data.
    struct Twins: Sendable, CustomTestStringConvertible {
        let json: String
        let xml: String

        var testDescription: String { json }
    }

    static let folder: URL? = {
        var package = URL(filePath: #filePath)
        for _ in 0..<4 { package.deleteLastPathComponent() }
        let corpus = package.deletingLastPathComponent().appending(path: "shared/corpus")
        return FileManager.default.fileExists(atPath: corpus.appending(path: "INDEX.tsv").path) ? corpus : nil
    }()

    /// The well-formed documents of a format.
    static func documents(_ format: String) -> [String] {
        rows(of: "INDEX.tsv").compactMap { fields in
            guard fields.count > 6, fields[3] == format, fields[6] != "malformed" else { return nil }
            // Repaired and whole documents stand in the folder itself or in one below it.
            return [fields[0], "fragments/\(fields[0])", "repaired/\(fields[0])"].first(where: exists)
        }
    }

    static var twins: [Twins] {
        rows(of: "PAIRS.tsv").compactMap { fields in
            guard fields.count > 2, fields[2].contains("same data") else { return nil }
            return Twins(json: fields[0], xml: fields[1])
        }
    }

    static func bytes(_ name: String) -> [UInt8]? {
        guard let folder else { return nil }
        return FileManager.default.contents(atPath: folder.appending(path: name).path).map { Array($0) }
    }

    private static func exists(_ name: String) -> Bool {
        folder.map { FileManager.default.fileExists(atPath: $0.appending(path: name).path) } ?? false
    }

    private static func rows(of file: String) -> [[String]] {
        guard let bytes = bytes(file) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
