// SPDX-License-Identifier: Apache-2.0

public import Hypermedia
internal import HypermediaClient

/// The sets of inputs of a fan-out: written down, or selected on each server.
public struct FanOutInputs: Sendable {
    let make: @Sendable (HypermediaClient) async throws -> [[String: String]]

    /// These sets, on every server.
    public static func list(_ sets: [[String: String]]) -> FanOutInputs { FanOutInputs { _ in sets } }

    /// A set for each item of a selection, such as each job of a list.
    ///
    /// An item goes by its name, or by its identifier where several have the same name.
    ///
    /// - Parameters:
    ///   - path: leads to a collection, or with `*[…]` at its end to those of its items that fit.
    ///   - input: the input that takes the item.
    ///   - others: the inputs that are the same for all.
    public static func each(
        of path: RelPath,
        as input: String,
        over others: [String: String] = [:]
    ) -> FanOutInputs {
        FanOutInputs { client in
            let items = try await FanOutInputs.items(of: path, client)
            var counts: [String: Int] = [:]
            for item in items { counts[item.label ?? "", default: 0] += 1 }
            return try items.map { item in
                let isAlone = item.label.map { counts[$0] == 1 } ?? false
                guard let value = isAlone ? item.label : item.uid ?? item.label else {
                    throw WorkflowError(
                        .valueMissing,
                        "An item of \(path) has neither a name nor an identifier, so it cannot be an input."
                    )
                }
                return others.merging([input: value]) { $1 }
            }
        }
    }

    private static func items(of path: RelPath, _ client: HypermediaClient) async throws -> [Resource] {
        guard case .item(var selector) = path.steps.last else { return try await client.walk(path).items }
        selector.cardinality = .many
        let collection = try await client.walk(RelPath(steps: path.steps.dropLast()))
        return try selector.select(in: collection)
    }
}
