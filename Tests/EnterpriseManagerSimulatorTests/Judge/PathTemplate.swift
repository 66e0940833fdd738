// SPDX-License-Identifier: Apache-2.0

@testable import EnterpriseManagerSimulator

/// A URL of the guide with places for ids, such as `/jobs/{ID}?action=start`.
struct PathTemplate: Hashable {
    private let segments: [String]
    /// The parameters that stand for themselves; those with a place for a value are left out.
    private let query: [String: String]

    /// - Parameter text: path and query, with or without the entry in front.
    init(_ text: String) {
        let parsed = ParsedPath(text)
        segments = parsed.segments
        query = parsed.query.filter { !$0.value.contains("{") && $0.key != "v" }
    }

    private init(segments: [String]) {
        self.segments = segments
        query = [:]
    }

    /// The query as it is added to a path; empty for none.
    var suffix: String {
        query.isEmpty ? "" : "?" + query.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "&")
    }

    /// The path if there is no place for an id in it.
    var path: String? {
        segments.contains { $0.contains("{") } ? nil : Simulator.entryPath + segments.joined(separator: "/")
    }

    /// What it is a part of, and its own last segment, if that is a word.
    var parent: (template: PathTemplate, word: String)? {
        guard segments.count > 1, let last = segments.last, !last.contains("{") else { return nil }
        return (PathTemplate(segments: segments.dropLast()), last)
    }

    /// Whether the path, its query aside, is of this kind.
    func fits(_ path: ParsedPath) -> Bool {
        for (index, segment) in segments.enumerated() {
            if segment == "{filepath}" { return path.segments.count > index }
            guard index < path.segments.count else { return false }
            let other = path.segments[index]
            if segment.contains("{") ? PathTemplate.words.contains(other) : segment != other { return false }
        }
        return path.segments.count == segments.count
    }

    /// Whether path and query are of this kind.
    ///
    /// - Parameter isRead: a GET may have an action that says what of a folder is listed.
    func fitsWhole(_ path: ParsedPath, isRead: Bool) -> Bool {
        fits(path) && query.allSatisfy { path.query[$0.key] == $0.value }
            && (isRead || query["action"] != nil || path.query["action"] == nil || path.query["action"] == "edit")
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
}
