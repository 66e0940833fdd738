// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What a route answers.
struct Answer: Sendable {
    var status: Int
    var document: Element?
    /// The content of a file, instead of a document.
    var file: [UInt8]?
    var headers: [(HTTPField.Name, String)] = []
    /// Where the created thing is, for `Location` [em_web_api_specifications].
    var location: Address?
    /// The logon session that the hrefs of the answer are for, if the request opened one.
    var session: GUID?

    init(_ status: Int, _ document: Element? = nil) {
        self.status = status
        self.document = document
    }

    /// 200 with a document.
    static func ok(_ document: Element) -> Answer { Answer(200, document) }
    /// 202 with the task that does the work [tasks].
    static func accepted(_ task: Element) -> Answer { Answer(202, task) }
    /// 200 with the content of a file.
    static func file(_ bytes: [UInt8]) -> Answer {
        var answer = Answer(200)
        answer.file = bytes
        answer.headers = [(.contentType, "application/octet-stream")]
        return answer
    }
    /// 201 with what was created [http_response_codes].
    static func created(_ document: Element, at location: Address) -> Answer {
        var answer = Answer(201, document)
        answer.location = location
        return answer
    }
    /// 204, for deleted and edited things.
    static let gone = Answer(204)
}
