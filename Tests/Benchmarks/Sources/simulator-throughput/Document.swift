// SPDX-License-Identifier: Apache-2.0

/// A document that is asked for over and over.
struct Document {
    let name: String
    /// Its path in the simulator.
    let path: String
    /// How many jobs are generated, which is what makes lists long.
    let jobs: Int

    static let all: [Document] = [
        Document(name: "hub", path: "/api/logonSessions/{session}", jobs: 0),
        Document(name: "job references", path: "/api/jobs", jobs: 0),
        Document(name: "one job", path: "/api/jobs/{job}?format=Entity", jobs: 0),
        Document(name: "page of a query", path: "/api/query?type=Job&format=Entities&pageSize=15&page=1", jobs: 0),
        Document(name: "1 MB of references", path: "/api/jobs", jobs: 1150),
    ]
}
