// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

extension HypermediaClient {
    /// The entry point as it is now, such as for the versions that it offers.
    ///
    /// - Throws: ``ClientError``.
    public func entryResource() async throws -> Resource { try await readEntry() }
}
