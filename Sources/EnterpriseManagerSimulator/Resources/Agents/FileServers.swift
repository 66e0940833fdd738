// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `FileServer`: SMB shares and NFS exports [nas_fileservers_id].
enum FileServers: ListedResource {
    static let type = "FileServer"
    static let path = "nas/fileServers"
    static let noun = "file server"
    static func table(of world: World) -> Table<FileServerRecord> { world.agents.fileServers }

    static func register(in router: inout Router) { serve(in: &router) }

    static func reference(_ source: FileServerRecord, _ world: World) -> Reference {
        reference(source.id, source.name, [BackupServers.up(source.server, in: world)])
    }

    static func content(of source: FileServerRecord, _ call: Call, _ world: World) -> [Content] {
        let isShare = source.credentials != nil
        let options = Content.group(
            isShare ? "SmbServerOptions" : "NfsServerOptions",
            [.text("Path", source.name)]
                + (source.credentials.map { [.text("CredentialsId", $0.description)] } ?? [])
        )
        return [
            // NfsServer follows SmbServer (inferred: the options of both are documented).
            .text("ServerType", isShare ? "SmbServer" : "NfsServer"),
            .text("HierarchyObjRef", "urn:NasBackup:FileServer:\(source.server).\(source.id)"),
            isShare ? options : .absent("SmbServerOptions"),
            isShare ? .absent("NfsServerOptions") : options,
            .absent("FileServerOptions"),
            .group(
                "ProcessingOptions",
                [
                    .text("ServerUid", UID(type, source.id).description),
                    .text("CacheRepositoryUid", UID("Repository", source.cache).description),
                ]
            ),
            .group("NASServerAdvancedOptions", [.text("ProcessingMode", "Direct"), .absent("StorageSnapshotPath")]),
        ]
    }
}
