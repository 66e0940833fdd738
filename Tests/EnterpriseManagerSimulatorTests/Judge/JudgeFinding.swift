// SPDX-License-Identifier: Apache-2.0

/// Something that a judge holds against the simulator.
struct JudgeFinding: Hashable, CustomStringConvertible {
    /// What kind of thing, in a word.
    let kind: String
    /// Where: a path without its ids, so that the same thing on two resources is one finding.
    let place: String
    /// What was seen.
    let text: String

    init(_ kind: String, _ path: String, _ text: String) {
        self.kind = kind
        place = PathTemplate.generalized(path)
        self.text = text
    }

    var description: String { "\(kind)\t\(place)\t\(text)" }
}
