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
            link takes, for a clone the part that fits the type of the job. With --api-version, what came later is \
            marked.
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
    @OptionGroup var output: DocumentOptions

    func run() async throws {
        let console = Console()
        let model = try SchemaArgument.model(connection.schema)
        let version = try APIVersionArgument.read(connection.apiVersion ?? sessionOptions?.apiVersion)
        if !namesALink {
            try show(
                FormView(
                    form: try SchemaForm(subject, in: model, depth: depth),
                    version: version,
                    format: format,
                    isFull: full
                ),
                console
            )
            return
        }
        let route = try await Route.typed(subject)
        let body = try await Connection(connection, console: console).withSession { session in
            guard
                case .link(let link) = try await Explainable.about(
                    route.whole,
                    { try await session.resolve(route) }
                )
            else {
                throw CommandError(
                    "usage",
                    "The path ends at an item, not at a link.",
                    hint: "Add a link, such as /Clone."
                )
            }
            return LinkBody(link, profile: session.client.profile)
        }
        guard body.verb != nil else {
            throw CommandError("unknown-verb", "Nothing is known of the relation \(body.rel), not even its method.")
        }
        guard let element = body.element else {
            try output.write(FormView.json(without: body), to: console) { body.sentences.joined(separator: "\n") }
            return
        }
        try show(
            FormView(
                form: try SchemaForm(element, in: model, depth: depth),
                link: body,
                version: version,
                format: format,
                isFull: full
            ),
            console
        )
    }

    private func show(_ view: FormView, _ console: Console) throws {
        try output.write(view.json, to: console) { FormText(console: console).show(view) }
    }

    /// What holds for the session of the shell that this was typed in.
    private var sessionOptions: ClientOptions? { Surroundings.current.shell?.session.client.options }

    private var format: DocumentFormat { connection.accept?.format ?? sessionOptions?.accept ?? .xml }

    /// Paths have steps; a single word is an element unless a server is named.
    private var namesALink: Bool {
        // In a shell there are links at hand: any other word is one.
        if Surroundings.current.shell != nil { return !ElementNames.all.contains(subject) }
        return subject.contains("/") || subject.contains(":") || subject.contains("[") || connection.isEphemeral
            || connection.em != nil || connection.profile != nil
    }
}
#endif
