// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia
import LibXML
import NodeStore
import Testing
import XMLSchema

@Suite struct SchemaTests {
    private static let door = SchemaDocument(
        name: "door.xsd",
        bytes: Array(
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.veeam.com/ent/v1.0"
                targetNamespace="http://www.veeam.com/ent/v1.0" elementFormDefault="qualified">
              <xs:include schemaLocation="parts/plan.xsd"/>
              <xs:element name="FailoverPlans"><xs:complexType><xs:sequence>
                <xs:element name="FailoverPlan" type="PlanType" maxOccurs="unbounded"/>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """.utf8
        )
    )
    private static let part = SchemaDocument(
        name: "parts/plan.xsd",
        bytes: Array(
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.veeam.com/ent/v1.0"
                targetNamespace="http://www.veeam.com/ent/v1.0" elementFormDefault="qualified">
              <xs:element name="FailoverPlan" type="PlanType"/>
              <xs:complexType name="PlanType"><xs:sequence>
                <xs:element name="Delay" type="xs:int"/><xs:element name="Password" type="xs:int" minOccurs="0"/>
              </xs:sequence><xs:attribute name="Type" type="xs:string"/></xs:complexType>
            </xs:schema>
            """.utf8
        )
    )

    private func plan(_ content: String) -> [UInt8] {
        Array("<FailoverPlan xmlns=\"http://www.veeam.com/ent/v1.0\">\n\(content)\n</FailoverPlan>".utf8)
    }

    @Test func aSchemaInPartsIsCollected() throws {
        let documents = Schema.documents(door: Self.door) { $0 == Self.part.name ? Self.part.bytes : nil }
        #expect(documents == [Self.door, Self.part])
        let schema = try Schema(documents: documents)
        #expect(schema.model?.elements.map(\.name) == ["FailoverPlan", "FailoverPlans"])
        #expect(schema.modelProblem == nil)
        #expect(try schema.validate(plan("<Delay>1</Delay>")).verdict == .valid)
    }

    @Test func aPartThatIsMissingIsNamed() {
        let error = #expect(throws: HypermediaError.self) { try Schema(documents: [Self.door]) }
        #expect(error?.code.rawValue == "bad-schema")
        #expect(error?.message.contains("parts/plan.xsd") == true)
        #expect(error?.message.contains("door.xsd, line 3") == true)
    }

    @Test func findingsInXMLWholeAndInPieces() throws {
        let schema = try Schema(documents: [Self.door, Self.part])
        let bytes = plan("<Delay>soon</Delay><Password>geheim</Password>")
        let report = try schema.validate(bytes, format: .xml)
        #expect(report.verdict == .invalid)
        #expect(report.findings.map(\.code) == ["wrong-type", "wrong-type"])
        #expect(report.findings.map(\.line) == [2, 2])
        #expect(report.findings.map(\.path) == ["/FailoverPlan/Delay", "/FailoverPlan/Password"])
        #expect(report.findings[0].allowed == ["whole number"])
        #expect(report.findings[0].jsonPath == nil)
        #expect(!report.findings.contains { $0.message.contains("geheim") })
        let stream = schema.stream()
        for byte in bytes { try stream.feed([byte]) }
        #expect(stream.count == 2)
        #expect(try stream.finish() == report)
    }

    @Test func findingsInJSON() throws {
        let schema = try Schema(documents: [Self.door, Self.part])
        let profile = Profile.enterpriseManager
        let bytes = Array("{\"Type\": \"FailoverPlan\",\n  \"delay\": \"soon\", \"Password\": null}".utf8)
        #expect(try schema.root(ofJSON: bytes, profile: profile) == "FailoverPlan")
        for root in [nil, "failoverplan"] {
            let report = try schema.validate(bytes, format: .json, root: root, profile: profile)
            #expect(report.verdict == .invalid)
            #expect(report.findings.map(\.code) == ["wrong-type"])
            #expect(report.findings.map(\.jsonPath) == ["$.delay"])
            #expect(report.findings.map(\.line) == [2])
            #expect(report.findings.map(\.column) == [12])
        }
        let list = Array("{\"FailoverPlans\": [{\"Delay\": 1}]}".utf8)
        #expect(try schema.validate(list, format: .json, profile: profile).verdict == .valid)
        #expect(try schema.validate(list, format: .json).verdict == .valid)
        #expect(try schema.validate(Array("{\"x\": 1}".utf8), format: .json, profile: profile).verdict == .noSchema)
        #expect(throws: ReadFailure.self) { try schema.validate(Array("{".utf8), format: .json) }
    }

    @Test func bothWaysBetweenTheFormats() throws {
        let schema = try Schema(documents: [Self.door, Self.part])
        let json = try #require(try schema.json(fromXML: plan("<Delay>5</Delay>")))
        #expect(String(decoding: json, as: UTF8.self).filter { !$0.isWhitespace } == "{\"Delay\":5}")
        let xml = try #require(try schema.xml(fromJSON: json, root: "FailoverPlan"))
        #expect(try schema.validate(xml).verdict == .valid)
        #expect(try schema.xml(fromJSON: json, root: "Nothing") == nil)
    }

    @Test func aSchemaTooOddForTheModelStillValidatesXML() throws {
        let xsd = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
              <xs:element name="a"><xs:complexType><xs:sequence><xs:element name="Password" type="xs:int"/>
              </xs:sequence></xs:complexType>
              <xs:key name="k"><xs:selector xpath="b"/><xs:field xpath="@c"/></xs:key></xs:element>
              <xs:element name="h" abstract="true"/><xs:element name="s" substitutionGroup="h"/>
            </xs:schema>
            """
        let schema = try Schema(xsd: Array(xsd.utf8))
        let report = try schema.validate(Array("<a><Password>geheim</Password></a>".utf8))
        #expect(report.findings.map(\.code) == ["wrong-type"])
        #expect(!report.findings.contains { $0.message.contains("geheim") })
        #expect((schema.model == nil) == (schema.modelProblem != nil))
    }
}
