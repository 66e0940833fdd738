// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import Foundation
import HypermediaClient
import RunStore
import Testing
import Workflows

/// Kills a run at every point and cuts its connection at every point, lets another process go on with it, and looks at
/// what is there then.
///
/// Of most workflows, on opaque URLs and with connections that are cut for good plain runs try every fourth point; with
/// EMWALK_THOROUGH=1 all of them.
@Suite struct CrashTests {
    private static let isThorough = ProcessInfo.processInfo.environment["EMWALK_THOROUGH"] != nil

    private static func isJudged(_ crash: CrashCase) -> Bool {
        CrashCase.judged.contains { $0.workflow == crash.workflow }
    }

    private static func tried(_ count: Int, isSampled: Bool) -> [Int] {
        Array(stride(from: 0, to: count, by: isSampled && !isThorough ? 4 : 1))
    }

    /// A disk is waited for at every entry, so that one of the workflows must do for the store.
    private func journal(of crash: CrashCase, _ folder: TemporaryFolder, _ name: String) throws -> any RunJournal {
        #if Network
        if crash.workflow == CrashCase.link.workflow { return try RunStore(path: folder.path + "/" + name) }
        #endif
        return InMemoryJournal()
    }

    /// The points of a run that nothing happens to.
    private func points(_ crash: CrashCase, opaque: Bool = false) async throws -> (kills: [String], exchanges: Int) {
        let laboratory = try CrashLaboratory(crash, journal: InMemoryJournal(), opaque: opaque)
        let life = Life()
        let transport = MortalTransport(laboratory.simulator, life: life)
        let end = try await laboratory.begin(life, transport, logsOff: false)
        try laboratory.expectGoodEnd(end, wasInDoubt: false, "nothing happened")
        return (life.points, transport.count)
    }

    static let settings =
        CrashCase.all.map { ($0, false) }
        + CrashCase.all.filter { !$0.needsPlainHrefs }.map { ($0, true) }

    @Test(arguments: settings)
    func aRunThatIsKilledAnywhereIsFinishedByTheNextProcess(_ crash: CrashCase, _ opaque: Bool) async throws {
        let folder = TemporaryFolder()
        let kills = try await points(crash, opaque: opaque).kills
        var doubts = 0
        let tried = Self.tried(kills.count, isSampled: opaque || !Self.isJudged(crash))
        for index in tried {
            let point = kills[index]
            let laboratory = try CrashLaboratory(
                crash,
                journal: try journal(of: crash, folder, "kill-\(index)"),
                opaque: opaque
            )
            let first = Life(until: index)
            _ = try await laboratory.begin(
                first,
                MortalTransport(laboratory.simulator, life: first),
                logsOff: false
            )
            #expect(first.isOver)
            try await finish(laboratory, "killed \(point) (\(index))", &doubts)
        }
        print(
            "\(crash)\(opaque ? ", opaque" : ""): killed at \(tried.count) of \(kills.count) points, \(doubts) of them in doubt"
        )
    }

    @Test(arguments: CrashCase.all, [false, true])
    func aRunWhoseConnectionIsCutAnywhereIsFinishedByTheNextProcess(
        _ crash: CrashCase,
        _ isLasting: Bool
    ) async throws {
        let folder = TemporaryFolder()
        let exchanges = try await points(crash).exchanges
        var doubts = 0
        let tried = Self.tried(exchanges, isSampled: isLasting || !Self.isJudged(crash))
        for exchange in tried {
            for cut in MortalTransport.Cut.allCases {
                let laboratory = try CrashLaboratory(
                    crash,
                    journal: try journal(of: crash, folder, "cut-\(exchange)-\(cut)")
                )
                let life = Life()
                let accident = MortalTransport.Accident(exchange: exchange, cut: cut, isLasting: isLasting)
                let transport = MortalTransport(laboratory.simulator, life: life, accident: accident)
                let end = try await laboratory.begin(life, transport, logsOff: true)
                let what = "cut \(cut) of exchange \(exchange)\(isLasting ? ", for good" : "")"
                if let result = end.result, !result.canResume {
                    try laboratory.expectGoodEnd(end, wasInDoubt: try await laboratory.isInDoubt, what)
                } else {
                    try await finish(laboratory, what, &doubts)
                }
            }
        }
        print(
            "\(crash): cut at \(tried.count * 3) of \(exchanges * 3) points\(isLasting ? " for good" : ""), \(doubts) of them in doubt"
        )
    }

    private func finish(_ laboratory: CrashLaboratory, _ what: String, _ doubts: inout Int) async throws {
        let wasInDoubt = try await laboratory.isInDoubt
        if wasInDoubt { doubts += 1 }
        if let record = RunRecord(try await laboratory.journal.entries(of: CrashLaboratory.run)), !record.canResume {
            // Killed after its end was written down: the next process is told how it ended.
            let second = Life()
            let end = try await laboratory.goOn(second, MortalTransport(laboratory.simulator, life: second))
            guard case .error(let error as WorkflowError) = end else {
                Issue.record("\(what): \(end)")
                return
            }
            #expect(error.code == .runEnded)
            #expect(record.ending?.outcome == .changed)
            let effects = try laboratory.effects
            #expect(effects == 1 && laboratory.accepted == 1, "\(what)")
            return
        }
        let second = Life()
        let transport = MortalTransport(laboratory.simulator, life: second)
        let end = try await laboratory.goOn(second, transport)
        try laboratory.expectGoodEnd(end, wasInDoubt: wasInDoubt, what)
        #expect(transport.isLoggedOff, "\(what): the session of the next process was not ended")
        #expect(transport.mounts == 0, "\(what): the next process left something mounted")
    }
}
