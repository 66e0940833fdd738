// SPDX-License-Identifier: Apache-2.0

#if Network
/// A verb of the shell, as its help and its completion tell of it.
struct ShellVerb: Hashable, Sendable {
    /// What a verb is for.
    enum Group: String, CaseIterable, Sendable {
        case look = "Look"
        case move = "Move"
        case ask = "Ask and act"
        case keep = "Keep and compare"
        case shell = "The shell"
    }

    let name: String
    var aliases: [String] = []
    let group: Group
    let usage: String
    let summary: String
    /// What else is to be known, with examples.
    var details = ""

    var names: [String] { [name] + aliases }

    /// Verbs after which what was read before may be wrong.
    static let writes: Set<String> = ["do", "run", "resume", "compensate"]

    /// Options that decide who talks to whom and how, which is decided when a shell begins.
    static let logonOptions: Set<String> = [
        "--em", "--simulator", "--profile", "--as", "--user", "--tenant", "--organization", "--password-stdin",
        "--password-file", "--cacert", "--pin", "--insecure", "--allow-plaintext", "--accept", "--api-version",
        "--timeout", "--host-map", "--xml-root", "--record", "--replay", "--strict-replay", "--trace", "--curl",
        "--validate", "--schema", "--strict", "--opaque-urls", "--seed", "--verbose", "-v",
    ]
    /// Those of them that a verb has for itself.
    private static let own: [String: Set<String>] = [
        "form": ["--schema", "--api-version", "--accept"], "schema": ["--schema", "--api-version"],
        "check": ["--schema"],
    ]

    /// The option of a line that belongs to the beginning of a shell; nil if it has none.
    static func logonOption(in words: [String]) -> String? {
        let allowed = words.first.flatMap { own[$0] } ?? []
        // A value may look like an option only behind two dashes.
        return words.prefix { $0 != "--" }.map { String($0.prefix { $0 != "=" }) }
            .map { $0.wholeMatch(of: /-v+/) == nil ? $0 : "-v" }
            .first { logonOptions.contains($0) && !allowed.contains($0) }
    }

    static let all: [ShellVerb] = look + move + act + keep + shell

    private static let look = [
        ShellVerb(
            name: "ls",
            aliases: ["l", "dir"],
            group: .look,
            usage: "ls [WHERE] [KEY=VALUE…]",
            summary: "links and items, numbered",
            details: """
                Links first, then items with the values that tell them apart. Conditions narrow the items down:
                  ls JobList                             go nowhere, just look
                  ls BackupJobSessionList Result=Failed
                  ls RepositoryList FreeSpace<2T         sizes in K, M, G, T
                  ls Name~sql CreationTimeUTC>2026-01-15
                = != < > <= >= and ~ (contains); a word alone may occur anywhere.
                  ls JobList --fields Platform,NextRun   these columns, -o csv and others as well
                Numbers are those of what was shown last, whatever was left out.
                """
        ),
        ShellVerb(
            name: "show",
            aliases: ["cat"],
            group: .look,
            usage: "show [WHERE|PART]",
            summary: "what a resource says",
            details: """
                  show                 here; each part of it in a line
                  show OptionsDaily    one part, or one value
                  show --full          everything
                  show 3               what number 3 of the last list leads to
                  show -o json         as JSON
                """
        ),
        ShellVerb(
            name: "find",
            aliases: ["search", "grep"],
            group: .look,
            usage: "find WORD…",
            summary: "everything about some words: links and items here, workflows, verbs",
            details: "  find failed     find repository     find restore file"
        ),
        ShellVerb(
            name: "get",
            group: .look,
            usage: "get WHERE",
            summary: "the representation, as XML or JSON",
            details: "  get self        of the current resource\n  get 3 > answer.xml"
        ),
        ShellVerb(
            name: "links",
            group: .look,
            usage: "links --at WHERE",
            summary: "every link, those of items, too"
        ),
    ]

    private static let move = [
        ShellVerb(
            name: "go",
            aliases: ["cd"],
            group: .move,
            usage: "go WHERE",
            summary: "there; ‘go’ may be left out",
            details: """
                WHERE is a number of the last list, a name, a relation, a type, or a path of these:
                  go 3     go Nightly     go JobList     go JobList/Nightly     go "Backup Vol 01"
                  go Down:JobReferenceList/@Nightly/Alternate:Job      exactly, as scripts write it
                / is the session, where everything begins; .. is up; - is back.
                """
        ),
        ShellVerb(name: "up", group: .move, usage: "up [WHICH]", summary: "over the Up link"),
        ShellVerb(name: "back", aliases: ["b"], group: .move, usage: "back", summary: "where you were before"),
        ShellVerb(name: "home", group: .move, usage: "home", summary: "the session, where everything begins"),
        ShellVerb(name: "pwd", aliases: ["path"], group: .move, usage: "pwd", summary: "the link path to here"),
        ShellVerb(name: "refresh", group: .move, usage: "refresh", summary: "read the current resource anew"),
    ]

