// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// In which format a request is read and answered.
enum Format: Sendable {
    case xml
    case json

    /// What the `Accept` header asks for: JSON anywhere in it means JSON for the answer and for the request body
    /// alike, everything else means XML (seen in a public report about a live server).
    init(accept: String?) {
        self = accept?.lowercased().contains("json") == true ? .json : .xml
    }

    var mediaType: String {
        switch self {
        case .xml: "application/xml; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        }
    }
}
