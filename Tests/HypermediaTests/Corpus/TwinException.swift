// SPDX-License-Identifier: Apache-2.0

/// Where the guide's twins differ although they are said to show the same data.
///
/// Every value that stands in one of them only is listed; anything else fails the test.
struct TwinException {
    let reason: String
    var onlyInJSON: [String] = []
    var onlyInXML: [String] = []

    /// The exception for a document, or that there is none.
    static func of(_ xml: String) -> TwinException {
        all.first { xml.hasPrefix($0.page) }?.exception ?? TwinException(reason: "no exception")
    }

    private static let all: [(page: String, exception: TwinException)] = []
}
