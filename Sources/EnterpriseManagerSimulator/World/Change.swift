// SPDX-License-Identifier: Apache-2.0

/// Something that happens to the world at a point in time, whether a request comes then or not.
struct Change: Sendable {
    let due: Duration
    let apply: @Sendable (inout World, Duration) -> Void
}
