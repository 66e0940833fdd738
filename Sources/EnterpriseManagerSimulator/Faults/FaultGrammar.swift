// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// How a fault is written: `EFFECT[=VALUE][@[METHOD][:PATH-PART]][#N]`.
///
/// `drop-after@POST:linkedBackupRepositories#1`, `status=503@GET#*`, `task-never-ends@POST:clone`. The Nth request that
/// fits meets it, the first unless said otherwise, `*` for all.
public enum FaultGrammar {
    /// Every effect as it is written, and what it does.
    public static let effects: [(spelling: String, meaning: String)] = [
        ("status=CODE", "refuses with that status (503: Retry-After: 1)"),
        ("drop-before", "closes the connection before the request is read"),
        ("drop-after", "does what was asked, then closes unanswered"),
        ("unauthorized", "the session has ended: 401"),
        ("truncate=BYTES", "closes after that many bytes of the body"),
        ("content-type=TYPE", "claims another media type"),
        ("html", "refuses with a page of HTML and status 200"),
        ("redirect=URL", "refuses, and sends the client elsewhere"),
        ("task-never-ends", "the task stays Running and does nothing"),
        ("task-fails[=MESSAGE]", "the task ends without success"),
        ("task-success-false", "the task ends with Success=false and no message"),
        ("task-lost", "the task does its work, and its record is gone"),
    ]

    /// Reads a fault; nil for a text that is none.
    public static func fault(_ text: String) -> Fault? {
        var rest = Substring(text)
        var occurrence: Int? = 1
        if let hash = rest.lastIndex(of: "#") {
            let number = rest[rest.index(after: hash)...]
            guard number == "*" || Int(number).map({ $0 > 0 }) == true else { return nil }
            occurrence = Int(number)
            rest = rest[..<hash]
        }
        var match = FaultMatch.any
        if let at = rest.lastIndex(of: "@") {
            let place = rest[rest.index(after: at)...].split(
                separator: ":",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            if let method = place.first, !method.isEmpty {
                match.method = HTTPRequest.Method(rawValue: method.uppercased())
            }
            if place.count > 1, !place[1].isEmpty { match.path = String(place[1]) }
            rest = rest[..<at]
        }
        let parts = rest.split(separator: "=", maxSplits: 1).map(String.init)
        return effect(parts.first ?? "", value: parts.count > 1 ? parts[1] : nil).map { effect in
            Fault(effect, on: match, occurrence: occurrence)
        }
    }

    private static func effect(_ name: String, value: String?) -> FaultEffect? {
        let number = value.flatMap { Int($0) }
        switch name {
        case "status": return number.map { .status($0, retryAfter: $0 == 503 ? 1 : nil) }
        case "drop-before": return .dropBefore
        case "drop-after": return .dropAfter
        case "unauthorized": return .unauthorized
        case "truncate": return number.map { .truncate($0) }
        case "content-type": return value.map { .contentType($0) }
        case "html": return .htmlPage
        case "redirect": return value.map { .redirect($0) }
        case "task-never-ends": return .taskNeverEnds
        case "task-fails": return .taskFails(value ?? "The simulator was told to fail.")
        case "task-success-false": return .taskFinishedSuccessFalse
        case "task-lost": return .taskLost
        default: return nil
        }
    }
}
