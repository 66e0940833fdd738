// SPDX-License-Identifier: Apache-2.0

/// A place in a snapshot where a rule does not hold.
public struct CheckFinding: Hashable, Sendable, Codable {
    /// The rule.
    public let rule: CheckRule
    /// The walk that leads to the document.
    public let path: String
    /// One sentence.
    public let message: String

    /// A finding.
    public init(rule: CheckRule, path: String, message: String) {
        self.rule = rule
        self.path = path
        self.message = message
    }
}
