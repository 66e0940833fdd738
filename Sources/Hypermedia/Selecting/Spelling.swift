// SPDX-License-Identifier: Apache-2.0

internal import XMLSchema

/// Finds what a person may have meant, for rooms that know no schema.
package enum Spelling {
    /// The known word nearest to one that was typed, if any is near enough; case counts little.
    package static func nearest(to word: String, in known: some Sequence<String>) -> String? {
        NearestNames.of(word, in: known).first
    }
}
