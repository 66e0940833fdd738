// SPDX-License-Identifier: Apache-2.0

#if Network
internal import XMLSchema

/// A version of the API as a person types it.
enum APIVersionArgument {
    /// The version; nil if none is given.
    static func read(_ text: String?) throws -> SchemaVersion? {
        guard let text else { return nil }
        guard let version = SchemaVersion(text) else {
            throw CommandError("usage", "‘\(text)’ is no API version.", hint: "Write one such as v1_5 or 1.5.")
        }
        return version
    }
}
#endif
