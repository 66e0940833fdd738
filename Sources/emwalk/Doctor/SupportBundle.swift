// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Foundation
internal import Hypermedia
internal import HypermediaClient
internal import Survey

/// What helps somebody else to understand a connection, and tells no secret: a tar of a few small documents.
struct SupportBundle {
    let visit: Doctor.Visit
    /// Whether names of servers and accounts are replaced.
    let mapsHosts: Bool
    let now: Date

    /// The archive.
    var bytes: [UInt8] {
        var archive = TarArchive(time: Int(now.timeIntervalSince1970))
        for (name, text) in documents { archive.add("emwalk-support/\(name)", Array(text.utf8)) }
        return archive.bytes
    }

    /// The documents, secrets taken out.
    var documents: [(name: String, text: String)] {
        let trace = visit.trace.map { HopLine($0).json.text(pretty: false) + "\n" }.joined()
        let raw = [
            ("doctor.json", visit.report.json.text() + "\n"), ("versions.json", versions.text() + "\n"),
            ("trace.ndjson", trace), ("census.json", census.text() + "\n"),
        ]
        return raw.map { (name: $0.0, text: clean($0.1)) }
    }

    private var versions: JSONValue {
        .members(
            ("emwalk", .string(EmwalkCommand.configuration.version)),
            ("system", .string(ProcessInfo.processInfo.operatingSystemVersionString)),
            ("offered", .array(visit.versions.map { .string($0) }))
        )
    }

    /// Which kinds of resources offer which links: counts, and no names.
    private var census: JSONValue {
        .array(
            visit.census.owners.keys.sorted().map { owner in
                .members(
                    ("owner", .string(owner)),
                    ("count", .integer(visit.census.owners[owner] ?? 0)),
                    (
                        "links",
                        .array(
                            visit.census.kinds(of: owner).map { kind in
                                .members(
                                    ("rel", .string(kind.rel.rawValue)),
                                    ("type", .optional(kind.type?.rawValue)),
                                    ("count", .integer(visit.census.counts[kind] ?? 0))
                                )
                            }
                        )
                    )
                )
            }
        )
    }

    private func clean(_ text: String) -> String {
        var result = visit.redaction.apply(to: text)
        guard mapsHosts else { return result }
        // The longest first, as one may be part of another; numbered alike in every document.
        let names = visit.names.filter { $0.count > 2 }.sorted { ($0.count, $1) > ($1.count, $0) }
        for (index, name) in names.enumerated() {
            let written = JSONValue.string(name).text(pretty: false).dropFirst().dropLast()
            result = result.replacingOccurrences(of: written, with: "name-\(index + 1)")
        }
        return result
    }

    /// Writes the archive so that only its owner reads it.
    func write(to path: String) throws {
        guard
            FileManager.default.createFile(
                atPath: path,
                contents: Data(bytes),
                attributes: [.posixPermissions: 0o600]
            )
        else { throw CommandError("bad-file", "The bundle ‘\(path)’ cannot be written.") }
    }
}
#endif
