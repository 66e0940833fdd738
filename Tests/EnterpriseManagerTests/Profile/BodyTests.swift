// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Foundation
import Hypermedia
import Testing
import XMLSchema

/// Which body a link takes.
@Suite struct BodyTests {
    private let rules = Profile.enterpriseManager.bodies

    @Test func everyElementIsInTheSchema() throws {
        let model = try #require(try Schema.enterpriseManager().model)
        #expect(rules.count > 50)
        for rule in rules {
            #expect(!rule.elements.isEmpty, "\(rule.rel) of \(rule.source) has no element")
            for element in rule.elements {
                #expect(model.declaredElement(element) != nil, "\(element) of \(rule.source) is not declared")
            }
        }
    }

    @Test func aBranchIsAPartOfItsBody() throws {
        let model = try #require(try Schema.enterpriseManager().model)
        for rule in rules {
            guard let branch = rule.branch, let root = rule.root else { continue }
            let parts = model.members(of: try model.element(named: root)).map(\.name)
            switch branch {
            case .always(let part): #expect(parts.contains(part))
            case .named(_, let suffix): #expect(parts.contains { $0.hasSuffix(suffix) })
            }
        }
    }

    @Test func noTwoRulesAreAboutTheSameLink() {
        struct Key: Hashable { let rel, type, owner: String }
        let keys = rules.map { Key(rel: $0.rel.rawValue, type: $0.type?.rawValue ?? "", owner: $0.owner ?? "") }
        #expect(Set(keys).count == keys.count)
    }

    /// Each kind of job is cloned by a part of its own.
    @Test(arguments: ["Backup", "Replica", "BackupCopy", "ImmediateBackupCopy"])
    func aCloneIsMadeByTheTypeOfItsJob(_ type: String) throws {
        let model = try #require(try Schema.enterpriseManager().model)
        let link = try link("Clone", owner: "Job", inside: "<JobType>\(type)</JobType>")
        let rule = try #require(rules.first { $0.applies(to: link) })
        let part = try #require(rule.branch?.part(for: link))
        #expect(part == type + "JobCloneInfo")
        #expect(model.members(of: try model.element(named: try #require(rule.root))).contains { $0.name == part })
    }

    /// A backup server has two Create links without a type, which differ in where they lead.
    @Test func untypedLinksAreToldApartByHints() throws {
        let document = try read(
            """
            <BackupServer xmlns="http://www.veeam.com/ent/v1.0"><Links>\
            <Link Rel="Down" Type="CredentialsList" Href="https://em/a"/>\
            <Link Rel="Down" Type="PasswordKeyList" Href="https://em/b"/>\
            <Link Rel="Create" Href="https://em/a?x=1"/><Link Rel="Create" Href="https://em/b?x=1"/>\
            <Link Rel="Create" Href="https://em/c"/></Links></BackupServer>
            """
        )
        let roots = document.links.filter { $0.rel == "Create" }.map { link in
            rules.first { $0.applies(to: link) }?.root
        }
        #expect(roots == ["CredentialsInfoSpec", "PasswordKeyInfoSpec", nil])
    }

    @Test func theOwnerCountsWhereItMatters() throws {
        let job = try link("Start", owner: "Job")
        #expect(!rules.contains { $0.applies(to: job) })
        let plan = try link("Start", owner: "FailoverPlan")
        #expect(rules.first { $0.applies(to: plan) }?.root == "FailoverPlanManagementSpec")
    }

    private func link(_ rel: Rel, owner: String, inside: String = "") throws -> Link {
        let document = try read(
            """
            <\(owner) xmlns="http://www.veeam.com/ent/v1.0"><Links><Link Rel="\(rel.rawValue)" Href="https://em/x"/></Links>\
            \(inside)</\(owner)>
            """
        )
        return try #require(document.links.first)
    }

    private func read(_ text: String) throws -> Representation {
        try Representation.read(Array(text.utf8), profile: .enterpriseManager)
    }
}

extension BodyTests {
    /// The rules against the tables of the guide.
    @Suite(.enabled(if: GuideTable.isThere, Comment(rawValue: GuideTable.absence)))
    struct Guide {
        private let rules = Profile.enterpriseManager.bodies

        /// The pages that say the same as another one, whose rule is about their links as well.
        private static let likeOthers = [
            "post_vmreplicapoints_id_mountpoints_id_filepath_actionrestore":
                "post_vmrestorepoints_id_mountpoints_id_filepath_actionrestore",
            "post_agents_agentrestorepoints_id_mounts_id_filepath_actionrestore":
                "post_vmrestorepoints_id_mountpoints_id_filepath_actionrestore",
        ]

        @Test func everyBodyOfTheGuideIsReached() throws {
            let methods = GuideMethod.all.filter { !$0.requestRoot.isEmpty }
            #expect(methods.count > 40)
            for method in methods {
                let page = Self.likeOthers[method.page] ?? method.page
                let reached = rules.filter { $0.source == page }
                #expect(
                    reached.contains { $0.root == method.requestRoot },
                    "\(method.page): \(method.requestRoot) is not among \(reached.flatMap(\.elements))"
                )
            }
        }

        /// Pages that list fields of a body without showing it in XML.
        @Test func everyPageWithFieldsHasARule() {
            let pages = Set(GuideTable.rows("BODY_FIELDS").compactMap { $0["page"] }).filter { $0.hasPrefix("p") }
            #expect(pages.count > 40)
            let sources = Set(rules.map(\.source))
            for page in pages.sorted() { #expect(sources.contains(Self.likeOthers[page] ?? page), "\(page)") }
        }

        @Test func everySourceIsAPage() {
            let pages = Set(GuideMethod.all.map(\.page)).union(["cloud_connect_tenant_credentials"])
            for rule in rules { #expect(pages.contains(rule.source), "\(rule.source)") }
        }

        /// Links of examples: the rule of each that leads to a method with a body is the one of that page.
        @Test func linksOfExamplesTakeWhatTheirMethodTakes() {
            let profile = Profile.enterpriseManager
            var count = 0
            for link in GuideLink.all {
                guard let verb = profile.verb(for: link.rel), verb == .post || verb == .put else { continue }
                let methods = GuideMethod.all.filter { method in
                    method.verb == verb
                        && link.paths.contains { path in
                            // The pages of PUT print an action that the links do not have.
                            path == method.path
                                || (verb == .put && path == method.path.components(separatedBy: "?")[0])
                        }
                }
                let expected = Set(methods.map(\.requestRoot).filter { !$0.isEmpty })
                let owned = rules.filter { rule in
                    rule.rel == link.rel && (rule.owner.map { $0 == link.owner } ?? true)
                        && (rule.type == nil || link.type == nil || rule.type == link.type)
                }
                let found = Set(owned.compactMap(\.root))
                #expect(expected.isSubset(of: found), "\(link.rel) of \(link.owner): \(expected), found \(found)")
                // A link whose methods all take nothing has no rule, unless the body is optional or not shown.
                if expected.isEmpty, !methods.isEmpty {
                    let demanding = owned.filter { $0.root != nil && !$0.isOptional }
                    #expect(demanding.isEmpty, "\(link.rel) of \(link.owner) takes nothing by the guide")
                }
                count += methods.isEmpty ? 0 : 1
            }
            #expect(count > 60)
        }
    }
}
