// SPDX-License-Identifier: Apache-2.0

internal import JSONReader
public import LibXML
public import NodeStore
public import XMLSchema

/// An XML Schema, compiled once and shared between tasks: gives a verdict on documents in XML and in JSON, with
/// everything it found.
public struct Schema: Sendable {
    /// What a schema says of a document.
    public struct Verdict: RawRepresentable, Hashable, Sendable, Codable {
        /// The word.
        public let rawValue: String
        /// A verdict by its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The document is as the schema demands.
        public static let valid = Verdict(rawValue: "valid")
        /// It is not.
        public static let invalid = Verdict(rawValue: "invalid")
        /// The schema does not know the root element, so it has nothing to say.
        public static let noSchema = Verdict(rawValue: "no-schema")
    }

    /// The verdict and what led to it.
    public struct Report: Hashable, Sendable {
        /// The verdict.
        public let verdict: Verdict
        /// What was found, in document order, with line and path.
        public let findings: [Finding]

        /// A report.
        public init(verdict: Verdict, findings: [Finding]) {
            self.verdict = verdict
            self.findings = findings
        }
    }

    let compiled: CompiledSchema
    /// The schema as a model: what elements there are, and what may stand in them.
    ///
    /// Nil if it uses a part of XML Schema that the model does not know; XML is validated all the same, with the
    /// messages of libxml2.
    public let model: SchemaModel?
    /// Why there is no ``model``, in one sentence; nil if there is one.
    public let modelProblem: String?

    /// Compiles a schema that is one document.
    ///
    /// The vendor's file is taken as it is, with its `\:` in patterns. Includes and imports from elsewhere are
    /// refused, so nothing is fetched.
    ///
    /// - Throws: ``HypermediaError`` with code `bad-schema` and every message of the compiler.
    public init(xsd: [UInt8]) throws(HypermediaError) {
        try self.init(documents: [SchemaDocument(name: "schema.xsd", bytes: xsd)])
    }

    /// Compiles a schema in several documents.
    ///
    /// - Parameter documents: the one that includes the others first; names are relative to its folder. Includes are
    ///   resolved among them alone. ``documents(door:read:)`` finds those of a schema on disk.
    /// - Throws: ``HypermediaError`` with code `bad-schema` and every message of the compiler.
    public init(documents: [SchemaDocument]) throws(HypermediaError) {
        do {
            compiled = try CompiledSchema(documents: documents)
        } catch {
            throw HypermediaError(ErrorCode("bad-schema"), "The schema cannot be used: \(error)")
        }
        do {
            model = try SchemaModel(documents)
            modelProblem = nil
        } catch {
            model = nil
            modelProblem = error.description
        }
    }

    /// Collects a schema and everything that it includes from its own folder.
    ///
    /// - Parameters:
    ///   - door: the document that includes the others, named by its file name alone.
    ///   - read: gives the bytes of a document by its name relative to the folder of the door, or nil.
    /// - Returns: what ``init(documents:)`` takes.
    public static func documents(door: SchemaDocument, read: (String) -> [UInt8]?) -> [SchemaDocument] {
        SchemaCollector.collect(door, read: read)
    }

    /// Validates a document in XML.
    ///
    /// - Throws: `ReadFailure` if it is no well-formed XML.
    public func validate(_ document: [UInt8], encoding: String? = nil) throws(ReadFailure) -> Report {
        report(try compiled.validate(document, encoding: encoding))
    }

    /// Validates a document in XML or JSON.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - format: its format.
    ///   - root: the element that a JSON document is about; nil to find it out from the document, by the profile and
    ///     then by the schema. Not used for XML.
    ///   - profile: what is true of the API; nil if the schema is to do without.
    ///   - encoding: what the transport said, for XML.
    ///   - version: the version of the API that must know everything in it; nil if any will do. What is newer by the
    ///     notes of the schema is a finding `not-in-version`.
    /// - Throws: `ReadFailure` if it is not well formed.
    public func validate(
        _ document: [UInt8],
        format: DocumentFormat,
        root: String? = nil,
        profile: Profile? = nil,
        encoding: String? = nil,
        version: SchemaVersion? = nil
    ) throws(ReadFailure) -> Report {
        let report =
            switch format {
            case .xml: try validate(document, encoding: encoding)
            case .json: try validateJSON(document, root: root, profile: profile)
            }
        guard let version, report.verdict != .noSchema else { return report }
        let newer = try newer(than: version, in: document, format, root: root, profile: profile, encoding: encoding)
        guard !newer.isEmpty else { return report }
        return Report(verdict: .invalid, findings: report.findings + newer)
    }

    /// A validator for one document in XML that is fed while it arrives.
    ///
    /// - Parameters:
    ///   - encoding: what the transport said.
    ///   - limits: what a document may have.
    public func stream(encoding: String? = nil, limits: ReadLimits = .standard) -> SchemaStream {
        SchemaStream(self, encoding: encoding, limits: limits)
    }
}
