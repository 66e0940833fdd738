// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2

/// Collects the errors of one synchronous call.
///
/// Everything of an error is copied inside the callback.
final class FindingSink {
    private(set) var findings: [SchemaFinding] = []
    private let sources: [SchemaDocument]

    /// A sink.
    ///
    /// - Parameter sources: the documents that the tree of a schema was put together from.
    init(sources: [SchemaDocument] = []) { self.sources = sources }

    /// The callback for context and thread alike; its data is a sink.
    static let onError: xmlStructuredErrorFunc = { data, error in
        guard let data, let error else { return }
        Unmanaged<FindingSink>.fromOpaque(data).takeUnretainedValue().append(error.pointee)
    }

    /// Runs a call while the thread's errors come here.
    ///
    /// The pointer to the sink is good for as long as the call lasts, which is as long as anyone has it.
    func collecting<Result>(_ body: (UnsafeMutableRawPointer) -> Result) -> Result {
        withExtendedLifetime(self) {
            let data = Unmanaged.passUnretained(self).toOpaque()
            return LibXML2.collecting(Self.onError, into: data) { body(data) }
        }
    }

    private func append(_ error: xmlError) {
        guard error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        // Only the compiler of schemas gives a node, and it is one of the schema's tree.
        let node = error.node?.assumingMemoryBound(to: xmlNode.self)
        let line = node.map { xmlGetLineNo($0) } ?? Int(error.line)
        findings.append(
            SchemaFinding(
                line: line > 0 ? line : max(0, Int(error.line)),
                path: "",
                message: error.trimmedMessage,
                code: Int(error.code),
                document: SchemaAssembly.name(of: node, in: sources)
            )
        )
    }
}
