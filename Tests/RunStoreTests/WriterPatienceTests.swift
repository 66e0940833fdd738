// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import GRDB
import Synchronization
import Testing
import Workflows

@testable import RunStore

/// What becomes of a writer while another one, as in another process, holds the file.
///
/// No time passes here.
@Suite struct WriterPatienceTests {
    private let folder = TemporaryFolder()
    private let pauses = Pauses()

    private final class Pauses: Sendable {
        let all = Mutex<[Duration]>([])
        let other = Mutex<DatabaseQueue?>(nil)

        /// Counts a pause; the other one lets go at the last one of so many.
        func pass(_ pause: Duration, lettingGoAfter last: Int?) {
            let count = all.withLock { all in
                all.append(pause)
                return all.count
            }
            guard count == last, let other = other.withLock({ $0 }) else { return }
            try? other.inDatabase { try $0.execute(sql: "COMMIT") }
        }
    }

    /// A file that somebody else begins to write to once the store is open.
    private func store(lettingGoAfter last: Int?) throws -> RunStore {
        let path = folder.path + "/runs.sqlite"
        let store = try RunStore(path: path) { [pauses] in pauses.pass($0, lettingGoAfter: last) }
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: path, configuration: configuration)
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        pauses.other.withLock { $0 = other }
        pauses.all.withLock { $0 = [] }
        return store
    }

    private let entry = JournalEntry(run: "r", workflow: "water", at: Moment(rawValue: 0), event: .runResumed)

    @Test func whoeverWaitsLongAsksAsOftenAsWhoeverCame() throws {
        let store = try store(lettingGoAfter: 3_000)
        try store.append(entry)
        #expect(try store.entries(of: "r").map(\.event) == [.runResumed])
        let pauses = pauses.all.withLock { $0 }
        #expect(pauses.count == 3_000)
        #expect(Set(pauses) == [.milliseconds(10)])
    }

    /// To make the log of a new file, SQLite asks once only; the file is opened anew until it is there.
    @Test func whoeverOpensAFileThatIsBeingWrittenBeginsAnew() throws {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        let path = folder.path + "/runs.sqlite"
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: path, configuration: configuration)
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE; CREATE TABLE other (a)") }
        pauses.other.withLock { $0 = other }
        let store = try RunStore(path: path) { [pauses] in pauses.pass($0, lettingGoAfter: 50) }
        try store.append(entry)
        #expect(try store.entries(of: "r").map(\.event) == [.runResumed])
        #expect(pauses.all.withLock { $0.count } >= 50)
    }

    @Test func whoeverNeverLetsGoIsNotAwaitedForEver() throws {
        let store = try store(lettingGoAfter: nil)
        #expect(throws: DatabaseError.self) { try store.append(entry) }
        #expect(pauses.all.withLock { $0.reduce(.zero, +) } == .seconds(60))
        #expect(try store.entries(of: "r").isEmpty)
    }
}
#endif
