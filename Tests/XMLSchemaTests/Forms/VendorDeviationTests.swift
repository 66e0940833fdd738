// SPDX-License-Identifier: Apache-2.0

import LibXML
import Testing
import XMLSchema

/// Bodies of every request, made by our schema and judged by it and by the vendor's schema of API 1.3.
///
/// Where the vendor's refuses one, the place stands in ``VendorDeviation`` with the reason; what is laxer than 1.3 is
/// noted as `v:relaxed` in the schema as well.
@Suite(
    .enabled(
        if: RealSchemas.isVendorThere && SharedFolder.isComplete,
        "the vendor's schema and the table of methods beside the package are not here"
    )
)
struct VendorDeviationTests {
    /// The roots of request bodies in the guide that both schemas know.
    private func requests(_ ours: SchemaModel, _ vendor: SchemaModel) throws -> [String] {
        let roots = try SharedFolder.table("METHODS").rows.flatMap { $0.list("request_root_xml") }
        let known = Set(vendor.elements.map(\.name))
        return Set(roots).sorted().filter { known.contains($0) }
    }

    @Test func requestBodiesAreValidByBothSchemas() throws {
        let (ours, vendor) = (try RealSchemas.ours(), try RealSchemas.vendor())
        let (judge, formerJudge) = (try RealSchemas.oursCompiled(), try RealSchemas.vendorCompiled())
        let requests = try requests(ours, vendor)
        #expect(requests.count > 25)
        var met: Set<String> = []
        var valid = 0
        for name in requests {
            let form = try SchemaForm(name, in: ours, depth: 1)
            let bodies = [ExampleExtent.minimal, .maximal]
                .flatMap { form.alternatives($0, limit: Thoroughness.isFull ? 100 : 12) }
            for example in bodies {
                let bytes = example.body.xml()
                let report = try judge.validate(bytes)
                #expect(report.verdict == .valid, "\(name) \(example.branches): \(report.findings.map(\.message))")
                let former = try formerJudge.validate(bytes)
                if former.verdict == .valid { valid += 1 }
                for finding in former.findings {
                    met.insert(finding.path)
                    #expect(
                        VendorDeviation.all.contains { $0.covers(finding.path) },
                        "\(name) \(example.branches): \(finding.path): \(finding.message)"
                    )
                }
            }
        }
        #expect(valid > 20)
        let idle = VendorDeviation.all.filter { !met.contains(where: $0.covers) }.map(\.path)
        #expect(idle.isEmpty, "a reason for what does not differ: \(idle)")
    }
}
