// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Workflows

/// Workflows with what they take, risk and do, a line for each.
struct WorkflowTable {
    let console: Console

    func text(_ workflows: [Workflow]) -> String {
        var table = TextTable("WORKFLOW", "INPUTS", "DANGER", "SUMMARY")
        for workflow in workflows {
            let inputs = workflow.inputs.map { $0.isRequired ? $0.name : "[\($0.name)]" }.joined(separator: " ")
            let level = workflow.danger?.level ?? .none
            table.rows.append([workflow.id, inputs, level == .none ? "" : level.rawValue, workflow.summary])
        }
        let style = console.style
        table.paint = { $0 == 0 ? style.bold($1) : $0 == 2 ? style.yellow($1) : $1 }
        table.uncut = [0]
        return table.text(console)
    }
}
#endif
