// SPDX-License-Identifier: Apache-2.0

import LibXML
import Testing
import XMLSchema

@Suite struct SchemaDiagnoserTests {
    private static let start = "<Reader>Ann</Reader><Kind>Short</Kind>"

    struct Case: CustomTestStringConvertible {
        let content: String
        var attributes = ""
        let code: String
        let path: String
        let message: String
        let allowed: [String]
        var testDescription: String { "\(code) \(path)" }
    }

    static let cases: [Case] = [
        Case(
            content: "<Kind>Short</Kind>",
            code: "missing-element",
            path: "/Loan/Kind",
            message: "Loan has no Reader, which must come before Kind.",
            allowed: ["Links", "Reader"]
        ),
        Case(
            content: "<Reader>Ann</Reader>",
            code: "missing-element",
            path: "/Loan",
            message: "Loan has no Kind, which must be there.",
            allowed: ["Kind"]
        ),
        Case(
            content: "",
            code: "missing-element",
            path: "/Loan",
            message: "Loan is empty; it must have Reader.",
            allowed: ["Reader"]
        ),
        Case(
            content: "<Kind>Short</Kind><Reader>Ann</Reader>",
            code: "wrong-order",
            path: "/Loan/Kind",
            message: "Kind stands before Reader in Loan, but must come after it.",
            allowed: ["Links", "Reader"]
        ),
        Case(
            content: start + "<Opens>10:00:00</Opens><Days>Monday</Days>",
            code: "wrong-order",
            path: "/Loan/Days",
            message:
                "Days cannot come after Opens in Loan; what can is Copies, ExcludedRooms, Window, vCard or RetrySpecified.",
            allowed: ["Copies", "ExcludedRooms", "Window", "vCard", "RetrySpecified"]
        ),
        Case(
            content: "<Reader>Ann</Reader><Kinds/>",
            code: "unexpected-element",
            path: "/Loan/Kinds",
            message: "Loan has no element Kinds. Did you mean Kind?",
            allowed: ["Kind", "Links"]
        ),
        Case(
            content: "<UID>urn:loan:1</UID>" + start,
            code: "unexpected-element",
            path: "/Loan/UID",
            message: "UID is an attribute of Loan, not an element in it.",
            allowed: ["Links", "Reader"]
        ),
        Case(
            content: start + "<Until>2026-01-01T00:00:00</Until><Forever>true</Forever>",
            code: "unexpected-element",
            path: "/Loan/Forever",
            message: "Loan holds either Until or Forever, not both.",
            allowed: ["Opens", "Copies", "ExcludedRooms", "Window", "vCard", "RetrySpecified"]
        ),
        Case(
            content: "<Reader>Ann</Reader><Reader>Bob</Reader><Kind>Short</Kind>",
            code: "too-many",
            path: "/Loan/Reader[2]",
            message: "Reader may stand in Loan only once.",
            allowed: ["Password", "Kind"]
        ),
        Case(
            content: start + String(repeating: "<Days>Monday</Days>", count: 8),
            code: "too-many",
            path: "/Loan/Days[8]",
            message: "Days may stand in Loan at most 7 times.",
            allowed: ["Until", "Forever", "Opens", "Copies", "ExcludedRooms", "Window", "vCard", "RetrySpecified"]
        ),
        Case(
            content: start,
            attributes: " Uid='urn:loan:1'",
            code: "unknown-attribute",
            path: "/Loan/@Uid",
            message: "Loan has no attribute Uid. Did you mean UID?",
            allowed: ["UID"]
        ),
        Case(
            content: start,
            attributes: " Kind='Short'",
            code: "unknown-attribute",
            path: "/Loan/@Kind",
            message: "Kind is an element in Loan, not an attribute of it.",
            allowed: ["Href", "UID", "Type"]
        ),
        Case(
            content: "<Links><Link Href='x'/></Links>" + start,
            code: "missing-attribute",
            path: "/Loan/Links/Link/@Rel",
            message: "Link must have the attribute Rel.",
            allowed: ["Rel"]
        ),
        Case(
            content: start + "<Until>tomorrow</Until>",
            code: "wrong-type",
            path: "/Loan/Until",
            message: "Until is ‘tomorrow’, which is no date and time.",
            allowed: ["date and time"]
        ),
        Case(
            content: "<Reader>Ann</Reader><Kind>Shrt</Kind>",
            code: "not-in-enumeration",
            path: "/Loan/Kind",
            message: "Kind is ‘Shrt’, which is none of Short or Long. Did you mean Short?",
            allowed: ["Short", "Long"]
        ),
        Case(
            content: start,
            attributes: " UID='urn:book:1'",
            code: "wrong-pattern",
            path: "/Loan/@UID",
            message: "The attribute UID of Loan is ‘urn:book:1’, which does not look like urn:loan:[0-9]+.",
            allowed: ["urn:loan:[0-9]+"]
        ),
        Case(
            content: "<Reader>A very long name</Reader><Kind>Short</Kind>",
            code: "too-long",
            path: "/Loan/Reader",
            message: "Reader is ‘A very long name’; it must be at most 10 characters.",
            allowed: ["at most 10 characters"]
        ),
        Case(
            content: "<Reader>A</Reader><Kind>Short</Kind>",
            code: "too-short",
            path: "/Loan/Reader",
            message: "Reader is ‘A’; it must be at least 2 characters.",
            allowed: ["at least 2 characters"]
        ),
        Case(
            content: start
                + "<Copies><Copy Id='1'><Pages>1</Pages></Copy><Copy Id='2'><Pages>1000</Pages></Copy></Copies>",
            code: "out-of-range",
            path: "/Loan/Copies/Copy[2]/Pages",
            message: "Pages is ‘1000’; it must be at least 1 and at most 999.",
            allowed: ["at least 1 and at most 999"]
        ),
        Case(
            content: start + "<Copies>text<Copy Id='1'><Pages>1</Pages></Copy></Copies>",
            code: "text-not-allowed",
            path: "/Loan/Copies",
            message: "Copies holds elements and no text of its own, but there is text in it.",
            allowed: ["Copy"]
        ),
        Case(
            content: "<Reader><b/>Ann</Reader><Kind>Short</Kind>",
            code: "content-not-allowed",
            path: "/Loan/Reader",
            message: "Reader holds a value and no elements.",
            allowed: []
        ),
        Case(
            content: "<Reader>Ann</Reader><Password>geheim und viel zu lang</Password><Kind>Short</Kind>",
            code: "too-long",
            path: "/Loan/Password",
            message: "Password has a value; it must be at most 10 characters.",
            allowed: ["at most 10 characters"]
        ),
    ]

