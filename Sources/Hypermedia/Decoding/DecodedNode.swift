// SPDX-License-Identifier: Apache-2.0

/// What stands at one key of a resource.
enum DecodedNode {
    /// The value of an attribute.
    case text(String)
    /// The elements of one name, in document order; none where there is nothing, which is how XML writes an empty list.
    case elements([Resource])

    /// The one text, if there is one.
    var text: String? {
        switch self {
        case .text(let text): text
        case .elements(let elements): elements.count == 1 ? elements[0].text : nil
        }
    }

    /// The one element, if there is one.
    var element: Resource? {
        guard case .elements(let elements) = self, elements.count == 1 else { return nil }
        return elements[0]
    }

    /// The parts of a list: the elements themselves, or the members of the one wrapper around them.
    var list: [DecodedNode] {
        guard case .elements(let elements) = self else { return [self] }
        let wrapped = elements.count == 1 ? elements[0].wrappedMembers : nil
        return (wrapped ?? elements).map { .elements([$0]) }
    }

    /// Why there is not one text or one element.
    var isAbsent: Bool {
        guard case .elements(let elements) = self else { return false }
        return elements.isEmpty
    }
}
