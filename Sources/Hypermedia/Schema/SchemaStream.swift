// SPDX-License-Identifier: Apache-2.0

internal import LibXML
public import NodeStore

/// Validates a document in XML while it arrives, without keeping it.
///
/// The report is the same as that of the whole document. One stream reads one document, on one thread at a time.
public final class SchemaStream {
    private let schema: Schema
    private let validator: StreamingValidator

    init(_ schema: Schema, encoding: String?, limits: ReadLimits) {
        self.schema = schema
        validator = StreamingValidator(schema: schema.compiled, limits: limits, encoding: encoding)
    }

    /// How many things were found so far.
    public var count: Int { validator.count }

    /// Takes the next bytes.
    ///
    /// - Throws: `ReadFailure` as soon as the document is seen to be broken or too large; what the schema says
    ///   against it does not throw.
    public func feed(_ chunk: [UInt8]) throws(ReadFailure) { try validator.feed(chunk) }

    /// Ends the document.
    ///
    /// - Throws: `ReadFailure` with the line and column of what is wrong.
    public func finish() throws(ReadFailure) -> Schema.Report { schema.report(try validator.finish()) }
}
