// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManagerSimulator

/// Reads a fault as it is written on the command line: `EFFECT[=VALUE][@[METHOD][:PATH-PART]][#N]`.
///
/// `drop-after@POST:linkedBackupRepositories#1`, `status=503@GET#*`, `task-never-ends@POST:clone`.
enum FaultArgument {
    /// What the help of the command says about faults.
    static let help: String = {
        let width = FaultGrammar.effects.map(\.spelling.count).max() ?? 0
        let lines = FaultGrammar.effects.map { effect in
            "  " + effect.spelling + String(repeating: " ", count: width - effect.spelling.count + 2) + effect.meaning
        }
        return
            "A fault is EFFECT[@[METHOD][:PATH-PART]][#N], such as drop-after@POST:clone#1: the Nth request that fits, "
            + "the first unless said otherwise, * for all. Effects:\n" + lines.joined(separator: "\n")
    }()

    static func parse(_ text: String) throws -> Fault {
        guard let fault = FaultGrammar.fault(text) else { throw unreadable(text) }
        return fault
    }

    private static func unreadable(_ text: String) -> CommandError {
        CommandError(
            "usage",
            "‘\(text)’ is no fault.",
            hint:
                "Write EFFECT[=VALUE][@[METHOD][:PATH-PART]][#N], such as drop-after@POST:clone#1. Effects: \(FaultGrammar.effects.map(\.spelling).joined(separator: " "))"
        )
    }
}
#endif
