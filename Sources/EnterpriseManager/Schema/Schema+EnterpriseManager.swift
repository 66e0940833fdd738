// SPDX-License-Identifier: Apache-2.0

public import Hypermedia
public import LibXML
internal import Schemas

extension Schema {
    /// The schema of the REST API 1.7 that comes with this package.
    ///
    /// Written from public facts; it is not the vendor's file. Compiling it takes some milliseconds: share it.
    ///
    /// - Throws: `HypermediaError` if the embedded documents cannot be used, which the tests rule out.
    public static func enterpriseManager() throws(HypermediaError) -> Schema {
        try Schema(documents: enterpriseManagerDocuments)
    }

    /// The documents of that schema: the door, then what it includes.
    public static var enterpriseManagerDocuments: [SchemaDocument] {
        (0..<emwalk_em_rest_count()).map { index in
            SchemaDocument(
                name: String(cString: emwalk_em_rest_name(index)),
                bytes: Array(String(cString: emwalk_em_rest_text(index)).utf8)
            )
        }
    }
}
