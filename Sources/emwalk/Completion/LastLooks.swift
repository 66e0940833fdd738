// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia

/// What was seen lately, so that paths can be completed without a request.
///
/// Steps by the path of the resource that offers them: relations, types and names, no URL.
struct LastLooks: Codable, Equatable {
    /// One resource.
    struct Entry: Codable, Equatable {
        /// The walk that leads to it; empty for the session.
        let path: String
        /// The steps that lead on.
        let steps: [String]
    }

    /// As many resources as a person goes back to.
    private static let most = 50
    /// Of longer lists nobody picks by completion.
    private static let mostSteps = 2000

    /// The latest first.
    private(set) var entries: [Entry] = []

    /// Remembers a resource.
    mutating func see(_ resource: Resource, items: [Resource], at path: RelPath) {
        let text = path.description
        entries.removeAll { $0.path == text }
        entries.insert(Entry(path: text, steps: LastLooks.steps(of: resource, items: items)), at: 0)
        if entries.count > LastLooks.most { entries.removeLast(entries.count - LastLooks.most) }
    }

    /// The paths that begin with what was typed, whatever the case.
    func paths(beginningWith typed: String) -> [String] {
        let folded = typed.lowercased()
        var seen: Set<String> = []
        var found: [String] = []
        for entry in entries {
            // Only one step at a time: the next ones are offered behind a slash.
            let base = entry.path.isEmpty ? "" : entry.path + "/"
            guard folded.hasPrefix(base.lowercased()) else { continue }
            for step in entry.steps where (base + step).lowercased().hasPrefix(folded) {
                if seen.insert(base + step).inserted { found.append(base + step) }
            }
        }
        return found
    }

    /// The names of the items that were seen.
    var names: [String] {
        var seen: Set<String> = []
        return entries.flatMap(\.steps).compactMap { step in
            guard let path = try? RelPath(step), path.steps.count == 1, case .named(let name) = path.steps[0],
                seen.insert(name).inserted
            else { return nil }
            return name
        }
    }

    private static func steps(of resource: Resource, items: [Resource]) -> [String] {
        let picks = ItemSteps(among: items)
        let links = resource.links.compactMap { link -> String? in
            let selector = LinkSelector(rel: link.rel, type: link.type)
            if selector.matches(in: resource).count == 1 { return selector.description }
            let named = LinkSelector(rel: link.rel, type: link.type, name: link.name)
            return named.matches(in: resource).count == 1 ? named.description : nil
        }
        return Array((items.map { picks.text(for: $0) } + links).prefix(mostSteps))
    }

    // MARK: The file

    /// Where it is kept: beside the runs.
    static func file(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> URL {
        URL(filePath: RunFolder.path(environment)).deletingLastPathComponent().appending(path: "looks.json")
    }

    /// What is kept; nothing where nothing can be read.
    static func read(_ file: URL = file()) -> LastLooks {
        (try? Data(contentsOf: file)).flatMap { try? JSONDecoder().decode(LastLooks.self, from: $0) } ?? LastLooks()
    }

    /// Keeps it for its owner only; where that fails, nothing but completion is lost.
    func write(_ file: URL = file()) {
        guard let data = try? JSONEncoder().encode(self) else { return }
        let folder = file.deletingLastPathComponent()
        try? FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        // Another completion may read it now: it is replaced as a whole.
        let draft = folder.appending(path: "looks-\(ProcessInfo.processInfo.processIdentifier).tmp")
        guard
            FileManager.default.createFile(
                atPath: draft.path,
                contents: data,
                attributes: [.posixPermissions: 0o600]
            )
        else { return }
        if rename(draft.path, file.path) != 0 { try? FileManager.default.removeItem(at: draft) }
    }

    /// Remembers a resource for completion.
    static func remember(_ resource: Resource, items: [Resource], at path: RelPath) {
        var looks = read()
        looks.see(resource, items: items, at: path)
        looks.write()
    }
}
#endif
