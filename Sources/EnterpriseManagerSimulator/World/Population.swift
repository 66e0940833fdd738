// SPDX-License-Identifier: Apache-2.0

/// How generated records belong together, by arithmetic on their numbers alone.
///
/// Job n runs on server n mod 2; its repository is n mod the number of repositories, which is even, so that both are
/// on the same server. What grows with the jobs:
///
/// | for each | there are |
/// | --- | --- |
/// | job | a machine; a session of last night with its task session; a backup with seven restore points, each with a file and the point of the machine |
/// | 50 jobs | one whose last session failed, with two whose last session ended with a warning |
/// | 100 jobs | a repository (in pairs); an account; a tenant of Cloud Connect and what it uses; a protection group with ten computers and two jobs; a file server with its job; a CDP policy with its replica and session |
/// | 200 jobs | a host (in pairs); an organization of Cloud Director; a user of vSphere self-service |
///
/// What is generated is a function of its number and the seed: ids and sizes differ from seed to seed, names and how
/// things belong together do not.
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
