// SPDX-License-Identifier: Apache-2.0

/// Where a run comes from, for whoever reads the journal later.
public struct RunOrigin: Hashable, Sendable {
    /// The file that the workflow came from; nil for the shipped ones.
    public var source: String?
    /// What several runs that were started together have in common.
    public var group: String?
    /// The run whose effect this one undoes.
    public var compensates: String?

    /// Where a run comes from.
    public init(source: String? = nil, group: String? = nil, compensates: String? = nil) {
        self.source = source
        self.group = group
        self.compensates = compensates
    }
}
