// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Documents that tests read: plausible answers of an Enterprise Manager, made up for this project.
///
/// Each comes as `X.xml`, `X.json` and `X.camel.json`, with `X.dump` as what all three are to be read as.
public enum Fixtures {
    /// The names of all documents, without what follows the dot.
    public static var names: [String] {
        guard let folder else { return [] }
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted()
    }

    /// The bytes of a file, such as `EnterpriseManager.camel.json`; nil if there is none.
    public static func bytes(_ file: String) -> [UInt8]? {
        guard let folder, let data = FileManager.default.contents(atPath: folder.appending(path: file).path) else {
            return nil
        }
        return Array(data)
    }

    private static var folder: URL? { Bundle.module.url(forResource: "documents", withExtension: nil) }
}
