// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import EnterpriseManager
internal import Hypermedia
internal import NodeStore

/// `emwalk validate`: the verdict of a schema on documents.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Validate documents, XML or JSON, against the schema of the REST API.",
        discussion: """
            Verdicts: valid, invalid, no-schema (the schema does not know the root element), unreadable. Exits with 8 \
            if any document is invalid, with 6 if one cannot be read. \
            Without --schema, the schema of the API 1.7 that comes with emwalk is used; see ‘emwalk schema’. It notes what \
            came with which version: with --api-version, what came later is a finding, not-in-version.
            """
    )

    @Argument(help: ArgumentHelp("Files, or - for stdin.", valueName: "file"), completion: .file())
    var files: [String]

    @Option(
        help: ArgumentHelp("Another schema, such as the RestAPI.xsd of an installation.", valueName: "xsd"),
        completion: .file(extensions: ["xsd"])
    )
    var schema: String?

    @Option(
        help: ArgumentHelp("What a JSON document is about, where it does not show.", valueName: "element"),
        completion: .custom { _, _, _ in ElementNames.all }
    )
    var root: String?

    @Option(
        name: .customLong("api-version"),
        help: ArgumentHelp("Find what came later than this API version, such as v1_5.", valueName: "v")
    )
    var apiVersion: String?

    @Option(help: ArgumentHelp("Write the verdicts as JUnit XML, too.", valueName: "file"), completion: .file())
    var junit: String?

    @OptionGroup var output: DocumentOptions

    func run() throws {
        let console = Console()
        let schema = try SchemaArgument.read(schema)
        let version = try APIVersionArgument.read(apiVersion)
        var verdicts: [FileVerdict] = []
        for file in files {
            let verdict = FileVerdict(
                file,
                bytes: try FileArgument.read(file),
                schema: schema,
                root: root,
                version: version
            )
            verdicts.append(verdict)
            if output.format == .table { console.out(verdict.text(console.style)) }
        }
        if output.format != .table { try output.write(.array(verdicts.map(\.json)), to: console) { "" } }
        if let junit { try JUnitReport(verdicts.map(\.junit)).write(to: junit) }
        let status = verdicts.map(\.status).max { $0.rank < $1.rank } ?? .valid
        if let exit = status.exit { throw Finished(status: exit) }
    }
}
#endif
