// SPDX-License-Identifier: Apache-2.0

internal import JSONReader
internal import NodeStore

extension JSONShape {
    /// How the JSON of Enterprise Manager differs from its XML.
    ///
    /// A wrapper of equal elements is an object with one array property, named by the element and "s" unless it ends
    /// so (representation_collections); that needs no entry here. A wrapper that neither is a resource list nor has
    /// attributes is lost: the array stands under the wrapper's own name, again with "s", and its element names must
    /// be told. Elements that XML repeats without a wrapper are arrays under their own name.
    static func enterpriseManager(links: LinkShape) -> JSONShape {
        JSONShape(
            link: links,
            lists: [
                "Links": "Link",
                "Actions": "Link",
                // post_jobs_id_includes
                "ExcludedIndexingFolders": "Path",
                "IncludedIndexingFolders": "Path",
                "IncludeList": "Path",
                "ExcludeList": "Path",
                // nas_jobs_id_includes
                "InclusionMask": "Extension",
                "ExclusionMask": "Extension",
                // put_selfservice_vsphere_configs_id
                "Tags": "Tag",
                "VCentersScope": "VCenterUid",
                // post_vapprestorepoints_id_actionrestore
                "VmsRestoreParameters": "Vm",
            ],
            singulars: [
                // Item names that differ from what their collection's name suggests.
                "Vlans": "Vlans",
                "Items": "Items",
                "Sessions": "Sessions",
                "Events": "Events",
            ],
            // The only repeated elements with text alone whose names end in s (the vendor's schema 1.3): a schedule's
            // Days and Months. A Day of a backup window has a name and a value, so it is an object.
            scalars: ["Days": "Days", "Months": "Months"],
            // {"CloudGatewayUids": ["…"]}: post_cloudgatewaypools
            scalarsAreSingular: true,
            renames: [
                // jobscheduleoptions
                "RetrySpecified1": "RetrySpecified",
                // put_selfservice_vsphere_configs_id
                "VCentersScopes": "VCentersScope",
                // post_jobs_id_includes
                "IncludeLists": "IncludeList",
                "ExcludeLists": "ExcludeList",
                // nas_jobs_id_includes prints XML only; the general rule says what JSON has.
                "InclusionMasks": "InclusionMask",
                "ExclusionMasks": "ExclusionMask",
            ]
        )
    }
}
