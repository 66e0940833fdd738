// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2

/// Finds the documents that a schema includes, by asking the caller for them.
public enum SchemaCollector {
    /// More than any real schema has; a fault in the caller's reading cannot make it endless.
    private static let most = 1000

    /// Collects a schema and everything it includes from its own folder.
    ///
    /// Only `xs:include` with a relative location that stays in the folder is followed. Everything else is left for
    /// ``CompiledSchema/init(documents:)`` to refuse, which says so with a line; so is what cannot be parsed.
    ///
    /// - Parameters:
    ///   - door: the document that includes the others, named by its file name alone.
    ///   - read: gives the bytes of a document by its name relative to the folder of the door, or nil.
    /// - Returns: the door, then each included document once, in the order in which they are first named.
    public static func collect(_ door: SchemaDocument, read: (String) -> [UInt8]?) -> [SchemaDocument] {
        var sources = [door]
        var asked: Set<String> = [door.name]
        var next = 0
        while next < sources.count, sources.count < most {
            for name in includes(of: sources[next]) where asked.insert(name).inserted {
                if let bytes = read(name) { sources.append(SchemaDocument(name: name, bytes: bytes)) }
            }
            next += 1
        }
        return sources
    }

    private static func includes(of source: SchemaDocument) -> [String] {
        guard let tree = try? Tree(source.bytes, encoding: nil) else { return [] }
        return SchemaMarkup.references(tree.document)
            .filter { $0.kind == "include" }
            .compactMap { SchemaLocation.resolve($0.location, from: source.name) }
    }
}
