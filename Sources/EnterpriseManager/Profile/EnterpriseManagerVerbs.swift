// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// The HTTP method of each link relation.
enum EnterpriseManagerVerbs {
    /// The vendor's verb table (requests), and the relations that it lacks but other pages document as POST.
    static let all: [Rel: Verb] = {
        var verbs: [Rel: Verb] = ["Edit": .put, "Delete": .delete]
        for rel: Rel in ["Up", "Down", "Alternate", "Related", "First", "Next", "Previous", "Last"] {
            verbs[rel] = .get
        }
        let listed: [Rel] = [
            "Create", "Start", "Stop", "Retry", "Clone", "Test", "Restore", "Failover", "Download",
            "ToggleScheduleEnabled", "ToggleRestoreScopesEnabled", "Browse",
        ]
        // Documented on the pages of the actions only: post_jobs_id_actionsync, post_backupservers_id_zip,
        // post_backupservers_id_quickbackup, post_failoverplans_id_undo, post_cdpreplicavm_id_actionintervals,
        // post_cdppolicies_id_actionenable, post_cdppolicies_id_actiondisable.
        let unlisted: [Rel] = ["Sync", "VeeamZip", "QuickBackup", "Undo", "Intervals", "Enable", "Disable"]
        for rel in listed + unlisted { verbs[rel] = .post }
        return verbs
    }()
}
