// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Synchronization

/// Text that is gathered instead of being shown.
final class CapturedText: Sendable {
    private let text = Mutex("")

    var value: String { text.withLock { $0 } }

    func add(_ more: String) { text.withLock { $0 += more } }
}
#endif
