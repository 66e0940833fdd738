// SPDX-License-Identifier: Apache-2.0

@testable import EnterpriseManagerSimulator

/// A URL of the guide with places for ids, such as `/jobs/{ID}?action=start`.
struct PathTemplate: Hashable {
    private let segments: [String]
    /// The parameters that stand for themselves; those with a place for a value are left out.
    let query: [String: String]
    /// The query as it is added to a path.
    let queryText: String

    /// - Parameter text: path and query, with or without the entry in front.
    init(_ text: String) {
        let (path, query) = PathTemplate.parts(text)
        segments = path
        self.query = query.filter { !$0.value.contains("{") && $0.key != "v" }
        queryText = self.query.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "&")
    }

    /// Whether there is a place for an id.
    var hasPlaces: Bool { segments.contains { $0.contains("{") } }
    /// The path that it is if it has no places.
    var path: String { Simulator.entryPath + segments.joined(separator: "/") }

    /// Whether the path, its query aside, is of this kind.
    func fits(_ path: String) -> Bool {
        let (other, _) = PathTemplate.parts(path)
        for (index, segment) in segments.enumerated() {
            if segment == "{filepath}" { return other.count > index }
            guard index < other.count else { return false }
            if !segment.contains("{"), segment != other[index] { return false }
            if segment.contains("{"), PathTemplate.words.contains(other[index]) { return false }
        }
        return other.count == segments.count
    }

    /// Whether path and query are of this kind.
    func fitsWhole(_ path: String) -> Bool {
        let (_, other) = PathTemplate.parts(path)
        return fits(path) && query.allSatisfy { other[$0.key] == $0.value }
            && (query["action"] != nil || other["action"] == nil)
    }

    /// A path with every id replaced.
    static func generalized(_ path: String) -> String {
        let halves = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let segments = (halves.first ?? "").split(separator: "/", omittingEmptySubsequences: false).map { segment in
            segment.contains { $0.isNumber } || segment.contains("%") || segment.contains("***") ? "{ID}" : segment
        }
        return segments.joined(separator: "/") + (halves.count > 1 ? "?" + halves[1] : "")
    }

    /// Fixed segments that would otherwise be taken for ids.
    private static let words: Set<String> = ["mounts", "guestfs", "childbackups"]

    private static func parts(_ text: String) -> ([String], [String: String]) {
        var text = text.lowercased()
        if let scheme = text.firstRange(of: "://") {
            text = String(text[scheme.upperBound...].drop { $0 != "/" })
        }
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var segments = (halves.first ?? "").split(separator: "/").map(String.init)
        if segments.first == "api" { segments.removeFirst() }
        var query: [String: String] = [:]
        for pair in (halves.count > 1 ? halves[1] : "").split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            query[sides[0]] = sides.count > 1 ? sides[1] : ""
        }
        return (segments, query)
    }
}
