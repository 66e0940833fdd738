// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What a route answers.
struct Answer: Sendable {
    var status: Int
    var document: Element?
    var headers: [(HTTPField.Name, String)] = []
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
    /// 204, for deleted things.
    static let gone = Answer(204)
}
