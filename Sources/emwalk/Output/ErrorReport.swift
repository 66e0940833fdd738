// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Foundation
internal import Hypermedia
internal import HypermediaClient
internal import NodeStore
internal import XMLSchema

/// Tells a person or a program what went wrong, and ends the command with the status that stands for it.
struct ErrorReport {
    private let error: any Error
    private let console: Console

    init(_ error: any Error, console: Console) {
        self.error = error
        self.console = console
    }

    func exit() -> Never { Foundation.exit(tell()) }

    /// Tells it, and returns the status that stands for it.
    func tell() -> Int32 {
        switch error {
        case let finished as Finished: return finished.status.rawValue
        case is Interrupted, is CancellationError:
            say(code: "interrupted", message: "Interrupted.", hint: nil)
            return ExitStatus.interrupted.rawValue
        case let explainable as Explainable:
            let error = explainable.error
            say(
                code: error.code.rawValue,
                message: error.message,
                hint: error.hint,
                candidates: error.candidates,
                client: error as? ClientError,
                why: TypedCommand(path: explainable.path.description).why(status: explainable.status)
            )
            return ExitStatus(error.code).rawValue
        case let error as any ActionableError:
            say(
                code: error.code.rawValue,
                message: error.message,
                hint: error.hint,
                candidates: error.candidates,
                client: error as? ClientError
            )
            return ExitStatus(error.code).rawValue
        case let failure as ReadFailure:
            say(code: "unreadable-document", message: failure.description, hint: nil)
            return ExitStatus.unusable.rawValue
        case let error as SchemaModelError:
            say(
                code: error.code.rawValue,
                message: error.description,
                hint: error.code == .unknownElement ? "‘emwalk schema’ lists the elements." : nil
            )
            return ExitStatus.usage.rawValue
        case let problems as BodyProblems:
            say(
                code: problems.code,
                message: "The body cannot be made. \(problems.problems.map(\.message).joined(separator: " "))",
                hint: "‘emwalk form’ shows what it takes."
            )
            return ExitStatus.usage.rawValue
        default: return tellOfArguments()
        }
    }

    /// Help, version and completions are no errors; wrong arguments end with 2, as the contract says.
    private func tellOfArguments() -> Int32 {
        switch EmwalkCommand.exitCode(for: error) {
        case .success:
            let said = EmwalkCommand.fullMessage(for: error)
            console.out(CompletionScript.completing(said, for: Surroundings.current.arguments))
            return ExitStatus.done.rawValue
        case .validationFailure:
            if console.isJSON {
                say(code: "usage", message: EmwalkCommand.message(for: error), hint: "See emwalk help.")
            } else {
                console.err(EmwalkCommand.fullMessage(for: error))
            }
            return ExitStatus.usage.rawValue
        default:
            say(code: "internal", message: "\(error)", hint: "This should not happen; please report it.")
            return ExitStatus.internalError.rawValue
        }
    }

    private func say(
        code: String,
        message: String,
        hint: String?,
        candidates: [Candidate] = [],
        client: ClientError? = nil,
        why: String? = nil
    ) {
        guard console.isJSON else {
            sayInWords(message: message, hint: hint, candidates: candidates, client: client)
            if let why { console.err("\(console.errorStyle.bold("why:")) \(console.errorStyle.cyan(why))") }
            return
        }
        var members = [
            JSONValue.Member("code", .string(code)), .init("message", .string(message)),
            .init("hint", .optional(hint)),
        ]
        if let why { members.append(.init("why", .string(why))) }
        if !candidates.isEmpty { members.append(.init("candidates", .array(candidates.map(ErrorReport.json)))) }
        if let request = client?.request {
            members.append(
                .init(
                    "request",
                    .members(
                        ("verb", .string(request.verb)),
                        ("target", .string(request.target)),
                        ("rel", .string(request.rel)),
                        ("type", .optional(request.type)),
                        ("status", client?.status.map { .integer($0) } ?? .null)
                    )
                )
            )
        }
        console.err(JSONValue.members(("error", .object(members))).text(pretty: false))
    }

    private func sayInWords(message: String, hint: String?, candidates: [Candidate], client: ClientError?) {
        let style = console.errorStyle
        console.err("\(style.red("error:")) \(message)")
        if let request = client?.request {
            let type = request.type.map { ":\($0)" } ?? ""
            console.err(style.dim("  at \(request.verb) \(request.target) (\(request.rel)\(type))"))
        }
        if let certificate = client?.certificate {
            console.err("  subject      \(certificate.subject)")
            console.err("  issuer       \(certificate.issuer)")
            console.err("  valid        \(certificate.notBefore) to \(certificate.notAfter)")
            console.err("  fingerprint  \(certificate.fingerprint)")
        }
        if !candidates.isEmpty {
            console.err("  there is:")
            // In a shell the list is at hand, and the message must stay in sight.
            let most = Surroundings.current.shell == nil ? candidates.count : 12
            let shown = candidates.prefix(most).map { candidate in
                (candidate.selector ?? "(nothing tells it apart)", candidate.name ?? candidate.type ?? "")
            }
            let width = min(70, shown.map { DisplayWidth.of($0.0) }.max() ?? 0)
            for (selector, what) in shown {
                let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(selector)))
                console.err("    \(style.cyan(selector))\(padding)  \(style.dim(what))")
            }
            if candidates.count > most { console.err(style.dim("    … and \(candidates.count - most) more")) }
        }
        if let hint { console.err("\(style.bold("hint:")) \(hint)") }
    }

    private static func json(_ candidate: Candidate) -> JSONValue {
        .members(
            ("rel", .optional(candidate.rel)),
            ("type", .optional(candidate.type)),
            ("name", .optional(candidate.name)),
            ("selector", .optional(candidate.selector))
        )
    }
}
#endif
