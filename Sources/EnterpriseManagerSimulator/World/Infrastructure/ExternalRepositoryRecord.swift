// SPDX-License-Identifier: Apache-2.0

/// A repository in a cloud that is only read; sizes in bytes [externalrepositories_id].
struct ExternalRepositoryRecord: TableRecord {
    let id: GUID
    let name: String
    let server: GUID
    /// `AmazonS3External`, `AzureStorageExternal` or `GoogleCloudStorageExternal`.
    let kind: String
    let path: String
    let usedSpace: Int
    let description: String
}
