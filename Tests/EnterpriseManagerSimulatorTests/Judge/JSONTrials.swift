// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import HTTPTypes
import Hypermedia

@testable import EnterpriseManagerSimulator

/// Sends every write again in JSON, in the same world: it must end as it did in XML.
struct JSONTrials {
    private(set) var findings: Set<JudgeFinding> = []
    /// How many had a body.
    private(set) var bodies = 0

    init(_ calls: [TakenCall], _ schema: Schema) {
        for call in calls {
            if !call.body.json.isEmpty { bodies += 1 }
            if let text = judge(call, schema) {
                findings.insert(JudgeFinding("json", call.path, "\(call.method): \(text)"))
            }
        }
    }

    private func judge(_ call: TakenCall, _ schema: Schema) -> String? {
        var client = call.client
        client.accept = "application/json"
        let response = client.send(
            call.method.method,
            call.path,
            headers: call.method.headers(client),
            body: call.body.json
        )
        guard response.status == call.status else {
            return "\(response.status) instead of \(call.status): \(String(decoding: response.body, as: UTF8.self))"
        }
        guard let root = call.root else {
            return response.body.isEmpty ? nil : "an answer where XML has none"
        }
        guard let page = try? Page(response) else { return "an answer that is no JSON" }
        if let invalid = invalid(page, root, schema) { return invalid }
        guard let worked = call.taskWorked else { return nil }
        client.wait()
        guard let task = try? client.get(page["Href"] ?? "") else { return "the task cannot be read" }
        guard task.worked == worked else { return "the task \(task.worked ? "works" : "fails"), unlike that in XML" }
        return invalid(task, root, schema)
    }

    private func invalid(_ page: Page, _ root: String, _ schema: Schema) -> String? {
        let report = try? schema.validate(
            Array(page.text.utf8),
            format: .json,
            root: root,
            profile: .enterpriseManager
        )
        return report?.verdict == .valid ? nil : "the answer is no \(root): \(report?.findings.first?.message ?? "")"
    }
}
