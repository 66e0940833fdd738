// SPDX-License-Identifier: Apache-2.0

#if Network
import HypermediaClient
import Testing

@testable import emwalk

@Suite struct CurlLineTests {
    private static let origin = "https://em.example:9398"

    @Test func aReadIsShort() {
        let request = ShownRequest(
            verb: "GET",
            origin: Self.origin,
            target: "/jobs?format=Entity&x='",
            headers: [.init(name: "Accept", value: "application/xml"), .init(name: "Token", value: ShownRequest.mask)]
        )
        #expect(
            CurlLine(request, cacert: "my ca.pem").text
                == "curl --cacert 'my ca.pem' -H 'Accept: application/xml' -H 'Token: ***' "
                + #"'https://em.example:9398/jobs?format=Entity&x='\'''"#
        )
    }

    @Test func aWriteHasMethodAndBody() {
        let request = ShownRequest(verb: "POST", origin: Self.origin, target: "/t", body: "{\"a\": \"it's\"}")
        #expect(
            CurlLine(request, isInsecure: true).text
                == #"curl -X POST --insecure --data-raw '{"a": "it'\''s"}' 'https://em.example:9398/t'"#
        )
    }

    @Test func aLogonNamesTheUserOnlyAndASecretTargetNothing() {
        let logon = ShownRequest(verb: "POST", origin: Self.origin, target: "/l", user: "LAB\\me")
        #expect(CurlLine(logon).text == #"curl -X POST --user 'LAB\me' 'https://em.example:9398/l'"#)
        let secret = ShownRequest(verb: "DELETE", origin: Self.origin, target: ShownRequest.mask)
        #expect(CurlLine(secret).text == "curl -X DELETE 'https://em.example:9398/***'")
    }
}
#endif
