// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManagerSimulator
internal import HTTPTypes

/// Reads a fault as it is written on the command line: `EFFECT[=VALUE][@[METHOD][:PATH-PART]][#N]`.
///
/// `drop-after@POST:linkedBackupRepositories#1`, `status=503@GET#*`, `task-never-ends@POST:clone`.
enum FaultArgument {
    /// Every effect as it is written, and what it does.
    static let effects: [(spelling: String, meaning: String)] = [
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

    /// What the help of the command says about faults.
    static let help: String = {
        let width = effects.map(\.spelling.count).max() ?? 0
        let lines = effects.map { effect in
            "  " + effect.spelling + String(repeating: " ", count: width - effect.spelling.count + 2) + effect.meaning
        }
        return
            "A fault is EFFECT[@[METHOD][:PATH-PART]][#N], such as drop-after@POST:clone#1: the Nth request that fits, "
            + "the first unless said otherwise, * for all. Effects:\n" + lines.joined(separator: "\n")
    }()

    static func parse(_ text: String) throws -> Fault {
        var rest = Substring(text)
        var occurrence: Int? = 1
        if let hash = rest.lastIndex(of: "#") {
            let number = rest[rest.index(after: hash)...]
            guard number == "*" || Int(number).map({ $0 > 0 }) == true else { throw unreadable(text) }
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
        guard let effect = effect(parts.first ?? "", value: parts.count > 1 ? parts[1] : nil) else {
            throw unreadable(text)
        }
        return Fault(effect, on: match, occurrence: occurrence)
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

    private static func unreadable(_ text: String) -> CommandError {
        CommandError(
            "usage",
            "‘\(text)’ is no fault.",
            hint:
                "Write EFFECT[=VALUE][@[METHOD][:PATH-PART]][#N], such as drop-after@POST:clone#1. Effects: \(effects.map(\.spelling).joined(separator: " "))"
        )
    }
}
#endif
