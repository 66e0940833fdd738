// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Foundation
internal import Hypermedia
internal import Survey

extension ContractCommand {
    /// Is `emwalk contract matrix`.
    struct Matrix: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell what each of several accounts is offered, refused (401, 403) and not shown.",
            discussion: """
                Of profiles, one after the other: logs on as each and reads what it is offered, some items of each \
                collection. Or of snapshots that were crawled as each. Only what reads is followed, so of links that write \
                it is told only whether they are offered. Exits with 8 if the accounts differ.
                Example: emwalk contract matrix --as admin --as operator
                """
        )

        @Argument(
            help: ArgumentHelp("Snapshots of one server, one for each account.", valueName: "snapshot"),
            completion: .file()
        )
        var snapshots: [String] = []

        @Option(
            name: .customLong("as"),
            help: ArgumentHelp("A profile to look as; may be repeated.", valueName: "profile"),
            completion: .custom { _, _, _ in (try? ProfileFile.read())?.names ?? [] }
        )
        var profiles: [String] = []

        @Option(help: ArgumentHelp("With --as: how many links in a row are followed.", valueName: "n"))
        var depth: Int = 6

        @Option(
            help: ArgumentHelp("With --as: how many items of each collection are followed further.", valueName: "n")
        )
        var sample: Int = 2

        @Flag(name: .long, help: "Tell also what is the same for all.")
        var all = false

        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var output: DocumentOptions

        mutating func validate() throws {
            if snapshots.count + profiles.count < 2 {
                throw ValidationError("A matrix takes two accounts or more: snapshots, or --as for each profile.")
            }
            if Set(profiles).count < profiles.count { throw ValidationError("A profile is named twice.") }
            if !profiles.isEmpty, connection.simulator || connection.profile != nil || connection.em != nil {
                throw ValidationError("Where to look is told by the profiles of --as.")
            }
            if depth < 1 || sample < 1 { throw ValidationError("Limits must be more than 0.") }
        }

        func run() async throws {
            let console = Console()
            let named = try snapshots.map { file in
                let name = URL(filePath: file).deletingPathExtension().lastPathComponent
                return (name: name, snapshot: try Snapshot(opening: file))
            }
            let folder = FileManager.default.temporaryDirectory.appending(path: "emwalk-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let matrix = try RoleMatrix(named + (try await seen(in: folder, console)))
            let rows = matrix.rows.filter { all || $0.differs }
            try output.write(.array(rows.map { Matrix.json($0, names: matrix.names) }), to: console) {
                guard !rows.isEmpty else { return "Every account is offered the same." }
                var table = TextTable(columns: ["owner", "verb", "link"] + matrix.names)
                table.rows = rows.map { Matrix.cells(of: $0) }
                return table.text(console)
            }
            if matrix.rows.contains(where: \.differs) { throw Finished(status: .findings) }
        }

        /// What each profile is offered; their snapshots are for this matrix alone.
        private func seen(in folder: URL, _ console: Console) async throws -> [(name: String, snapshot: Snapshot)] {
            guard !profiles.isEmpty else { return [] }
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let policy = CrawlPolicy(depth: depth, sample: sample, concurrency: 4)
            var result: [(name: String, snapshot: Snapshot)] = []
            for profile in profiles {
                var options = connection
                options.profile = profile
                let snapshot = try Snapshot.writable(folder.appending(path: "\(result.count)").path)
                _ = try await Connection(options, console: console).crawl(into: snapshot, policy: policy)
                result.append((profile, snapshot))
            }
            return result
        }

        private static func cells(of row: RoleMatrix.Row) -> [String] {
            let link: String = row.type.map { "\(row.rel):\($0)" } ?? row.rel
            let access: [String] = row.access.map { $0 == .unseen ? "–" : $0.rawValue }
            return [row.kind, row.verb ?? "?", link] + access
        }

        private static func json(_ row: RoleMatrix.Row, names: [String]) -> JSONValue {
            .members(
                ("kind", .string(row.kind)),
                ("rel", .string(row.rel)),
                ("type", .optional(row.type)),
                ("verb", .optional(row.verb)),
                (
                    "access",
                    .object(zip(names, row.access).map { JSONValue.Member($0, .string($1.rawValue)) })
                )
            )
        }
    }
}
#endif
