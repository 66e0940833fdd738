// SPDX-License-Identifier: Apache-2.0

extension World {
    /// The objects of a virtual infrastructure: those made by hand, then the machines of generated jobs.
    func hierarchyItems(below root: ManagedServerRecord) -> some Sequence<HierarchyItemRecord> {
        let own = infrastructure.items.filter { $0.root == root.id }
        let isMachineRoot = infrastructure.root(of: .vmware, on: root.server) == root.id
        let server = isMachineRoot ? generatedIndex(ofServer: root.server) : nil
        let machines = population.numbers(ofServer: server, below: population.jobs).lazy.map { number in
            GeneratedRecords.machine(number, root: root.id)
        }
        return [AnySequence(own), AnySequence(machines)].lazy.joined()
    }
}
