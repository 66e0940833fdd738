// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import WorkflowCatalogue
public import Workflows

extension WorkflowCatalog {
    /// The workflows that come with this package.
    ///
    /// - Throws: `WorkflowError` if one of the embedded files cannot be used, which the tests rule out.
    public static func enterpriseManager() throws(WorkflowError) -> WorkflowCatalog { try shipped.get() }

    /// Read once: what is embedded does not change.
    private static let shipped = Result { () throws(WorkflowError) -> WorkflowCatalog in
        var files: [WorkflowFile] = []
        for index in 0..<emwalk_workflow_count() {
            files.append(
                try WorkflowFile(
                    yaml: String(cString: emwalk_workflow_text(index)),
                    file: String(cString: emwalk_workflow_name(index)),
                    profile: .enterpriseManager
                )
            )
        }
        return WorkflowCatalog(files)
    }
}
