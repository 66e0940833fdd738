// SPDX-License-Identifier: Apache-2.0

/// Where the resources of one type of query come from.
struct QuerySource: Sendable {
    /// The name in `?type=`.
    let type: String
    /// The resources in the order of lists, made one after the other, so that a hundred thousand take no room.
    let rows: @Sendable (Call, World) -> AnySequence<QueryRow>

    init<Rows: Sequence<QueryRow> & SendableMetatype>(_ type: String, _ rows: @escaping @Sendable (Call, World) -> Rows)
    {
        self.type = type
        self.rows = { call, world in AnySequence(rows(call, world)) }
    }
}
