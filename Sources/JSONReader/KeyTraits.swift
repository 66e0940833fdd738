// SPDX-License-Identifier: Apache-2.0

/// What a key means for links, found out once per distinct key of a document.
struct KeyTraits: Sendable {
    /// Whether its value only holds links.
    var isContainer = false
    /// Whether it is the name of the link element, as in `{"Links": {"Link": [...]}}`.
    var isLinkElement = false
    /// Which part of a link it holds, if its object is one.
    var member: LinkMember?
}
