// SPDX-License-Identifier: Apache-2.0

/// A job that does not lie below `/jobs`: its settings, schedule and sessions are those of every job.
protocol SideJob: TableRecord {
    var job: JobRecord { get set }
}
