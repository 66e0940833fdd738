// SPDX-License-Identifier: Apache-2.0

import Workflows

extension InMemoryJournal {
    /// Whether a write was to be sent.
    var hasWrites: Bool {
        entries.contains { entry in
            if case .writeIntended = entry.event { return true }
            return false
        }
    }
}
