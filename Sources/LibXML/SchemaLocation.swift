// SPDX-License-Identifier: Apache-2.0

/// What a `schemaLocation` stands for, without asking any network or disk.
enum SchemaLocation {
    /// The name of an included document, or nil if it lies outside of the folder of the first one.
    ///
    /// - Parameters:
    ///   - location: as written: relative to the document that includes.
    ///   - base: the name of the document that includes.
    static func resolve(_ location: String, from base: String) -> String? {
        // A scheme or a drive, an absolute path, another system's separators, or more than a path.
        let isForeign = location.unicodeScalars.contains { ":\\?#".unicodeScalars.contains($0) }
        if location.isEmpty || isForeign || location.hasPrefix("/") { return nil }
        var parts = base.split(separator: "/").dropLast().map(String.init)
        for part in location.split(separator: "/").map(String.init) {
            switch part {
            case ".": continue
            case "..":
                if parts.popLast() == nil { return nil }
            default: parts.append(part)
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }
}
