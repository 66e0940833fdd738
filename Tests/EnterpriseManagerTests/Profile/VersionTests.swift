// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia
import Testing
import XMLSchema

/// What a document has that an older version of the API does not know.
@Suite struct VersionTests {
    private static let tenant = """
        <CreateCloudTenantSpec xmlns="http://www.veeam.com/ent/v1.0">
          <Name>Alpha</Name>
          <MaxConcurrentTasks>2</MaxConcurrentTasks>
          <CloudGatewayPools/>
        </CreateCloudTenantSpec>
        """
    private static let tenantJSON = """
        {"Name": "Alpha",
          "maxConcurrentTasks": 2, "CloudGatewayPools": {"CloudGatewayPoolUids": []}}
        """

    private func findings(_ text: String, _ format: DocumentFormat, _ version: String) throws -> [Finding] {
        let version = try #require(SchemaVersion(version))
        let report = try Schema.enterpriseManager().validate(
            Array(text.utf8),
            format: format,
            root: format == .json ? "CreateCloudTenantSpec" : nil,
            profile: .enterpriseManager,
            version: version
        )
        return report.findings.filter { $0.code == "not-in-version" }
    }

    @Test func newerPartsAreFoundInXML() throws {
        let found = try findings(Self.tenant, .xml, "v1_3")
        #expect(found.map(\.path).contains("/CreateCloudTenantSpec/MaxConcurrentTasks"))
        #expect(found.map(\.path).contains("/CreateCloudTenantSpec/CloudGatewayPools"))
        let tasks = try #require(found.first { $0.path.hasSuffix("MaxConcurrentTasks") })
        #expect(tasks.line == 3)
        #expect(tasks.message.contains("1.4"))
        #expect(tasks.message.contains("1.3"))
        #expect(try findings(Self.tenant, .xml, "v1_4").isEmpty)
        #expect(try findings(Self.tenant, .xml, "v1_7").isEmpty)
    }

    @Test func newerPartsAreFoundInJSON() throws {
        let found = try findings(Self.tenantJSON, .json, "1.3")
        let tasks = try #require(found.first { $0.path.hasSuffix("MaxConcurrentTasks") })
        #expect(tasks.jsonPath == "$.maxConcurrentTasks")
        #expect(tasks.line == 2)
        #expect(try findings(Self.tenantJSON, .json, "1.4").isEmpty)
    }

    /// A root that is newer is one finding, not one for each part.
    @Test func aNewerRootIsOneFinding() throws {
        let text = """
            <LinkedJobResourceObjects xmlns="http://www.veeam.com/ent/v1.0" Href="https://em/l" Type="X">\
            <LinkedJobObject Href="https://em/1" Type="LinkedJobObject"><ObjectInJobId>a</ObjectInJobId>\
            </LinkedJobObject></LinkedJobResourceObjects>
            """
        #expect(try findings(text, .xml, "1.6").map(\.path) == ["/LinkedJobResourceObjects"])
        #expect(try findings(text, .xml, "1.7").isEmpty)
    }

    @Test func newerPartsMakeADocumentInvalid() throws {
        let schema = try Schema.enterpriseManager()
        let text = Array(
            """
            <StartMountSpec xmlns="http://www.veeam.com/ent/v1.0"><OsKind>Windows</OsKind></StartMountSpec>
            """.utf8
        )
        #expect(try schema.validate(text, format: .xml, version: SchemaVersion("1.4")).verdict == .valid)
        #expect(try schema.validate(text, format: .xml, version: SchemaVersion("1.3")).verdict == .invalid)
        #expect(try schema.validate(text, format: .xml).verdict == .valid)
        #expect(
            try schema.validate(Array("<x/>".utf8), format: .xml, version: SchemaVersion("1.3")).verdict == .noSchema
        )
    }

    @Test func formsKnowWhatIsNewer() throws {
        let model = try #require(try Schema.enterpriseManager().model)
        let form = try SchemaForm("CreateCloudTenantSpec", in: model)
        let newer = form.newerPaths(than: try #require(SchemaVersion("1.3")))
        #expect(newer.contains("MaxConcurrentTasks"))
        #expect(newer.contains { $0.hasPrefix("CloudGatewayPools.") })
        #expect(!newer.contains("Name"))
        #expect(form.newerPaths(than: try #require(SchemaVersion("1.7"))).isEmpty)
        #expect(try SchemaForm("StartMountSpec", in: model).isNewer(than: try #require(SchemaVersion("1.3"))))
    }
}
