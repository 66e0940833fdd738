// SPDX-License-Identifier: Apache-2.0

/// Mutants that the schema accepts on purpose, with the reason.
struct ExplainedSurvivor {
    let mutation: Mutation
    let place: Place
    let reason: String

    init(_ mutation: Mutation, _ parent: String, _ child: String, _ reason: String) {
        self.mutation = mutation
        place = Place(parent: parent, child: child)
        self.reason = reason
    }

    static let all: [ExplainedSurvivor] = [
        ExplainedSurvivor(
            .wrongEnumeration,
            "Repository",
            "Kind",
            "every version of the product adds kinds of storage; the list of the guide lacks those of its own version"
        ),
        ExplainedSurvivor(
            .wrongEnumeration,
            "ExternalRepository",
            "RepositoryType",
            "every version of the product adds kinds of storage"
        ),
        ExplainedSurvivor(
            .wrongEnumeration,
            "ManagedServer",
            "ManagedServerType",
            "every version of the product adds kinds of servers"
        ),
    ]

    /// Whether this is the reason why a group of mutants lives.
    func covers(_ group: MutationReport.Group) -> Bool { group.mutation == mutation && group.place == place }

    /// The reason why a group of mutants lives, if there is one.
    static func reason(_ group: MutationReport.Group) -> String? { all.first { $0.covers(group) }?.reason }
}
