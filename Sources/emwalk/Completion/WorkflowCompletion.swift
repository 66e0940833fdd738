// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Foundation
internal import Hypermedia
internal import RunStore
internal import Workflows

/// Completes the names of workflows and their inputs, with the names of what was seen last as values; nothing is
/// requested.
struct WorkflowCompletion {
    /// For an argument that names a workflow.
    static let name = CompletionKind.custom { words, _, _ in
        workflows(of: words).map { CompletionWords.quoted($0.id, for: CompletionWords.shell) }
    }

    /// For the inputs of the workflow that was named before.
    static let inputs = CompletionKind.custom { words, index, prefix in
        guard let workflow = workflows(of: words).first(where: { words.contains($0.id) }) else { return [] }
        let typed = CompletionWords.unquoted(CompletionWords.typed(words, index, prefix))
        return WorkflowCompletion(workflow: workflow, given: words)
            .candidates(typed, LastLooks.read())
            .map { CompletionWords.quoted($0, for: CompletionWords.shell) }
    }

    /// For the name of a run that was written down.
    static let run = CompletionKind.custom { _, _, _ in
        // Looking must not make the file.
        guard FileManager.default.fileExists(atPath: RunFolder.path()) else { return [] }
        return (try? RunFolder.store().runs().map(\.run)) ?? []
    }

    let workflow: Workflow
    /// The words of the line.
    let given: [String]

    /// What can stand where something was typed: inputs that are not given yet, or values of the one that is.
    func candidates(_ typed: String, _ looks: LastLooks) -> [String] {
        guard let equals = typed.firstIndex(of: "=") else {
            let open = workflow.inputs.filter { input in
                !given.contains { $0 != typed && $0.hasPrefix("\(input.name)=") }
            }
            return open.map { "\($0.name)=" }
        }
        let key = String(typed[..<equals])
        guard let input = workflow.input(key), !input.isSecret else { return [] }
        return (input.choices.isEmpty ? looks.names : input.choices).map { "\(key)=\($0)" }
    }

    private static func workflows(of words: [String]) -> [Workflow] {
        let file = words.firstIndex(of: "--file").flatMap { index in
            words.indices.contains(index + 1) ? words[index + 1] : nil
        }
        return (try? WorkflowSource(file: file).workflows) ?? []
    }
}
#endif
