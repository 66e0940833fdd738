// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser

/// How long ago something was: `30d`, `12h`, `45m`.
struct AgeArgument: ExpressibleByArgument {
    let duration: Duration

    init?(argument: String) {
        let units: [Character: Int] = ["d": 86_400, "h": 3_600, "m": 60]
        guard let unit = argument.last.flatMap({ units[$0] }), let count = Int(argument.dropLast()), count >= 0,
            count < 1_000_000
        else { return nil }
        duration = .seconds(count * unit)
    }
}
#endif
