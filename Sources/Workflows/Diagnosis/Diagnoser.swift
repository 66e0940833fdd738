// SPDX-License-Identifier: Apache-2.0

public import Hypermedia
public import HypermediaClient

/// Finds out why a link is missing, ambiguous or refused, by reading what speaks for it; it never writes.
///
/// What it knows of an API stands in the profile: ``Hypermedia/Profile/availability``, `offers`, `roles`,
/// `neighbours`. The checks are taken in order: reference instead of entity, spelling, kind, state, version, role,
/// product; the causes come back with what was seen, the likeliest first.
///
/// ```swift
/// let diagnosis = try await Diagnoser(client: client).why(RelPath("Down:JobReferenceList/@Nightly/Clone"))
/// for cause in diagnosis.causes { print(cause.kind, cause.certainty.word, cause.sentence) }
/// ```
public struct Diagnoser: Sendable {
    private let client: HypermediaClient

    /// A diagnoser on a connection that is logged on.
    public init(client: HypermediaClient) { self.client = client }

    /// Why the last link of a path is not there, is not the only one, or was refused.
    ///
    /// - Parameters:
    ///   - path: the path; it ends with a link.
    ///   - refusal: how the server answered when the link was followed; nil if it was not.
    ///   - start: where the path begins; nil for the hub.
    /// - Throws: `HypermediaError` with code `bad-path` if the path ends with no link; ``ClientError`` where the
    ///   question itself cannot be asked, such as when the connection breaks; `CancellationError`.
    public func why(_ path: RelPath, refusal: Refusal? = nil, from start: Resource? = nil) async throws -> Diagnosis {
        let hub = await client.hub
        guard let hub else {
            throw WorkflowError(.workflowFailed, "Nobody is logged on, so there is nowhere to begin.")
        }
        var here = start ?? hub
        var walked = RelPath.here
        for (index, step) in path.steps.enumerated() {
            switch step {
            case .named, .item:
                switch pick(step, of: here, at: walked, path) {
                case .success(let item): here = item
                case .failure(let diagnosis): return diagnosis.diagnosis
                }
            case .follow(let selector):
                let situation = Situation(selector: selector, resource: here, path: walked)
                let link: Link
                do {
                    link = try await client.selectOne(selector, of: here)
                } catch let error as HypermediaError {
                    return try await notOne(situation, error, path, hub)
                }
                if index == path.steps.count - 1 { return try await offered(situation, refusal, path, hub) }
                if let verb = link.verb, !verb.isSafe { return writeInPath(situation, verb, path) }
                do {
                    here = try await client.resource(of: link)
                } catch let error as ClientError {
                    guard let refusal = Refusal(error) else { throw error }
                    return try await refused(situation, refusal, path, hub)
                }
            }
            walked = RelPath(steps: walked.steps + [step])
        }
        throw HypermediaError(
            .badPath,
            "The path ‘\(path)’ leads to a resource, not to a link, so there is nothing to explain.",
            hint: "End it with the link in question, such as …/Alternate:Job/Clone."
        )
    }

    /// Why no session could be had at an entry point.
    public static func why(_ error: any ActionableError, connectingTo entry: EntryPoint, profile: Profile) -> Diagnosis
    {
        Diagnosis(
            .here,
            .unreachable,
            "No session could be had at \(entry.origin).",
            causes: ProductCheck(profile: profile, origin: entry.origin).check(error)
        )
    }

    // MARK: What was found

    private struct Stop: Error { let diagnosis: Diagnosis }

    private func pick(
        _ step: RelPath.Step,
        of resource: Resource,
        at walked: RelPath,
        _ path: RelPath
    ) -> Result<Resource, Stop> {
        do {
            switch step {
            case .named(let name):
                return .success(try ItemSelector.named(name, profile: client.profile).selectOne(in: resource))
            case .item(let selector): return .success(try selector.selectOne(in: resource))
            case .follow: return .success(resource)
            }
        } catch {
            let isAmbiguous = error.code == .itemAmbiguous
            let situation = Situation(selector: LinkSelector(rel: .itself), resource: resource, path: walked)
            let near = error.candidates.prefix(isAmbiguous ? 12 : 0).compactMap(\.selector).compactMap {
                try? RelPath($0)
            }
            let cause = Cause(
                .item,
                .certain,
                error.message + (error.hint.map { " \($0)" } ?? ""),
                evidence: [situation.evidence("It holds \(resource.items.count) items.")],
                remedies: near.map { Remedy(.look(RelPath(steps: walked.steps + $0.steps)), "Take this one.") }
                    + [Remedy(.look(walked), "See the items and how each is picked.")]
            )
            return .failure(
                Stop(diagnosis: Diagnosis(path, isAmbiguous ? .ambiguous : .missing, error.message, causes: [cause]))
            )
        }
    }

