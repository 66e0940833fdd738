// SPDX-License-Identifier: Apache-2.0

import LibXML
import Testing
import XMLSchema

/// Example bodies of schemas of real size, judged by a validator.
@Suite struct RealExampleTests {
    private func faults(_ model: SchemaModel, _ judge: CompiledSchema) throws -> [String] {
        var faults: [String] = []
        for element in model.elements where !element.isAbstract {
            let form = try SchemaForm(element.name, in: model, depth: 2)
            for extent in [ExampleExtent.minimal, .maximal] {
                for example in form.alternatives(extent, limit: Thoroughness.isFull ? 100 : 3) {
                    let report = try judge.validate(example.body.xml())
                    if report.verdict == .invalid {
                        let why = report.findings.map { "\($0.path): \($0.message)" }.joined(separator: "\n  ")
                        faults.append("\(element.name) \(extent) \(example.branches):\n  \(why)")
                    }
                }
            }
        }
        return faults
    }

    @Test(.enabled(if: RealSchemas.isVendorThere, "the vendor's schema is not here"))
    func examplesOfTheVendorsSchemaAreValid() throws {
        let faults = try faults(RealSchemas.vendor(), RealSchemas.vendorCompiled())
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }

    @Test(.enabled(if: RealSchemas.isOursThere, "our schema is not here yet"))
    func examplesOfOurSchemaAreValid() throws {
        let faults = try faults(RealSchemas.ours(), RealSchemas.oursCompiled())
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }
}
