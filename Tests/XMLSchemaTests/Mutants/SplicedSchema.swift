// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A schema made of a door and the modules that it includes, spliced into one document.
enum SplicedSchema {
    /// The bytes of the door with each `xs:include` replaced by what is inside the module.
    ///
    /// Modules declare the same prefixes and defaults as the door, so their content means the same there.
    static func bytes(_ door: URL) throws -> [UInt8] {
        var text = try String(contentsOf: door, encoding: .utf8)
        while let include = text.range(of: #"<xs:include\s[^>]*>"#, options: .regularExpression) {
            let location = text[include].split(separator: "\"").dropFirst().first.map(String.init) ?? ""
            let module = door.deletingLastPathComponent().appendingPathComponent(location)
            text.replaceSubrange(include, with: content(try String(contentsOf: module, encoding: .utf8)))
        }
        return [UInt8](text.utf8)
    }

    private static func content(_ module: String) -> String {
        guard let start = module.range(of: #"<xs:schema[^>]*[^/]>"#, options: .regularExpression),
            let end = module.range(of: "</xs:schema>", options: .backwards)
        else { return "" }
        return String(module[start.upperBound..<end.lowerBound])
    }
}
