// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The code in articles is that of programs that are compiled and run.
@Suite struct ArticleTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test(arguments: [
        ("FollowingRuns", "FollowRun"), ("WorkflowsInSwift", "WriteWorkflow"), ("WalksAsValues", "KeepWalks"),
        ("WhyALinkIsMissing", "ExplainLinks"), ("RunningForMany", "RunForMany"),
    ]) func everySnippetIsPartOfASample(_ article: String, _ sample: String) throws {
        let articles = Self.root.appending(path: "Sources/EnterpriseManager/EnterpriseManager.docc")
        let samples = Self.root.appending(path: "Tests/Samples/Sources")
        let text = try String(contentsOf: articles.appending(path: "\(article).md"), encoding: .utf8)
        let code = try String(contentsOf: samples.appending(path: "\(sample)/\(sample).swift"), encoding: .utf8)
        let program = Self.lines(code)
        let snippets = Self.snippets(in: text)
        #expect(!snippets.isEmpty)
        for snippet in snippets {
            let isThere = program.indices.contains { program[$0...].starts(with: snippet) }
            #expect(isThere, "\(sample) does not hold:\n\(snippet.joined(separator: "\n"))")
        }
    }

    private static func snippets(in text: String) -> [[String]] {
        var snippets: [[String]] = []
        var current: [String]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if current == nil, line == "```swift" || line == "```yaml" {
                current = []
            } else if line == "```" {
                current.map { snippets.append($0) }
                current = nil
            } else if !line.allSatisfy(\.isWhitespace) {
                current?.append(line.trimmingCharacters(in: .whitespaces))
            }
        }
        return snippets
    }

    /// The lines without what indents them; empty ones do not count.
    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
