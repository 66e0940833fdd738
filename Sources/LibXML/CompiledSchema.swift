// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
public import NodeStore

/// An XML schema, compiled once and used by any number of tasks.
///
/// Compiling rewrites `\:` in pattern facets to `:`, which libxml2 2.9 refuses and the vendor's schema has; nothing
/// else is changed. A schema must be one document: `include`, `import` and `redefine` with a `schemaLocation` are
/// refused, since nothing is fetched. Treat schemas as trusted input: old versions of libxml2 have faults in
/// compiling hostile ones.
///
/// Unchecked `Sendable`: the pointer is set before the object exists, freed in `deinit`, and what it points to is
/// never written after compiling. libxml2 keeps the state of a validation in a context of its own, which is made
/// for each call here; instance documents cannot add to the schema (`xsi:schemaLocation` is ignored when a schema is
/// given). libxml2 under gcc's thread sanitizer, four threads on one schema, gave no report in 2.9.14, 2.12 and 2.15,
/// and lxml relies on the same. `CompiledSchemaTests` validates from a task group.
public final class CompiledSchema: @unchecked Sendable {
    private let schema: xmlSchemaPtr

    /// Compiles a schema.
    ///
    /// - Parameter xsd: the bytes of the schema document.
    /// - Throws: everything that is wrong with it, with lines.
    public init(xsd: [UInt8]) throws(SchemaFailure) {
        _ = LibXML2.bootstrap
        schema = try Self.compile(xsd)
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
        let tree = try Tree(document, encoding: encoding)
        let sink = FindingSink()
        let outcome = sink.collecting { data -> Int32 in
            guard let context = xmlSchemaNewValidCtxt(schema) else { return -1 }
            defer { xmlSchemaFreeValidCtxt(context) }
            xmlSchemaSetValidStructuredErrors(context, FindingSink.onError, data)
            return xmlSchemaValidateDoc(context, tree.document)
        }
        if outcome < 0 {
            throw ReadFailure(.limit, "The document could not be validated for want of memory.", limit: "memory")
        }
        if outcome == 0, sink.findings.isEmpty { return SchemaReport(verdict: .valid, findings: []) }
        let root =
            "/" + (xmlDocGetRootElement(tree.document).flatMap { $0.pointee.name }.map { String(cString: $0) } ?? "")
        let isUndeclared = sink.findings.contains {
            $0.code == Int(XML_SCHEMAV_CVC_ELT_1.rawValue) && $0.path == root
        }
        return SchemaReport(verdict: isUndeclared ? .noSchema : .invalid, findings: sink.findings)
    }

    private static func compile(_ xsd: [UInt8]) throws(SchemaFailure) -> xmlSchemaPtr {
        let tree = try readTree(xsd)
        let references = SchemaDocument.externalReferences(tree.document)
        if !references.isEmpty {
            throw SchemaFailure(
                .externalReference,
                "The schema refers to other documents; put all of it into one.",
                findings: references
            )
        }
        SchemaDocument.normalisePatterns(tree.document)
        let sink = FindingSink()
        let schema = sink.collecting { data -> xmlSchemaPtr? in
            guard let context = xmlSchemaNewDocParserCtxt(tree.document) else { return nil }
            defer { xmlSchemaFreeParserCtxt(context) }
            xmlSchemaSetParserStructuredErrors(context, FindingSink.onError, data)
            return xmlSchemaParse(context)
        }
        if let schema, sink.findings.isEmpty { return schema }
        if let schema { xmlSchemaFree(schema) }
        throw SchemaFailure(
            .invalid,
            "The schema could not be compiled.",
            findings: sink.findings.map {
                SchemaFinding(line: $0.line, path: "", message: $0.message, code: $0.code)
            }
        )
    }

    private static func readTree(_ xsd: [UInt8]) throws(SchemaFailure) -> Tree {
        do {
            return try Tree(xsd, encoding: nil)
        } catch {
            throw SchemaFailure(
                .unreadable,
                "The schema could not be read as an XML document.",
                findings: [SchemaFinding(line: error.line, path: "", message: error.message, code: 0)]
            )
        }
    }
}
