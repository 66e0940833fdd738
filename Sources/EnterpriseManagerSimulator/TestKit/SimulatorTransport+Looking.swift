// SPDX-License-Identifier: Apache-2.0

extension SimulatorTransport {
    /// Looks at a resource without being noticed, as it was at the last request.
    ///
    /// See ``Simulator/look(_:at:)``; a client that shares this transport is not disturbed.
    ///
    /// - Parameters:
    ///   - steps: the way from the hub.
    ///   - time: when, since the start; nil for the time of the last request.
    /// - Throws: `link` or `item` where the way ends.
    public func look(_ steps: LinkStep..., at time: Duration? = nil) throws(FailedExpectation) -> ServedPage {
        try snapshot.look(steps, at: time)
    }
}
