// SPDX-License-Identifier: Apache-2.0

/// A place in a snapshot where a rule does not hold.
public struct CheckFinding: Hashable, Comparable, Sendable, Codable {
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

    /// By rule, in the order of ``CheckRule/all``, those that are not known last; then by path, then by message.
    public static func < (left: CheckFinding, right: CheckFinding) -> Bool {
        func order(_ rule: CheckRule) -> Int { CheckRule.all.firstIndex { $0.rule == rule } ?? CheckRule.all.count }
        if left.rule != right.rule {
            let (first, second) = (order(left.rule), order(right.rule))
            return first == second ? left.rule.rawValue < right.rule.rawValue : first < second
        }
        return left.path == right.path ? left.message < right.message : left.path < right.path
    }
}
