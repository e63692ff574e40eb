import Circulation
import Testing

@testable import SIP2

@Suite struct ValueTests {
    @Test(arguments: [
        ("20260105    101500", "2026-01-05 10:15:00", nil), ("201610210000142637", "2016-10-21 14:26:37", nil),
        ("20260105ZZZZ101500", "2026-01-05 10:15:00", nil), ("20260105   Z101500", "2026-01-05 10:15:00", 0),
        ("20260105   Q101500", "2026-01-05 10:15:00", -4), ("20260105\t   101500", "2026-01-05 10:15:00", nil),
        ("20260105   A101500", "2026-01-05 10:15:00", 1), ("202601051015000000", "2026-01-05 10:15:00", nil),
        ("20260105", "2026-01-05 00:00:00", nil), ("000000000000000000", nil, nil), ("                  ", nil, nil),
        ("20261305    101500", nil, nil), ("20260105    256100", nil, nil), ("yesterday, I think", nil, nil),
        ("2026", nil, nil), ("", nil, nil),
    ])
    func `dates are read as library systems write them`(text: String, time: String?, hoursEast: Int?) {
        let read = SIP2Time(bytes: text.utf8)
        #expect(read.time?.text == time)
        #expect(read.hoursEast == hoursEast)
        #expect(read.local?.text == (hoursEast == nil ? time : nil))
    }

    @Test(arguments: [
        ("2026-12-01 23:59:59", "2026-12-01"), ("20261201    235900", "2026-12-01"), ("23/12/2013", "2013-12-23"),
        ("12/23/2013", "2013-12-23"), ("01.02.2026", "2026-02-01"), ("2026/12/01", "2026-12-01"),
        ("due 2026-12-01", "2026-12-01"), ("03/04/2026", nil), ("soon", nil), ("", nil), ("2026-02-30", nil),
        ("99999999999999999999999", nil), ("1/2", nil), ("20261201235900", "2026-12-01"),
    ])
    func `a due date is found in free text, and never guessed`(text: String, day: String?) {
        #expect(DueText.date(text)?.text == day)
    }

    @Test func `every byte of every character set goes there and back`() {
        for charset in Charset.allCases {
            for byte in UInt8.min...UInt8.max {
                guard let text = charset.text(of: [byte]) else {
                    #expect(byte >= 0x80 && (charset == .utf8 || charset == .ascii))
                    continue
                }
                #expect(charset.exactBytes(of: text) == [byte])
            }
        }
    }

    @Test(arguments: [
        (Charset.cp850, "ü£ø", [UInt8]([0x81, 0x9C, 0x9B])), (.cp437, "üπ", [0x81, 0xE3]),
        (.latin1, "é€", [0xE9, 0x3F]),
        (.ascii, "né", [0x6E, 0x3F]), (.cp850, "e\u{301}", [0x82]), (.latin1, "日本", [0x3F, 0x3F]),
        (.utf8, "é", [0xC3, 0xA9]),
    ])
    func `a letter that the character set lacks becomes a question mark`(
        charset: Charset, text: String, bytes: [UInt8]
    ) {
        #expect(charset.bytes(of: text) == bytes)
    }

    @Test(arguments: [
        ("utf8", Charset.utf8), ("UTF-8", .utf8), ("iso-8859-1", .latin1), ("latin1", .latin1), ("IBM850", .cp850),
        ("cp437", .cp437), ("US-ASCII", .ascii), ("ebcdic", nil), ("", nil),
    ])
    func `character sets are found by their usual names`(name: String, charset: Charset?) {
        #expect(Charset(name: name) == charset)
    }

    @Test func `typed views have the columns of the protocol`() {
        for type in MessageReading.all { check(type) }
        #expect(MessageReading.all.count == 16)
    }

    private func check<Checked: SIP2.Message>(_ type: Checked.Type) {
        #expect(type.layout.widths == Shape.of(type.code)?.fixed.map(\.width), "message \(type.code)")
        #expect(Set(type.layout.tags).count == type.layout.tags.count)
    }

    @Test func `a log shows what a line is about and not who`() {
        let line =
            "121NNY20260105    101500AOmain|AA21234000000018|AB901|AJA title|AH2026|"
            + "AFCard 21234 renewed|AEDoe|ZZ19700101|"
        let shown = redacted(Array(line.utf8))
        #expect(
            shown == "121NNY20260105    101500AOmain|AA<14>|AB901|AJA title|AH2026|AFCard ##### renewed|AE<3>|ZZ<8>|")
        let login = redacted(Array("9300CNkiosk|COs3cret|CPhall|AY0AZ0000\r\n".utf8))
        #expect(login == "9300CN<5>|CO<6>|CP<4>|AY0 checksum invalid")
        #expect(redacted(Array("21234000000018".utf8)) == "unreadable, 14 bytes")
        #expect(!redacted(Array("24AA21234000000018 AEDoe, Jane AD1234 and so on".utf8)).contains("21234"))
    }

    @Test func `every trouble has a code of its own and advice`() {
        let all: [Trouble] = [
            .loginRefused, .noAnswer, .badChecksum, .notUnderstood, .unexpectedAnswer(code: "12"), .unreadable(.empty),
            .statusInstead, .disconnected,
        ]
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(all.allSatisfy { $0.advice.hasSuffix(".") })
    }
}
