// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The vendor's examples: a folder beside the package, if there is one.
enum VendorCorpus {
    static let folder: URL? = {
        var package = URL(filePath: #filePath)
        for _ in 0..<3 { package.deleteLastPathComponent() }
        let corpus = package.deletingLastPathComponent().appending(path: "shared/corpus")
        return FileManager.default.fileExists(atPath: corpus.appending(path: "INDEX.tsv").path) ? corpus : nil
    }()

    /// The documents in JSON that the index calls malformed, or the others.
    static func documents(malformed: Bool) -> [String] {
        guard let folder, let index = try? String(contentsOf: folder.appending(path: "INDEX.tsv"), encoding: .utf8)
        else { return [] }
        return index.split(whereSeparator: \.isNewline).compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count > 6, fields[3] == "json", (fields[6] == "malformed") == malformed else { return nil }
            return String(fields[0])
        }
    }
}
