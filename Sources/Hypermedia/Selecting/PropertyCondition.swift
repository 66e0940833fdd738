// SPDX-License-Identifier: Apache-2.0

/// What a property must be, such as `JobInfo.BackupJobInfo.RepositoryUid=urn:…`.
///
/// Values compare exactly.
public struct PropertyCondition: Hashable, Sendable {
    /// Where the value stands.
    public let path: PropertyPath
    /// What it must be.
    public let value: String

    /// A condition.
    public init(path: PropertyPath, value: String) {
        self.path = path
        self.value = value
    }

    /// Whether one of the values at the path is the one asked for.
    public func holds(for resource: Resource) -> Bool { resource.values(path).contains(value) }
}
