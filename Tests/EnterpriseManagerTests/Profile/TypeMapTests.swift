// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Fixtures
import Foundation
import Hypermedia
import Testing
import XMLSchema

/// Which element a link type promises.
@Suite struct TypeMapTests {
    private let types = Profile.enterpriseManager.types

    @Test func whatIrregularTypesPromiseIsDeclared() throws {
        let model = try #require(try Schema.enterpriseManager().model)
        for (type, elements) in types.irregular {
            #expect(model.declaredElement(elements.first ?? "") != nil, "\(type) promises \(elements)")
        }
    }

    /// A document that the type of its own promises is no finding; after a link of another type it is one.
    @Test(arguments: Fixtures.names, ["xml", "json", "camel.json"])
    func fixturesFitTheirOwnTypeOnly(_ name: String, _ ending: String) throws {
        let bytes = try #require(Fixtures.bytes("\(name).\(ending)"))
        let document = try Representation.read(bytes, profile: .enterpriseManager)
        if let type = document.root.type { #expect(!mismatches(document, after: type), "\(type)") }
        #expect(mismatches(document, after: "WanAcceleratorList") == (document.root.name != "QueryResult"))
    }

    private func mismatches(_ document: Representation, after type: LinkType) -> Bool {
        document.findings(type: type).contains { $0.code == "type-mismatch" }
    }
}

extension TypeMapTests {
    /// The map against the tables of the guide.
    @Suite(.enabled(if: GuideTable.isThere, Comment(rawValue: GuideTable.absence)))
    struct Guide {
        private let types = Profile.enterpriseManager.types

        /// Every type of the tables; `*` and `<Resource>…` are rules, not types.
        private static let known: [LinkType] = {
            let columns = [
                ("LINK_TYPES", "Link_Type"), ("LINK_INVENTORY", "Type"), ("SELF_TYPES", "Type_attribute"),
                ("MAPPING_IRREGULAR", "Link_Type"),
            ]
            let names = columns.flatMap { table, column in GuideTable.rows(table).compactMap { $0[column] } }
            return Set(names).filter { $0.allSatisfy { $0.isLetter && $0.isASCII } && !$0.isEmpty }.sorted()
                .map { LinkType($0) }
        }()

        @Test func everyTypePromisesADeclaredElement() throws {
            let model = try #require(try Schema.enterpriseManager().model)
            #expect(Self.known.count > 200)
            for type in Self.known {
                let element = types.elements(for: type).first ?? ""
                #expect(model.declaredElement(element) != nil, "\(type) promises \(element)")
            }
        }

        /// The vendor's table of types and elements, `<Resource>…` aside.
        @Test func everyRowOfTheVendorsTableHolds() throws {
            let model = try #require(try Schema.enterpriseManager().model)
            let rows = GuideTable.mapping
            #expect(rows.count > 150)
            for (type, element) in rows {
                #expect(types.allows(element, for: type), "\(type) does not promise \(element)")
                #expect(model.declaredElement(element) != nil, "\(element)")
            }
        }

        /// The irregular rows of the vendor's table.
        @Test func theVendorsTableHolds() {
            for row in GuideTable.rows("MAPPING_IRREGULAR") {
                guard let type = row["Link_Type"], let element = row["element"], type != "—" else { continue }
                switch type {
                case "\\*": #expect(types.wrappers.contains(element))
                default:
                    let plain = type.replacingOccurrences(of: "<Resource>", with: "Job")
                    #expect(types.allows(element, for: LinkType(plain)), "\(type) does not promise \(element)")
                }
            }
        }

        /// Elements that no link of a known type promises, with the reason.
        private static let unpromised: [String: String] = [
            "CdpReplicaIntervals": "the answer to Intervals, whose link has no type: cdpreplicas_id_vms_id",
            "HierarchyItem": "part of HierarchyItems, declared as all parts are: lookup_query",
            "EntityRef": "every …Reference promises it",
            "EntityReferences": "every …ReferenceList promises it",
            "Error": "what went wrong, after any link",
            "QueryResult": "what a query wraps its answer in",
            "ReportingSvc": "declared, never linked: mapping_link_types_to_xml_schema",
        ]

