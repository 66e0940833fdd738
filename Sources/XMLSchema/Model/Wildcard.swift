// SPDX-License-Identifier: Apache-2.0

/// A place for elements or attributes that the schema does not name.
public struct Wildcard: Hashable, Sendable {
    /// From which namespaces, in the words of XML Schema: `##any`, `##other`, or a list.
    public let namespace: String
    /// `strict`, `lax` or `skip`.
    public let processing: String

    /// A wildcard.
    public init(namespace: String, processing: String) {
        self.namespace = namespace
        self.processing = processing
    }
}
