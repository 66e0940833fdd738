// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia
internal import HypermediaClient
internal import Workflows
internal import XMLSchema

/// `emwalk do`: performs the last link of a path.
struct DoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "do",
        abstract: "Follow a path and perform its last link.",
        discussion: """
            Fields of the body are key=value, nested as A.B=value, in any order: the schema puts them in theirs and says \
            what is missing. ‘emwalk form PATH’ shows what a link takes. A link that takes the resource itself, such as \
            Edit, changes just these fields and sends everything else back as it came.
            Example: emwalk do Down:JobReferenceList/@Nightly/Alternate:Job/Start --simulator --yes
            """
    )

    @Argument(help: ArgumentHelp("A link path.", valueName: "path"), completion: PathCompletion.kind)
    var path: String

    @Argument(help: ArgumentHelp("Fields of the body.", valueName: "key=value"))
    var fields: [String] = []

    @Flag(name: .customLong("dry-run"), help: "Show the request, and send nothing.")
    var dryRun = false

    @Flag(help: "Send a write without asking.")
    var yes = false

    @Flag(
        name: .customLong("cancel-on-interrupt"),
        help: "On Ctrl-C end the task that is awaited by its own Delete link, without asking, and read what is there."
    )
    var cancelsOnInterrupt = false

    @Flag(inversion: .prefixedNo, help: "Wait for the task that a write starts.")
    var wait = true

    @Option(help: ArgumentHelp("The method, for a relation that emwalk does not know.", valueName: "verb"))
    var verb: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = Console()
        let route = try await Route.typed(path)
        guard !route.path.steps.isEmpty else { throw ValidationError("PATH names no link to perform.") }
        let pairs = try InputArguments.pairs(fields)
        let desk = InterruptDesk(endsTasks: cancelsOnInterrupt, console: console, progress: nil)
        let report = try await Connection(connection, console: console).withSession(desk) { session in
            try await Explainable.about(route.whole) { try await perform(route, pairs, session, desk, console) }
        }
        if output.json {
            console.out(report.json.text())
        } else {
            console.out(report.text(console))
        }
        if let failure = report.failure { throw failure }
        if desk.decision != nil { throw Finished(status: .interrupted) }
    }

    private func perform(
        _ route: Route,
        _ pairs: [(key: String, value: String)],
        _ session: Connection.Session,
        _ desk: InterruptDesk,
        _ console: Console
    ) async throws -> DoReport {
        guard case .link(let link) = try await session.resolve(route) else {
            throw CommandError(
                "usage",
                "The path ends at an item, not at a link.",
                hint: "Add the link to perform, such as /Start."
            )
        }
        let rule = session.client.profile.bodies.first { $0.applies(to: link) }
        let body = try await body(for: link, rule, pairs, session.client)
        let order = try session.client.prepare(
            link,
            body: body,
            verb: verb.map { Verb(rawValue: $0.uppercased()) }
        )
        let dangers = session.client.profile.dangers.filter { $0.applies(to: link) }.map(\.text)
        if dryRun { return DoReport(order: order, dangers: dangers) }
        if !order.verb.isSafe { try confirm(order, dangers: dangers, console) }
        let answer = try await session.client.perform(order)
        guard wait else { return DoReport(order: order, dangers: dangers, answer: answer) }
        let waiter = TaskWaiter(
            client: session.client,
            interruption: desk.interruption,
            onReport: { report in
                if !console.isJSON {
                    console.err("  task \(report.operation ?? "") \(console.errorStyle.cyan(report.state))")
                }
            }
        )
        let ended = try await waiter.wait(for: answer, timeout: connection.taskLimit)
        return DoReport(order: order, dangers: dangers, answer: answer, task: ended)
    }

    private func body(
        for link: Link,
        _ rule: BodyRule?,
        _ pairs: [(key: String, value: String)],
        _ client: HypermediaClient
    ) async throws -> Body? {
        if pairs.isEmpty, rule?.isOptional ?? true { return nil }
        if let rule, rule.takesOwner {
            guard !pairs.isEmpty else {
                throw CommandError(
                    "bad-body",
                    "Nothing is to be changed: no field is given.",
                    hint: "Write key=value for each that changes; ‘emwalk form PATH’ shows what there is."
                )
            }
            return try await client.edit(
                link,
                pairs.map { BodyChange($0.key.hasSuffix(":") ? String($0.key.dropLast()) : $0.key, $0.value) }
            )
        }
        // The part of the body that the type of the resource decides on needs not be typed.
        let part = rule?.branch?.part(for: link)
        let prefix = part.map { $0 + "." } ?? ""
        var fields = try InputArguments.fields(
            pairs.map { $0.key.contains(".") ? "\($0.key)=\($0.value)" : "\(prefix)\($0.key)=\($0.value)" }
        )
        // Without any, the part is there all the same, so that what it lacks is told of.
        if fields.isEmpty, let part { fields = [BodyField(part, .fields([]))] }
        return Body(root: try self.root(of: rule, for: link, as: client.options.accept), fields: fields)
    }

    private func root(of rule: BodyRule?, for link: Link, as format: DocumentFormat) throws -> String? {
        // In JSON the root has no name, so an element that is only likely describes the body as well.
        if format == .json { return rule?.elements.first }
        if let rule { return rule.root }
        throw CommandError(
            "bad-body",
            "The XML root element of the body for \(link.rel) is not known.",
            hint: "Send it as JSON, which needs none: --accept json"
        )
    }

    private func confirm(_ order: PreparedRequest, dangers: [String], _ console: Console) throws {
        if !console.isJSON {
            for text in dangers {
                Prose.lines(text, width: console.errorWidth, indent: 6, lead: console.errorStyle.yellow("note: "))
                    .forEach(console.err)
            }
            if order.verdict == .noSchema { console.warnOfUncheckedBody() }
        }
        if yes { return }
        let what = "\(order.verb) \(LinkSelector(rel: order.link.rel, type: order.link.type))"
        guard console.isErrorTerminal, TerminalPrompt.isAvailable else {
            throw CommandError(
                "needs-yes",
                "There is no terminal to ask at before \(what).",
                hint: "Add --yes to send it."
            )
        }
        guard TerminalPrompt.confirm("Send \(what)?") else {
            throw CommandError("declined", "Nothing was sent.")
        }
    }
}
#endif
