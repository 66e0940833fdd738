// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// One thing that was looked at, what was seen, and what to do about it.
struct DoctorCheck: Hashable, Sendable {
    /// How it stands.
    enum Verdict: String, Sendable {
        /// As it should be.
        case good
        /// Works, but will not for long or not for all.
        case warning
        /// Does not work.
        case problem
        /// Not looked at, because of something before it.
        case skipped
    }

    /// A stable word for it.
    let name: String
    let verdict: Verdict
    /// One sentence that says what was seen.
    let finding: String
    /// What to do; nil where there is nothing to do.
    let advice: String?

    init(_ name: String, _ verdict: Verdict, _ finding: String, advice: String? = nil) {
        self.name = name
        self.verdict = verdict
        self.finding = finding
        self.advice = advice
    }

    var json: JSONValue {
        .members(
            ("check", .string(name)),
            ("verdict", .string(verdict.rawValue)),
            ("finding", .string(finding)),
            ("advice", .optional(advice))
        )
    }
}
#endif
