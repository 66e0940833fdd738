// SPDX-License-Identifier: Apache-2.0

import Fixtures
import JSONReader
import LibXML
import NodeStore
import Testing
import XMLSchema

@Suite struct SchemaJSONTests {
    private static let xml = """
        <Loan xmlns="urn:example:library" Href="http://l/1" UID="urn:loan:1" Type="Loan">
          <Links><Link Rel="Up" Href="http://l/?a=1&amp;b=2" Type="Shelf"/><Link Rel="Delete" Href="http://l/1"/></Links>
          <Reader>Ann &lt;3</Reader><Kind>Short</Kind><Days>Monday</Days><Days>Friday</Days>
          <Forever>true</Forever><Opens>14:00:00</Opens>
          <Copies><Copy Id="7"><Pages>12</Pages></Copy></Copies>
          <ExcludedRooms><Room>%windir%</Room><Room>x</Room></ExcludedRooms>
          <Window><Day Name="Monday">1,1</Day><Day>0</Day></Window>
          <vCard/><RetrySpecified>false</RetrySpecified>
        </Loan>
        """

    private static let json = """
        {
          "Reader": "Ann <3", "RetrySpecified1": false, "VCard": "",
          "ExcludedRooms": ["%windir%", "x"],
          "Window": {"Days": [{"Value": "1,1", "Name": "Monday"}, "0"]},
          "Copies": {"Copys": [{"Pages": 12, "Id": "7"}]},
          "Opens": "2019-10-23T14:00:00", "Until": null, "Password": null,
          "Forever": true, "Days": ["Monday", "Friday"], "Kind": "Short", "UID": "urn:loan:1",
          "Links": [
            {"Rel": "Up", "Href": "http://l/?a=1\\u0026b=2", "Name": null, "Type": "Shelf"},
            {"Rel": "Delete", "Href": "http://l/1", "Type": null}
          ],
          "Href": "http://l/1", "Type": "Loan"
        }
        """

    private func read(_ json: String, root: String = "Loan") throws -> SchemaJSONTwin {
        let model = try Library.model()
        let reader = SchemaJSONReader(model: model, shape: Library.shape)
        return try reader.read(Array(json.utf8), root: model.element(named: root))
    }

    private func validate(_ json: String, root: String = "Loan") throws -> [SchemaDiagnosis] {
        let validator = SchemaJSONValidator(
            compiled: try Library.compiled(),
            model: try Library.model(),
            shape: Library.shape
        )
        return try validator.validate(Array(json.utf8), root: root).diagnoses
    }

    @Test func whatJSONLeavesOutIsPutBack() throws {
        let twin = try read(Self.json)
        #expect(twin.unknown.isEmpty)
        #expect(try XMLDump.lines(twin.xml) == XMLDump.lines(Array(Self.xml.utf8)))
        #expect(try Library.compiled().validate(twin.xml).verdict == .valid)
    }

    @Test func keysMayBeginSmallAndAMarkMayStandBefore() throws {
        var camel = ""
        var isKey = false
        for character in Self.json {
            camel += isKey ? character.lowercased() : String(character)
            isKey = character == "\""
        }
        let values = [
            "ann": "Ann", "monday": "Monday", "friday": "Friday", "short": "Short", "up": "Up", "delete": "Delete",
        ]
        for (small, right) in values { camel = camel.replacing("\"\(small)", with: "\"\(right)") }
        camel = camel.replacing("\"shelf\"", with: "\"Shelf\"").replacing("\"loan\"", with: "\"Loan\"")
        let twin = try read("\u{FEFF}" + camel.replacing("uID", with: "uid"))
        #expect(try XMLDump.lines(twin.xml) == XMLDump.lines(Array(Self.xml.utf8)))
    }

    @Test func fromXMLToJSONAndBack() throws {
        let model = try Library.model()
        let json = try SchemaBody(xml: Array(Self.xml.utf8), model: model).json(Library.shape)
        let back = try read(String(decoding: json, as: UTF8.self))
        #expect(try XMLDump.lines(back.xml) == XMLDump.lines(Array(Self.xml.utf8)))
        let text = String(decoding: json, as: UTF8.self)
        #expect(text.contains("\"Pages\": 12"))
        #expect(text.contains("\"Forever\": true"))
        #expect(text.contains("\"RetrySpecified1\": false"))
    }

    @Test func aListIsAnObjectWithOneArray() throws {
        let loan = "{\"Reader\": \"Ann\", \"Kind\": \"Long\"}"
        let twin = try read("{\"Loans\": [\(loan), \(loan)]}", root: "Loans")
        #expect(try XMLDump.lines(twin.xml).count == 7)
        #expect(try validate("{\"Loans\": []}", root: "loans").isEmpty)
        #expect(try validate("{\"Loans\": null}", root: "Loans").isEmpty)
    }

