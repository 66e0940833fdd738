// SPDX-License-Identifier: Apache-2.0

#if Network
/// Decides how long somebody who wants to write waits for others who do.
///
/// Each pause is as long as the last one. The pauses of SQLite itself grow with every try: where many write one after
/// the other, whoever has waited longest asks least often, and can lose to newcomers until its time is over.
enum WriterPatience {
    /// How long one pause is.
    static let pause = Duration.milliseconds(10)

    /// How long all pauses together are before it is given up: a step that cannot be written down ends its run, and
    /// one after a write leaves it in doubt.
    static let limit = Duration.seconds(60)

    /// The pause before the next try, or nil to give up.
    static func pause(afterTries tries: Int) -> Duration? { pause * tries < limit ? pause : nil }
}
#endif
