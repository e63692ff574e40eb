import Circulation
import Engine
import SIP2
import Testing

/// Nothing that comes in may cost the connection, memory or a loan.
@Suite struct BadLineTests {
    static let at = "20260105    101500"

    struct Case: Sendable, CustomTestStringConvertible {
        var why: String
        var text: String
        var expected: [String]
        var testDescription: String { why }
    }

    @Test(arguments: [
        Case(why: "garbage", text: "hello", expected: ["96"]),
        Case(why: "one byte", text: "1", expected: ["96"]),
        Case(why: "a code that SIP2 does not have", text: "77whatever", expected: ["96"]),
        Case(why: "a command that is not supported", text: "23001\(at)AO|AAP1|AC|AD|", expected: ["96"]),
        Case(why: "an answer in place of a question", text: "121NNY\(at)AO|", expected: ["96"]),
        Case(why: "cut in the fixed part", text: "11NN2026", expected: ["96"]),
        Case(why: "a request to resend, from the wrong end", text: "96", expected: []),
        Case(why: "an empty line", text: "", expected: []),
        Case(why: "blanks and NUL bytes", text: " \0\0 ", expected: []),
        Case(
            why: "no fields at all", text: "17\(at)",
            expected: ["18010001\(at)AOL|AB|AJ|AFThis item is not known here.|"]),
        Case(
            why: "impossible dates", text: "17" + String(repeating: "9", count: 18) + "AO|AB?|",
            expected: ["18010001\(at)AOL|AB?|AJ|AFThis item is not known here.|"]),
    ])
    func aBadLineIsAnsweredAndTheConnectionLives(_ row: Case) throws {
        var line = Line(try Small.library()) { settings in
            settings.login = nil
            settings.institution = "L"
        }
        #expect(line.say(row.text) == row.expected)
        #expect(line.say("9900802.00").first?.hasPrefix("98YYYY") == true)
    }

    @Test func aMegabyteWithoutAnEndIsAskedForAgainOnce() throws {
        var line = Line(try Small.library())
        var answers: [String] = []
        for _ in 0..<256 { answers += line.deliver(Array(repeating: 0x41, count: 4096)) }
        answers += line.deliver([0x0D])
        #expect(answers == ["96"])
        #expect(line.say("9900802.00").count == 1)
    }

    @Test func aLineThatWasCutOffDoesNothing() throws {
        let library = try Small.library()
        let lend = Array("11NN\(Self.at)\(Self.at)AO|AAP1|ABB1|AC|\r".utf8)
        for length in 0..<lend.count {
            var line = Line(library)
            #expect(line.deliver(Array(lend[..<length])).isEmpty)
        }
        #expect(try library.allLoans().isEmpty)
    }

    @Test func everyDeliveryGivesTheSameAnswers() throws {
        let talk = Array(
            ("9900802.00\r\n17\(Self.at)AO|ABB1|\r11NN\(Self.at)\(Self.at)AO|AAP1|ABB1|AC|\r\n"
                + "35\(Self.at)AO|AAP1|\n").utf8)
        var whole = Line(try Small.library())
        let expected = whole.deliver(talk)
        #expect(expected.map { $0.prefix(2) } == ["98", "18", "12", "36"])
        var single = Line(try Small.library())
        #expect(talk.flatMap { single.deliver([$0]) } == expected)
    }

    @Test func noiseNeverStopsTheDesk() throws {
        let library = try Small.library()
        var line = Line(library)
        var state: UInt64 = 20260105
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        let lend = Array("11NN\(Self.at)\(Self.at)AO|AAP1|ABB1|AC|AD1|BP9|\r".utf8)
        for _ in 0..<2000 {
            var bytes = lend
            for _ in 0...next() % 6 { bytes[Int(next()) % bytes.count] = UInt8(truncatingIfNeeded: next()) }
            _ = line.deliver(bytes)
        }
        #expect(line.say("\r9900802.00").last?.hasPrefix("98YYYY") == true)
        #expect(line.session.fault == nil)
        #expect(try library.openLoans().count <= 9)
    }

    @Test func valuesCannotBreakTheAnswer() throws {
        let library = try Small.library { stock in
            try stock.add(Item(ItemBarcode("X1"), title: "A|B\rC\nD'; DROP TABLE item; --"))
        }
        var line = Line(library)
        let answer = try line.frame("17\(Self.at)AO|ABX1|")
        let title = try ItemInformationResponse(answer, charset: .utf8).title
        #expect(title == "A B C D'; DROP TABLE item; --")
    }
}
