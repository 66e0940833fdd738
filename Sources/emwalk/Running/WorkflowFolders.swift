// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation

/// Where people keep workflow files of their own: `emwalk/workflows` among their settings, then the folders of
/// `EMWALK_WORKFLOWS`.
struct WorkflowFolders {
    let folders: [String]

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        let settings =
            environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? environment["HOME"].map { $0 + "/.config" }
        let named = environment["EMWALK_WORKFLOWS"]?.split(separator: ":").map(String.init) ?? []
        folders = (settings.map { [$0 + "/emwalk/workflows"] } ?? []) + named
    }

    /// The files, in the order of the folders and of their names; a folder that is not there holds none.
    var files: [String] {
        folders.flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.sorted().filter(isWorkflow).map { "\(folder)/\($0)" }
        }
    }

    private func isWorkflow(_ name: String) -> Bool {
        !name.hasPrefix(".") && [".yaml", ".yml", ".json"].contains { name.lowercased().hasSuffix($0) }
    }
}
#endif
