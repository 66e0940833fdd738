// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import EnterpriseManagerSimulator

/// Paths that nobody remembers.
@Suite struct OpaquePathTests {
    static let sessions: [GUID?] = [nil, GUID(high: 1, low: 2), GUID(high: 0, low: 1)]

    @Test(arguments: ["", "jobs", "query?type=Job&filter=Name==\"é\"", "vmRestorePoints/a/mounts/1/C:/%C3%A9"])
    func anAddressComesBackToItsSessionOnly(tail: String) {
        var paths = OpaquePaths(secrets: SeededGenerator(seed: 7))
        let address = Address(tail)
        for session in OpaquePathTests.sessions {
            let path = paths.path(for: address.entity, session: session)
            #expect(path.hasPrefix("/x/"))
            #expect(path.dropFirst(3).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
            #expect(paths.address(of: path, session: session)?.tail == tail + "?format=Entity")
            for other in OpaquePathTests.sessions where other != session {
                #expect(paths.address(of: path, session: other) == nil)
            }
            #expect(paths.path(for: address.entity, session: session) != path)
        }
    }

    @Test func noPathCanBeMadeUp() {
        var paths = OpaquePaths(secrets: SeededGenerator(seed: 7))
        let path = paths.path(for: Address("jobs"), session: nil)
        for index in path.indices.dropFirst(3) {
            var changed = path
            changed.replaceSubrange(index...index, with: path[index] == "A" ? "B" : "A")
            // The last letter has bits that stand for nothing.
            guard index != path.indices.last else { continue }
            #expect(paths.address(of: changed, session: nil) == nil, "\(changed)")
        }
        for text in ["", "/x/", "/x/abc", "/y/" + path.dropFirst(3), path + "=", String(path.dropLast())] {
            #expect(paths.address(of: text, session: nil) == nil, "\(text)")
        }
        var others = OpaquePaths(secrets: SeededGenerator(seed: 8))
        #expect(paths.address(of: others.path(for: Address("jobs"), session: nil), session: nil) == nil)
    }

    @Test func branchesMakeOtherPaths() {
        var paths = OpaquePaths(secrets: SeededGenerator(seed: 7))
        var branch = paths.branch()
        let made = (0..<20).map { _ in [paths.path(for: .entry, session: nil), branch.path(for: .entry, session: nil)] }
        #expect(Set(made.joined()).count == 40)
        #expect(made.joined().allSatisfy { paths.address(of: $0, session: nil) == .entry })
    }
}
