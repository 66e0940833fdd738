// SPDX-License-Identifier: Apache-2.0

/// What a simulated Enterprise Manager is like; the defaults are a plain, healthy one.
public struct SimulatorConfiguration: Sendable {
    /// Where the world's ids and chances come from: the same seed makes the same world and the same answers.
    public var seed: UInt64 = 1
    /// Where session ids and opaque tokens come from; a server on a socket gives a random value here.
    public var secretSeed: UInt64?
    /// How many backup jobs there are beside the six of the default world.
    public var generatedJobs = 0
    /// The API versions offered, in the order in which the entry document lists them.
    public var apiVersions: [APIVersion] = [.v1_5, .v1_6, .v1_7]
    /// How JSON keys are spelt.
    public var keyCase = KeyCase.pascal
    /// Whether answers begin with a UTF-8 byte order mark.
    public var byteOrderMark = false
    /// The order of XML attributes.
    public var attributeOrder = AttributeOrder.documentation
    /// Whether every href is a random path that holds for the logon session it was handed out to.
    public var opaqueURLs = false
    /// Whether the links of a resource come in random order.
    public var shuffleLinks = false
    /// Whether links with unknown `Rel` or `Type` stand among the real ones; following one is logged.
    public var decoyLinks = false
    /// Whether there are links to what the guide documents without a way to it: from the logon session to the lists of
    /// CDP, from jobs to their deletion; the links are inferred.
    public var linksInferredLists = false
    /// Scheme, host and port of every href, without a slash at the end.
    public var publicOrigin = "https://em.example.test:9398"
    /// The Portal Administrator who may log on.
    public var user = "EXAMPLE\\operator"
    /// Its password.
    public var password = "correct horse"
    /// Who else may log on, each with what its roles allow: a Portal User and a Restore Operator.
    public var accounts: [SimulatorAccount] = [
        SimulatorAccount(name: "EXAMPLE\\portal.user", password: "battery staple", roles: [.portalUser]),
        SimulatorAccount(
            name: "EXAMPLE\\restore.operator",
            password: "battery staple",
            roles: [.vmRestoreOperator, .fileRestoreOperator]
        ),
    ]
    /// How long a logon session lives without requests; 15 minutes [http_authentication].
    public var sessionIdle = Duration.seconds(900)
    /// How long a task is running.
    public var taskDuration = Duration.milliseconds(600)
    /// How long after the end of its task an effect shows; seconds on live servers (seen in a public client).
    public var effectDelay = Duration.zero
    /// How long a job session works.
    public var jobSessionDuration = Duration.seconds(3)
    /// How job sessions end: `Success`, `Warning` or `Failed` [backupsessions_id].
    public var jobSessionResult = "Success"
    /// How restores and failovers end: `Success`, `Warning` or `Failed` [restoresessions_id].
    public var restoreSessionResult = "Success"
    /// What is answered for a task that is gone.
    public var unknownTaskStatus = UnknownTaskStatus.internalServerError
    /// The root of the answer to a logon.
    public var logonAnswer = LogonAnswer.session
    /// Whether the Delete links of logon sessions, tasks and objects in jobs have a `Type`; both occur [logging_out].
    public var deleteLinkTyped = false
    /// The point in time at which the clock of the simulator begins, in seconds since 1970;
    /// 6 in the morning of 2026-01-16 (UTC).
    public var startTime = 1_768_543_200
    /// What goes wrong, and when.
    public var faults: [Fault] = []
    /// Whether requests and handed-out hrefs are recorded; a long-lived server may go without.
    public var keepsLog = true

    /// A plain, healthy Enterprise Manager.
    public init() {}

    /// A plain, healthy Enterprise Manager with some properties changed.
    public init(_ change: (inout SimulatorConfiguration) -> Void) {
        change(&self)
    }
}