    @Test func findingsPointIntoTheJSON() throws {
        let found = try validate(
            """
            {
              "Kind": "Shrt",
              "Odd": {"a": [1]},
              "Copies": {"Copys": [{"Pages": 1, "Id": "1"}, {"Pages": "é", "Id": "2"}, {"Pages": 3}]},
              "Links": [{"Rel": "Up"}],
                "UID": 5
            }
            """
        )
        let seen = found.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.jsonPath ?? "") \($0.code)" }
        #expect(
            seen == [
                "1:1 $ missing-element", "2:11 $.Kind not-in-enumeration", "3:10 $.Odd unexpected-element",
                "4:59 $.Copies.Copys[1].Pages wrong-type", "4:76 $.Copies.Copys[2] missing-attribute",
                "5:13 $.Links[0] missing-attribute", "6:12 $.UID wrong-pattern",
            ]
        )
        #expect(found[0].message == "Loan has no Reader, which must be there.")
        #expect(found[0].path == "/Loan")
        #expect(found[1].allowed == ["Short", "Long"])
        #expect(found[3].path == "/Loan/Copies/Copy[2]/Pages")
    }

    @Test(arguments: [
        ("{\"Reader\": {\"x\": 1}, \"Kind\": \"Long\"}", "$.Reader"),
        ("{\"Reader\": \"Ann\", \"Kind\": \"Long\", \"Copies\": \"two\"}", "$.Copies"),
        ("{\"Reader\": [\"Ann\", \"Bob\"], \"Kind\": \"Long\"}", "$.Reader[1]"),
        (
            "{\"Reader\": \"Ann\", \"Kind\": \"Long\", \"Until\": \"2026-01-01T00:00:00\", \"Forever\": true}",
            "$.Forever"
        ),
        ("{\"Reader\": \"Ann\", \"Kind\": \"Long\", \"Days\": [\"Monday\", \"Sunday\"]}", "$.Days[1]"),
        ("[1]", "$[0]"), ("3", "$"),
    ])
    func whatHasTheWrongForm(text: String, path: String) throws {
        let found = try validate(text)
        #expect(found.contains { $0.jsonPath == path }, "\(found)")
    }

    @Test func aRootThatTheSchemaDoesNotKnow() throws {
        let validator = SchemaJSONValidator(
            compiled: try Library.compiled(),
            model: try Library.model(),
            shape: Library.shape
        )
        let result = try validator.validate(Array("{}".utf8), root: "Lone")
        #expect(result.verdict == .noSchema)
        #expect(result.diagnoses.map(\.code) == ["unknown-root"])
        #expect(throws: ReadFailure.self) { try validator.validate(Array("{".utf8), root: "Lone") }
        #expect(throws: ReadFailure.self) { try validator.validate(Array("{\"a\":1,\"a\":2}".utf8), root: "Loan") }
    }

    @Test(arguments: [
        ("{\"Type\": \"loan\"}", "Loan"), ("{\"Loans\": []}", "Loans"), ("{\"reader\": 1, \"kind\": null}", "Loan"),
        ("{\"Links\": [], \"Type\": null}", nil), ("{\"Nothing\": 1}", nil), ("{}", nil),
    ])
    func theRootOfADocument(text: String, root: String?) throws {
        #expect(try Library.model().root(ofJSON: Array(text.utf8)) == root)
    }

    @Test func anOrdinaryListIsArrangedAtOnce() throws {
        let links = (0..<20_000).map { "{\"Href\": \"h\($0)\", \"Rel\": \"r\"}" }.joined(separator: ",")
        let twin = try read("{\"Kind\": \"Long\", \"Links\": [\(links)], \"Reader\": \"Ann\"}")
        #expect(try Library.compiled().validate(twin.xml).verdict == .valid)
    }

    /// The fixtures in both spellings of JSON become one and the same XML.
    @Test(.enabled(if: EnterpriseSchema.own != nil, "the schema is not here"), arguments: Fixtures.names)
    func fixtures(name: String) throws {
        let own = try #require(EnterpriseSchema.own)
        let reader = SchemaJSONReader(model: own.model, shape: EnterpriseSchema.shape)
        let xml = try #require(Fixtures.bytes(name + ".xml"))
        let noLinks = LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: "")
        let root = try own.model.element(named: try XMLReader(shape: noLinks).read(xml).name(.root))
        let plain = try reader.read(try #require(Fixtures.bytes(name + ".json")), root: root)
        let camel = try reader.read(try #require(Fixtures.bytes(name + ".camel.json")), root: root)
        #expect(plain.xml == camel.xml)
        #expect(plain.unknown.isEmpty && camel.unknown.isEmpty)
        #expect(try own.compiled.validate(xml).verdict == .valid)
        #expect(try own.compiled.validate(plain.xml).verdict == .valid)
        #expect(try XMLDump.lines(plain.xml) == XMLDump.lines(xml))
    }
}
