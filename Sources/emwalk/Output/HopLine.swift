// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient

/// One request and its answer in a line.
struct HopLine {
    private let hop: Hop

    init(_ hop: Hop) { self.hop = hop }

    func text(_ style: Style) -> String {
        let number = String(hop.number)
        let link = "\(hop.rel)\(hop.type.map { ":\($0)" } ?? "")"
        let verb = hop.verb + String(repeating: " ", count: max(0, 6 - hop.verb.count))
        let status = hop.status.map(String.init) ?? hop.failure ?? "—"
        let isGood = (200...399).contains(hop.status ?? 0)
        let padding = String(repeating: " ", count: max(1, 44 - link.count))
        return String(repeating: " ", count: max(0, 3 - number.count)) + style.dim(number)
            + "  \(style.verb(verb)) \(style.bold(link))\(padding)\(isGood ? style.green(status) : style.red(status))"
            + style.dim("  \(hop.milliseconds) ms")
    }

    var json: JSONValue {
        .members(
            ("hop", .integer(hop.number)),
            ("rel", .string(hop.rel)),
            ("type", .optional(hop.type)),
            ("verb", .string(hop.verb)),
            ("target", .string(hop.target)),
            ("status", hop.status.map { .integer($0) } ?? .null),
            ("ms", .integer(hop.milliseconds)),
            ("bytes", .integer(hop.bytes)),
            ("failure", .optional(hop.failure)),
            ("findings", .array(hop.findings.map(ResourceJSON.finding)))
        )
    }
}
#endif
