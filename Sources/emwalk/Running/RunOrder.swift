// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import EnterpriseManager
internal import Hypermedia
internal import Workflows

/// What is to be run: a workflow, its sets of inputs, and the servers.
struct RunOrder: Sendable {
    let workflow: Workflow
    let inputs: FanOutInputs
    /// How many sets there are on each server; nil if that is known only there.
    let count: Int?
    /// The options of each server, by its name; the name is empty if there is only one.
    let connections: [(name: String, options: ConnectionOptions)]
    let concurrency: Int
    /// The file that the workflow came from.
    let source: String?
    /// Whether it is reported as many runs, even if there is only one.
    let isBatch: Bool
    /// The run whose effect it undoes; nil if it undoes none.
    var compensates: String?

    /// Whether no step follows a link that could change anything.
    var onlyReads: Bool {
        let steps = workflow.steps + workflow.finally
        return steps.allSatisfy { step in
            step.follow.map { Profile.enterpriseManager.verb(for: $0.rel) == .get } ?? true
        }
    }

    init(
        workflow: Workflow,
        given: [String: String],
        fanOut: FanOutOptions,
        connection: ConnectionOptions,
        source: String?
    ) throws {
        self.workflow = workflow
        self.source = source
        concurrency = fanOut.concurrency
        let profiles = (connection.profile ?? "").split(separator: ",").map { String($0) }
        if profiles.count > 1 {
            guard Set(profiles).count == profiles.count else {
                throw CommandError("usage", "A profile is named twice in --profile \(connection.profile ?? "").")
            }
            guard connection.em == nil else {
                throw CommandError("usage", "--em names one server, --profile several.", hint: "Leave one of them out.")
            }
            connections = profiles.map { profile in
                var options = connection
                options.profile = profile
                return (profile, options)
            }
        } else {
            connections = [("", connection)]
        }
        if let file = fanOut.each {
            let sets = try EachInputs.read(file, for: workflow, over: given)
            inputs = .list(sets)
            count = sets.count
        } else if let path = fanOut.eachOf {
            let input = try EachInputs.mainInput(of: workflow, given: given)
            inputs = .each(of: try RelPath(path), as: input, over: given)
            count = nil
        } else {
            // Wrong inputs are told before anybody is logged on.
            _ = try RunInputs(given, for: workflow)
            inputs = .list([given])
            count = 1
        }
        isBatch = fanOut.each != nil || fanOut.eachOf != nil || profiles.count > 1
    }
}
#endif
