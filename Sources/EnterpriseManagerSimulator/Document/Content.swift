// SPDX-License-Identifier: Apache-2.0

/// What stands inside an element beside its links, with what both formats need to know of it.
indirect enum Content: Sendable {
    /// One child element; in JSON a property, under another name where EM renames it.
    case element(Element, jsonName: String? = nil)
    /// Repeated children of a wrapper: in JSON one array property, named in the plural.
    case items(of: String, [Element])
    /// The same, made one after the other while they are written, so that a long list takes no room.
    case made(of: String, @Sendable () -> AnySequence<Element>)
    /// Values repeated without a wrapper: in JSON an array under their own name.
    case repeated(String, [String])
    /// A wrapper with repeated texts: in JSON the wrapper's name, in the plural, holds an array of strings.
    case texts(String, of: String, [String])
    /// Links under another name than `Links`, such as the `Actions` of a file.
    case links(String, [OfferedLink])
    /// Nothing in XML, `null` in JSON: since EM 10 absent data are written so [resource_representation_for_ke].
    case absent(String)

    /// Whether there is a list inside that is made while it is written.
    var isLong: Bool {
        switch self {
        case .made: true
        case .element(let element, _): element.isLong
        default: false
        }
    }

    /// A child with a value.
    static func value(_ name: String, _ value: Scalar) -> Content { .element(Element(name, text: value)) }
    /// A child with a value, or `null`.
    static func value(_ name: String, _ value: Scalar?) -> Content {
        value.map { .element(Element(name, text: $0)) } ?? .absent(name)
    }
    /// A child with a text.
    static func text(_ name: String, _ text: String) -> Content { .element(Element(name, text: .text(text))) }
    /// A child with a text, or `null`.
    static func text(_ name: String, _ text: String?) -> Content {
        text.map { .element(Element(name, text: .text($0))) } ?? .absent(name)
    }
    /// A child with children.
    static func group(_ name: String, _ content: [Content]) -> Content { .element(Element(name, content: content)) }
}
