// SPDX-License-Identifier: Apache-2.0

#if Network
/// The form in which results are written.
enum OutputFormat: String, CaseIterable, Sendable {
    /// For people.
    case table
    /// One document.
    case json
    /// A line of JSON for each row.
    case ndjson
    /// The document of `json` in YAML.
    case yaml
    /// Rows by RFC 4180.
    case csv
    /// The document as the server sent it, secrets taken out.
    case xml

    /// Whether it has a row for each item rather than one document.
    var isRows: Bool { self == .ndjson || self == .csv }
}
#endif
