// SPDX-License-Identifier: Apache-2.0

extension Families {
    /// What backup servers manage.
    static let infrastructure: [any ResourceFamily.Type] = [
        ManagedServers.self,
        HierarchyRoots.self,
        LookupService.self,
        ExternalRepositories.self,
        WanAccelerators.self,
        Credentials.self,
        PasswordKeys.self,
    ]
}
