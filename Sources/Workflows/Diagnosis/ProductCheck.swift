// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Whether what answers at the entry point is another product, or the API at another port.
struct ProductCheck {
    let profile: Profile
    let origin: Origin

    /// The causes of an error before anybody was logged on.
    func check(_ error: any ActionableError) -> [Cause] {
        var causes: [Cause] = []
        for rule in profile.neighbours {
            let signs = rule.signs.filter { error.message.lowercased().contains($0.lowercased()) }
            let isPort = rule.port == origin.port
            // The API's own port proves nothing; only what is said there does.
            let isOwn = rule.tryPort == nil
            guard isOwn ? isPort && (!signs.isEmpty || origin.scheme != rule.tryScheme) : isPort || signs.count > 1
            else { continue }
            var evidence: [Evidence] = []
            if isPort {
                evidence.append(
                    Evidence(
                        "The entry point names the port \(origin.port), by \(origin.scheme).",
                        value: "\(origin.port)"
                    )
                )
            }
            evidence.append(Evidence(error.message))
            causes.append(
                Cause(
                    .product,
                    isPort && !signs.isEmpty ? .certain : .likely,
                    isPort ? rule.text : "This looks like the \(rule.product).",
                    evidence: evidence,
                    source: rule.source,
                    remedies: [
                        Remedy(
                            .connect(
                                port: rule.tryPort == origin.port ? nil : rule.tryPort,
                                scheme: rule.tryScheme == origin.scheme ? nil : rule.tryScheme
                            ),
                            "\(profile.name) listens there unless configured otherwise."
                        )
                    ]
                )
            )
        }
        if causes.isEmpty {
            causes.append(
                Cause(
                    .server,
                    .certain,
                    error.message,
                    evidence: [Evidence("It was asked at \(origin).")],
                    remedies: error.hint.map { [Remedy(.none, $0)] } ?? []
                )
            )
        }
        return causes
    }
}
