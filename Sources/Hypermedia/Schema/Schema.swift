// SPDX-License-Identifier: Apache-2.0

internal import LibXML
public import NodeStore

/// An XML Schema, compiled once and shared between tasks: gives a verdict on documents, with everything it found.
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
    }

    private let compiled: CompiledSchema

    /// Compiles a schema.
    ///
    /// The vendor's file is taken as it is, with its `\:` in patterns. Includes and imports from elsewhere are
    /// refused, so nothing is fetched.
    ///
    /// - Throws: ``HypermediaError`` with code `bad-schema` and every message of the compiler.
    public init(xsd: [UInt8]) throws(HypermediaError) {
        do {
            compiled = try CompiledSchema(xsd: xsd)
        } catch {
            throw HypermediaError(ErrorCode("bad-schema"), "The schema cannot be used: \(error)")
        }
    }

    /// Validates a document.
    ///
    /// - Throws: `ReadFailure` if it is no well-formed XML.
    public func validate(_ document: [UInt8], encoding: String? = nil) throws(ReadFailure) -> Report {
        let report = try compiled.validate(document, encoding: encoding)
        let verdict: Verdict
        switch report.verdict {
        case .valid: verdict = .valid
        case .noSchema: verdict = .noSchema
        default: verdict = .invalid
        }
        return Report(
            verdict: verdict,
            findings: report.findings.map {
                Finding(
                    code: "xsd-\($0.code)",
                    severity: .error,
                    message: Schema.plain($0.message),
                    path: $0.path,
                    line: $0.line > 0 ? $0.line : nil
                )
            }
        )
    }

    /// The message without the namespaces in braces, which are the same throughout and hide the names.
    private static func plain(_ message: String) -> String {
        var result = ""
        var rest = Substring(message)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
