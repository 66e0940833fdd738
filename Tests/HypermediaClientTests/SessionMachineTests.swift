// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import HypermediaClient

@Suite struct SessionMachineTests {
    @Test func theFirstSessionMayBeRenewedAtOnce() {
        var machine = SessionMachine()
        #expect(machine.unauthorized(token: nil, wasRepeated: false) == .giveUp)
        machine.loggedOn(token: "a")
        #expect(machine.unauthorized(token: "a", wasRepeated: false) == .renew)
        #expect(machine.unauthorized(token: "a", wasRepeated: true) == .giveUp)
    }

    @Test func aRenewalMustProveItself() {
        var machine = SessionMachine()
        machine.loggedOn(token: "a")
        machine.loggedOn(token: "b")
        #expect(machine.unauthorized(token: "b", wasRepeated: false) == .giveUp)
        machine.answered(token: "a")
        #expect(machine.unauthorized(token: "b", wasRepeated: false) == .giveUp)
        machine.answered(token: "b")
        #expect(machine.unauthorized(token: "b", wasRepeated: false) == .renew)
        #expect(machine.generation == 2)
    }

    @Test func whoComesLateTakesTheTokenOfNow() {
        var machine = SessionMachine()
        machine.loggedOn(token: "a")
        machine.loggedOn(token: "b")
        #expect(machine.unauthorized(token: "a", wasRepeated: false) == .repeatWithCurrentToken)
        #expect(machine.unauthorized(token: "a", wasRepeated: true) == .giveUp)
    }

    @Test func whatIsClosedStaysSo() {
        var machine = SessionMachine()
        machine.loggedOn(token: "a")
        machine.close()
        machine.answered(token: "a")
        #expect(machine.token == nil)
        #expect(machine.unauthorized(token: "a", wasRepeated: false) == .giveUp)
    }
}
