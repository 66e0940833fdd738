// SPDX-License-Identifier: Apache-2.0

/// A request body that can be written in both formats.
indirect enum Sample {
    case text(String)
    case number(Int)
    case flag(Bool)
    case group([(String, Sample)])
    /// Items in a wrapper; in JSON an array whose name is that of the items and an s.
    case list(of: String, [Sample])

    func body(_ root: String, json: Bool) -> String {
        json ? jsonText : "<\(root) xmlns=\"http://www.veeam.com/ent/v1.0\">\(xmlText)</\(root)>"
    }

    private var xmlText: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .flag(let flag): String(flag)
        case .group(let members): members.map { "<\($0.0)>\($0.1.xmlText)</\($0.0)>" }.joined()
        case .list(let name, let items): items.map { "<\(name)>\($0.xmlText)</\(name)>" }.joined()
        }
    }

    private var jsonText: String {
        switch self {
        case .text(let text):
            "\"\(text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\"))\""
        case .number(let number): String(number)
        case .flag(let flag): String(flag)
        case .group(let members): "{" + members.map { "\"\($0.0)\":\($0.1.jsonText)" }.joined(separator: ",") + "}"
        case .list(let name, let items): "{\"\(name)s\":[\(items.map(\.jsonText).joined(separator: ","))]}"
        }
    }
}
