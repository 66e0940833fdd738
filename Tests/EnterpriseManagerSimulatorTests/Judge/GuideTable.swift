// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The tables made of the guide, which lie beside the package and are no part of it.
enum GuideTable {
    private static let folder: URL = {
        var package = URL(filePath: #filePath)
        for _ in 0..<4 { package.deleteLastPathComponent() }
        return package.deletingLastPathComponent().appending(path: "shared/domain/tables")
    }()

    /// Whether they are there.
    static var areThere: Bool {
        ["LINK_INVENTORY", "METHODS"].allSatisfy {
            FileManager.default.fileExists(atPath: folder.appending(path: $0 + ".tsv").path)
        }
    }

    /// The lines of a table, each with its values by the name of their column.
    static func rows(_ name: String) throws -> [[String: String]] {
        let file = try String(contentsOf: folder.appending(path: name + ".tsv"), encoding: .utf8)
        let lines = file.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
    }
}
