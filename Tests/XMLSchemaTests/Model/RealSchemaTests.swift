// SPDX-License-Identifier: Apache-2.0

import Testing
import XMLSchema

/// Runs over schemas of real size where they are there.
@Suite struct RealSchemaTests {
    @Test(.enabled(if: RealSchemas.isVendorThere, "the vendor's schema is not here"))
    func theVendorsSchemaIsRead() throws {
        let model = try RealSchemas.vendor()
        #expect(model.elements.count == 131)
        #expect(model.complexTypes.count > 200)
        // It has types named as those of XML Schema, such as `string`.
        #expect(model.valueType(of: .named("bool"))?.kind == .boolean)
        #expect(model.valueType(of: .named("UidType"))?.facets.patterns.count == 2)
        let job = model.members(of: try model.element(named: "job"))
        #expect(job.prefix { $0.kind == .attribute }.map(\.name).contains("UID"))
        #expect(job.first { $0.kind == .element }?.name == "Links")
        for element in model.elements { #expect(!model.members(of: element).isEmpty, "\(element.name)") }
    }

    @Test(.enabled(if: RealSchemas.isOursThere, "our schema is not here yet"))
    func ourSchemaIsRead() throws {
        let model = try RealSchemas.ours()
        #expect(model.elements.count > 150)
        for element in model.elements {
            #expect(!element.documentation.isEmpty, "\(element.name)")
            #expect(element.notes.since != nil, "\(element.name)")
        }
    }
}
