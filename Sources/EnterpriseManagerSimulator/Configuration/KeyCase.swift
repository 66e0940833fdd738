// SPDX-License-Identifier: Apache-2.0

/// How the keys of JSON answers are spelt.
public enum KeyCase: String, Hashable, Sendable, CaseIterable {
    /// `BackupServers`, `UID`, `Href`: up to EM 12, and in the guide [representation_collections].
    case pascal
    /// `backupServers`, `uid`, `href`: EM 13 (seen in the output of live servers).
    case camel
}