        @Test func everyAnswerOfTheSchemaIsPromised() throws {
            let model = try #require(try Schema.enterpriseManager().model)
            let promised = Set(
                (Self.known + types.irregular.keys + GuideTable.mapping.map(\.type)).flatMap { types.elements(for: $0) }
            )
            let bodies = Set(Profile.enterpriseManager.bodies.flatMap(\.elements))
            for element in model.elements.map(\.name) where !element.hasSuffix("Spec") && !bodies.contains(element) {
                #expect(
                    promised.contains(element) || Self.unpromised[element] != nil,
                    "no type promises \(element)"
                )
            }
        }

        /// Pages whose answer does not fit the type of a link to their path, by mistakes of the guide.
        private static let contradictions: [String: LinkType] = [
            // The link to a list is typed as a reference to one.
            "get_hardwareplans_id_tenants": "CloudTenantReference",
            // The page of a list shows one item.
            "get_cloud_tenants_id_vcloudcomputeresources": "CloudTenantVCloudComputeResourceList",
            // A task of self-service for vSphere is printed with the path of Cloud Director.
            "get_vcloud_orgconfigs_id": "VSphereOrganizationConfigReference",
        ]

        /// A link leads to a path; the page of that path shows the root of the answer.
        @Test func linksLeadToWhatTheirTypePromises() {
            var count = 0
            for link in GuideLink.all where Profile.enterpriseManager.verb(for: link.rel) == .get {
                guard let type = link.type else { continue }
                for method in GuideMethod.all where method.verb == .get && link.paths.contains(method.path) {
                    // The page of vApps prints the path of machines.
                    if method.page == "get_vappreplicapoints_id" { continue }
                    // A page may show several answers: references, entities, one of each.
                    guard !method.responseRoots.isEmpty, Self.contradictions[method.page] != type else { continue }
                    count += 1
                    #expect(
                        method.responseRoots.contains { types.allows($0, for: type) }
                            // Pages of collections show references only, pages of entities no reference.
                            || Self.isOtherRepresentation(type, of: method.responseRoots, types),
                        "\(link.owner) \(link.rel) \(type): \(method.page) answers \(method.responseRoots)"
                    )
                }
            }
            #expect(count > 150)
        }

        /// Whether two names stand for the same resource, once as references and once as entities.
        private static func isOtherRepresentation(_ type: LinkType, of roots: [String], _ types: TypeMap) -> Bool {
            let name = type.rawValue
            if name.hasSuffix("ReferenceList") {
                let entities = LinkType(name.replacingOccurrences(of: "ReferenceList", with: "List"))
                return roots.contains { types.allows($0, for: entities) }
            }
            if name.hasSuffix("Reference") {
                return roots.contains { types.allows($0, for: LinkType(String(name.dropLast("Reference".count)))) }
            }
            return name.hasSuffix("List") ? roots.contains("EntityReferences") : roots.contains("EntityRef")
        }

        /// Answers of the guide: their own type allows their root, and of all other types only those that promise it.
        @Test(arguments: GuideTable.documents().filter { $0["kind"] == "response" }.compactMap { $0["file"] })
        func answersFitTheirOwnType(_ file: String) throws {
            let bytes = try #require(GuideTable.document(file))
            guard let document = try? Representation.read(bytes, profile: .enterpriseManager) else { return }
            guard document.format == .xml else { return }
            func mismatches(_ type: LinkType) -> Bool {
                document.findings(type: type).contains { $0.code == "type-mismatch" }
            }
            if let type = document.root.type {
                #expect(!mismatches(type), "\(type) does not promise \(document.root.name)")
            }
            #expect(
                mismatches("WanAccelerator")
                    == !["WanAccelerator", "QueryResult"].contains(document.root.name)
            )
        }
    }
}
