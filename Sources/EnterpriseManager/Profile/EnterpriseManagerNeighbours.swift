// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// What else listens where people look for Enterprise Manager.
///
/// The ports are those of a standard installation: used_ports, resource_urls, accessing_em_web_api.
enum EnterpriseManagerNeighbours {
    static let all: [NeighbourRule] = [
        NeighbourRule(
            product: "REST API of Veeam Backup & Replication",
            port: 9419,
            signs: ["x-api-version", "errorCode", "oauth2"],
            text: "9419 is the port of the REST API of a backup server, another API with other documents and tokens; "
                + "Enterprise Manager is a product of its own.",
            tryPort: 9398,
            tryScheme: "https",
            source: "reference of the REST API of Veeam Backup & Replication"
        ),
        NeighbourRule(
            product: "REST API of Enterprise Manager without encryption",
            port: 9399,
            text: "9399 was the port for plain HTTP, which ended with API v1_5.",
            tryPort: 9398,
            tryScheme: "https",
            source: "accessing_em_web_api"
        ),
        NeighbourRule(
            product: "website of Enterprise Manager",
            port: 9443,
            text: "9443 is the port of the website, not of the API.",
            tryPort: 9398,
            tryScheme: "https",
            source: "used_ports"
        ),
        NeighbourRule(
            product: "website of Enterprise Manager",
            port: 9080,
            text: "9080 is the port of the website without encryption, not of the API.",
            tryPort: 9398,
            tryScheme: "https",
            source: "used_ports"
        ),
        NeighbourRule(
            product: "backup service of Veeam Backup & Replication",
            port: 9392,
            text: "9392 is the port by which Enterprise Manager itself reaches a backup server.",
            tryPort: 9398,
            tryScheme: "https",
            source: "post_backupservers"
        ),
        NeighbourRule(
            product: "REST API of Enterprise Manager",
            port: 9398,
            signs: ["plain HTTP request"],
            text: "9398 speaks https only.",
            tryScheme: "https",
            source: "accessing_em_web_api"
        ),
    ]
}
