// SPDX-License-Identifier: Apache-2.0

import JSONReader
import NodeStore

/// The dialects that the tests read.
enum Shapes {
    /// As Enterprise Manager writes JSON, in both spellings of its keys.
    static let enterpriseManager = JSONShape(
        link: LinkShape(
            element: "Link",
            containers: ["Links", "Actions"],
            rel: "Rel",
            type: "Type",
            href: "Href",
            name: "Name"
        ),
        lists: ["Links": "Link", "ExcludedIndexingFolders": "Path"],
        singulars: ["Vlans": "Vlans", "ExcludeLists": "ExcludeList"]
    )

    /// HAL: the key of a link is its relation.
    static let hal = JSONShape(
        link: LinkShape(
            element: "",
            containers: ["_links"],
            rel: "",
            type: "type",
            href: "href",
            name: "name",
            relIsKey: true
        )
    )
}
