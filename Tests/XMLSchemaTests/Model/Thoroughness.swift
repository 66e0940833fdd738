// SPDX-License-Identifier: Apache-2.0

import Foundation

/// How much tests over whole schemas try.
///
/// The quick loop tries enough to see each structure once. `EMWALK_THOROUGH=1`, as `make mutants` and `.ci/run` have
/// it, tries all of it.
enum Thoroughness {
    static let isFull = ProcessInfo.processInfo.environment["EMWALK_THOROUGH"] == "1"

    /// All of a list, or every nth of it.
    static func sample<Element>(_ list: [Element], each step: Int) -> [Element] {
        isFull ? list : stride(from: 0, to: list.count, by: step).map { list[$0] }
    }
}