    private static let act = [
        ShellVerb(
            name: "workflows",
            group: .ask,
            usage: "workflows [NAME|WORD]",
            summary: "what can be asked and done by name; each is a verb",
            details:
                "  workflows                 all of them\n  workflows restore         those about it\n  workflows restore-file    what one takes, does and risks"
        ),
        ShellVerb(
            name: "plan",
            group: .ask,
            usage: "plan WORKFLOW [KEY=VALUE…]",
            summary: "what it would do: reads everything, sends nothing",
            details: """
                  plan link-repository job="Offsite Copy" repository="Backup Vol 01"
                  plan clone-job Nightly              what is missing is asked for, or taken from where you are
                """
        ),
        ShellVerb(
            name: "run",
            group: .ask,
            usage: "run WORKFLOW [KEY=VALUE…]",
            summary: "does it: asks before a write, waits, reads back; ‘run’ may be left out",
            details: """
                  list-sessions                        reads only
                  run start-job Nightly                asks first; --yes does not
                  list-jobs-full | grep Disabled       results go into any program
                """
        ),
        ShellVerb(
            name: "why",
            group: .ask,
            usage: "why LINK",
            summary: "why a link is missing, ambiguous or refused",
            details: "  why Sync        why 7        why JobReferenceList/@Nightly/Sync"
        ),
        ShellVerb(
            name: "form",
            group: .ask,
            usage: "form LINK|ELEMENT",
            summary: "what a link takes: fields, limits, an example",
            details: "  form Clone      form 4       form JobCloneSpec"
        ),
        ShellVerb(
            name: "do",
            group: .ask,
            usage: "do LINK [KEY=VALUE…]",
            summary: "performs one link; asks before a write",
            details: "  do Start        do Edit Description=New --dry-run        do 9 --yes"
        ),
        ShellVerb(
            name: "watch",
            group: .ask,
            usage: "watch [-n SECONDS] [LINE]",
            summary: "does a line again and again, tells what changes; Ctrl-C ends it",
            details:
                "  watch show      watch last-session-of-job Nightly        watch -n 5 -c 3 ls BackupJobSessionList"
        ),
        ShellVerb(
            name: "runs",
            group: .ask,
            usage: "runs [RUN]",
            summary: "the journal of what was run",
            details: "resume RUN goes on with one, compensate RUN undoes one."
        ),
        ShellVerb(name: "resume", group: .ask, usage: "resume RUN", summary: "goes on with a run that stopped"),
        ShellVerb(name: "compensate", group: .ask, usage: "compensate RUN", summary: "undoes a run"),
    ]

    private static let keep = [
        ShellVerb(
            name: "bm",
            group: .keep,
            usage: "bm [add|rm] [NAME]",
            summary: "bookmarks: names for link paths",
            details: "  bm add night    bm night    bm rm night    bm"
        ),
        ShellVerb(
            name: "crawl",
            group: .keep,
            usage: "crawl [--from WHERE] --out FILE",
            summary: "everything into a snapshot",
            details: "  crawl --out friday.emsnap          crawl --from JobList --depth 3 --out jobs.emsnap"
        ),
        ShellVerb(
            name: "diff",
            group: .keep,
            usage: "diff A B",
            summary: "what changed between two snapshots",
            details: "  diff friday.emsnap monday.emsnap"
        ),
        ShellVerb(name: "check", group: .keep, usage: "check SNAPSHOT", summary: "whether a snapshot holds together"),
        ShellVerb(name: "graph", group: .keep, usage: "graph SNAPSHOT --out FILE", summary: "a picture of a snapshot"),
        ShellVerb(
            name: "contract",
            group: .keep,
            usage: "contract make|check …",
            summary: "which links each type offers"
        ),
        ShellVerb(name: "schema", group: .keep, usage: "schema [ELEMENT]", summary: "the schema of the API"),
    ]

    private static let shell = [
        ShellVerb(
            name: "set",
            group: .shell,
            usage: "set [NAME VALUE]",
            summary: "output FORMAT, hops on|off, pager on|off",
            details: "  set output json     set output text     set hops on     tells each request"
        ),
        ShellVerb(name: "hist", aliases: ["history"], group: .shell, usage: "hist [WORD]", summary: "lines of before"),
        ShellVerb(
            name: "help",
            aliases: ["?", "man"],
            group: .shell,
            usage: "help [VERB|WORD|tasks]",
            summary: "this; one verb; everyday tasks; what there is about a word"
        ),
        ShellVerb(
            name: "quit",
            aliases: ["exit", "logout", "q"],
            group: .shell,
            usage: "quit",
            summary: "logs off; also Ctrl-D"
        ),
    ]
}
#endif
