// SPDX-License-Identifier: Apache-2.0

#if Network
import Testing

@testable import emwalk

/// Ctrl-C in a shell: nothing that was asked for during a line is lost, wherever in it it came.
@Suite struct InterruptSwitchTests {
    private let interrupts = InterruptSwitch {}

    @Test func betweenLinesThereIsNothingToInterrupt() {
        let isTaken = interrupts.deliver(2)
        #expect(!isTaken)
        interrupts.beginLine()
        #expect(interrupts.endLine() == nil)
    }

    @Test func whoListensIsTold() async {
        interrupts.beginLine()
        let signals = interrupts.listen()
        #expect(interrupts.deliver(2))
        #expect(await first(of: signals) == 2)
        interrupts.take()
        interrupts.ignore()
        #expect(interrupts.endLine() == nil)
    }

    @Test func whatComesBetweenTwoThingsIsForTheNext() async {
        interrupts.beginLine()
        _ = interrupts.listen()
        interrupts.ignore()
        #expect(interrupts.deliver(2))
        #expect(await first(of: interrupts.listen()) == 2)
    }

    @Test func whatWasToldButNotHeardIsForTheNext() async {
        interrupts.beginLine()
        _ = interrupts.listen()
        #expect(interrupts.deliver(15))
        interrupts.ignore()
        #expect(await first(of: interrupts.listen()) == 15)
        interrupts.ignore()
        #expect(interrupts.endLine() == 15)
    }

    private func first(of signals: AsyncStream<Int32>) async -> Int32? {
        var iterator = signals.makeAsyncIterator()
        return await iterator.next()
    }
}
#endif
