// SPDX-License-Identifier: Apache-2.0

/// A collection of key resources in either representation, its items made while they are written
/// [resource_representation_for_ke].
struct KeyCollection: Sendable {
    /// The root of the list of entities.
    let plural: String
    /// An entity.
    let item: String

    /// Answers a request for the collection in the representation that it asks for.
    func answer<Record>(
        _ call: Call,
        _ records: @escaping @Sendable () -> AnySequence<Record>,
        reference: @escaping @Sendable (Record) -> Reference,
        entity: @escaping @Sendable (Record) -> Element
    ) -> Answer {
        guard call.query.wantsEntity else { return .ok(Reference.list { records().mapped(by: reference) }) }
        return .ok(.list(plural, of: item) { records().mapped(by: entity) })
    }
}
