// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// In which format a request is read and answered.
enum Format: Sendable {
    case xml
    case json

    /// What the `Accept` header asks for: JSON anywhere in it means JSON for the answer and for the request body
    /// alike, everything else means XML (seen in a public report about a live server).
    init(accept: String?) {
        self = accept.map { Format.hasJSON(Array($0.utf8)) } == true ? .json : .xml
    }

    /// Whether the four letters stand anywhere, in any case.
    private static func hasJSON(_ text: [UInt8]) -> Bool {
        let wanted = Array("json".utf8)
        return text.indices.dropLast(3).contains { start in
            wanted.indices.allSatisfy { text[start + $0] | 0x20 == wanted[$0] }
        }
    }

    var mediaType: String {
        switch self {
        case .xml: "application/xml; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        }
    }
}
