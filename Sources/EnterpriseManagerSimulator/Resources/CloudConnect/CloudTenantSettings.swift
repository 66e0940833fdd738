// SPDX-License-Identifier: Apache-2.0

/// What the creation and the change of a tenant have in common [post_tenants, put_tenants_id].
enum CloudTenantSettings {
    /// Takes over what a body has; what it lacks stays.
    static func apply(_ body: CloudBody, to tenant: inout CloudTenantRecord) throws(Refusal) {
        tenant.description = body.text("Description") ?? tenant.description
        if let password = body.text("Password"), !password.isEmpty { tenant.password = password }
        tenant.isEnabled = try body.flag("Enabled") ?? tenant.isEnabled
        if let end = try body.time("LeaseExpirationDate") { tenant.leaseEnd = end }
        try applyLease(body, to: &tenant)
        try applyThrottling(body, to: &tenant)
        tenant.publicAddressCount = try body.number("PublicIpCount") ?? tenant.publicAddressCount
        tenant.maxConcurrentTasks = try body.number("MaxConcurrentTasks") ?? tenant.maxConcurrentTasks
        let days = try body.number("BackupProtectionPeriod")
        if let isProtected = try body.flag("BackupProtectionEnabled") {
            tenant.protectionDays = isProtected ? days ?? tenant.protectionDays ?? 1 : nil
        } else if tenant.protectionDays != nil {
            tenant.protectionDays = days ?? tenant.protectionDays
        }
        // Documents and tables spell it differently [post_tenants].
        for name in ["FailoverToOthersGatewaysIfFail", "FailoverToOtherGatewaysIfFail"] {
            tenant.usesOtherGateways = try body.flag(name) ?? tenant.usesOtherGateways
        }
    }

    private static func applyLease(_ body: CloudBody, to tenant: inout CloudTenantRecord) throws(Refusal) {
        guard let lease = body.part("LeaseOptions"), let hasEnd = try lease.flag("Enabled") else { return }
        // Which of the names is right is not known.
        var end = tenant.leaseEnd
        for name in ["ExpirationDate", "LeaseExpirationDate"] { end = try lease.time(name) ?? end }
        guard !hasEnd || end != nil else { throw Refusal(400, "LeaseExpirationDate is missing in LeaseOptions") }
        tenant.leaseEnd = hasEnd ? end : nil
    }

    private static func applyThrottling(_ body: CloudBody, to tenant: inout CloudTenantRecord) throws(Refusal) {
        let isOn = try body.flag("ThrottlingEnabled") ?? (tenant.throttling != nil)
        let limit = try body.number("ThrottlingSpeedLimit") ?? tenant.throttling?.limit ?? 1
        let unit = try body.word("ThrottlingSpeedUnit", of: ["Mbps", "KBps", "MBps"]) ?? tenant.throttling?.unit
        tenant.throttling = isOn ? CloudTenantRecord.Throttling(limit: limit, unit: unit ?? "MBps") : nil
    }
}
