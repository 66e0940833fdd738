// SPDX-License-Identifier: Apache-2.0

/// What a ``Table`` keeps: something with an id.
protocol TableRecord: Sendable {
    var id: GUID { get }
}
