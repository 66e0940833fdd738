// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient

/// The exit statuses that scripts rely on.
enum ExitStatus: Int32 {
    case done = 0
    case internalError = 1
    case usage = 2
    case network = 3
    case refused = 4
    case link = 5
    case unusable = 6
    case failed = 7
    case findings = 8
    case timeLimit = 9
    case unknownOutcome = 10
    case partial = 11
    case interrupted = 130

    /// The status that stands for an error code.
    init(_ code: ErrorCode) {
        switch code.rawValue {
        case "bad-entry-point", "bad-path", "no-em", "usage", "bad-workflow-file", "unknown-workflow", "missing-input",
            "unknown-input", "input-invalid", "input-refused", "declined", "needs-yes", "bad-body", "bad-file",
            "bad-profile", "bad-snapshot", "bad-query", "other-snapshot", "bad-cassette", "run-busy", "run-ended",
            "unknown-run",
            "world-changed", "not-compensable",
            "password-command", "no-schema", "bad-schema", "unknown-element",
            "api-version-missing", "query-not-allowed", "plaintext-refused":
            self = .usage
        case "dns", "connection-refused", "connection-closed", "tls-untrusted", "tls-pin-mismatch", "tls-failed",
            "network":
            self = .network
        case "logon-refused", "unauthorized", "forbidden": self = .refused
        case "link-missing", "link-ambiguous", "item-missing", "item-ambiguous", "foreign-origin", "https-to-http",
            "href-not-issued", "unknown-verb", "write-in-path", "bad-href":
            self = .link
        case "http-error", "unusable-answer", "logon-unusable", "limit-exceeded", "redirect-on-write",
            "not-a-representation", "unreadable-document":
            self = .unusable
        case "task-failed", "post-condition-failed": self = .failed
        case "timeout", "task-timeout", "wait-timeout": self = .timeLimit
        case "outcome-unknown": self = .unknownOutcome
        case "partial": self = .partial
        case "cancelled", "interrupted": self = .interrupted
        default: self = .internalError
        }
    }
}
#endif
