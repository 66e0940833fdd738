// SPDX-License-Identifier: Apache-2.0

/// A resource as every edition answered it.
struct Visit {
    /// The path of the plain edition.
    let path: String
    /// The type of the link that led there.
    let type: String
    /// The resource that offered the link.
    let from: String
    /// The answers, one for each edition.
    let pages: [Page]

    /// What the plain edition in XML answered.
    var page: Page { pages[0] }
}
