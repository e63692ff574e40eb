import Circulation
import Testing

@Suite struct RecoveredTests {
    private let book = ItemBarcode("31")
    private let patron = PatronBarcode("21")
    private let tag = TagUID(0xE004_0100_3123_AA26)

    private func id(_ number: Int) -> TransactionID { TransactionID(station: "kiosk-1", number: number) }
    private func asked(_ number: Int, _ kind: Kind = .checkout) -> Entry { .asked(id(number), kind, book, patron) }

    @Test func whatWasAskedAndNotSettledIsOpen() {
        let recovered = Recovered(replaying: [asked(1), asked(2), .settled(id(1), .refused)])
        #expect(recovered.open == [.init(id: id(2), kind: .checkout, item: book, patron: patron)])
        #expect((recovered.lastEntry, recovered.lastTransaction) == (3, 2))
    }

    @Test(arguments: [Outcome.lent(due: nil, unlocks: false), .returned(arms: false), .refused, .abandoned, .doubtful])
    func everyOutcomeEndsATransaction(_ outcome: Outcome) {
        #expect(Recovered(replaying: [asked(1), .settled(id(1), outcome)]).open.isEmpty)
    }

    @Test func settlingTwiceOrWhatWasNeverAskedDoesNothing() {
        let once = Recovered(replaying: [asked(1), .settled(id(1), .refused)])
        var twice = Recovered(replaying: [asked(1), .settled(id(1), .refused), .settled(id(1), .refused)])
        #expect(twice.lastEntry == 3)
        twice.lastEntry = once.lastEntry
        #expect(once == twice)
        #expect(Recovered(replaying: [.settled(id(9), .returned(arms: true))]).lastTransaction == 0)
    }

    @Test func theSameQuestionTwiceIsOneTransaction() {
        #expect(Recovered(replaying: [asked(1), asked(1)]).open.count == 1)
    }

    @Test func transactionNumbersOnlyGrow() {
        #expect(Recovered(replaying: [asked(7), asked(3)]).lastTransaction == 7)
    }

    @Test func aBookLeftWithItsAlarmOnStaysListedUntilItIsOffOrTheBookIsBack() {
        #expect(Recovered(replaying: [.stillAlarmed(book), .stillAlarmed(book)]).stillAlarmed == [book])
        #expect(Recovered(replaying: [.stillAlarmed(book), .alarm(book, tag, isOn: true)]).stillAlarmed == [book])
        #expect(Recovered(replaying: [.stillAlarmed(book), .alarm(book, tag, isOn: false)]).stillAlarmed.isEmpty)
        let back: [Entry] = [.stillAlarmed(book), asked(1, .checkin), .settled(id(1), .returned(arms: false))]
        #expect(Recovered(replaying: back).stillAlarmed.isEmpty)
    }

    @Test func aReturnedBookWithoutAlarmStaysListedUntilItIsOnOrTheBookIsLent() {
        #expect(Recovered(replaying: [.notProtected(book), .alarm(book, tag, isOn: false)]).notProtected == [book])
        #expect(Recovered(replaying: [.notProtected(book), .alarm(book, tag, isOn: true)]).notProtected.isEmpty)
        let lent: [Entry] = [.notProtected(book), asked(1), .settled(id(1), .lent(due: nil, unlocks: false))]
        #expect(Recovered(replaying: lent).notProtected.isEmpty)
    }
}

extension RecoveredTests {
    @Test func aLoanIsDoubtfulFromItsFirstMomentUntilTheTagSaysSo() {
        let lent: [Entry] = [asked(1), .settled(id(1), .lent(due: nil, unlocks: true))]
        #expect(Recovered(replaying: lent).stillAlarmed == [book])
        #expect(Recovered(replaying: lent + [.alarm(book, tag, isOn: false)]).stillAlarmed.isEmpty)
        let back: [Entry] = [asked(2, .checkin), .settled(id(2), .returned(arms: true))]
        let recovered = Recovered(replaying: lent + back)
        #expect((recovered.stillAlarmed, recovered.notProtected) == ([], [book]))
        #expect(Recovered(replaying: lent + back + [.alarm(book, tag, isOn: true)]).notProtected.isEmpty)
    }
}

@Suite struct IdentifierTests {
    @Test func secretsAndCardNumbersPrintAsNothing() {
        var text = "\(Secret("1234")) \(PatronBarcode("21000000000012"))"
        dump([Secret("1234")], to: &text)
        dump([PatronBarcode("21000000000012")], to: &text)
        text += String(reflecting: Secret("1234")) + String(reflecting: PatronBarcode("21000000000012"))
        #expect(!text.contains("1234") && !text.contains("21000000000012"))
    }

    @Test func aTagNumberIsSixteenHexDigits() { #expect(TagUID(0x04).description == "0000000000000004") }
}
