// SPDX-License-Identifier: Apache-2.0

/// Something secret that a backup server knows, without the secret.
protocol ServerSecretRecord: TableRecord {
    var server: GUID { get }
}
