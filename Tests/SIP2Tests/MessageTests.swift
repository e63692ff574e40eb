import Circulation
import SIP2
import Testing

@Suite struct MessageTests {
    static let now = LocalTime(LocalDate(year: 2026, month: 1, day: 5)!, hour: 10, minute: 15)

    @Test func `a checkout is written as the protocol wants it`() throws {
        var message = CheckoutRequest(ItemBarcode("901"), to: PatronBarcode("21"), at: Self.now)
        message.institution = "main"
        let line = message.encoded(sequence: 2, withChecksum: false, charset: .utf8)
        #expect(text(line) == "11NN20260105    10150020260105    101500AOmain|AA21|AB901|AC|AY2")
    }

    @Test func `what is written is read back, for every message`() throws {
        try back(login())
        try back(patron())
        var status = ACSStatus()
        status.isOnline = true
        status.timeoutTenths = 30
        status.retries = 3
        status.sentAt = SIP2Time(Self.now)
        status.supported = [.checkout, .login]
        status.screenMessages = ["a", "b"]
        try back(status)
        var item = ItemInformationResponse()
        item.circulationStatus = .inTransit
        item.recallDate = SIP2Time(Self.now, hoursEast: 0)
        item.holdQueue = 2
        item.callNumber = "QA 76"
        try back(item)
        var checkin = CheckinResponse()
        checkin.isOk = true
        checkin.alert = true
        checkin.alertType = .holdElsewhere
        checkin.destination = "west"
        checkin.holdPatron = PatronBarcode("77")
        try back(checkin)
        var returned = CheckinRequest(ItemBarcode("901"), at: Self.now)
        returned.terminalPassword = Secret("")
        try back(returned)
        var lent = CheckoutResponse()
        lent.desensitize = .yes
        lent.dueText = "2026-02-01"
        lent.securityInhibit = false
        try back(lent)
        try back(SCStatus())
        try back(LoginResponse())
        try back(PatronInformationRequest())
        try back(ItemInformationRequest())
        try back(EndSessionRequest())
        try back(EndSessionResponse())
        try back(RequestSCResend())
        try back(RequestACSResend())
    }

    @Test func `missing and odd values of an answer are notes`() throws {
        let line = "121XNY2026010X    101500AOmain|AB901|AJa|AJb|CIperhaps|"
        let message = try CheckoutResponse(Frame(Array(line.utf8)), charset: .utf8)
        #expect(message.isOk)
        #expect(message.title == "a")
        #expect(
            message.notes.map(\.description) == [
                "renewalOk has an unexpected value", "date has an unexpected value", "AJ is repeated",
                "CI has an unexpected value", "AA is missing", "AH is missing",
            ])
    }

    @Test func `a request without a required field is an error that a server may overlook`() throws {
        let frame = try Frame(Array("11NN20260105    101500                  AOmain|AA21|AC|".utf8))
        #expect(throws: DecodeError.missing(tag: "AB", column: frame.bytes.count)) {
            try CheckoutRequest(frame, charset: .utf8)
        }
        let message = try CheckoutRequest(lenient: frame, charset: .utf8)
        #expect(message.patron == PatronBarcode("21"))
        #expect(throws: DecodeError.wrongMessage(expected: "09", got: "11")) {
            try CheckinRequest(frame, charset: .utf8)
        }
    }

    @Test func `counts and money are read as servers write them`() throws {
        let line =
            "64Y  Y          00120260105    101500  100003    00010000 001"
            + "AA21|BZ9999|CA    |CB5|BV 1,234.5|BHEUR|BLY|CQ|"
        let message = try PatronInformationResponse(Frame(Array(line.utf8)), charset: .utf8)
        #expect(message.status == [.chargeDenied, .holdDenied])
        #expect(message.holdCount == 10)
        #expect(message.overdueCount == 3)
        #expect(message.chargedCount == nil)
        #expect(message.fineCount == 1)
        #expect(message.unavailableHoldCount == 1)
        #expect(message.holdLimit == 9999 && message.overdueLimit == nil && message.chargedLimit == 5)
        #expect(message.fee == Money(minor: 123_450, currency: "EUR"))
        #expect(message.isValidPatron == true && message.isValidPassword == nil)
    }

    @Test func `no value can end a field or a line`() throws {
        var message = EndSessionRequest()
        message.institution = "a|b\rc\nd\u{7F}e\u{85}f"
        let line = message.encoded(sequence: nil, withChecksum: true, charset: .utf8)
        #expect(text(line).hasPrefix("35                  AOa b c d e f|AA|AZ"))
        #expect(try EndSessionRequest(Frame(line), charset: .utf8).institution == "a b c d e f")
    }

    @Test func `a value in another character set is read all the same, and noted`() throws {
        let line = Array("36Y20260105    101500AOmain|AA21|AF".utf8) + [0xE9, 0x7C]
        let message = try EndSessionResponse(Frame(line), charset: .utf8)
        #expect(message.screenMessages == ["é"])
        #expect(message.notes.map(\.oddity) == [.wrongCharset])
    }

    @Test func `several lists asked for at once begin with the first`() throws {
        let line = "6300120260105    101500 YY       AOmain|AA21|BP1|BQ00005|"
        let message = try PatronInformationRequest(Frame(Array(line.utf8)), charset: .utf8)
        #expect(message.lists == [.overdue, .charged])
        #expect(message.lists.first == .overdue)
        #expect(message.lastItem == 5)
    }

    @Test func `no message prints a patron or a password`() {
        var shown = ""
        dump(login(), to: &shown)
        dump(patron(), to: &shown)
        shown += "\(login()) \(patron()) \(String(reflecting: patron()))"
        for secret in ["s3cret", "21234", "Doe", "jane@"] { #expect(!shown.contains(secret)) }
    }

    private func login() -> LoginRequest {
        var login = LoginRequest()
        login.user = "kiosk"
        login.password = Secret("s3cret")
        login.location = "hall"
        return login
    }

    private func patron() -> PatronInformationResponse {
        var patron = PatronInformationResponse()
        patron.status = [.tooManyBilled, .chargeDenied]
        patron.sentAt = SIP2Time(Self.now)
        patron.chargedCount = 2
        patron.patron = PatronBarcode("21234")
        patron.personalName = "Doe, Jane"
        patron.email = "jane@example.org"
        patron.chargedItems = ["901", "902"]
        patron.chargedLimit = 30
        patron.isValidPatron = true
        return patron
    }

    private func back<Written: SIP2.Message>(_ message: Written) throws {
        for charset in Charset.allCases {
            let line = message.encoded(sequence: 7, withChecksum: true, charset: charset)
            let frame = try Frame(line)
            #expect(frame.checksumState == .valid)
            var read = try Written(lenient: frame, charset: charset)
            read.notes.removeAll { $0.oddity == .missing }  // BX of a status that has none
            #expect(read == message, "message \(Written.code)")
            #expect(read.encoded(sequence: 7, withChecksum: true, charset: charset) == line)
        }
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
