// SPDX-License-Identifier: Apache-2.0

/// Another service that people reach by mistake, told by its port or by what it answers.
public struct NeighbourRule: Hashable, Sendable {
    /// What it is.
    public var product: String
    /// The port that it has unless configured otherwise.
    public var port: Int
    /// Words of its answers that the API itself never uses; empty if none are known.
    public var signs: [String]
    /// One sentence that says what it is instead.
    public var text: String
    /// The port to try; nil if it is the same.
    public var tryPort: Int?
    /// The scheme to try; nil if it is the same.
    public var tryScheme: String?
    /// Where the fact comes from.
    public var source: String

    /// A rule.
    public init(
        product: String,
        port: Int,
        signs: [String] = [],
        text: String,
        tryPort: Int? = nil,
        tryScheme: String? = nil,
        source: String
    ) {
        self.product = product
        self.port = port
        self.signs = signs
        self.text = text
        self.tryPort = tryPort
        self.tryScheme = tryScheme
        self.source = source
    }
}
