// SPDX-License-Identifier: Apache-2.0

/// Replaces the secrets of a connection wherever they occur in a text.
struct SecretMask: Sendable {
    private var secrets: [String] = []

    /// What stands in place of a secret.
    static let mask = "•••"

    mutating func add(_ secret: String?) {
        guard let secret, secret.count >= 4, !secrets.contains(secret) else { return }
        secrets.append(secret)
        secrets.sort { $0.count > $1.count }
    }

    func apply(to text: String) -> String {
        var result = text
        for secret in secrets where result.contains(secret) {
            result = result.split(separator: secret, omittingEmptySubsequences: false).joined(
                separator: SecretMask.mask
            )
        }
        return result
    }
}
