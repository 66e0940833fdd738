// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

@testable import EnterpriseManagerSimulator

/// A line of the table of methods: what the guide says of a request.
struct DocumentedMethod: CustomStringConvertible {
    /// The page that describes it.
    let page: String
    let method: HTTPRequest.Method
    /// How its URL looks, in the words of the heading and of the text; one of them may have a slip of the pen.
    let templates: [PathTemplate]
    let title: String
    /// The statuses that the text states or the examples show.
    let statuses: Set<Int>
    /// The root of the body in XML; empty if it has none or none is known.
    let requestRoot: String
    /// The roots of the answer; empty if it has none or none is shown.
    let responseRoots: [String]

    init?(row: [String: String]) {
        guard let method = row["method"].flatMap({ HTTPRequest.Method($0) }) else { return nil }
        page = row["page"] ?? ""
        self.method = method
        title = row["url_template"] ?? ""
        templates = [title, row["title"] ?? title].map(PathTemplate.init)
        let codes = "\(row["stated_code"] ?? ""),\(row["codes_in_examples"] ?? "")".split(separator: ",")
        statuses = Set(codes.compactMap { Int($0) })
        requestRoot = row["request_root_xml"] ?? ""
        responseRoots = (row["response_roots_xml"] ?? "").split(separator: ",").map(String.init)
    }

    /// What a request of it has beside the session: a logon says who it is.
    func headers(_ client: Client) -> HTTPFields {
        guard title.contains("sessionMngr") else { return [:] }
        let configuration = client.simulator.configuration
        return [.authorization: Client.basic(configuration.user, configuration.password)]
    }

    var description: String { "\(method) \(title)" }
}