    private func notOne(
        _ situation: Situation,
        _ error: HypermediaError,
        _ path: RelPath,
        _ hub: Resource
    ) async throws -> Diagnosis {
        if error.code == .linkAmbiguous {
            let causes = AmbiguityCheck().check(situation, candidates: error.candidates)
            return Diagnosis(path, .ambiguous, error.message, causes: causes)
        }
        var causes: [Cause] = []
        var subject = situation
        let place = try await PlaceCheck(client: client).check(situation)
        if let place {
            // What was seen to be offered elsewhere settles it.
            if place.cause.certainty == .certain {
                return Diagnosis(path, .missing, error.message, causes: [place.cause])
            }
            subject = place.entity ?? situation
        }
        if let cause = SpellingCheck().check(subject) { causes.append(cause) }
        causes += try await AvailabilityCheck(client: client, hub: hub).check(subject, effect: .offered)
        if causes.isEmpty, let cause = OwnerCheck().check(subject) { causes.append(cause) }
        if let place { causes.append(place.cause) }
        if !situation.selector.target.isEmpty,
            !LinkSelector(rel: situation.selector.rel, type: situation.selector.type)
                .matches(in: situation.resource).isEmpty
        {
            causes = [
                Cause(
                    .item,
                    .certain,
                    error.message,
                    evidence: [situation.evidence("It offers such links, and none leads to what was asked for.")],
                    remedies: [Remedy(.look(situation.path), "See its links.")]
                )
            ]
        }
        if causes.isEmpty { causes.append(unexplained(subject)) }
        return Diagnosis(path, .missing, error.message, causes: causes)
    }

    private func unexplained(_ situation: Situation) -> Cause {
        Cause(
            .undocumented,
            .possible,
            "Nothing is known that would make it appear here: state, role, licence or version may decide.",
            evidence: [
                situation.evidence(
                    "It offers " + Set(situation.resource.links.map(\.rel.rawValue)).sorted().joined(separator: ", ")
                        + "."
                )
            ],
            remedies: [Remedy(.look(situation.path), "See what it offers.")]
        )
    }

    private func writeInPath(_ situation: Situation, _ verb: Verb, _ path: RelPath) -> Diagnosis {
        let asked = situation.asked(at: situation.path)
        let cause = Cause(
            .writeInPath,
            .certain,
            "\(situation.selector) is a \(verb), which a walk does not send; what it brings about is known only then.",
            evidence: [situation.evidence("It offers \(situation.selector), a \(verb).")],
            remedies: [Remedy(.perform(asked), "Perform it by itself.")]
        )
        return Diagnosis(path, .offered, "The path goes on behind a link that writes.", causes: [cause])
    }

    private func offered(
        _ situation: Situation,
        _ refusal: Refusal?,
        _ path: RelPath,
        _ hub: Resource
    ) async throws -> Diagnosis {
        if let refusal { return try await refused(situation, refusal, path, hub) }
        let causes = try await AvailabilityCheck(client: client, hub: hub).check(situation, effect: .accepted)
        let sentence = "\(situation.name) offers \(situation.selector)"
        return Diagnosis(
            path,
            .offered,
            causes.isEmpty
                ? "\(sentence), and nothing that is known stands in its way."
                : "\(sentence), but following it may not work.",
            causes: causes
        )
    }

    private func refused(
        _ situation: Situation,
        _ refusal: Refusal,
        _ path: RelPath,
        _ hub: Resource
    ) async throws -> Diagnosis {
        let causes = try await RefusalCheck(client: client, hub: hub).check(situation, refusal)
        return Diagnosis(
            path,
            .refused,
            "\(situation.name) offers \(situation.selector), and it was refused with \(refusal.status).",
            causes: causes
        )
    }
}
