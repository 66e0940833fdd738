// SPDX-License-Identifier: Apache-2.0

/// Makes the generated computers, shares and policies by their numbers; what belongs together has numbers that follow
/// from one another, so that nothing is searched for.
struct GeneratedAgents: Sendable {
    static let computersOfGroup = 10
    static let jobsOfGroup = 2

    let seed: UInt64
    /// How many groups, file servers and policies there are.
    let count: Int
    let servers: [GUID]
    let repositories: [GUID]

    private func id(_ kind: String, _ number: Int) -> GUID { GUIDCodec(kind: kind, seed: seed).id(number) }
    private func server(_ number: Int) -> GUID { servers[number % servers.count] }
    private func repository(_ number: Int) -> GUID { repositories[number % repositories.count] }
    private func platform(ofGroup number: Int) -> String { number % 2 == 0 ? "AgentForWindows" : "AgentForLinux" }
    private func name(ofGroup number: Int) -> String { "Protection Group \(number + 1)" }

    func group(_ number: Int, _ id: GUID) -> ProtectionGroupRecord {
        let first = number * GeneratedAgents.computersOfGroup
        return ProtectionGroupRecord(
            id: id,
            name: name(ofGroup: number),
            server: server(number),
            platform: platform(ofGroup: number),
            rescanEnabled: true,
            computers: (first..<first + GeneratedAgents.computersOfGroup).map { self.id("DiscoveredComputer", $0) }
        )
    }

    func computer(_ number: Int, _ id: GUID) -> DiscoveredComputerRecord {
        let group = number / GeneratedAgents.computersOfGroup
        let isWindows = group % 2 == 0
        return DiscoveredComputerRecord(
            id: id,
            name: "host\(number + 1).example.test",
            server: server(group),
            group: self.id("ProtectionGroup", group),
            platform: platform(ofGroup: group),
            system: isWindows ? "Microsoft Windows Server 2022 (64-bit)" : "Debian GNU/Linux 12 (64-bit)",
            ip: "10.\(number >> 16 & 0xFF).\(number >> 8 & 0xFF).\(number & 0xFF)"
        )
    }

    func job(_ number: Int, _ id: GUID) -> AgentJobRecord {
        let group = number / GeneratedAgents.jobsOfGroup
        var job = JobRecord(id: id, name: "Agent Backup Job \(number + 1)", kind: .agentBackup, server: server(group))
        job.platform = platform(ofGroup: group)
        job.repository = repository(number)
        job.hour = number % 24
        let groupID = self.id("ProtectionGroup", group)
        job.objects = [
            ObjectInJobRecord(
                id: self.id("ObjectInAgentBackupJob", number),
                reference: "urn:\(job.platform):AgentProtectionGroup:\(AgentBook.noHost).\(groupID)",
                name: name(ofGroup: group)
            )
        ]
        return AgentJobRecord(job: job, groups: [groupID])
    }

    func fileServer(_ number: Int, _ id: GUID) -> FileServerRecord {
        let isShare = number % 2 == 0
        return FileServerRecord(
            id: id,
            name: isShare ? "\\\\nas\(number + 1).example.test\\data" : "nfs\(number + 1).example.test:/export",
            server: server(number),
            cache: repository(number),
            credentials: isShare ? self.id("FileServerCredentials", number) : nil
        )
    }

    func nasJob(_ number: Int, _ id: GUID) -> NasJobRecord {
        let source = fileServer(number, self.id("FileServer", number))
        var job = JobRecord(id: id, name: "File Backup Job \(number + 1)", kind: .nasBackup, server: source.server)
        job.repository = repository(number)
        job.hour = number % 24
        let object = NasObjectRecord(id: self.id("NASObject", number), fileServer: source.id, path: source.name)
        return NasJobRecord(job: job, objects: [object])
    }

    func policy(_ number: Int, _ id: GUID) -> CdpPolicyRecord {
        var policy = CdpPolicyRecord(
            id: id,
            name: "CDP Policy \(number + 1)",
            server: server(number),
            platform: "VMware"
        )
        policy.objects = [
            ObjectInJobRecord(
                id: self.id("CdpObject", number),
                reference: machine(number).reference,
                name: machine(number).name
            )
        ]
        policy.sessions = [self.id("CdpReplicaSession", number)]
        return policy
    }

    func replica(_ number: Int, _ id: GUID) -> CdpReplicaRecord {
        CdpReplicaRecord(
            id: id,
            name: "CDP Policy \(number + 1)",
            policy: self.id("CdpPolicy", number),
            policyName: "CDP Policy \(number + 1)",
            server: server(number),
            repository: repository(number),
            vApp: nil,
            machines: [machine(number)]
        )
    }

    func session(_ number: Int, _ id: GUID) -> CdpSessionRecord {
        CdpSessionRecord(
            id: id,
            policy: self.id("CdpPolicy", number),
            policyName: "CDP Policy \(number + 1)",
            server: server(number),
            start: .seconds(-86_400 - number % 3600),
            tasks: [self.id("CdpReplicaTaskSession", number)]
        )
    }

    func task(_ number: Int, _ id: GUID) -> CdpTaskRecord {
        CdpTaskRecord(
            id: id,
            session: self.id("CdpReplicaSession", number),
            machine: machine(number).name,
            server: server(number),
            start: .seconds(-86_390 - number % 3600),
            size: (20 + number % 200) << 30
        )
    }

    private func machine(_ number: Int) -> CdpReplicaMachine {
        CdpReplicaMachine(
            id: id("CdpReplicaVm", number),
            name: "cdp\(number + 1)",
            reference: "urn:VMware:Vm:\(server(number)).vm-\(20_000 + number)"
        )
    }
}
