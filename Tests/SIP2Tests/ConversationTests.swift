import Circulation
import SIP2
import Testing

/// Dialogues with a library system, line by line.
@Suite struct ConversationTests {
    @Test func `a line comes up with login and status`() {
        var line = Dialogue()
        #expect(line.connect() == ["9300CNkiosk|COs3cret|AY0AZ"].map(Dialogue.checked))
        #expect(line.hears("941", 0) == [Dialogue.checked("9900802.00AY1AZ")])
        #expect(!line.talk.isReady)
        #expect(line.hears(Dialogue.status, 1) == ["ready"])
        #expect(line.talk.isReady && !line.talk.isBusy)
    }

    @Test func `a refused login hangs up`() {
        var line = Dialogue()
        _ = line.connect()
        #expect(line.hears("940", 0) == ["hang up LINE-1"])
        #expect(line.hears("941", 0) == [])
        #expect(line.talk.nextWake == nil)
    }

    @Test func `a question gets its answer, with the institution filled in`() {
        var line = Dialogue.ready()
        #expect(line.asks(Dialogue.checkout) == [Dialogue.checked(Dialogue.checkoutLine + "AY2AZ")])
        #expect(line.talk.isBusy)
        #expect(line.hears(Dialogue.lent, 2) == ["answer 12"])
        #expect(!line.talk.isBusy)
    }

    @Test func `an answer with an old sequence number is not taken`() {
        var line = Dialogue.ready()
        _ = line.asks(Dialogue.checkout)
        #expect(line.hears(Dialogue.lent, 1) == [])
        #expect(line.talk.stale == 1)
        #expect(line.hears(Dialogue.lent, 2) == ["answer 12"])
    }

