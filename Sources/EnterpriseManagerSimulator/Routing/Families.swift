// SPDX-License-Identifier: Apache-2.0

/// Every family that the simulator serves, in the order of their links in the logon session.
enum Families {
    static let all: [any ResourceFamily.Type] =
        core + infrastructure + protection + cloudConnect + portal + agents + queries

    private static let core: [any ResourceFamily.Type] = [
        Root.self,
        LogonSessions.self,
        BackupServers.self,
        Jobs.self,
        JobActions.self,
        JobClone.self,
        Includes.self,
        LinkedJobs.self,
        LinkedRepositories.self,
        Repositories.self,
        JobSessions.self,
        Tasks.self,
        Traps.self,
    ]
}