    @Test(arguments: cases) func eachKind(of example: Case) throws {
        let found = try Library.diagnoses(Library.loan(example.content, attributes: example.attributes))
        let first = try #require(found.first { $0.code == example.code }, "\(found)")
        #expect(found.count == 1, "\(found)")
        #expect(first.path == example.path)
        #expect(first.message == example.message)
        #expect(first.allowed == example.allowed)
        #expect(first.jsonPath == nil)
        #expect(first.line != nil)
        #expect(!found.contains { $0.message.contains("geheim") })
    }

    @Test(arguments: [
        ("<Loan/>", "wrong-namespace", "The root Loan is in no namespace; the schema is about ‘urn:example:library’."),
        (
            "<Loan xmlns='urn:x'/>", "wrong-namespace",
            "The root Loan is in the namespace ‘urn:x’; the schema is about ‘urn:example:library’."
        ),
        (
            "<Lone xmlns='urn:example:library'/>", "unknown-root",
            "The schema knows no root element Lone. Did you mean Loan?"
        ),
    ])
    func roots(text: String, code: String, message: String) throws {
        #expect(try Library.compiled().validate(Array(text.utf8)).verdict == .noSchema)
        let found = try Library.diagnoses(Array(text.utf8))
        #expect(found.map(\.code) == [code])
        #expect(found.map(\.message) == [message])
    }

    @Test func nothingIsSaidOfAValidDocument() throws {
        #expect(try Library.diagnoses(Library.loan(Self.start)).isEmpty)
    }

    @Test func whereAChildCannotComeIsKnownFarIntoAList() throws {
        let book = "<Copy Id='1'><Pages>1</Pages></Copy>"
        let content = Self.start + "<Copies>" + String(repeating: book, count: 3000) + "<Book/></Copies>"
        let found = try Library.diagnoses(Library.loan(content))
        #expect(found.map(\.message) == ["Copies has no element Book. It can have Copy."])
    }

    /// Every finding over the vendor's documents has words of its own, from the model of the same schema.
    @Test(
        .enabled(if: EnterpriseSchema.hasDocuments && EnterpriseSchema.vendor != nil, "the vendor's files are not here")
    )
    func theVendorsDocuments() throws {
        var codes: [String: Int] = [:]
        for schema in [EnterpriseSchema.own, EnterpriseSchema.vendor] {
            let schema = try #require(schema)
            let diagnoser = SchemaDiagnoser(model: schema.model)
            for document in EnterpriseSchema.documents where document.format == "xml" {
                let report = try schema.compiled.validate(EnterpriseSchema.bytes(document.file))
                let found = diagnoser.diagnoses(of: report)
                #expect(found.isEmpty == (report.verdict == .valid))
                for diagnosis in found {
                    codes[diagnosis.code, default: 0] += 1
                    #expect(diagnosis.code != "other", "\(document.file): \(diagnosis)")
                    #expect(!diagnosis.message.contains("is not expected here"), "\(document.file): \(diagnosis)")
                    #expect(!diagnosis.message.contains("which is not allowed there"), "\(document.file): \(diagnosis)")
                    #expect(diagnosis.path.hasPrefix("/"))
                }
            }
        }
        #expect(codes.count > 7, "\(codes)")
    }
}
