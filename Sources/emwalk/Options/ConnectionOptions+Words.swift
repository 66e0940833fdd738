// SPDX-License-Identifier: Apache-2.0

#if Network
extension ConnectionOptions {
    /// How long a task may take: as this command says, or the shell that it was typed in.
    var taskLimit: Duration {
        .seconds(taskTimeout ?? Surroundings.current.shell?.taskTimeout ?? ConnectionOptions.standardTaskTimeout)
    }

    /// The words that lead another command to the same server as the same user.
    var words: [String] {
        var words = simulator ? ["--simulator"] : []
        if seed != 1 { words += ["--seed", String(seed)] }
        let values = [
            ("--em", em), ("--profile", profile), ("--user", user), ("--tenant", tenant),
            ("--organization", organization), ("--password-file", passwordFile), ("--cacert", cacert), ("--pin", pin),
            ("--api-version", apiVersion), ("--accept", accept?.rawValue),
        ]
        for case (let name, let value?) in values { words += [name, value] }
        for rule in hostMap { words += ["--host-map", rule] }
        let flags = [
            ("--password-stdin", passwordStdin), ("--insecure", insecure), ("--allow-plaintext", allowPlaintext),
            ("--opaque-urls", opaqueUrls),
        ]
        return words + flags.filter(\.1).map(\.0)
    }
}
#endif
