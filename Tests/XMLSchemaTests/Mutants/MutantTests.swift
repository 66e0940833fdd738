// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibXML
import Testing

/// Whether the schema is tight: it must refuse valid documents that were made wrong.
///
/// What is wrong is taken from the guide's tables, not from the schema. `make mutants` prints the shares, the survivors
/// and what was left out because the guide contradicts itself; it and `.ci/run` take all documents.
@Suite(
    .enabled(
        if: SharedFolder.isComplete,
        "the schema, or the guide's tables and examples beside the package, are not here"
    )
)
struct MutantTests {
    @Test func mutantsAreKilled() throws {
        let corpus = try Corpus()
        let facts = try GuideFacts(corpus: corpus)
        let schema = try SharedFolder.compiledSchema()
        let mutators: [any Mutator] = [
            MissingElements(required: facts.required), MissingAttributes(required: facts.requiredAttributes),
            SwappedOrder(isFixed: facts.order.isFixed), UnknownElements(), UnknownAttributes(),
            WrongTypes(types: facts.types),
            WrongEnumerations(enumerated: facts.enumerated), WrongURNKinds(kinds: facts.urnKinds),
            SecondOccurrences(single: facts.single),
        ]
        var report = MutationReport()
        // One document of each root shows what the schema refuses; shares and survivors are those of all of them.
        var roots: Set<String> = []
        for document in corpus.documents where Thoroughness.isFull || roots.insert(document.root).inserted {
            let tree = document.tree
            guard try schema.validate(tree.bytes).verdict == .valid else { continue }
            for mutant in mutators.flatMap({ $0.mutants(of: tree) }) {
                let verdict = try schema.validate(mutant.applied(to: tree.bytes)).verdict
                report.add(mutant, of: document.file, killed: verdict != .valid)
            }
        }
        try publish(report, facts)
        #expect(report.total.share >= 0.98, "\(report.table)")
        for (mutation, tally) in report.tallies { #expect(tally.share >= 0.95, "\(mutation.rawValue): \(tally)") }
        #expect(report.tallies.count == Mutation.allCases.count)
        let unexplained = report.survivors.keys.filter { ExplainedSurvivor.reason($0) == nil }
        #expect(unexplained.isEmpty, "\(report.survivorList)")
        guard Thoroughness.isFull else { return }
        let died = ExplainedSurvivor.all.filter { explained in !report.survivors.keys.contains(where: explained.covers)
        }
        #expect(died.isEmpty, "explained, but dead: \(died)")
    }

    private func publish(_ report: MutationReport, _ facts: GuideFacts) throws {
        try Measurement.publish(
            """
            \(report.table)

            Survivors
            \(report.survivorList)

            Left out, since the guide contradicts itself
            \(facts.leftOut.joined(separator: "\n"))

            """,
            as: "mutants"
        )
    }
}
