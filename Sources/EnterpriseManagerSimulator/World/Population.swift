// SPDX-License-Identifier: Apache-2.0

/// How generated records belong together, by arithmetic on their numbers alone.
///
/// Job n runs on server n mod 2; its repository is n mod the number of repositories, which is even, so that both are
/// on the same server.
struct Population: Sendable {
    /// How many jobs are generated; each has a session of last night and a machine of its own.
    let jobs: Int
    /// How many repositories are generated: one for a hundred jobs, in pairs.
    let repositories: Int
    /// How many hosts are generated: one for two hundred jobs, in pairs.
    let hosts: Int

    /// How many servers share what is generated.
    static let servers = 2

    init(jobs: Int) {
        self.jobs = Swift.max(0, jobs)
        repositories = self.jobs / 200 * 2
        hosts = self.jobs / 400 * 2
    }

    /// The server of a record.
    func server(of number: Int) -> Int { number % Population.servers }

    /// The numbers of a server, of so many.
    func numbers(ofServer server: Int?, below count: Int) -> StrideTo<Int> {
        guard let server, server < Population.servers else { return stride(from: 0, to: 0, by: 1) }
        return stride(from: server, to: count, by: Population.servers)
    }

    /// The repository of a job; nil if none are generated.
    func repository(ofJob number: Int) -> Int? { repositories > 0 ? number % repositories : nil }

    /// The jobs that write to a repository.
    func jobs(ofRepository number: Int) -> StrideTo<Int> {
        stride(from: number, to: jobs, by: Swift.max(1, repositories))
    }
}
