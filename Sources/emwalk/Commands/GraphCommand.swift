// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Foundation
internal import Hypermedia
internal import Survey

/// `emwalk graph`: a picture of a snapshot.
struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draw which types lead where, from a snapshot.",
        discussion: """
            html is one page that needs no network: type map, search, and every resource with its values and links. \
            The others are the type map alone: dot for Graphviz, mermaid for Markdown, graphml for editors, json.
            """
    )

    @Argument(help: ArgumentHelp("A snapshot that emwalk crawl made.", valueName: "snapshot"), completion: .file())
    var snapshot: String

    @Option(name: .shortAndLong, help: ArgumentHelp("dot, mermaid, graphml, json or html.", valueName: "format"))
    var output: GraphFormat = .html

    @Option(
        name: .long,
        help: ArgumentHelp("Write to a file instead of stdout.", valueName: "file"),
        completion: .file()
    )
    var out: String?

    func run() throws {
        let snapshot = try Snapshot(opening: snapshot)
        let console = Console(arguments: [])
        var file: FileHandle?
        if let out {
            guard FileManager.default.createFile(atPath: out, contents: nil),
                let handle = FileHandle(forWritingAtPath: out)
            else {
                throw CommandError("bad-file", "The file ‘\(out)’ cannot be written.")
            }
            file = handle
        }
        func write(_ text: String) throws {
            if let file { try file.write(contentsOf: Data(text.utf8)) } else { console.outRaw(Array(text.utf8)) }
        }
        switch output {
        case .dot: try write(snapshot.typeMap().dot())
        case .mermaid: try write(snapshot.typeMap().mermaid())
        case .graphml: try write(snapshot.typeMap().graphML())
        case .json: try write(GraphFormat.json(try snapshot.typeMap()).text() + "\n")
        case .html: try snapshot.writePage(to: write)
        }
        if let out { console.err("Written to ‘\(out)’.") }
    }
}

/// How a graph is written.
enum GraphFormat: String, ExpressibleByArgument, CaseIterable {
    case dot, mermaid, graphml, json, html

    static func json(_ graph: TypeMapGraph) -> JSONValue {
        .members(
            (
                "nodes",
                .array(graph.nodes.map { .members(("name", .string($0.name)), ("count", .integer($0.count))) })
            ),
            (
                "edges",
                .array(
                    graph.edges.map { edge in
                        .members(
                            ("kind", .string(edge.kind.rawValue)),
                            ("from", .string(edge.from)),
                            ("to", .optional(edge.to)),
                            ("rel", .string(edge.rel)),
                            ("type", .optional(edge.type)),
                            ("verb", .optional(edge.verb)),
                            ("count", .integer(edge.count))
                        )
                    }
                )
            )
        )
    }
}
#endif
