// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManager
internal import Hypermedia
internal import XMLSchema

/// A form as it is shown: all of it, or the branch that a resource decides on, with an example.
struct FormView {
    let form: SchemaForm
    /// The part of the body that is meant where the schema offers several.
    let branch: String?
    /// The link that takes it, where one was asked for.
    let link: LinkBody?
    /// The version of the API that what is newer is marked for; nil if nothing is marked.
    let version: SchemaVersion?
    private let newer: Set<String>
    private let format: DocumentFormat
    private let isFull: Bool

    init(
        form: SchemaForm,
        link: LinkBody? = nil,
        version: SchemaVersion?,
        format: DocumentFormat = .xml,
        isFull: Bool = false
    ) {
        self.form = form
        self.link = link
        self.version = version
        newer = version.map(form.newerPaths) ?? []
        let branch = link?.branch
        self.branch = form.fields.contains { $0.depth == 0 && $0.name == branch } ? branch : nil
        self.format = format
        self.isFull = isFull
    }

    /// Whether a field, or all of it, came later than the version.
    func isNewer(_ field: FormField) -> Bool { isNewer || newer.contains(field.path) }

    /// Whether the element came later than the version.
    var isNewer: Bool { version.map(form.isNewer) ?? false }

    /// The fields that count here.
    var fields: [FormField] {
        guard let branch else { return form.fields }
        let group = form.fields.first { $0.depth == 0 && $0.name == branch }?.choices.first?.group
        var isShown = true
        return form.fields.filter { field in
            if field.depth == 0 {
                isShown = field.name == branch || !field.choices.contains { $0.group == group }
            }
            return isShown
        }
    }

    /// An example body.
    var example: String {
        let extent: ExampleExtent = isFull ? .maximal : .minimal
        let bodies = form.alternatives(extent)
        let fitting = bodies.first { example in
            branch.map { part in example.body.root.nodes.contains { $0.name == part } } ?? true
        }
        let body = fitting?.body ?? form.minimalBody()
        let bytes =
            switch format {
            case .xml: body.xml()
            case .json: body.json(Profile.enterpriseManager.json)
            }
        return String(decoding: bytes.last == 10 ? bytes.dropLast() : bytes, as: UTF8.self)
    }

    var json: JSONValue {
        .members(
            ("element", .string(form.element)),
            ("link", link?.json ?? .null),
            ("branch", .optional(branch)),
            ("documentation", .string(form.documentation)),
            ("since", .optional(form.since)),
            ("inVersion", version == nil ? .null : .boolean(!isNewer)),
            ("fields", .array(fields.map(json))),
            ("example", .string(example))
        )
    }

    /// What is shown of a link that takes no body.
    static func json(without body: LinkBody) -> JSONValue {
        .members(
            ("element", .null),
            ("link", body.json),
            ("branch", .null),
            ("documentation", .string("")),
            ("since", .null),
            ("inVersion", .null),
            ("fields", .array([])),
            ("example", .null)
        )
    }

    private func json(_ field: FormField) -> JSONValue {
        .members(
            ("path", .string(field.path)),
            ("kind", .string(field.kind)),
            ("type", .string(field.type)),
            ("required", .boolean(field.isRequired)),
            ("minimum", .integer(field.minimum)),
            ("maximum", field.maximum.map { .integer($0) } ?? .null),
            ("limits", .array(field.limits.map { .string($0) })),
            ("unit", .optional(field.unit)),
            ("values", .array(field.values.map { .string($0.value) })),
            ("isClosed", .boolean(field.isClosed)),
            ("default", .optional(field.defaultValue)),
            ("example", .optional(field.example)),
            ("since", .optional(field.since)),
            ("inVersion", version == nil ? .null : .boolean(!isNewer(field))),
            ("documentation", .string(field.documentation)),
            (
                "choices",
                .array(
                    field.choices.map {
                        .members(
                            ("group", .integer($0.group)),
                            ("branch", .integer($0.branch)),
                            ("required", .boolean($0.isRequired))
                        )
                    }
                )
            )
        )
    }
}
#endif
