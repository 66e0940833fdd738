// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Which query parameters of which links may be changed (query, lookup_query, delete_tenants_id).
enum EnterpriseManagerQueries {
    static let all: [QueryRule] = [
        QueryRule(
            owner: "QuerySvc",
            replaceable: ["format", "sortAsc", "pageSize", "page"],
            addable: ["filter", "sortDesc"]
        ),
        QueryRule(owner: "LookupSvc", replaceable: ["name"], addable: []),
        QueryRule(owner: "DirectoryEntry", replaceable: ["pageSize", "page"], addable: []),
        QueryRule(owner: "CloudTenant", replaceable: [], addable: ["includeBackups"]),
        QueryRule(
            owner: "VCloudOrganizationConfig",
            replaceable: [],
            addable: ["deleteJobs", "deleteBackupFiles"]
        ),
    ]
}
