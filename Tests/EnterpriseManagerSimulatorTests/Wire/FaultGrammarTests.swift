// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import HTTPTypes
import Testing

@Suite struct FaultGrammarTests {
    static let spellings: [(String, Fault)] = [
        ("status=503@GET#*", Fault(.status(503, retryAfter: 1), on: FaultMatch(method: .get), occurrence: nil)),
        ("status=404", Fault(.status(404))),
        (
            "drop-after@POST:linkedJobs#2",
            Fault(.dropAfter, on: FaultMatch(method: .post, path: "linkedJobs"), occurrence: 2)
        ),
        ("drop-before@:jobs", Fault(.dropBefore, on: FaultMatch(path: "jobs"))),
        (
            "redirect=https://em.example.test/x@GET",
            Fault(.redirect("https://em.example.test/x"), on: FaultMatch(method: .get))
        ),
        ("task-fails=No space@POST:clone", Fault(.taskFails("No space"), on: FaultMatch(method: .post, path: "clone"))),
        ("html", Fault(.htmlPage)),
    ]

    @Test(arguments: spellings) func afaultIsRead(text: String, fault: Fault) {
        #expect(FaultGrammar.fault(text) == fault)
    }

    @Test(arguments: ["", "nonsense", "status", "status=x", "html#0", "html#x", "truncate=@GET"])
    func whatIsNoFaultIsNil(text: String) {
        #expect(FaultGrammar.fault(text) == nil)
    }

    @Test func everyEffectOfTheHelpCanBeWritten() {
        for (spelling, _) in FaultGrammar.effects {
            let text = String(spelling.prefix { $0 != "[" }).replacing("CODE", with: "500").replacing(
                "BYTES",
                with: "7"
            )
            #expect(FaultGrammar.fault(text) != nil, "\(spelling)")
        }
    }
}
