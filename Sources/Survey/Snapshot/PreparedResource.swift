// SPDX-License-Identifier: Apache-2.0

#if Network
/// A resource of a document with its values and links, ready to be bound to rows: secrets taken out, texts made.
struct PreparedResource: Sendable {
    /// A row of `property`.
    struct Property: Sendable {
        let path: String
        let ordinal: Int
        let value: String
    }

    /// A row of `link`.
    struct Link: Sendable {
        let rel: String
        let type: String?
        let name: String?
        let verb: String?
        let target: String
        let origin: String?
        /// The document that it leads to; nil if it is not to be followed.
        let goal: Goal?
    }

    /// What is written of a document to which a link leads, if that is not known yet.
    struct Goal: Sendable {
        let path: String
        let place: String
        let isExact: Bool
        let state: DocumentState
        /// The link, as its depot takes it back; nil if the document is not to be read.
        let ticket: String?
    }

    /// How many resources it stands in.
    let depth: Int
    let key: String
    let element: String
    let type: String?
    let uid: String?
    let name: String?
    let target: String?
    /// By what it is recognised where hrefs are new every time.
    let identity: Int64
    /// Whether its links are followed, if those of what it stands in are.
    let mayFollow: Bool
    /// In the order in which the table keeps them.
    let properties: [Property]
    let links: [Link]
}
#endif
