// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

@testable import EnterpriseManagerSimulator

/// Calls documented methods, each on a copy of the world, and looks around in what became of it.
///
/// A method may need what another one makes, such as a mount; so those that found no place are tried again in the
/// worlds that the others left behind.
struct MethodTrials {
    private struct Place {
        let path: String
        let parsed: ParsedPath
        let world: Int
        /// Whether a link with a write led here.
        let isOffered: Bool

        init(_ path: String, _ world: Int, isOffered: Bool = false) {
            self.path = path
            parsed = ParsedPath(path)
            self.world = world
            self.isOffered = isOffered
        }
    }

    /// How often a method is tried at once.
    private static let tries = 4

    /// The best of each method.
    private(set) var trials: [Trial]
    /// Every link seen, also in answers to writes and in what they made.
    private(set) var kinds: Set<LinkKind> = []
    /// The answers, to be held against the schema.
    private(set) var answers: [Page] = []
    /// The first good write of each method.
    private(set) var taken: [TakenCall] = []

    private let body: TrialBody
    private var worlds: [Client]
    private var places: [Place] = []
    private var known: Set<String> = []
    private var tried: Set<String> = []

    /// - Parameter crawl: where the world was looked at before.
    init(_ methods: [DocumentedMethod], _ crawl: LockstepCrawl, body: TrialBody) {
        trials = methods.map { Trial(method: $0, grade: .noPlace, text: "") }
        self.body = body
        worlds = [crawl.clients[0]]
        for visit in crawl.visits.values.sorted(by: { $0.path < $1.path }) { look(at: visit.page, visit.path, in: 0) }
        for _ in 0..<3 {
            for index in trials.indices where trials[index].grade < .good { improve(index) }
        }
    }

    private mutating func improve(_ index: Int) {
        let method = trials[index].method
        for (path, world) in candidates(method).prefix(MethodTrials.tries) {
            let trial = call(method, path, in: world)
            if trial.grade > trials[index].grade { trials[index] = trial }
            if trial.grade == .good { return }
        }
    }

    /// Where a method can be called: at links first; then at what lies at such a path, or would lie there.
    private mutating func candidates(_ method: DocumentedMethod) -> [(path: String, world: Int)] {
        let isRead = method.method == .get
        var found: [(path: String, world: Int)] = []
        // What came last has changed most. Of two spellings one may be a slip, so some of each are tried.
        var rest: [(path: String, world: Int)] = []
        for template in method.templates {
            let fitting = places.reversed().filter {
                $0.isOffered != isRead && template.fitsWhole($0.parsed, isRead: isRead)
            }
            found += fitting.prefix(2).map { ($0.path, $0.world) }
            rest += fitting.dropFirst(2).map { ($0.path, $0.world) }
        }
        found += rest
        for template in method.templates {
            for place in places.reversed() where !place.isOffered && place.parsed.query.isEmpty {
                if template.fits(place.parsed) { found.append((place.path + template.suffix, place.world)) }
                if let (parent, word) = template.parent, parent.fits(place.parsed) {
                    found.append(("\(place.path)/\(word)\(template.suffix)", place.world))
                }
            }
            if let path = template.path { found.append((path + template.suffix, 0)) }
        }
        if isRead {
            let entities = found.filter { !$0.path.contains("?") }
                .map { (path: $0.path + "?format=Entity", world: $0.world) }
            // Some of each: a reference and an entity share a path.
            found = Array(found.prefix(2) + entities.prefix(2) + found.dropFirst(2))
        }
        return found.filter { !tried.contains("\(method) \($0.path) \($0.world)") }
    }

    /// Calls a method with one body after the other; once one is taken, the rest may only show more links.
    private mutating func call(_ method: DocumentedMethod, _ path: String, in world: Int) -> Trial {
        tried.insert("\(method) \(path) \(world)")
        var best = Trial(method: method, grade: .noPlace, text: "")
        for body in contents(method, path, in: world) {
            let trial = call(method, path, in: world, body: body)
            if trial.grade > best.grade { best = trial }
        }
        return best
    }

