// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// What a run knows so far.
struct RunMemory: Sendable {
    /// What a step brought.
    struct StepRecord: Sendable {
        /// What it read, or what a write was answered with.
        var resource: Resource?
        /// Every page of it, the first included, if more than the first were read.
        var pages: [Resource] = []
        /// What the rounds of a step with `forEach` brought, in order.
        var gathered: [Resource]?
        /// What it selected.
        var selected: [Resource]?
        /// Whether it may select any number, so that its items are those it selected.
        var selectsMany = false
        /// The finished task of a write.
        var task: Resource?
        var outputs: [JSONValue.Member] = []
        /// Which logon session it belongs to; opaque hrefs die with theirs.
        var generation: Int

        /// What the next step goes on with.
        var item: Resource? {
            if let gathered { return gathered.count == 1 ? gathered[0] : nil }
            return selected == nil ? resource : selected?.first
        }

        /// Its items: those that it gathered or, if it may select any number, selected; else those of what it read.
        var items: [Resource] {
            if let gathered { return gathered }
            if selectsMany, let selected { return selected }
            return pages.isEmpty ? resource?.items ?? [] : pages.flatMap(\.items)
        }
    }

    /// What the read-back saw last.
    struct ReadBackRecord: Sendable {
        var resource: Resource
        var pages: [Resource] = []
        var found: [Resource]
    }

    /// What an earlier part of a resumed run knew of its steps before it wrote.
    struct Earlier: Sendable {
        /// The values of expressions about properties, by their text.
        var values: [String: [String]] = [:]
        /// What steps handed out, by their names.
        var outputs: [String: [String: JSONValue]] = [:]
    }

    let inputs: RunInputs
    var hub: Resource
    /// The logon session that the hub belongs to.
    var hubGeneration: Int
    var steps: [String: StepRecord] = [:]
    var readBack: ReadBackRecord?
    var status: Int?
    var earlier = Earlier()
}
