// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
internal import NodeStore

/// The SAX2 callbacks beside a validator's own, which libxml2 calls before those.
///
/// There are none for entities, so no entity of a document can be replaced, and a DTD ends the parse.
enum ValidationHandler {
    @inline(__always)
    private static func state(_ data: UnsafeMutableRawPointer) -> UnsafeMutablePointer<ValidationState> {
        data.assumingMemoryBound(to: ValidationState.self)
    }

    /// Collects the errors of parser and validator; also set as the thread's handler while they run.
    static let onError: xmlStructuredErrorFunc = { data, error in
        guard let data, let error else { return }
        ValidationHandler.state(data).pointee.note(error.pointee)
    }

    static func make() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.internalSubset = { data, _, _, _ in
            guard let data else { return }
            ValidationHandler.state(data).pointee.stop(
                .forbiddenDTD,
                "The document has a document type declaration, which is never read."
            )
        }
        handler.startElementNs = { data, local, _, uri, _, _, count, _, attributes in
            guard let data, let local else { return }
            ValidationHandler.state(data).pointee.start(
                local,
                namespace: uri,
                attributes: attributes,
                count: Int(count)
            )
        }
        handler.endElementNs = { data, _, _, _ in
            guard let data else { return }
            ValidationHandler.state(data).pointee.end()
        }
        handler.characters = { data, text, count in
            guard let data, let text else { return }
            ValidationHandler.state(data).pointee.append(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        // The same function, so that libxml2 does not look whether text is blank.
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        return handler
    }
}
