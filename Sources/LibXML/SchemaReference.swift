// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2

/// An element of a schema that would make libxml2 read another document.
struct SchemaReference {
    /// `include`, `import`, `redefine` or `override`.
    let kind: String
    /// The `schemaLocation`, as written.
    let location: String
    /// The element, which lives as long as its document.
    let node: xmlNodePtr

    /// Where it stands.
    var line: Int { xmlGetLineNo(node) }
}
