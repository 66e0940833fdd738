// SPDX-License-Identifier: Apache-2.0

/// What came of calling a documented method.
struct Trial: CustomStringConvertible {
    /// How near the answer came to what is documented.
    enum Grade: Int, Comparable {
        /// There was nothing to call it on.
        case noPlace
        /// Another status.
        case otherStatus
        /// The status, but another root.
        case otherRoot
        /// As documented, but the task failed.
        case failedTask
        /// As documented.
        case good

        static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
    }

    let method: DocumentedMethod
    let grade: Grade
    /// What was called and what was answered.
    let text: String

    var description: String { "\(method)\t\(grade)\t\(text)" }
}
