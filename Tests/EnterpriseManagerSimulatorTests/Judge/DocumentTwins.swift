// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia

/// Compares what a client reads in XML with what it reads in JSON: every value and every link of every resource in a
/// document, through the generic reader.
///
/// Two things may differ: where one has nothing, the other may have something empty, such as a list or null; and JSON
/// has a date before a time of day.
enum DocumentTwins {
    /// What differs, in words; nothing if the two say the same.
    static func differences(_ xml: Page, _ json: Page, type: String) -> [String] {
        do {
            return differences(try read(xml, .xml, type).root, try read(json, .json, type).root)
        } catch {
            return ["\(error)"]
        }
    }

    private static func read(_ page: Page, _ format: DocumentFormat, _ type: String) throws -> Representation {
        try Representation.read(
            Array(page.text.utf8),
            format: format,
            profile: .enterpriseManager,
            expectedType: type.isEmpty ? nil : LinkType(type)
        )
    }

    private static func differences(_ xml: Resource, _ json: Resource) -> [String] {
        let place = xml.name
        guard xml.name.lowercased() == json.name.lowercased() else { return ["a \(xml.name) is a \(json.name)"] }
        var found = values(xml, json).map { "\(place): \($0)" }
        let links = (xml: xml.links.map(text), json: json.links.map(text))
        if links.xml != links.json {
            let other = Set(links.xml).symmetricDifference(links.json).sorted().first ?? "the order"
            found.append("\(place): links differ by \(other)")
        }
        let items = (xml: xml.items, json: json.items)
        guard items.xml.count == items.json.count else {
            return found + ["\(place): \(items.xml.count) items are \(items.json.count)"]
        }
        for (one, other) in zip(items.xml, items.json) { found += differences(one, other) }
        return found
    }

    private static func text(_ link: Link) -> String {
        "\(link.rel.rawValue) \(link.type?.rawValue ?? "-") \(link.name ?? "-") \(link.href.text)"
    }

    private struct Value: Hashable {
        let path: String
        let text: String
    }

    private static func values(_ xml: Resource, _ json: Resource) -> [String] {
        func values(_ resource: Resource) -> [Value] {
            resource.properties.filter { !$0.value.isEmpty }
                .map { Value(path: $0.path.description.lowercased(), text: $0.value) }
        }
        var left: [Value: Int] = [:]
        for value in values(json) { left[value, default: 0] += 1 }
        var missing: [Value] = []
        for value in values(xml) {
            if let count = left[value], count > 0 {
                left[value] = count - 1
            } else {
                missing.append(value)
            }
        }
        var rest = left.filter { $0.value > 0 }.map(\.key)
        var found: [String] = []
        for value in missing {
            if let twin = rest.firstIndex(where: { $0.path == value.path && isTime(value.text, in: $0.text) }) {
                rest.remove(at: twin)
            } else {
                found.append("\(value.path) “\(value.text)” is missing in JSON")
            }
        }
        return found + rest.map { "\($0.path) “\($0.text)” is missing in XML" }.sorted()
    }

    /// Whether a text is the time of day of a point in time.
    private static func isTime(_ time: String, in text: String) -> Bool {
        let parts = text.split(separator: "T", maxSplits: 1)
        return parts.count == 2 && time == parts[1] + ".0000000+00:00"
    }
}
