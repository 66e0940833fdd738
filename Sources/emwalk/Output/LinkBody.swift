// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// What is known about the body of a link.
struct LinkBody: Sendable {
    let rel: Rel
    let type: LinkType?
    let verb: Verb?
    let rule: BodyRule?
    /// The part of the body that the resource that offers the link decides on.
    let branch: String?

    init(_ link: Link, profile: Profile) {
        rel = link.rel
        type = link.type
        verb = link.verb
        rule = profile.bodies.first { $0.applies(to: link) }
        branch = rule?.branch?.part(for: link)
    }

    /// The element that describes the body, a likely one where its name is not known; nil if the link takes none.
    var element: String? { rule?.elements.first }

    /// `required`, `optional` or `none`.
    var need: String { rule.map { $0.isOptional ? "optional" : "required" } ?? "none" }

    /// Other elements that the body may be.
    var alternatives: [String] { Array((rule?.elements ?? []).dropFirst()) }

    private var name: String { LinkSelector(rel: rel, type: type).description }

    /// One line, and what else is to be known.
    var sentences: [String] {
        guard let rule, let element else { return ["\(name) takes no body."] }
        let part = branch.map { ", here with its part \($0)" } ?? ""
        var sentences = ["\(name) \(rule.isOptional ? "can take" : "takes") \(element)\(part)."]
        if rule.takesOwner {
            sentences.append("It is the resource itself, changed: ‘emwalk do’ needs only the fields that change.")
        }
        if !alternatives.isEmpty { sentences.append("It may be \(alternatives.joined(separator: " or ")) instead.") }
        if let note = rule.note { sentences.append(note) }
        return sentences
    }

    var json: JSONValue {
        .members(
            ("rel", .string(rel.rawValue)),
            ("type", .optional(type?.rawValue)),
            ("verb", .optional(verb?.rawValue)),
            ("body", .string(need)),
            ("alternatives", .array(alternatives.map { .string($0) })),
            ("takesOwner", .boolean(rule?.takesOwner ?? false)),
            ("note", .optional(rule?.note)),
            ("source", .optional(rule?.source))
        )
    }
}
#endif
