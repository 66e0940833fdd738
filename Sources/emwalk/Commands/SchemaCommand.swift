// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import EnterpriseManager
internal import Foundation
internal import Hypermedia
internal import LibXML
internal import XMLSchema

/// `emwalk schema`: browse the schema.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Browse the schema of the REST API, or write it into a folder.",
        discussion: """
            Without a name: every root element, with what it is. With one: what it holds, as ‘emwalk form’ shows it.
            """
    )

    @Argument(
        help: ArgumentHelp("An element.", valueName: "name"),
        completion: .custom { _, _, _ in ElementNames.all }
    )
    var name: String?

    @Option(help: ArgumentHelp("Another schema.", valueName: "xsd"), completion: .file(extensions: ["xsd"]))
    var schema: String?

    @Option(
        name: .customLong("api-version"),
        help: ArgumentHelp(
            "Only elements that this API version has, such as v1_5; with a name: mark what came later.",
            valueName: "v"
        )
    )
    var apiVersion: String?

    @Option(
        name: .customLong("export"),
        help: ArgumentHelp("Write the documents of our schema into this folder.", valueName: "folder")
    )
    var export: String?

    @OptionGroup var output: DocumentOptions

    func run() throws {
        let console = Console()
        if let export {
            try write(to: export, console)
            return
        }
        let model = try SchemaArgument.model(schema)
        if let name {
            let view = FormView(form: try SchemaForm(name, in: model), version: try APIVersionArgument.read(apiVersion))
            try output.write(view.json, to: console) { FormText(console: console).show(view) }
            return
        }
        try list(try elements(of: model), in: model, console)
    }

    private func elements(of model: SchemaModel) throws -> [ElementDeclaration] {
        guard let version = try APIVersionArgument.read(apiVersion) else { return model.elements }
        return model.elements.filter { element in
            SchemaVersion(since(element, model) ?? "").map { $0 <= version } ?? true
        }
    }

    private func since(_ element: ElementDeclaration, _ model: SchemaModel) -> String? {
        element.notes.since ?? (try? SchemaForm(element.name, in: model, depth: 0))?.since
    }

    private func list(_ elements: [ElementDeclaration], in model: SchemaModel, _ console: Console) throws {
        let rows = elements.map { element in
            let form = try? SchemaForm(element.name, in: model, depth: 0)
            return (name: element.name, since: form?.since ?? "", words: form?.documentation ?? "")
        }
        let documents = rows.map { row in
            JSONValue.members(
                ("element", .string(row.name)),
                ("since", .string(row.since)),
                ("documentation", .string(row.words))
            )
        }
        try output.write(.array(documents), to: console) {
            var table = TextTable("ELEMENT", "SINCE", "WHAT IT IS")
            table.rows = rows.map { [$0.name, $0.since, $0.words] }
            let style = console.style
            table.paint = { $0 == 0 ? style.bold($1) : $1 }
            return table.text(console)
        }
    }

    private func write(to folder: String, _ console: Console) throws {
        let root = URL(fileURLWithPath: folder)
        var files: [String] = []
        do {
            for document in Schema.enterpriseManagerDocuments {
                let file = root.appending(path: document.name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(document.bytes).write(to: file)
                files.append(file.path)
            }
        } catch {
            throw CommandError("bad-file", "The schema cannot be written into ‘\(folder)’.")
        }
        try output.write(.array(files.map { .string($0) }), to: console) { files.joined(separator: "\n") }
    }
}
#endif
