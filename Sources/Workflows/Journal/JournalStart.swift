// SPDX-License-Identifier: Apache-2.0

/// How a run began.
public struct JournalStart: Hashable, Sendable, Codable {
    /// The inputs that were given, as they were typed; the values of secret ones are masked.
    public let inputs: [String: String]
    /// The names of the inputs whose values are masked; a run that is resumed asks for them again.
    public let secrets: [String]
    /// The file that the workflow came from; nil for the shipped ones.
    public let source: String?
    /// A fingerprint of the workflow: a run is resumed by the workflow that it began with.
    public let definition: String
    /// A fingerprint of the entry point: a run is resumed on the server that it began on.
    public let server: String
    /// What several runs that were started together have in common.
    public let group: String?
    /// The run whose effect this one undoes.
    public let compensates: String?

    /// How a run began.
    public init(
        inputs: [String: String],
        secrets: [String] = [],
        source: String? = nil,
        definition: String,
        server: String,
        group: String? = nil,
        compensates: String? = nil
    ) {
        self.inputs = inputs
        self.secrets = secrets
        self.source = source
        self.definition = definition
        self.server = server
        self.group = group
        self.compensates = compensates
    }
}
