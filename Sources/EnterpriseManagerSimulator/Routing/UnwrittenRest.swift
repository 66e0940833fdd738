// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The writer of a document that has begun, for the first who asks for the rest.
final class UnwrittenRest: Sendable {
    private let writer: Mutex<(any DocumentWriter)?>

    init(_ writer: sending any DocumentWriter) { self.writer = Mutex(writer) }

    /// The writer; nil if it was taken before.
    func take() -> sending (any DocumentWriter)? {
        writer.withLock { writer in
            let taken = writer
            writer = nil
            return taken
        }
    }
}
