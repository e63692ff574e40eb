import Circulation
import Kiosk
import Pretend
import Station
import Testing

@Suite struct StationTests {
    @Test func aBookIsBorrowedFromPadToGreenTick() throws {
        var kit = Kit()
        kit.start()
        #expect(kit.screen == .attract)
        try kit.put()
        #expect(kit.station.shown.display.screen == .books(count: 1))
        try kit.identify()
        kit.answer(Kit.lent)
        kit.passes(.seconds(1))
        #expect(kit.rows.first?.life == .done(Due(date: LocalDate(year: 2026, month: 12, day: 11))))
        #expect(kit.rows.first?.title == "Emma")
        #expect(kit.tag?.isAlarmOn == false)
    }

    @Test func aTokenIsGoodOnce() throws {
        var kit = Kit()
        kit.start()
        try kit.identify()
        let finish = try #require(kit.station.shown.offers.first { $0.choice == .finish })
        kit.happens(.pressed(finish.token))
        let after = kit.station.shown
        kit.happens(.pressed(finish.token))
        #expect(kit.station.shown == after)
    }

    @Test func aTokenStaysGoodWhileBooksLand() throws {
        var kit = Kit()
        kit.start()
        try kit.identify()
        let before = try #require(kit.station.shown.offers.first { $0.choice == .finish })
        try kit.put()
        #expect(kit.station.shown.offers.contains(before))
    }

    @Test func aBookThatLeftTooEarlyGoesOnTheListWhenThePatronGoes() throws {
        var kit = Kit()
        kit.start()
        try kit.put()
        try kit.identify()
        _ = kit.pad.lift(TagUID(0xE004_0100_0000_0001))
        kit.passes(.seconds(1))
        kit.answer(Kit.lent)
        kit.passes(.seconds(1))
        #expect(kit.rows.first?.life.needsPatron == true)
        try kit.press(.finish)
        #expect(kit.disk.last == .stillAlarmed(ItemBarcode(Kit.item)))
    }

    @Test func aPadThatIsUnpluggedIsOpenedAgainAndAgain() {
        var kit = Kit()
        kit.start()
        for _ in 0..<4 {
            kit.happens(.closed(Port(.pad), reason: "unplugged"))
            kit.passes(.milliseconds(900))
            let before = kit.opened.count
            kit.passes(.seconds(40))
            #expect(kit.opened.count == before + 1)
        }
    }

    @Test func withoutAScannerNobodyCanBeIdentified() {
        var kit = Kit()
        kit.start()
        kit.happens(.closed(Port(.scanner), reason: "unplugged"))
        guard case .outOfOrder(let rest) = kit.station.shown.display.screen else {
            return #expect(kit.screen == .outOfOrder)
        }
        #expect(rest.code == "K-902")
    }

    @Test func nothingThatAStationKeepsPrintsThePIN() throws {
        var kit = Kit()
        kit.start()
        kit.scan(Kit.card)
        let offer = try #require(kit.station.shown.offers.first { $0.choice == .typePIN })
        kit.happens(.typedPIN(offer.token, Secret("8402")))
        var text = ""
        dump(kit.station, to: &text)
        #expect(!text.contains("8402"))
        #expect(!"\(Input.typedPIN(offer.token, Secret("8402")))".contains("8402"))
    }

    struct Scan: Sendable, CustomTestStringConvertible {
        var text: String
        var meaning: BarcodeRules.Meaning
        var testDescription: String { text }
    }

    @Test(arguments: [
        Scan(text: "21234000000018", meaning: .patron(PatronBarcode("21234000000018"))),
        Scan(text: " 31234000000016 ", meaning: .item(ItemBarcode("31234000000016"))),
        Scan(text: "9780141439587", meaning: .neither),
        Scan(text: "31|4000", meaning: .neither),
        Scan(text: "3", meaning: .neither),
        Scan(text: String(repeating: "3", count: 33), meaning: .neither),
        Scan(text: "", meaning: .neither),
    ])
    func aScanIsACardOrABookByItsFirstDigits(_ scan: Scan) {
        #expect(BarcodeRules().meaning(of: scan.text) == scan.meaning)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var why: String
        var flags: String
        var rest: String
        var reason: Phrase?
        var testDescription: String { why }
    }

    @Test(arguments: [
        Case(why: "an ordinary card", flags: "              ", rest: "BLY|CQY|", reason: nil),
        Case(why: "unknown", flags: "YYYY          ", rest: "BLN|", reason: .patronUnknown),
        Case(why: "reported lost", flags: "YYYYY         ", rest: "BLY|CQY|", reason: .patronLostCard),
        Case(
            why: "owes too much", flags: "YYYY      YY  ", rest: "BLY|CQY|BHEUR|BV12.40|CC10.00|",
            reason: .patronOwes),
        Case(why: "owes, in no known money", flags: "YYYY      YY  ", rest: "BLY|CQY|", reason: .patronBilled),
        Case(why: "too many books", flags: "YYYY Y        ", rest: "BLY|CQY|CB0020|", reason: .patronTooMany),
        Case(why: "late books", flags: "YYYY  Y       ", rest: "BLY|CQY|", reason: .patronLate),
        Case(why: "a recall", flags: "Y           Y ", rest: "BLY|CQY|", reason: .patronRecalled),
        Case(why: "blocked without a word", flags: "Y             ", rest: "BLY|CQY|", reason: .patronPaused),
        Case(why: "flag 2 of Evergreen says nothing", flags: "  Y           ", rest: "BLY|CQY|", reason: nil),
    ])
    func theReasonIsChosenByFlags(_ row: Case) throws {
        var kit = Kit()
        kit.start()
        kit.scan(Kit.card)
        let offer = try #require(kit.station.shown.offers.first { $0.choice == .typePIN })
        kit.happens(.typedPIN(offer.token, Secret("1234")))
        let counts = "00020261123    140500000000030020000000000000"
        kit.answer("64\(row.flags)\(counts)AOMAIN|AA\(Kit.card)|AEAda|\(row.rest)")
        switch kit.station.shown.display.screen {
        case .sorry(let sorry): #expect(sorry.reason.phrase == row.reason)
        case .borrow: #expect(row.reason == nil)
        default: #expect(Bool(false), "\(kit.screen)")
        }
    }
}
