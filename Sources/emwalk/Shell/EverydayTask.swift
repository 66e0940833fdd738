// SPDX-License-Identifier: Apache-2.0

#if Network
/// Something that people come to a shell for, and the lines that do it; with the names of the simulated server.
struct EverydayTask: Hashable, Sendable {
    let question: String
    let lines: [String]

    /// Question and lines, as a person reads them.
    func text(_ style: Style) -> String {
        ([style.bold(question)] + lines.map { "  \(style.cyan($0))" }).joined(separator: "\n")
    }

    /// The task that a line means which somebody typed as they would say it; nil if no two words of it are in one.
    static func meant(by words: [String]) -> EverydayTask? {
        // Short ones are in every question.
        let words = Set(words.map { $0.lowercased().filter(\.isLetter) }.filter { $0.count > 3 })
        let counted = all.map { task in
            let asked = Set(task.question.lowercased().split { !$0.isLetter }.map(String.init))
            return (task: task, count: words.intersection(asked).count)
        }
        return counted.max { $0.count < $1.count }.flatMap { $0.count > 1 ? $0.task : nil }
    }

    static let all = [
        EverydayTask(
            question: "Which jobs failed last night?",
            lines: ["ls BackupJobSessionList Result=Failed \"EndTimeUTC>24h ago\""]
        ),
        EverydayTask(
            question: "Why did it fail?",
            lines: [
                "show 2                         # its number in that list", "go 2", "ls BackupTaskSessionReferenceList",
            ]
        ),
        EverydayTask(
            question: "Start a job and follow it",
            lines: ["start-job Nightly", "watch last-session-of-job Nightly"]
        ),
        EverydayTask(question: "Which repository is nearly full?", lines: ["ls RepositoryList FreeSpace<2T"]),
        EverydayTask(
            question: "Clone a job safely",
            lines: [
                "plan clone-job Nightly name=\"Nightly 2\" repository=\"Backup Vol 01\"",
                "run clone-job Nightly name=\"Nightly 2\" repository=\"Backup Vol 01\"",
            ]
        ),
        EverydayTask(
            question: "Link a repository to a copy job safely",
            lines: [
                "go RepositoryReferenceList/\"Backup Vol 01\"", "plan link-repository \"Offsite Copy\"",
                "run link-repository \"Offsite Copy\"",
            ]
        ),
        EverydayTask(question: "Add a machine to a job", lines: ["add-vm-to-job Nightly sql01"]),
        EverydayTask(
            question: "Restore a file",
            lines: ["plan restore-file web01 path=C:/Users/Public/report.pdf", "run restore-file web01 path=…"]
        ),
        EverydayTask(
            question: "What changed since Friday?",
            lines: [
                "crawl --out friday.emsnap      # on Friday", "crawl --out today.emsnap",
                "diff friday.emsnap today.emsnap",
            ]
        ),
        EverydayTask(question: "Why is this link missing?", lines: ["go JobReferenceList/Nightly", "why Sync"]),
    ]
}
#endif
