import Circulation
import Kiosk
import Pretend
import Station
import Testing

/// After a lost line or a crash: look before acting.
@Suite struct RecoveryTests {
    static let id = TransactionID(station: "kiosk-1", number: 7)
    static func open(_ kind: Kind) -> Recovered {
        let patron = kind == .checkout ? PatronBarcode(Kit.card) : nil
        return Recovered(replaying: [.asked(id, kind, ItemBarcode(Kit.item), patron)])
    }

    @Test func anOpenLoanIsLookedUpAndNeverAskedAgainForNobody() {
        var kit = Kit(recovered: Self.open(.checkout))
        kit.start()
        #expect(kit.codes == ["93", "99", "63"])
        kit.answer(Kit.welcome)
        #expect(kit.disk.count == 1, "a no this early is not believed")
        kit.passes(.seconds(16))
        #expect(kit.codes.last == "63")
        kit.answer(Kit.welcome)
        #expect(kit.disk.last == .settled(Self.id, .abandoned))
        #expect(!kit.codes.contains("11"))
    }

    @Test func aListOfTitlesIsNotTakenForANo() {
        var kit = Kit(recovered: Self.open(.checkout))
        kit.start()
        let titles =
            Kit.welcome.replacing("0000000000000000000000AOMAIN", with: "0000000001000000000000AOMAIN") + "AUEmma|"
        kit.answer(titles)
        for _ in 0..<3 {
            kit.passes(.seconds(16))
            kit.answer(titles)
            kit.answer("1804000120261123    140500AB\(Kit.item)|AJEmma|")
        }
        #expect(kit.disk.last == .settled(Self.id, .doubtful), "it is charged to somebody, and nobody can say to whom")
    }

    @Test func aLookThatIsNeverAnsweredDoesNotKeepTheLineFromOthers() throws {
        var kit = Kit(recovered: Self.open(.checkin))
        kit.start()
        kit.passes(.seconds(11))
        #expect(kit.hangUps == 1)
        kit.passes(.seconds(2))
        kit.answer("941")
        kit.answer("98YYYYNN10000320261123    1405002.00AOMAIN|BXYYYYYYYYYYYYYYYY|")
        try kit.put("31234000000024")
        try kit.identify()
        #expect(kit.codes.last == "11")
    }

    @Test func aLoanWhoseDateCannotBeAskedIsStillALoan() {
        var kit = Kit(recovered: Self.open(.checkout))
        kit.start()
        let yes = Kit.welcome.replacing("0000000000000000000000AOMAIN", with: "0000000001000000000000AOMAIN")
        kit.answer(yes + "AU\(Kit.item)|")
        kit.happens(.lineDown)
        #expect(kit.disk.contains(.settled(Self.id, .lent(due: nil, unlocks: true))))
    }

    @Test func aLostItemThatIsReturnedInDoubtIsAskedForAgain() {
        var kit = Kit(recovered: Self.open(.checkin))
        kit.start()
        kit.passes(.seconds(1))
        kit.answer("1812000120261123    140500AB\(Kit.item)|AJEmma|")
        #expect(!kit.disk.contains(.settled(Self.id, .returned(arms: true))), "lost is not returned")
    }

    @Test func theSamePersonComingBackDuringADoubtIsNotLentTheBookTwice() throws {
        var kit = Kit()
        kit.start()
        try kit.put()
        try kit.identify()
        kit.happens(.lineDown)
        try kit.press(.finish)
        kit.passes(.seconds(2))
        kit.answer("941")
        kit.answer("98YYYYNN10000320261123    1405002.00AOMAIN|BXYYYYYYYYYYYYYYYY|")
        kit.answer(Kit.welcome)
        kit.answer("36Y20261123    140500AOMAIN|AA\(Kit.card)|")
        try kit.press(.nextCard)
        _ = kit.pad.lift(TagUID(0xE004_0100_0000_0001))
        kit.passes(.seconds(5))
        try kit.identify()
        try kit.put()
        #expect(kit.rows.first?.item.text == Kit.item)
        #expect(kit.codes.filter { $0 == "11" }.count == 1)
        for _ in 0..<15 where kit.codes.filter({ $0 == "63" }).count < 4 { kit.passes(.seconds(1)) }
        let yes = Kit.welcome.replacing("0000000000000000000000AOMAIN", with: "0000000001000000000000AOMAIN")
        kit.answer(yes + "AU\(Kit.item)|")
        kit.answer("1804000120261123    140500AB\(Kit.item)|AJEmma|AH20261211    235900|")
        kit.passes(.seconds(1))
        #expect(kit.rows.first?.life.isDone == true, "\(kit.codes) \(kit.rows)")
        #expect(kit.codes.filter { $0 == "11" }.count == 1)
    }

