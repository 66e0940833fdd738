// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Workflows

/// Which workflows undo which.
struct Compensations {
    /// The workflow that undoes what a run did; nil if none is known.
    func workflow(for record: RunRecord) -> String? { nil }
}
#endif
