// SPDX-License-Identifier: Apache-2.0

/// What is known and not to be reported again: a rule, or a rule below one path.
///
/// Written as `RULE` or `RULE@PATH`, where the path is that of a document or the beginning of it.
public struct CheckSuppression: Hashable, Sendable {
    /// The rule.
    public let rule: CheckRule
    /// Where; nil for everywhere.
    public let path: String?

    /// A suppression as it is written; nil if the rule is not known.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
        guard let word = parts.first else { return nil }
        rule = CheckRule(rawValue: word)
        path = parts.count > 1 ? parts[1] : nil
        guard rule.reason != nil else { return nil }
    }

    func covers(_ finding: CheckFinding) -> Bool {
        finding.rule == rule && (path.map { finding.path.hasPrefix($0) } ?? true)
    }
}
