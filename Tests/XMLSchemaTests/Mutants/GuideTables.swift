// SPDX-License-Identifier: Apache-2.0

/// The tables that the facts are drawn from.
struct GuideTables {
    let structures: [String: Structure]
    /// What pages say about request bodies.
    let bodies: FieldIndex
    /// What pages say about resources.
    let resources: FieldIndex
    /// The roots that are sent with PUT.
    let editable: Set<String>

    init(corpus: Corpus) throws {
        let rows = try SharedFolder.table("STRUCTURES").rows.map(Structure.init)
        structures = Dictionary(rows.map { ($0.element, $0) }) { first, _ in first }
        var requests: [String: Set<String>] = [:]
        var responses = corpus.rootsByPage
        var editable: Set<String> = []
        let methods = try SharedFolder.table("METHODS").rows
        for method in methods {
            let page = method["page"]
            requests[page] = Set(method.list("request_root_xml"))
            responses[page, default: []].formUnion(method.list("response_roots_xml"))
            if method["method"] == "PUT" { editable.formUnion(method.list("request_root_xml")) }
            // Examples of GET stand on pages named without the verb.
            if page.hasPrefix("get_") {
                responses[page]?.formUnion(corpus.rootsByPage[String(page.dropFirst(4))] ?? [])
            }
        }
        for document in corpus.documents where document.isRequest {
            for page in document.pages { requests[page, default: []].insert(document.root) }
        }
        self.editable = editable
        let pages = Set(methods.map { $0["page"] })
        bodies = FieldIndex(
            try Self.fields("BODY_FIELDS"),
            rootsByPage: requests,
            methodPages: pages,
            structures: structures,
            corpus: corpus
        )
        resources = FieldIndex(
            try Self.fields("RESOURCE_FIELDS"),
            rootsByPage: responses,
            methodPages: pages,
            structures: structures,
            corpus: corpus
        )
    }

    private static func fields(_ table: String) throws -> [Field] {
        try SharedFolder.table(table).rows.enumerated().map { Field($0.element, line: $0.offset) }
    }
}
