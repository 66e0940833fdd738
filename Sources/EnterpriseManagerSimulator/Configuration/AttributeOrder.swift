// SPDX-License-Identifier: Apache-2.0

/// In which order XML attributes are written; it carries no meaning, so clients must bear both.
public enum AttributeOrder: String, Hashable, Sendable, CaseIterable {
    /// `Rel`, `Type`, `Href`, `Name`, as most pages of the guide print them [links].
    case documentation
    /// `Href`, `Name`, `Type`, `Rel`, as live servers write them [get_jobs_id].
    case server
}
