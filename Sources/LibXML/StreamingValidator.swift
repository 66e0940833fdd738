// SPDX-License-Identifier: Apache-2.0

public import NodeStore

/// Validates an XML document chunk by chunk, while it arrives, without keeping it.
///
/// What it finds does not depend on where the document was cut, and is what ``CompiledSchema/validate(_:encoding:)``
/// finds. One validator validates one document, on one thread at a time.
public final class StreamingValidator {
    /// Kept, since the session needs it.
    private let schema: CompiledSchema
    private var session: ValidationSession?
    private let limits: ReadLimits
    private var input: TextInput
    private var received = 0
    private var failure: ReadFailure?
    private var isFinished = false

    /// A validator of one document.
    ///
    /// - Parameters:
    ///   - schema: what the document is to follow.
    ///   - limits: what a document may have; the limit `names` is not watched, since no names are kept.
    ///   - encoding: what the transport said; it beats the XML declaration but not a byte order mark.
    public init(schema: CompiledSchema, limits: ReadLimits = .standard, encoding: String? = nil) {
        self.schema = schema
        self.limits = limits
        input = TextInput(label: encoding)
        do {
            session = try schema.session(limits: limits)
        } catch {
            session = nil
            failure = error
        }
    }

    /// How many things were found so far.
    public var count: Int { session?.count ?? 0 }

    /// What was found so far; the number of a last sibling and what follows a place are not known yet.
    public var findings: [SchemaFinding] { session?.findings() ?? [] }

    /// Validates the next bytes.
    ///
    /// - Throws: why the document cannot be read, with line and column; every later call throws the same. What the
    ///   schema says against it does not throw.
    public func feed(_ chunk: [UInt8]) throws(ReadFailure) {
        if isFinished { throw ReadFailure(.malformed, "The validator was finished before.", line: 1, column: 1) }
        chunk.withUnsafeBufferPointer { take($0) }
        if let failure { throw failure }
    }

    /// Ends the document.
    ///
    /// - Returns: the verdict and everything that was found.
    /// - Throws: why the document could not be read, with line and column.
    public func finish() throws(ReadFailure) -> SchemaReport {
        if isFinished { throw ReadFailure(.malformed, "The validator was finished before.", line: 1, column: 1) }
        isFinished = true
        if failure == nil {
            let inputFailure = input.finish { session?.feed($0) }
            failure = session?.failure ?? inputFailure
        }
        if failure == nil {
            session?.end()
            failure = session?.failure
        }
        if let failure { throw failure }
        let findings = session?.findings() ?? []
        let isUnknown = session?.isRootUnknown ?? true
        session = nil
        return SchemaReport(
            verdict: findings.isEmpty ? .valid : isUnknown ? .noSchema : .invalid,
            findings: findings
        )
    }

    private func take(_ chunk: UnsafeBufferPointer<UInt8>) {
        guard failure == nil, chunk.count > 0 else { return }
        received += chunk.count
        if received > limits.documentBytes {
            failure = session?.limitFailure("document-bytes")
        } else {
            // What the parser met comes before what could not be decoded after it.
            let inputFailure = input.feed(chunk) { session?.feed($0) }
            failure = session?.failure ?? inputFailure
        }
    }
}
