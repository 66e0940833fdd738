// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import EnterpriseManager
internal import Hypermedia
internal import HypermediaClient
internal import XMLSchema

/// `emwalk form`: what a body needs.
struct FormCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "form",
        abstract: "Show what a body needs: fields, order, types, limits, an example.",
        discussion: """
            Name an element of the schema, or the path of a link on a live server: then the form is the one that this \
            link takes, for a clone the part that fits the type of the job.
            Example: emwalk form JobCloneSpec
            Example: emwalk form Down:JobReferenceList/@Nightly/Alternate:Job/Clone --simulator
            """
    )

    @Argument(
        help: ArgumentHelp("An element, or the path of a link.", valueName: "name|path"),
        completion: .custom { _, _, _ in ElementNames.all }
    )
    var subject: String

    @Option(help: ArgumentHelp("How deep parts are shown.", valueName: "n"))
    var depth = 12

    @Flag(name: .long, help: "Show the example with everything that may be in it.")
    var full = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = Console()
        let model = try SchemaArgument.model(connection.schema)
        let view = try await view(model, console)
        if output.json {
            console.out(view.json.text())
        } else {
            console.out(FormText(console: console).show(view))
        }
    }

    private func view(_ model: SchemaModel, _ console: Console) async throws -> FormView {
        if !namesALink {
            let form = try SchemaForm(subject, in: model, depth: depth)
            return FormView(form: form, branch: nil, format: format, isFull: full)
        }
        let path = try RelPath(subject)
        let (root, branch, rel) = try await Connection(connection, console: console).withSession { session in
            guard case .link(let link) = try await session.client.resolve(path) else {
                throw CommandError("usage", "The path ends at an item, not at a link.")
            }
            let rule = session.client.profile.bodies.first { $0.applies(to: link) }
            return (rule?.root, rule?.branch?.part(for: link), "\(LinkSelector(rel: link.rel, type: link.type))")
        }
        guard let root else {
            throw CommandError(
                "no-schema",
                "No body is known for \(rel).",
                hint: "Most actions take none. ‘emwalk schema’ lists the elements that are known."
            )
        }
        return FormView(
            form: try SchemaForm(root, in: model, depth: depth),
            branch: branch,
            format: format,
            isFull: full
        )
    }

    private var format: DocumentFormat { connection.accept?.format ?? .xml }

    /// Paths have steps; a single word is an element unless a server is named.
    private var namesALink: Bool {
        subject.contains("/") || subject.contains(":") || subject.contains("[") || connection.simulator
            || connection.em != nil || connection.profile != nil
    }
}
#endif
