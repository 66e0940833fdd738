// SPDX-License-Identifier: Apache-2.0

internal import JSONReader
internal import LibXML
public import NodeStore

/// Reads a representation while its bytes arrive.
///
/// XML goes straight to the parser, so that a large document needs no second copy; JSON is read at the end.
///
/// A list may be longer than memory. With a size for passages, its reader hands out what it has whenever it has that
/// much: representations with the root, its attributes and the items that were complete. What ``finish()`` returns then
/// holds the rest.
public final class RepresentationReader {
    private enum Mode {
        case xml(XMLStreamReader)
        case json([UInt8])
        case cut(JSONPassages)
    }

    private let format: DocumentFormat
    private let profile: Profile
    private let encoding: String?
    private let limits: ReadLimits
    private let answering: Href?
    private let expectedType: LinkType?
    private var mode: Mode
    private var received = 0
    private var passages: [Representation] = []
    /// What stood in the passages before; nil if there were none.
    private var preceding: PrecedingPassages?

    /// A reader for one document.
    ///
    /// - Parameters:
    ///   - format: the format, as the answer's headers say.
    ///   - profile: what is true of the API.
    ///   - encoding: the charset that came with it, if one did.
    ///   - limits: what a document may have; of a document in passages, what each of them may have, but for its size.
    ///   - sizeHint: its length in bytes if announced, else 0.
    ///   - answering: the href that it answers; nil for a file.
    ///   - expectedType: the type of the link that led here.
    ///   - passage: how many bytes a passage has, or a little more: in XML of what is kept of it, in JSON as it was sent;
    ///     nil if the document is to come as one.
    public init(
        format: DocumentFormat,
        profile: Profile,
        encoding: String? = nil,
        limits: ReadLimits = .standard,
        sizeHint: Int = 0,
        answering: Href? = nil,
        expectedType: LinkType? = nil,
        passage: Int? = nil
    ) {
        self.format = format
        self.profile = profile
        self.encoding = encoding
        self.limits = limits
        self.answering = answering
        self.expectedType = expectedType
        mode =
            switch (format, passage) {
            case (.xml, _):
                .xml(
                    XMLStreamReader(
                        shape: profile.links,
                        limits: limits,
                        encoding: encoding,
                        sizeHint: sizeHint,
                        passage: passage
                    )
                )
            case (.json, let passage?): .cut(JSONPassages(size: passage, uncut: profile.links.containers))
            case (.json, nil): .json([])
            }
    }

    /// A reader for bytes of a document that was read before, such as those that were kept of it.
    ///
    /// - Parameters:
    ///   - former: what was read, or a passage of it.
    ///   - limits: what a passage may have.
    ///   - passage: how many bytes a passage has, or a little more.
    public convenience init(again former: Representation, limits: ReadLimits = .standard, passage: Int) {
        self.init(
            format: former.format,
            profile: former.profile,
            encoding: former.encoding,
            limits: limits,
            answering: former.answering,
            expectedType: former.expectedType,
            passage: passage
        )
    }

    /// Takes the next bytes.
    ///
    /// - Throws: `ReadFailure` as soon as the document is seen to be broken or too large.
    public func feed(_ chunk: [UInt8]) throws(ReadFailure) {
        received += chunk.count
        switch mode {
        case .xml(let reader):
            try reader.feed(chunk)
            for store in reader.takePassages() { pass(store) }
        case .json(var bytes):
            mode = .json([])
            bytes.append(contentsOf: chunk)
            mode = .json(bytes)
            try checkSize()
        case .cut(var cutting):
            mode = .json([])
            let passages = try cutting.feed(chunk)
            mode = .cut(cutting)
            try checkSize()
            for passage in passages { pass(try read(passage)) }
        }
    }

    /// The passages that ended since this was asked before; none of a document that is read as one.
    public func takePassages() -> [Representation] {
        defer { passages = [] }
        return passages
    }

    /// Ends the document.
    ///
    /// - Throws: `ReadFailure` with the line and column of what is wrong.
    public func finish() throws(ReadFailure) -> Representation {
        switch mode {
        case .xml(let reader): representation(try reader.finish())
        case .json(let bytes): representation(try JSONReader(shape: profile.json, limits: limits).read(bytes))
        case .cut(let cutting): representation(try read(cutting.finish()))
        }
    }

    private func checkSize() throws(ReadFailure) {
        guard received > limits.documentBytes else { return }
        throw ReadFailure(
            .limit,
            "The document is larger than the limit document-bytes (\(limits.documentBytes)) allows.",
            limit: "document-bytes"
        )
    }

    private func read(_ passage: JSONPassages.Passage) throws(ReadFailure) -> NodeStore {
        do throws(ReadFailure) {
            return try JSONReader(shape: profile.json, limits: limits).read(passage.bytes)
        } catch {
            throw passage.placed(error)
        }
    }

    private func pass(_ store: NodeStore) {
        let passage = representation(store)
        var next = preceding ?? PrecedingPassages()
        next.add(passage)
        preceding = next
        passages.append(passage)
    }

    private func representation(_ store: NodeStore) -> Representation {
        Representation(
            store: store,
            format: format,
            profile: profile,
            answering: answering,
            expectedType: expectedType,
            encoding: encoding,
            preceding: preceding
        )
    }
}
