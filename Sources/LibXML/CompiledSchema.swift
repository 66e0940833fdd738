// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
public import NodeStore

/// An XML schema, compiled once and used by any number of tasks.
///
/// A schema is one document or several, of which the first includes the others: they are put together into one tree
/// before libxml2 sees them, so there is nothing to fetch and nothing global to set. Whatever refers to a document
/// that was not given is refused. Compiling rewrites `\:` in pattern facets to `:`, which libxml2 2.9 refuses and the
/// vendor's schema has; nothing else is changed. Treat schemas as trusted input: old versions of libxml2 have faults
/// in compiling hostile ones.
///
/// Unchecked `Sendable`: the pointer is set before the object exists, freed in `deinit`, and what it points to is
/// never written after compiling. libxml2 keeps the state of a validation in a context of its own, which is made
/// for each document here; instance documents cannot add to the schema (`xsi:schemaLocation` is ignored when a schema
/// is given). libxml2 under gcc's thread sanitizer, four threads on one schema, gave no report in 2.9.14, 2.12 and
/// 2.15, and lxml relies on the same. `CompiledSchemaTests` validates from a task group.
public final class CompiledSchema: @unchecked Sendable {
    private let schema: xmlSchemaPtr
    /// The namespace that the schema is about, or nil if it is about none.
    public let targetNamespace: String?

    /// Compiles a schema that is one document.
    ///
    /// - Parameter xsd: the bytes of the schema document.
    /// - Throws: everything that is wrong with it, with lines.
    public convenience init(xsd: [UInt8]) throws(SchemaFailure) {
        try self.init(documents: [SchemaDocument(name: "", bytes: xsd)])
    }

    /// Compiles a schema in several documents.
    ///
    /// Includes are resolved among the given documents alone, relative to the one that includes; circles do no harm,
    /// documents that nothing includes are left out. ``SchemaCollector`` finds the documents of a schema on disk.
    ///
    /// - Parameter documents: the document that includes the others first.
    /// - Throws: everything that is wrong with it, with the names of the documents and lines.
    public init(documents: [SchemaDocument]) throws(SchemaFailure) {
        _ = LibXML2.bootstrap
        let tree = try SchemaAssembly.tree(of: documents)
        targetNamespace = xmlDocGetRootElement(tree.document).flatMap {
            SchemaMarkup.attribute($0, "targetNamespace")
        }
        schema = try Self.compile(tree, documents)
    }

    deinit { xmlSchemaFree(schema) }

    /// Validates a document.
    ///
    /// - Parameters:
    ///   - document: the document in an encoding that ``XMLReader`` reads.
    ///   - encoding: what the transport said.
    /// - Returns: the verdict and the reasons for it.
    /// - Throws: why the document could not be read; an invalid one does not throw.
    public func validate(_ document: [UInt8], encoding: String? = nil) throws(ReadFailure) -> SchemaReport {
        let validator = StreamingValidator(schema: self, encoding: encoding)
        try validator.feed(document)
        return try validator.finish()
    }

    /// A session over one document; the schema must outlive it.
    func session(limits: ReadLimits) throws(ReadFailure) -> ValidationSession {
        try ValidationSession(schema: schema, limits: limits)
    }

    private static func compile(
        _ tree: borrowing Tree,
        _ documents: [SchemaDocument]
    ) throws(SchemaFailure) -> xmlSchemaPtr {
        let sink = FindingSink(sources: documents)
        let document = tree.document
        let schema = sink.collecting { data -> xmlSchemaPtr? in
            guard let context = xmlSchemaNewDocParserCtxt(document) else { return nil }
            defer { xmlSchemaFreeParserCtxt(context) }
            xmlSchemaSetParserStructuredErrors(context, FindingSink.onError, data)
            return xmlSchemaParse(context)
        }
        if let schema, sink.findings.isEmpty { return schema }
        if let schema { xmlSchemaFree(schema) }
        throw SchemaFailure(.invalid, "The schema could not be compiled.", findings: sink.findings)
    }
}
