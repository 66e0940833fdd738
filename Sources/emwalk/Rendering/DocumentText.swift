// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

extension OutputFormat {
    /// A document in this form; nil for those that are not made from a document.
    ///
    /// A list is a row for each element in `ndjson` and `csv`, anything else one row.
    func text(_ document: JSONValue) throws -> String? {
        switch self {
        case .table, .xml: nil
        case .json: document.text() + "\n"
        case .ndjson: (document.elements ?? [document]).map { $0.text(pretty: false) + "\n" }.joined()
        case .yaml: try YAMLText.text(document)
        case .csv: RowSet(document).csv
        }
    }
}
#endif