    private mutating func call(_ method: DocumentedMethod, _ path: String, in world: Int, body: TrialBody.Text) -> Trial
    {
        var client = worlds[world]
        let response = client.send(method.method, path, headers: method.headers(client), body: body.xml)
        let page = response.body.isEmpty ? nil : try? Page(response)
        let seen = "\(path) answers \(response.status) \(page?.node.name ?? "nothing") \(page?["Message"] ?? "")"
        guard method.statuses.contains(response.status) else {
            return Trial(method: method, grade: .otherStatus, text: seen)
        }
        if let page { answers.append(page) }
        let roots = method.responseRoots
        if !roots.isEmpty, !roots.contains(page?.node.name ?? "") {
            return Trial(method: method, grade: .otherRoot, text: seen)
        }
        guard method.method != .get else {
            if let page { look(at: page, path, in: world) }
            return Trial(method: method, grade: .good, text: seen)
        }
        let failure = follow(page, path, client)
        taken.append(
            TakenCall(
                method: method,
                path: path,
                body: body,
                client: worlds[world],
                status: response.status,
                root: page?.node.name,
                taskWorked: page?.node.name == "Task" ? failure == nil : nil
            )
        )
        return Trial(method: method, grade: failure == nil ? .good : .failedTask, text: failure ?? seen)
    }

    /// The bodies: a PUT sends what is there, anything else what the schema allows.
    private func contents(_ method: DocumentedMethod, _ path: String, in world: Int) -> [TrialBody.Text] {
        if method.method == .put {
            var client = worlds[world]
            let bare = String(path.prefix { $0 != "?" })
            for variant in [bare + "?format=Entity", bare] {
                guard let page = try? client.get(variant), page.node.name == method.requestRoot else { continue }
                client.accept = "application/json"
                return [TrialBody.Text(xml: page.text, json: (try? client.get(variant).text) ?? "")]
            }
        }
        return body.all(for: method)
    }

    /// Lets a task end and looks around; a failure is returned.
    private mutating func follow(_ page: Page?, _ path: String, _ client: Client) -> String? {
        var client = client
        let world = worlds.count
        var failure: String?
        var queue: [String] = []
        if let page, page.node.name == "Task" {
            client.wait()
            guard let task = try? client.get(page["Href"] ?? "") else { return "the task cannot be read" }
            answers.append(task)
            if task.child("Result")?["Success"] != "true" {
                failure = "the task ends with “\(task.child("Result")?["Message"] ?? "")” (\(path))"
            }
            queue.append(LockstepCrawl.path(page["Href"] ?? ""))
        } else if let page {
            look(at: page, path, in: world)
        }
        worlds.append(client)
        guard failure == nil else { return failure }
        let bare = String(path.prefix { $0 != "?" })
        queue += [bare + "?format=Entity", bare]
        explore(queue, in: world)
        return nil
    }

    /// Reads what has changed, and the new things that it leads to.
    private mutating func explore(_ paths: [String], in world: Int) {
        var queue = paths
        var seen: Set<String> = []
        while let path = queue.popLast(), seen.count < 20 {
            guard seen.insert(path).inserted else { continue }
            let response = worlds[world].send(.get, path)
            guard response.status == 200, let page = try? Page(response) else { continue }
            let isChanged = paths.contains(path)
            if !known.contains(path) || isChanged { answers.append(page) }
            look(at: page, path, in: world, isChanged: isChanged)
            for link in page.allLinks where LockstepCrawl.readable.contains(link.rel) {
                let target = LockstepCrawl.path(link.href)
                if !known.contains(target) || target.hasPrefix(path + "/") { queue.append(target) }
            }
        }
    }

    /// Remembers what a document is and offers.
    private mutating func look(at page: Page, _ path: String, in world: Int, isChanged: Bool = false) {
        if known.insert(path).inserted || isChanged { places.append(Place(path, world)) }
        kinds.formUnion(LinkKind.all(in: page))
        for link in page.allLinks where !LockstepCrawl.readable.contains(link.rel) {
            let target = LockstepCrawl.path(link.href)
            if known.insert("\(link.rel) \(target)").inserted || isChanged {
                places.append(Place(target, world, isOffered: true))
            }
        }
        // Directories and files of mounts have addresses of their own beside their links.
        for address in Page.addressed(in: page.node).map(LockstepCrawl.path) where !address.contains("?") {
            if known.insert(address).inserted { places.append(Place(address, world)) }
        }
    }
}
