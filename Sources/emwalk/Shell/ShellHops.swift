// SPDX-License-Identifier: Apache-2.0

#if Network
internal import HypermediaClient
internal import Synchronization

/// Tells each request while ‘set hops on’ holds.
final class ShellHops: Sendable {
    private let console: Console
    private let isOn = Atomic(false)

    init(console: Console) { self.console = console }

    func turn(_ isOn: Bool) { self.isOn.store(isOn, ordering: .relaxed) }

    func tell(_ hop: Hop) {
        if isOn.load(ordering: .relaxed) { console.err(HopLine(hop).text(console.errorStyle)) }
    }
}
#endif
