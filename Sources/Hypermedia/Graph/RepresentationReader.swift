// SPDX-License-Identifier: Apache-2.0

internal import JSONReader
internal import LibXML
public import NodeStore

/// Reads a representation while its bytes arrive.
///
/// XML goes straight to the parser, so that a large document needs no second copy; JSON is read at the end.
public final class RepresentationReader {
    private enum Mode {
        case xml(XMLStreamReader)
        case json([UInt8])
    }

    private let format: DocumentFormat
    private let profile: Profile
    private let limits: ReadLimits
    private var mode: Mode

    /// A reader for one document.
    ///
    /// - Parameters:
    ///   - format: the format, as the answer's headers say.
    ///   - profile: what is true of the API.
    ///   - encoding: the charset that came with it, if one did.
    ///   - limits: what a document may have.
    ///   - sizeHint: its length in bytes if announced, else 0.
    public init(
        format: DocumentFormat,
        profile: Profile,
        encoding: String? = nil,
        limits: ReadLimits = .standard,
        sizeHint: Int = 0
    ) {
        self.format = format
        self.profile = profile
        self.limits = limits
        switch format {
        case .xml:
            mode = .xml(
                XMLStreamReader(shape: profile.links, limits: limits, encoding: encoding, sizeHint: sizeHint)
            )
        case .json: mode = .json([])
        }
    }

    /// Takes the next bytes.
    ///
    /// - Throws: `ReadFailure` as soon as the document is seen to be broken or too large.
    public func feed(_ chunk: [UInt8]) throws(ReadFailure) {
        switch mode {
        case .xml(let reader): try reader.feed(chunk)
        case .json(var bytes):
            mode = .json([])
            bytes.append(contentsOf: chunk)
            mode = .json(bytes)
            if bytes.count > limits.documentBytes {
                throw ReadFailure(
                    .limit,
                    "The document is larger than the limit document-bytes (\(limits.documentBytes)) allows.",
                    limit: "document-bytes"
                )
            }
        }
    }

    /// Ends the document.
    ///
    /// - Parameters:
    ///   - answering: the href that it answers; nil for a file.
    ///   - expectedType: the type of the link that led here.
    /// - Throws: `ReadFailure` with the line and column of what is wrong.
    public func finish(answering: Href?, expectedType: LinkType?) throws(ReadFailure) -> Representation {
        let store =
            switch mode {
            case .xml(let reader): try reader.finish()
            case .json(let bytes): try JSONReader(shape: profile.json, limits: limits).read(bytes)
            }
        return Representation(
            store: store,
            format: format,
            profile: profile,
            answering: answering,
            expectedType: expectedType
        )
    }
}
