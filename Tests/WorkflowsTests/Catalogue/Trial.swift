// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import Testing
import Workflows

/// A workflow of the catalogue, with inputs that do something in a world that nothing has happened to.
struct Trial: Sendable, CustomTestStringConvertible {
    let workflow: String
    let inputs: [String: String]
    /// How its plan ends.
    let planned: Outcome
    /// How its run ends.
    let ended: Outcome

    var testDescription: String { workflow }

    /// Whether a plan comes to the links that opaque hrefs do not tell apart; the others come to a mount before.
    var isAmbiguousAtOnce: Bool {
        AmbiguousWorkflows.names.contains(workflow) && !workflow.hasSuffix("-guest-file")
            && !workflow.hasSuffix("-files")
    }

    /// What the world must have for it.
    var change: @Sendable (inout SimulatorConfiguration) -> Void {
        // Links that some servers hand out and no page documents.
        let isInferred = workflow == "delete-job" || workflow.contains("cdp")
        return { if isInferred { $0.linksInferredLists = true } }
    }

    /// In the order of their names.
    static let all: [Trial] = {
        var trials: [Trial] = []
        var lines = table.split(separator: "\n").map(String.init)[...]
        while let head = lines.popFirst() {
            let words = head.split(separator: " ").map(String.init)
            var inputs: [String: String] = [:]
            while let line = lines.first, line.hasPrefix("  ") {
                lines.removeFirst()
                let parts = line.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                inputs[String(parts[0])] = String(parts[1])
            }
            trials.append(
                Trial(
                    workflow: words[0],
                    inputs: inputs,
                    planned: Outcome(rawValue: words[1]),
                    ended: Outcome(rawValue: words[2])
                )
            )
        }
        return trials
    }()
}
