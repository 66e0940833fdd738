// SPDX-License-Identifier: Apache-2.0

internal import JSONReader
internal import NodeStore

extension JSONShape {
    /// How the JSON of Enterprise Manager differs from its XML.
    ///
    /// Links and Actions are arrays of links without an inner `Link`. A wrapper of equal elements is an object with
    /// one array property named by the element and "s", which needs no entry here. Lists of strings lose their
    /// wrapper, so their element names must be told (representation_collections, post_jobs_id_includes).
    static func enterpriseManager(links: LinkShape) -> JSONShape {
        JSONShape(
            link: links,
            lists: [
                "Links": "Link",
                "Actions": "Link",
                "ExcludedIndexingFolders": "Path",
                "IncludedIndexingFolders": "Path",
            ],
            singulars: [
                // Item names that differ from what their collection's name suggests.
                "Vlans": "Vlans",
                "Items": "Items",
                "Sessions": "Sessions",
                "Events": "Events",
                // Repeated without a wrapper, under their own name.
                "Months": "Months",
                "IncludeLists": "IncludeList",
                "ExcludeLists": "ExcludeList",
            ]
        )
    }
}
