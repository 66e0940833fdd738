// SPDX-License-Identifier: Apache-2.0

/// A role that accounts of Enterprise Manager can have, by the name that the API shows [get_security_roles].
public enum SimulatorRole: String, Hashable, Sendable, CaseIterable {
    /// May log on to the portal, look at it and restore.
    case portalUser = "Portal User"
    /// May restore databases of SQL Server.
    case sqlRestoreOperator = "SQL Restore Operator"
    /// May restore databases of Oracle.
    case oracleRestoreOperator = "Oracle Restore Operator"
    /// May restore files.
    case fileRestoreOperator = "File Restore Operator"
    /// May restore items of Exchange.
    case exchangeRestoreOperator = "Exchange Restore Operator"
    /// May do everything.
    case portalAdministrator = "Portal Administrator"
    /// May restore machines.
    case vmRestoreOperator = "VM Restore Operator"
}
