// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation

/// A place for a test that runs processes: its turn among the others, and a folder for what its commands keep.
///
/// All tests begin at once. If all of their processes did so, too, a small machine would be busy with hundreds of them,
/// and limits of time would run out that have nothing to do with what is tested.
struct TestPlace: Sendable {
    /// The place that a test has; whatever it begins there belongs to it.
    @TaskLocal static var current: TestPlace?

    private static let turns = Turns(count: max(4, 4 * ProcessInfo.processInfo.activeProcessorCount))

    /// What is to be the state folder of commands.
    let state: String

    /// Runs a body once there is a place for it, at once if it has one.
    static func with<R>(_ body: () async throws -> R) async throws -> R {
        if current != nil { return try await body() }
        await turns.take()
        let result: Result<R, any Error>
        do {
            result = .success(
                try await Folder.with { folder in
                    try await $current.withValue(TestPlace(state: folder.path("state"))) { try await body() }
                }
            )
        } catch { result = .failure(error) }
        await turns.give()
        return try result.get()
    }

    /// So many at a time, in the order in which they came.
    private actor Turns {
        private var free: Int
        private var waiting: [CheckedContinuation<Void, Never>] = []

        init(count: Int) { free = count }

        func take() async {
            if free > 0 {
                free -= 1
            } else {
                await withCheckedContinuation { waiting.append($0) }
            }
        }

        func give() {
            if waiting.isEmpty {
                free += 1
            } else {
                waiting.removeFirst().resume()
            }
        }
    }
}
#endif
