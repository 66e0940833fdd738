// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder for the files of one test, gone with it.
final class TemporaryFolder: Sendable {
    let path = NSTemporaryDirectory() + "emwalk-" + UUID().uuidString

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
