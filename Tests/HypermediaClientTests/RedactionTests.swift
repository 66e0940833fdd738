// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia
import HypermediaClient
import Testing

@Suite struct RedactionTests {
    static let guid = "5f3c1a2e-7b64-4c1d-9a0e-2b8d6f4e1c33"

    @Test(arguments: [
        "<Password>p&amp;ss \"w/rd\"</Password>", "<a b=\"p&amp;ss &quot;w/rd&quot;\"/>",
        #"{"Password":"p&ss \"w/rd\""}"#, #"{"Password":"p&ss \"w\/rd\""}"#, "?p=p%26ss%20%22w%2Frd%22",
        "p=p%26ss+%22w%2Frd%22", "cCZzcyAidy9yZCI=",
    ]) func everySpellingIsTakenOut(_ text: String) {
        var redaction = Redaction()
        redaction.learn("p&ss \"w/rd\"")
        let result = redaction.apply(to: text)
        #expect(result != text)
        #expect(result.contains("redacted-1"))
        #expect(!result.contains("w/rd") && !result.contains("rd"[...] + "&quot;"))
    }

    @Test func theSameSecretIsTheSamePlaceholderAndAGuidStaysOne() throws {
        var redaction = Redaction()
        redaction.learn("token-of-somebody")
        redaction.learn(RedactionTests.guid)
        redaction.learn("token-of-somebody")
        let result = redaction.apply(to: "a token-of-somebody b \(RedactionTests.guid) c token-of-somebody")
        #expect(result == "a redacted-1 b 00000000-0000-4000-8000-000000000002 c redacted-1")
    }

    @Test func aSecretInsideAnotherLeavesNoRest() {
        var redaction = Redaction()
        redaction.learn("horse")
        redaction.learn("correct horse battery")
        #expect(redaction.apply(to: "correct horse battery, horse") == "redacted-2, redacted-1")
    }

    /// Two letters are in many words: only where they are the whole of a value are they taken out.
    @Test func aShortSecretIsTakenOutWhereItStandsAlone() {
        var redaction = Redaction()
        redaction.learn("ab")
        #expect(
            redaction.apply(to: #"<P>ab</P> {"P":"ab"} cab about"#)
                == #"<P>redacted-1</P> {"P":"redacted-1"} cab about"#
        )
    }

    @Test func whatIsSecretIsLearntFromTheDocument() throws {
        let text = """
            <LogonSession xmlns="http://www.veeam.com/ent/v1.0" Type="LogonSession" \
            Href="https://em.example:9398/api/logonSessions/\(RedactionTests.guid)">\
            <Links><Link Rel="Delete" Type="LogonSession" \
            Href="https://em.example:9398/api/logonSessions/\(RedactionTests.guid)"/></Links>\
            <UserName>EXAMPLE\\operator</UserName><SessionId>\(RedactionTests.guid)</SessionId></LogonSession>
            """
        var redaction = Redaction()
        redaction.learn(try Representation.read(Array(text.utf8), profile: .enterpriseManager))
        let result = redaction.apply(to: text)
        #expect(!result.contains(RedactionTests.guid))
        #expect(result.contains("EXAMPLE\\operator"))
    }

    @Test func learningWhatStandsForSecretsChangesNothing() {
        var redaction = Redaction()
        redaction.learn("secret one")
        redaction.learn(RedactionTests.guid)
        let once = redaction.apply(to: "secret one, \(RedactionTests.guid)")
        var again = Redaction()
        again.learn("redacted-1")
        again.learn("00000000-0000-4000-8000-000000000002")
        #expect(again.apply(to: once) == once)
    }
}
