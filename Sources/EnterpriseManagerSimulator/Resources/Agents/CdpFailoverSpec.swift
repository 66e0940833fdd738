// SPDX-License-Identifier: Apache-2.0

/// To which state a CDP replica fails over [post_cdpreplicavm_id_actionfailover].
struct CdpFailoverSpec: Sendable {
    /// The moment that is wanted; nil for the latest state.
    let time: Timestamp?

    /// Reads the body; both spellings of the last member are in the guide.
    init(_ document: BodyNode, _ format: Format) throws(Refusal) {
        let root = "CdpFailoverStartSpec"
        let members = ["RestoreCurrent", "RestoreCurrentVss", "RestoreAtInterval"]
        try document.check(
            format,
            root: root,
            orders: [members + ["RestoreAtPointInTime"], members + ["RestoreAtPointinTime"]],
            required: ["RestoreCurrent", "RestoreCurrentVss"]
        )
        guard let current = document["RestoreCurrent"]?.flag, let quiet = document["RestoreCurrentVss"]?.flag else {
            throw Refusal(400, "RestoreCurrent and RestoreCurrentVss must be true or false")
        }
        let interval = try CdpFailoverSpec.date("RestoreAtInterval", document)
        let point = try CdpFailoverSpec.date("RestoreAtPointInTime", document)
        guard current || quiet || interval != nil || point != nil else {
            throw Refusal(400, "\(root) names no state to fail over to")
        }
        // The examples give a time beside RestoreCurrent, which is taken first then.
        time = current || quiet ? nil : interval ?? point
    }

    /// The date of a member, or nil if it is not there.
    static func date(_ name: String, _ document: BodyNode) throws(Refusal) -> Timestamp? {
        guard let text = document[name]?.text, !text.isEmpty else { return nil }
        guard let date = Timestamp(reading: text) else { throw Refusal(400, "\(name) is not a date: \(text)") }
        return date
    }
}
