// SPDX-License-Identifier: Apache-2.0

import JSONReader
import LibXML
import NodeStore
import Testing
import XMLSchema

@Suite struct BodyBuilderTests {
    private func build(_ element: String, _ entries: [String]) throws -> SchemaBody {
        try BodyBuilder(element, in: try Orchard.model()).build(entries.compactMap { BodyEntry($0) })
    }

    private func problems(_ element: String, _ entries: [String]) throws -> [BodyProblem] {
        do {
            _ = try build(element, entries)
            return []
        } catch let error as BodyProblems {
            return error.problems
        }
    }

    private let shape = JSONShape(
        link: LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: ""),
        lists: ["Links": "Link", "Pests": "Name"],
        renames: ["Alive1": "Alive"]
    )

    @Test func anyOrderBecomesTheOrderOfTheSchema() throws {
        let body = try build(
            "tree",
            [
                "alive=true", "Pests.Name=Wasp", "FRUITS.FRUIT[2].Ripe=false", "Fruits.Fruit[1].weight=12",
                "Fruits.Fruit[2].Weight=7", "Fruits.Fruit[1].Ripe=true", "Kind=Fig & \"Co\"", "uid=urn:tree:00ff",
                "Pests.Name=Snail", "Height=340",
            ]
        )
        let xml = """
            <?xml version="1.0" encoding="utf-8"?>
            <Tree xmlns="urn:example:orchard" UID="urn:tree:00ff">
              <Kind>Fig &amp; &quot;Co&quot;</Kind>
              <Height>340</Height>
              <Alive>true</Alive>
              <Fruits>
                <Fruit>
                  <Weight>12</Weight>
                  <Ripe>true</Ripe>
                </Fruit>
                <Fruit>
                  <Weight>7</Weight>
                  <Ripe>false</Ripe>
                </Fruit>
              </Fruits>
              <Pests>
                <Name>Wasp</Name>
                <Name>Snail</Name>
              </Pests>
            </Tree>

            """
        #expect(String(decoding: body.xml(), as: UTF8.self) == xml)
        #expect(try CompiledSchema(xsd: Orchard.whole).validate(body.xml()).verdict == .valid)
        let json = """
            {
              "UID": "urn:tree:00ff",
              "Kind": "Fig & \\"Co\\"",
              "Height": 340,
              "Alive1": true,
              "Fruits": {
                "Fruits": [
                  {
                    "Weight": 12,
                    "Ripe": true
                  },
                  {
                    "Weight": 7,
                    "Ripe": false
                  }
                ]
              },
              "Pests": [
                "Wasp",
                "Snail"
              ]
            }

            """
        #expect(String(decoding: body.json(shape), as: UTF8.self) == json)
    }

    @Test func nestedValuesAreTheSame() throws {
        let nested = BodyInput.parts([
            "kind": .value("Pear"), "UID": .value("urn:tree:0001"),
            "Fruits": .parts(["fruit": .list([.parts(["Ripe": .value("true"), "Weight": .value("3")])])]),
            "Pests": .parts(["Name": .list([.value("A"), .value("B")])]),
        ])
        let builder = try BodyBuilder("Tree", in: try Orchard.model())
        let flat = try build(
            "Tree",
            ["Kind=Pear", "UID=urn:tree:0001", "Fruits.Fruit.Weight=3", "Ripe=true", "Pests.Name=A", "Pests.Name=B"]
        )
        #expect(try builder.build(nested) == flat)
    }

    @Test func textBesideAttributesIsTheValueOfTheElement() throws {
        let body = try build("Note", ["By=me", "Note=water"])
        #expect(String(decoding: body.xml(), as: UTF8.self).contains("By=\"me\">water</Note>"))
        #expect(
            String(decoding: body.json(shape), as: UTF8.self) == "{\n  \"By\": \"me\",\n  \"Value\": \"water\"\n}\n"
        )
        let empty = try problems("Note", ["By=me"])
        #expect(empty.map(\.code.rawValue) == ["out-of-limits"])
    }

    @Test func lastNamesAreEnoughWhereOnlyOnePathEndsSo() throws {
        #expect(
            try build("PlantingSpec", ["Bed=North", "SeedInfo.Name=Oak"])
                == build("PlantingSpec", ["SeedInfo.Bed=North", "SeedInfo.Name=Oak"])
        )
        // Name is in both branches; the other entry says which is meant, whatever comes first.
        #expect(
            try build("PlantingSpec", ["Name=Oak", "Bed=North"])
                == build("PlantingSpec", ["SeedInfo.Bed=North", "SeedInfo.Name=Oak"])
        )
        let ambiguous = try problems("PlantingSpec", ["Name=Oak"])
        #expect(ambiguous.first?.code == .ambiguous)
        #expect(ambiguous.first?.candidates == ["SeedInfo.Name", "GraftInfo.Name"])
    }

    @Test func everythingMissingIsTold() throws {
        let problems = try problems("PlantingSpec", ["SeedInfo="])
        #expect(problems.map(\.path) == ["SeedInfo.Name", "SeedInfo.Bed"])
        #expect(problems.allSatisfy { $0.code == .missing })
        #expect(problems[0].message == "SeedInfo.Name is missing (text, 1 to 10 characters).")
        let branch = try self.problems("PlantingSpec", [])
        #expect(branch.map(\.code) == [.branchMissing])
        #expect(branch[0].candidates == ["SeedInfo", "GraftInfo"])
        let inner = try self.problems("PlantingSpec", ["GraftInfo.Name=a", "GraftInfo.Tree=urn:tree:0000"])
        #expect(inner.map(\.candidates) == [["GraftInfo.Whip", "GraftInfo.Bud"]])
        #expect(try self.problems("Tree", []).map(\.path) == ["UID", "Kind"])
    }

    @Test func twoBranchesExcludeEachOther() throws {
        let problems = try problems("PlantingSpec", ["SeedInfo.Name=a", "SeedInfo.Bed=b", "GraftInfo.Name=c"])
        #expect(problems.map(\.code) == [.branchConflict])
        #expect(problems[0].candidates == ["SeedInfo", "GraftInfo"])
    }

    @Test func unknownNamesHaveTheNearest() throws {
        let problems = try problems(
            "Tree",
            ["Kind=a", "UID=urn:tree:0000", "Heigth=3", "Fruits.Fruit.Wieght=1", "x.y=1"]
        )
        let unknown = problems.filter { $0.code == .unknown }
        #expect(unknown.map(\.path) == ["Heigth", "Fruits.Fruit.Wieght", "x.y"])
        #expect(unknown[0].candidates.first == "Height")
        #expect(unknown[1].candidates.first == "Fruits.Fruit.Weight")
        #expect(unknown[2].candidates.contains("Kind"))
    }

    @Test(arguments: [
        ("Height=tall", "wrong-type"), ("Height=-1", "out-of-limits"), ("Alive=yes", "wrong-type"),
        ("UID=urn:tree:xyz", "wrong-pattern"), ("Planted=2024-02-30", "wrong-type"), ("Kind=a\u{1}", "bad-character"),
        ("Fruits=3", "has-parts"), ("Height=1", ""),
    ])
    func wrongValuesAreTold(_ entry: String, _ code: String) throws {
        var entries = ["Kind=a", "UID=urn:tree:0000"].filter { $0.prefix(3) != entry.prefix(3) }
        entries.append(entry)
        #expect(try problems("Tree", entries).map(\.code.rawValue) == (code.isEmpty ? [] : [code]))
    }

    @Test func secondOnesAreTold() throws {
        let entries = ["Kind=a", "UID=urn:tree:0000"]
        #expect(try problems("Tree", entries + ["Kind=b"]).map(\.code) == [.tooMany])
        #expect(try problems("Tree", entries + ["Kind[2]=b"]).map(\.code) == [.tooMany])
        #expect(try problems("Tree", entries + ["Kind[x]=b"]).map(\.code) == [.unknown])
    }

    @Test func repeatedGroupsTakeTheirPartsInTurn() throws {
        let text = """
            <xs:schema xmlns="urn:x" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x">
            <xs:element name="r"><xs:complexType><xs:sequence>
              <xs:sequence maxOccurs="unbounded"><xs:element name="k" type="xs:string"/>
                <xs:element name="v" type="xs:int"/></xs:sequence>
              <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="a" type="xs:int"/>
                <xs:element name="b" type="xs:int"/></xs:choice>
            </xs:sequence></xs:complexType></xs:element></xs:schema>
            """
        let model = try SchemaModel([SchemaDocument(name: "x", bytes: Array(text.utf8))])
        let entries = ["v=1", "v=2", "k=x", "b=5", "k=y", "a=6", "b=7"].compactMap { BodyEntry($0) }
        let body = try BodyBuilder("r", in: model).build(entries)
        #expect(body.root.nodes.map(\.name) == ["k", "v", "k", "v", "a", "b", "b"])
    }

    /// A schema that writes two right orders, and two spellings, as choices.
    static let orders = """
        <xs:schema xmlns="urn:x" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x"
          elementFormDefault="qualified">
        <xs:element name="r"><xs:complexType><xs:sequence>
          <xs:choice>
            <xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/>
              <xs:element name="c" type="xs:int" minOccurs="0"/></xs:sequence>
            <xs:sequence><xs:element name="c" type="xs:int"/><xs:element name="b" type="xs:int"/>
              <xs:element name="a" type="xs:int" minOccurs="0"/></xs:sequence>
          </xs:choice>
          <xs:choice minOccurs="0"><xs:element name="UserName" type="xs:string"/>
            <xs:element name="Username" type="xs:string"/></xs:choice>
        </xs:sequence></xs:complexType></xs:element></xs:schema>
        """

    @Test(arguments: [
        (["b=1", "a=2"], ["a", "b"]), (["b=1", "c=2"], ["c", "b"]), (["c=1", "b=1", "a=1"], ["a", "b", "c"]),
        (["b=1", "a=2", "Username=x"], ["a", "b", "Username"]),
        (["b=1", "a=2", "username=x"], ["a", "b", "UserName"]),
    ])
    func theBranchThatFitsBestIsTaken(_ entries: [String], _ names: [String]) throws {
        let model = try SchemaModel([SchemaDocument(name: "x", bytes: Array(Self.orders.utf8))])
        let body = try BodyBuilder("r", in: model).build(entries.compactMap { BodyEntry($0) })
        #expect(body.root.nodes.map(\.name) == names)
    }

    @Test func aFormShowsANameOnce() throws {
        let model = try SchemaModel([SchemaDocument(name: "x", bytes: Array(Self.orders.utf8))])
        let fields = try SchemaForm("r", in: model).fields
        #expect(fields.map(\.path) == ["a", "b", "c", "UserName", "Username"])
        #expect(fields.map(\.isRequired) == [false, true, false, true, true])
        #expect(fields.map { $0.choices.count } == [0, 0, 0, 1, 1])
    }

    @Test(arguments: [
        ("<r xmlns='urn:x'><c>1</c><b>2</b></r>", "a=3", "<r xmlns='urn:x'><c>1</c><b>2</b><a>3</a></r>"),
        ("<r xmlns='urn:x'><a>1</a><b>2</b></r>", "c=3", "<r xmlns='urn:x'><a>1</a><b>2</b><c>3</c></r>"),
        (
            "<r xmlns='urn:x'><a>1</a><b>2</b><c>4</c></r>", "UserName=x",
            "<r xmlns='urn:x'><a>1</a><b>2</b><c>4</c><UserName>x</UserName></r>"
        ),
        (
            "<r xmlns='urn:x'><a>1</a><b>2</b><Username>y</Username></r>", "username=x",
            "<r xmlns='urn:x'><a>1</a><b>2</b><Username>x</Username></r>"
        ),
    ])
    func editsKeepTheOrderOfTheDocument(_ document: String, _ change: String, _ expected: String) throws {
        let model = try SchemaModel([SchemaDocument(name: "x", bytes: Array(Self.orders.utf8))])
        let changed = try BodyEditor(model).edit(xml: Array(document.utf8), [BodyChange(change)].compactMap { $0 })
        #expect(String(decoding: changed, as: UTF8.self) == expected)
    }

    /// What a person would give for a real clone, where the vendor's schema is.
    @Test(.enabled(if: RealSchemas.isVendorThere, "the vendor's schema is not here"))
    func aCloneOfTheVendorsSchema() throws {
        let uid = "urn:veeam:Repository:0a9c15f5-bc17-4848-a14b-b2ec3f9919ea"
        let builder = try BodyBuilder("jobclonespec", in: try RealSchemas.vendor())
        let body = try builder.build([
            BodyEntry("repositoryuid", uid), BodyEntry("BackupJobCloneInfo.JobName", "Copy"),
            BodyEntry("FolderName", "F"),
        ])
        let report = try RealSchemas.vendorCompiled().validate(body.xml())
        #expect(report.verdict == .valid, "\(report.findings)")
    }
}
