// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Workflows

@Suite struct AddressTextTests {
    @Test(arguments: [
        "https://em.example/x", "see http://em.example", "ftp://x", "/jobs", "see '/api/jobs' there", "/v2/things/7",
        "//em.example/x", "jobs?action=start", "7?format=Entity", "em.example:9398/api/", "em:9398/jobs",
        "em.example/jobs", "path=/x",
    ])
    func seesAddresses(_ text: String) { #expect(AddressText.isAddress(text)) }

    @Test(arguments: [
        "", "/", "a / b", "and/or", "Down:JobReferenceList/@Nightly/Alternate:Job", "Really? Yes.", "Why?",
        "$inputs.job", "{$steps.list.outputs.uid}", "$item.UID", "9:30", "v1.5/v1.6", "EXAMPLE\\operator", "50 %",
        "^[^/]+$", "urn:veeam:Job:7", "text/xml",
    ])
    func leavesOtherTextsAlone(_ text: String) { #expect(!AddressText.isAddress(text)) }
}