    @Test func aYesIsBelievedAtOnceAndTheBookGoesOnTheList() {
        var kit = Kit(recovered: Self.open(.checkout))
        kit.start()
        let yes = Kit.welcome.replacing("0000000000000000000000AOMAIN", with: "0000000001000000000000AOMAIN")
        kit.answer(yes + "AU\(Kit.item)|")
        #expect(kit.codes.last == "17", "when is it due?")
        kit.answer("1804000120261123    140500AB\(Kit.item)|AJEmma|AH20261211    235900|")
        let due = LocalDate(year: 2026, month: 12, day: 11)
        #expect(kit.disk.contains(.settled(Self.id, .lent(due: due, unlocks: true))))
        #expect(kit.disk.contains(.stillAlarmed(ItemBarcode(Kit.item))))
    }

    @Test func anOpenReturnIsLookedUpAndThenAskedAgain() {
        var kit = Kit(recovered: Self.open(.checkin))
        kit.start()
        #expect(kit.codes.last == "17")
        kit.passes(.seconds(1))
        kit.answer("1804000120261123    140500AB\(Kit.item)|AJEmma|")
        kit.passes(.seconds(16))
        kit.answer("1804000120261123    140500AB\(Kit.item)|AJEmma|")
        #expect(kit.codes.last == "09", "the book is in the building")
        kit.answer("101YNN20261123    140500AOMAIN|AB\(Kit.item)|AQMAIN|AJEmma|")
        #expect(kit.disk.contains(.settled(Self.id, .returned(arms: true))))
    }

    @Test func aReturnThatHappenedIsSettledWithoutAskingAgain() {
        var kit = Kit(recovered: Self.open(.checkin))
        kit.start()
        kit.answer("1803000120261123    140500AB\(Kit.item)|AJEmma|")
        #expect(!kit.codes.contains("09"))
        #expect(kit.disk.contains(.settled(Self.id, .returned(arms: true))))
    }

    @Test func aLineThatDiesInTheQuestionIsADoubtAndNotARepeat() throws {
        var kit = Kit()
        kit.start()
        try kit.put()
        try kit.identify()
        #expect(kit.codes.last == "11")
        kit.happens(.lineDown)
        #expect(kit.rows.first?.life == .inDoubt)
        kit.passes(.seconds(2))
        kit.answer("941")
        kit.answer("98YYYYNN10000320261123    1405002.00AOMAIN|BXYYYYYYYYYYYYYYYY|")
        #expect(kit.codes.last == "63")
        #expect(kit.codes.filter { $0 == "11" }.count == 1)
    }

    @Test func anAnswerForAnotherItemIsNotBelieved() throws {
        var kit = Kit()
        kit.start()
        try kit.put()
        try kit.identify()
        kit.answer(Kit.lent.replacing(Kit.item, with: "31234000000024"))
        #expect(kit.hangUps == 1)
        #expect(kit.rows.first?.life == .inDoubt)
    }

    @Test func silenceHangsUpAfterTheAnswerTime() throws {
        var kit = Kit()
        kit.start()
        try kit.put()
        try kit.identify()
        kit.passes(.seconds(9))
        #expect(kit.hangUps == 0)
        kit.passes(.seconds(2))
        #expect(kit.hangUps == 1)
    }

    @Test func theLineIsDialledAgainWithLongerAndLongerPauses() {
        var kit = Kit()
        kit.answersDial = false
        kit.start()
        kit.passes(.seconds(120))
        // After 0, 1, 3, 7, 15, 31, 61 and 91 seconds.
        #expect(kit.dials == 8)
    }

    @Test func aDoubtThatCannotBeLookedUpGoesToStaff() {
        var kit = Kit(recovered: Self.open(.checkout))
        kit.start()
        let unknown = Kit.welcome.replacing("BLY", with: "BLN")
        for _ in 0..<3 {
            kit.answer(unknown)
            kit.passes(.seconds(16))
        }
        #expect(kit.disk.last == .settled(Self.id, .doubtful))
    }
}
