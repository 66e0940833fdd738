// SPDX-License-Identifier: Apache-2.0

/// An element of the XML that says the same as a JSON value.
struct MappedElement {
    /// An attribute, and the value in JSON it comes from.
    struct Attribute {
        let name: String
        let value: String
        let source: Int
    }

    let name: String
    /// The value in JSON it comes from.
    let source: Int
    var attributes: [Attribute] = []
    var text = ""
    var children: [MappedElement] = []
    var isNil = false
    /// The names of which one is missing here; this element only keeps the place.
    var missing: [String] = []
}
