// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import RunStore
internal import Workflows

/// Which runs are to be gone on with.
struct ResumeOrder: Sendable {
    /// The name that was given: of a run, or of a group.
    let name: String
    let runs: [(record: RunRecord, workflow: Workflow)]
    let secrets: [String: String]
    let connection: ConnectionOptions

    /// Whether they are reported as many runs.
    var isBatch: Bool { runs.first?.record.run != name }

    init(_ name: String, secrets: [String: String], connection: ConnectionOptions, store: RunStore) throws {
        self.name = name
        self.secrets = secrets
        self.connection = connection
        runs = try ResumeOrder.records(name, store).map { record in
            (record, try WorkflowSource(file: record.start.source).workflow(record.workflow))
        }
    }

    /// The run, or those of the group that have not ended, in the order in which they began.
    private static func records(_ name: String, _ store: RunStore) throws -> [RunRecord] {
        do {
            return [try store.run(name)]
        } catch let error as WorkflowError where error.code == .unknownRun {
            let group = try store.runs().filter { $0.start.group == name }
            guard !group.isEmpty else { throw error }
            let open = group.filter(\.canResume)
            guard !open.isEmpty else {
                throw CommandError("run-ended", "All \(group.count) runs of the group \(name) have ended.")
            }
            return open.reversed()
        }
    }
}
#endif
