// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia

/// Which Enterprise Manager a command talks to, as whom, and how much it trusts.
struct ConnectionOptions: ParsableArguments {
    /// How long a task may take, in seconds, where nobody says.
    static let standardTaskTimeout = 300.0

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The entry point, such as https://em.example:9398/api/ (EMWALK_EM).",
            valueName: "url"
        )
    )
    var em: String?

    @Flag(name: .long, help: "Start a simulated EM for the length of this command, instead of --em.")
    var simulator = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Settings from $XDG_CONFIG_HOME/emwalk/profiles.yaml, else under ~/.config (EMWALK_PROFILE).",
            discussion: """
                em, user, tenant, organization, password_command, cacert, pin, accept, api-version and host-map. Options \
                come before it, it before the environment. password_command is a list of words, run without a shell, or \
                a line for /bin/sh -c; its first line is the password.
                """,
            valueName: "name"
        ),
        completion: .custom { _, _, _ in (try? ProfileFile.read())?.names ?? [] }
    )
    var profile: String?

    @Option(name: .long, help: ArgumentHelp("Who logs on: DOMAIN\\user (EMWALK_USER).", valueName: "name"))
    var user: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Log on as a tenant of Cloud Connect, instead of --user.", valueName: "name")
    )
    var tenant: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "With --tenant: its organization in VMware Cloud Director; the tenant is then one of its users.",
            valueName: "name"
        )
    )
    var organization: String?

    @Flag(name: .long, help: "Read the password from stdin. Else: EMWALK_PASSWORD, --password-file, netrc, a prompt.")
    var passwordStdin = false

    @Option(
        name: .long,
        help: ArgumentHelp("Read the password from the first line of a file.", valueName: "file"),
        completion: .file()
    )
    var passwordFile: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Trust the certificates in this PEM file.", valueName: "file"),
        completion: .file()
    )
    var cacert: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Trust exactly the certificate with this fingerprint.", valueName: "sha256:…")
    )
    var pin: String?

    @Flag(name: .long, help: "Trust any certificate. Anyone in between can read the password.")
    var insecure = false

    @Flag(name: .long, help: "Allow http:// to another machine. Anyone in between can read the password.")
    var allowPlaintext = false

    @Option(name: .long, help: ArgumentHelp("Ask for xml or json; default: xml.", valueName: "format"))
    var accept: FormatArgument?

    @Option(
        name: .long,
        help: ArgumentHelp("Log on to this API version, such as v1_7; default: latest.", valueName: "v")
    )
    var apiVersion: String?

    @Option(name: .long, help: ArgumentHelp("How long one request may take.", valueName: "seconds"))
    var timeout: Double = 60

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How long a task may take. (default: \(ConnectionOptions.standardTaskTimeout))",
            valueName: "seconds"
        )
    )
    var taskTimeout: Double?

    @Option(
        name: .long,
        help: ArgumentHelp("Follow links that name the origin FROM to the origin TO.", valueName: "from=to")
    )
    var hostMap: [String] = []

    @Option(
        name: .customLong("xml-root"),
        help: ArgumentHelp(
            "The XML root element of the body for links of a type, where it is not known.",
            valueName: "type=element"
        )
    )
    var xmlRoot: [String] = []

    @Flag(name: .shortAndLong, help: "Tell each request on stderr; -vv with findings.")
    var verbose: Int

    @Option(
        name: .long,
        help: ArgumentHelp("Write each request as a line of JSON, secrets masked.", valueName: "file"),
        completion: .file()
    )
    var trace: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Record the conversation into a folder, secrets and host taken out.", valueName: "dir")
    )
    var record: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Answer from a recorded conversation instead of a server.", valueName: "dir")
    )
    var replay: String?

    @Flag(name: .long, help: "With --replay: the same requests in the same order, bodies included.")
    var strictReplay = false

    /// Whether what answers ends with the command.
    var isEphemeral: Bool { simulator || replay != nil }

    @Flag(name: .long, help: "Tell the curl command of each request on stderr, *** for each secret.")
    var curl = false

    @Flag(
        name: .customLong("validate"),
        help: "Hold every answer against the schema; what is found is told on stderr."
    )
    var validatesAnswers = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The schema for --validate and for bodies, such as the RestAPI.xsd of an installation.",
            valueName: "xsd"
        )
    )
    var schema: String?

    @Flag(name: .long, help: "Refuse to send a body that no schema describes.")
    var strict = false

    @Flag(name: .long, help: ArgumentHelp("With --simulator: hand out a random URL for every link."))
    var opaqueUrls = false

    @Option(name: .long, help: ArgumentHelp("With --simulator: the seed of its world.", valueName: "n"))
    var seed: UInt64 = 1

    mutating func validate() throws {
        if simulator, profile != nil { throw ValidationError("Use either --profile or --simulator, not both.") }
        if tenant != nil, user != nil { throw ValidationError("Use either --user or --tenant, not both.") }
        if organization != nil, tenant == nil, profile == nil {
            throw ValidationError("--organization goes with --tenant, the user of the organization.")
        }
        if simulator, em != nil { throw ValidationError("Use either --em or --simulator, not both.") }
        if replay != nil, simulator || em != nil {
            throw ValidationError("Use one of --em, --simulator and --replay, not two.")
        }
        if strictReplay, replay == nil { throw ValidationError("--strict-replay goes with --replay.") }
        if let record, record == replay { throw ValidationError("--record and --replay name the same folder.") }
        if [cacert != nil, pin != nil, insecure].filter({ $0 }).count > 1 {
            throw ValidationError("Use one of --cacert, --pin and --insecure.")
        }
        if timeout <= 0 || taskTimeout ?? 1 <= 0 { throw ValidationError("A time limit must be more than 0 seconds.") }
    }
}
#endif
