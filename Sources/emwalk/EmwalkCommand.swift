// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser

/// The command itself: what it is for, and its verbs by what a person wants.
struct EmwalkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emwalk",
        abstract: "Walk Veeam Backup Enterprise Manager by its links: look, plan, act.",
        discussion: """
            No server at hand? ‘emwalk demo’ shows the main job on a simulated one, and --simulator puts any command \
            on it. With a server: emwalk ls --em https://em.example:9398/api/ --user 'DOMAIN\\me'

            Exit status: 0 done · 1 internal · 2 usage · 3 network or TLS · 4 logon, 401, 403 · 5 link missing or \
            ambiguous · 6 other HTTP error or unusable document · 7 task or post-condition failed · 8 findings · \
            9 time limit · 10 outcome unknown · 11 some of several runs failed · 130 interrupted.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(name: "Learn", subcommands: [DemoCommand.self, SimulateCommand.self, DoctorCommand.self]),
            CommandGroup(
                name: "Look",
                subcommands: [
                    ShellCommand.self, LsCommand.self, ShowCommand.self, GetCommand.self, WhyCommand.self,
                ]
            ),
            CommandGroup(
                name: "Act",
                subcommands: [
                    WorkflowsCommand.self, PlanCommand.self, RunCommand.self, RunsCommand.self, ResumeCommand.self,
                    CompensateCommand.self,
                    DoCommand.self, LintCommand.self,
                ]
            ),
            CommandGroup(
                name: "Survey",
                subcommands: [
                    CrawlCommand.self, GraphCommand.self, DiffCommand.self, ContractCommand.self, CheckCommand.self,
                ]
            ),
            CommandGroup(name: "Record", subcommands: [ServeCommand.self, HARCommand.self]),
            CommandGroup(
                name: "Documents",
                subcommands: [
                    ParseCommand.self, LinksCommand.self, ValidateCommand.self, FormCommand.self, SchemaCommand.self,
                ]
            ),
        ]
    )
}
#endif
