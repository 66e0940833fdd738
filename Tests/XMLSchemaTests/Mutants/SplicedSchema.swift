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
            let source = try String(contentsOf: module, encoding: .utf8)
            text.replaceSubrange(include, with: content(source))
            declare(prefixesOf: source, in: &text)
        }
        return [UInt8](text.utf8)
    }

    /// Adds the prefixes that a module declares and the door does not.
    private static func declare(prefixesOf module: String, in door: inout String) {
        guard let start = door.range(of: "<xs:schema"),
            let end = door.range(of: ">", range: start.upperBound..<door.endIndex)
        else { return }
        var missing = ""
        for match in module.matches(of: /\sxmlns:\w+="[^"]*"/)
        where !door[start.upperBound..<end.lowerBound].contains(match.output) && !missing.contains(match.output) {
            missing += match.output
        }
        door.insert(contentsOf: missing, at: start.upperBound)
    }

    private static func content(_ module: String) -> String {
        guard let start = module.range(of: #"<xs:schema[^>]*[^/]>"#, options: .regularExpression),
            let end = module.range(of: "</xs:schema>", options: .backwards)
        else { return "" }
        return String(module[start.upperBound..<end.lowerBound])
    }
}
