// SPDX-License-Identifier: Apache-2.0

/// How often something may stand where it is declared.
public struct Occurrence: Hashable, Sendable {
    /// At least so often.
    public let minimum: Int
    /// At most so often; nil if there is no limit.
    public let maximum: Int?

    /// An occurrence.
    public init(minimum: Int, maximum: Int?) {
        self.minimum = minimum
        self.maximum = maximum
    }

    /// Exactly once.
    public static let once = Occurrence(minimum: 1, maximum: 1)
    /// Once or not at all.
    public static let optional = Occurrence(minimum: 0, maximum: 1)

    /// Whether it must be there.
    public var isRequired: Bool { minimum > 0 }
    /// Whether it may be there more than once.
    public var isRepeated: Bool { maximum.map { $0 > 1 } ?? true }

    /// How often the part of a group may stand there, if the group itself may stand there so often.
    public func inside(_ group: Occurrence) -> Occurrence {
        let product: Int? =
            if maximum == 0 || group.maximum == 0 {
                0
            } else if let maximum, let outer = group.maximum {
                maximum.multipliedReportingOverflow(by: outer).overflow ? nil : maximum * outer
            } else {
                nil
            }
        let least = minimum.multipliedReportingOverflow(by: group.minimum)
        return Occurrence(minimum: least.overflow ? .max : least.partialValue, maximum: product)
    }

    /// The same, but not required.
    public var relaxed: Occurrence { Occurrence(minimum: 0, maximum: maximum) }
}
