// SPDX-License-Identifier: Apache-2.0

@testable import EnterpriseManagerSimulator

extension Client {
    /// The account of the default world with a role.
    static func account(_ role: SimulatorRole) throws -> SimulatorAccount? {
        SimulatorConfiguration().everyAccount.first { $0.roles.contains(role) }
    }

    var isJSON: Bool { accept.contains("json") }

    /// A body in the format of the client.
    func body(_ root: String, xml: String, json: String) -> String {
        isJSON ? json : "<\(root) xmlns=\"\(XMLWriter.namespace)\">\(xml)</\(root)>"
    }

    /// The hub of security.
    mutating func security() throws -> Page {
        try get(hub?.href("Down:EnterpriseSecuritySettings") ?? "")
    }

    /// The entity of an account, found by its name through links.
    mutating func account(_ name: String) throws -> Page {
        let list = try get(try security().href("Down:EnterpriseAccountReferenceList"))
        return try get(list.item("Ref", named: name)?.href("Alternate:EnterpriseAccount") ?? "")
    }

    /// The UID of a role.
    mutating func role(_ name: String) throws -> String {
        try get(try security().href("Down:EnterpriseRoleReferenceList")).item("Ref", named: name)?["UID"] ?? ""
    }

    /// The entity of a configuration for self-service, found by its name through links.
    mutating func configuration(_ type: String, of service: String, _ name: String) throws -> Page {
        let list = try get(try get(hub?.href("Down:\(service)") ?? "").href("Down:\(type)ReferenceList"))
        return try get(list.item("Ref", named: name)?.href("Alternate:\(type)") ?? "")
    }
}
