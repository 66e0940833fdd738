// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Where measurements are printed, if at all.
enum Measurement {
    /// Prints a measurement if asked: `EMWALK_MEASURES` names a folder for a file of this name, or is `-`.
    static func publish(_ text: String, as name: String) throws {
        guard let target = ProcessInfo.processInfo.environment["EMWALK_MEASURES"], !target.isEmpty else { return }
        if target == "-" {
            print(text)
        } else {
            let file = URL(fileURLWithPath: target).appendingPathComponent(name + ".txt")
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
    }
}