    @Test func `damaged answers are asked for again on the same line, three times`() {
        var line = Dialogue.ready()
        _ = line.asks(Dialogue.checkout)
        for _ in 0..<3 { #expect(line.hearsRaw("121NNYdamagedAY2AZ1234\r") == ["97AZFEF5"]) }
        #expect(line.hearsRaw(Dialogue.lent + "AY2AZ1234\r") == ["lost LINE-3", "hang up LINE-3"])
    }

    @Test func `an answer that arrives whole after it was asked for again is taken`() {
        var line = Dialogue.ready()
        _ = line.asks(Dialogue.checkout)
        #expect(line.hearsRaw(Dialogue.lent + "AY2AZ1234\r") == ["97AZFEF5"])
        #expect(line.hears(Dialogue.lent, 2) == ["answer 12"])
    }

    @Test func `the server may allow fewer resends`() {
        var line = Dialogue()
        _ = line.connect()
        _ = line.hears("941", 0)
        _ = line.hears(Dialogue.status.replacing("003", with: "000"), 1)
        _ = line.asks(Dialogue.checkout)
        #expect(line.hearsRaw(Dialogue.lent + "AY2AZ1234\r") == ["lost LINE-3", "hang up LINE-3"])
    }

    @Test func `a server that did not understand gets the same bytes once more`() {
        var line = Dialogue.ready()
        let first = line.asks(Dialogue.checkout)
        #expect(line.hearsRaw("96AZFEF6\r") == first)
        #expect(line.hearsRaw("96\r") == ["lost LINE-4", "hang up LINE-4"])
    }

    @Test func `a 96 in answer to a 97 ends the line`() {
        var line = Dialogue.ready()
        _ = line.asks(Dialogue.checkout)
        _ = line.hearsRaw(Dialogue.lent + "AY2AZ1234\r")
        #expect(line.hearsRaw("96AZFEF6\r") == ["lost LINE-4", "hang up LINE-4"])
    }

    @Test func `a status in place of an answer repeats a question that only reads`() {
        var line = Dialogue.ready()
        var question = EndSessionRequest()
        question.patron = PatronBarcode("21")
        _ = line.asks(question)
        let body = "35                  AOmain|AA21|"
        #expect(line.hears(Dialogue.status, 2) == ["ready", Dialogue.checked(body + "AY3AZ")])
        #expect(line.hears("36Y20260105    101500AOmain|AA21|", 3) == ["answer 36"])
    }

    @Test func `a server that only ever says its status is given up`() {
        var line = Dialogue.ready()
        _ = line.asks(EndSessionRequest())
        for sequence in 2...4 { #expect(line.hears(Dialogue.status, sequence).count == 2) }
        #expect(line.hears(Dialogue.status, 5) == ["ready", "lost LINE-7", "hang up LINE-7"])
    }

    @Test func `a status in place of a loan loses the line, because a loan is never asked twice`() {
        var line = Dialogue.ready()
        _ = line.asks(Dialogue.checkout)
        #expect(line.hears(Dialogue.status, 2) == ["ready", "lost LINE-7", "hang up LINE-7"])
    }

    @Test func `the wrong answer loses the line`() {
        var line = Dialogue.ready()
        _ = line.asks(Dialogue.checkout)
        #expect(line.hears("36Y20260105    101500", 2) == ["lost LINE-5", "hang up LINE-5"])
    }

    @Test func `silence loses the line when the time is over, and not before`() {
        var line = Dialogue.ready()
        _ = line.asks(Dialogue.checkout)
        #expect(line.wakes(after: .milliseconds(9_999)) == [])
        #expect(line.wakes(after: .milliseconds(1)) == ["lost LINE-2", "hang up LINE-2"])
        #expect(line.hears(Dialogue.lent, 2) == [])
    }

    @Test func `a login without an answer hangs up and loses nothing`() {
        var line = Dialogue()
        _ = line.connect()
        #expect(line.wakes(after: .seconds(10)) == ["hang up LINE-2"])
    }

    @Test func `a drop in the middle of an answer loses the question`() {
        var line = Dialogue.ready()
        _ = line.asks(Dialogue.checkout)
        #expect(line.hearsRaw("121NNY2026") == [])
        #expect(line.drops() == ["lost LINE-8"])
        #expect(line.drops() == [])
        _ = line.connect()
        #expect(line.hears("941", 0) == [Dialogue.checked("9900802.00AY1AZ")])
    }

    @Test func `an idle line is kept alive, and busy meanwhile`() {
        var line = Dialogue.ready()
        #expect(line.wakes(after: .seconds(29)) == [])
        #expect(line.wakes(after: .seconds(1)) == [Dialogue.checked("9900802.00AY2AZ")])
        #expect(line.talk.isReady && line.talk.isBusy)
        #expect(line.hears(Dialogue.status, 2) == ["ready"])
        #expect(!line.talk.isBusy)
        _ = line.wakes(after: .seconds(30))
        #expect(line.wakes(after: .seconds(10)) == ["hang up LINE-2"])
    }

    @Test func `lines that nobody asked for are counted and dropped`() {
        var line = Dialogue.ready()
        #expect(line.hears(Dialogue.lent, 1) == [])
        #expect(line.hearsRaw("what?\r") == [])
        #expect(line.talk.unsolicited == 2)
        _ = line.asks(Dialogue.checkout)
        #expect(line.hears(Dialogue.lent, 2) == ["answer 12"])
    }

    @Test func `junk in place of an answer is asked for again, or loses a line without checksums`() {
        var line = Dialogue.ready()
        _ = line.asks(Dialogue.checkout)
        #expect(line.hearsRaw("Problems handling the request\r") == ["97AZFEF5"])
        var plain = Dialogue.ready { $0.errorDetection = .off }
        _ = plain.asks(Dialogue.checkout)
        #expect(plain.hearsRaw("Problems handling the request\r") == ["lost LINE-6", "hang up LINE-6"])
        var flooded = Dialogue.ready { $0.errorDetection = .off }
        _ = flooded.asks(Dialogue.checkout)
        let flood = String(repeating: "x", count: 1_000_000)
        #expect(flooded.hearsRaw(flood) == ["lost LINE-6", "hang up LINE-6"])
    }

    @Test func `a server without checksums is not asked for them`() {
        for first in ["941\r", "941AY0AZ0000\r"] {
            var line = Dialogue()
            _ = line.connect()
            #expect(line.hearsRaw(first) == [Dialogue.checked("9900802.00AY1AZ")])
            #expect(line.hearsRaw(Dialogue.status + "\r") == ["ready"])
            _ = line.asks(Dialogue.checkout)
            #expect(line.hearsRaw(Dialogue.lent + "AY2AZ0000\r\n") == ["answer 12"])
        }
    }

    @Test func `where checksums are on, an answer without one is asked for again`() {
        var line = Dialogue { $0.errorDetection = .on }
        _ = line.connect()
        #expect(line.hearsRaw("941\r") == ["97AZFEF5"])
    }

    @Test func `where checksums are off, none is sent`() {
        var line = Dialogue {
            $0.errorDetection = .off
            $0.needsLogin = false
            $0.terminator = .crlf
        }
        #expect(line.connect() == ["9900802.00"])
        #expect(line.hearsRaw("\u{0}" + Dialogue.status + "\r\n") == ["ready"])
    }

    @Test func `sequence numbers begin again behind nine`() {
        var line = Dialogue.ready()
        for round in 2...25 {
            _ = line.asks(Dialogue.checkout)
            #expect(line.hears(Dialogue.lent, round % 10) == ["answer 12"])
        }
    }
}
