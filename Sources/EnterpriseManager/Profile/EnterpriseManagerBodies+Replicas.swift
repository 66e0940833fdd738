// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension EnterpriseManagerBodies {
    /// CDP replicas and failover plans.
    static let replicas: [BodyRule] =
        // The vendor's table calls the first VmCdpReplica, its examples CdpReplicaVm.
        [
            ("CdpReplicaVm", "cdpreplicavm"), ("VmCdpReplica", "cdpreplicavm"), ("VAppCdpReplica", "cdpreplicavapp"),
        ].flatMap { owner, page in
            [
                BodyRule(
                    rel: "Failover",
                    owner: owner,
                    root: "CdpFailoverStartSpec",
                    source: "post_\(page)_id_actionfailover"
                ),
                BodyRule(
                    rel: "Intervals",
                    owner: owner,
                    root: nil,
                    alternatives: ["CdpReplicaIntervalsSpec"],
                    note: unnamed,
                    source: "post_\(page)_id_actionintervals"
                ),
            ]
        }
        + [
            BodyRule(
                rel: "Start",
                owner: "FailoverPlan",
                root: "FailoverPlanManagementSpec",
                source: "post_failoverplans_id_start"
            ),
            edit("FailoverPlan", source: "put_failoverplans_id"),
            BodyRule(
                rel: "Start",
                owner: "CloudFailoverPlan",
                root: "CloudFailoverPlanManagementSpec",
                source: "post_cloudfailoverplans_id_start"
            ),
            edit("CloudFailoverPlan", source: "put_cloudfailoverplans_id"),
        ]
}
