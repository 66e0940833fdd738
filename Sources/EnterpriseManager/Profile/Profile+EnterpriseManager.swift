// SPDX-License-Identifier: Apache-2.0

public import Hypermedia
internal import JSONReader
internal import NodeStore

extension Profile {
    /// What is true of the REST API of Veeam Backup Enterprise Manager, versions 1.5 to 1.7.
    ///
    /// Facts carry the name of the page of the vendor's guide they come from, "seen in" or "inferred".
    public static let enterpriseManager: Profile = {
        // Links, Rel, Type, Href, Name: attributes_of_a_link_element. Actions is a second link list of a FileEntry:
        // scenario_1_click_restore.
        let links = LinkShape(
            element: "Link",
            containers: ["Links", "Actions"],
            rel: "Rel",
            type: "Type",
            href: "Href",
            name: "Name"
        )
        var profile = Profile(
            name: "Enterprise Manager",
            namespace: "http://www.veeam.com/ent/v1.0",
            links: links,
            identity: IdentityShape(href: "Href", type: "Type", name: "Name", uid: "UID"),
            json: .enterpriseManager(links: links),
            jsonTextMember: "Value",
            verbs: EnterpriseManagerVerbs.all,
            types: .enterpriseManager,
            // Error/@Message: http_response_codes, and as seen in real answers.
            errorMessage: "Message"
        )
        profile.newestVersion = "v1_7"
        // A reference has a Type that ends so and an Alternate link to its entity: resource_representations.
        profile.references = ReferenceRule(suffix: "Reference", alternate: "Alternate")
        // attributes_of_a_link_element.
        profile.hierarchy = HierarchyRule(up: "Up", down: "Down")
        profile.task = .enterpriseManager
        profile.logon = .enterpriseManager
        profile.queries = EnterpriseManagerQueries.all
        profile.bodies = EnterpriseManagerBodies.all
        profile.dangers = EnterpriseManagerDangers.all
        profile.hints = EnterpriseManagerHints.all
        profile.availability = EnterpriseManagerAvailability.all
        profile.offers = EnterpriseManagerOffers.all
        profile.roles = .enterpriseManager
        profile.neighbours = EnterpriseManagerNeighbours.all
        // The token is base64 of the session id: seen in real answers. Passwords: post_backupservers_id_creds.
        profile.secretProperties = ["SessionId", "Password"]
        // PagingInfo with First, Previous, Next, Last: query_service; PageSize and PagesCount: pagesize_and_page.
        profile.paging = PagingRule(element: "PagingInfo", next: "Next", size: "PageSize", pages: "PagesCount")
        return profile
    }()
}
