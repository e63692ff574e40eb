import Circulation
import Kiosk
import Pretend
import Station
import Testing

/// The only ordering rule in the house: on disk first.
@Suite struct WriteAheadTests {
    @Test func aLoanIsAskedOnlyWhenItsEntryIsOnDisk() throws {
        var kit = Kit()
        kit.start()
        try kit.put()
        kit.commitsAtOnce = false
        try kit.identify()
        #expect(kit.unwritten.count == 1)
        #expect(!kit.codes.contains("11"))
        kit.commit()
        #expect(kit.codes.last == "11")
    }

    @Test func theAlarmGoesOffOnlyWhenTheLoanIsOnDisk() throws {
        var kit = Kit()
        kit.start()
        try kit.put()
        try kit.identify()
        kit.commitsAtOnce = false
        kit.answer(Kit.lent)
        kit.passes(.seconds(2))
        #expect(kit.tag?.isAlarmOn == true)
        #expect(kit.rows.first?.life.isWorking == true)
        kit.commit()
        kit.passes(.seconds(1))
        #expect(kit.tag?.isAlarmOn == false)
        #expect(kit.rows.first?.life.isDone == true)
    }

    @Test func withoutADiskNothingIsLentAndTheScreenSaysSo() throws {
        var kit = Kit()
        kit.start()
        kit.happens(.journalFailed)
        #expect(kit.screen == .outOfOrder)
        guard case .outOfOrder(let rest) = kit.station.shown.display.screen else { return }
        #expect(rest.code == "K-903")
        #expect(!rest.canReturn)
        kit.happens(.committed(0))
        #expect(kit.screen == .attract)
    }

    @Test func aDiskThatFailsInAVisitHoldsTheNextQuestionBack() throws {
        var kit = Kit()
        kit.start()
        try kit.identify()
        kit.commitsAtOnce = false
        kit.happens(.journalFailed)
        try kit.put()
        #expect(!kit.codes.contains("11"))
        kit.commit()
        kit.passes(.milliseconds(10))
        kit.commit()
        #expect(kit.codes.last == "11")
    }

    @Test func readsAndScreensNeverWaitForTheDisk() throws {
        var kit = Kit()
        kit.start()
        kit.commitsAtOnce = false
        try kit.identify()
        #expect(kit.screen == .borrow)
        #expect(kit.codes.last == "63")
    }
}
