// SPDX-License-Identifier: Apache-2.0

/// The three lists of a directory, by the value of `?action=` [vmrestorepoints_id_mountpoints_id_filepath].
enum GuestList: String {
    case all = "listall"
    case files = "listfiles"
    case directories = "listdirs"

    /// The value as hrefs spell it.
    var word: String {
        switch self {
        case .all: "listAll"
        case .files: "listFiles"
        case .directories: "listDirs"
        }
    }

    /// The `Type` of links to it, which the catalog has.
    var type: String {
        switch self {
        case .all: "FileSystemItemsList"
        case .files: "FileEntryList"
        case .directories: "DirectoryEntryList"
        }
    }

    /// How many entries the hrefs ask for.
    var pageSize: Int { self == .all ? 100 : 10 }

    func holds(_ entry: GuestEntry) -> Bool {
        switch self {
        case .all: true
        case .files: !entry.isDirectory
        case .directories: entry.isDirectory
        }
    }
}
