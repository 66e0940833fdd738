// SPDX-License-Identifier: Apache-2.0

/// What is done to a valid document to make it wrong.
enum Mutation: String, CaseIterable {
    case missingElement = "missing element"
    case missingAttribute = "missing attribute"
    case swappedOrder = "swapped order"
    case unknownElement = "unknown element"
    case unknownAttribute = "unknown attribute"
    case wrongType = "wrong type"
    case wrongEnumeration = "wrong enumeration value"
    case wrongURNKind = "wrong URN kind"
    case secondOccurrence = "second occurrence"
}
