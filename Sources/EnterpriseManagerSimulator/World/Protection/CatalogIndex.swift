// SPDX-License-Identifier: Apache-2.0

/// The indexed machines and their restore points, by the name of the machine in any case [catalog_vms_vmname].
struct CatalogIndex: Sendable {
    private let history: GeneratedHistory
    private var names: [String] = []
    private var entered: [String: [GUID]] = [:]

    init(_ history: GeneratedHistory) { self.history = history }

    /// The machines, made one after the other.
    var machines: some Sequence<String> {
        let generated = (0..<history.count).lazy.map { history.machine($0) }
        return [AnySequence(names), AnySequence(generated)].lazy.joined()
    }

    /// The name of a machine as it is spelt; nil if it is not indexed.
    func name(_ text: String) -> String? {
        let isGenerated = !history.machinePoints(of: text.lowercased()).isEmpty
        return isGenerated ? text.lowercased() : names.first { $0.lowercased() == text.lowercased() }
    }

    /// The restore points of a machine, in whichever backups they lie.
    func points(of name: String) -> [GUID] {
        history.machinePoints(of: name.lowercased()) + (entered[name.lowercased()] ?? [])
    }

    /// Enters a restore point.
    mutating func enter(_ point: GUID, of machine: String) {
        if self.name(machine) == nil { names.append(machine) }
        entered[machine.lowercased(), default: []].append(point)
    }
}
