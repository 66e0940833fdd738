// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

@testable import EnterpriseManagerSimulator

/// A violation planted in answers on their way to the judge.
struct Damage: Sendable {
    /// The formats that it befalls.
    let formats: Set<Format>
    /// Whether it befalls the answer to a path.
    let isHere: @Sendable (String) -> Bool
    /// What becomes of the text of the answer.
    let change: @Sendable (String) -> String

    init(
        _ formats: Set<Format> = [.xml, .json],
        at isHere: @escaping @Sendable (String) -> Bool,
        _ change: @escaping @Sendable (String) -> String
    ) {
        self.formats = formats
        self.isHere = isHere
        self.change = change
    }

    /// Lets it befall what a client of an edition gets.
    func plant(in client: inout Client, _ edition: Edition) {
        guard formats.contains(edition.isJSON ? .json : .xml) else { return }
        client.damage = { path, response in
            guard response.status == 200, isHere(path) else { return }
            response.body = Array(change(String(decoding: response.body, as: UTF8.self)).utf8)
        }
    }
}
