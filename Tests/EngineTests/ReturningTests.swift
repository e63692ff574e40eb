import Circulation
import Engine
import Testing

@Suite struct ReturningTests {
    static func lent(_ stock: Stock) throws {
        try stock.lend(Small.item(1), to: Small.ada, at: Small.now, due: Small.due)
    }
    let wish = Routing.Wish(patron: Small.ben, name: "Ben")

    @Test func aReturnedBookGoesToTheShelfAndTheLoanEnds() throws {
        let library = try Small.library { try Self.lent($0) }
        let result = try library.checkin(Small.item(1), at: "MAIN", now: Small.now)
        #expect(result.borrower == Small.ada)
        #expect(result.routing == .shelf)
        #expect(try library.openLoans().isEmpty)
        #expect(try library.allLoans().first?.returned == Small.now)
        #expect(try library.checkout(Small.item(1), to: Small.ben, mayRenew: false, at: Small.now).refusal == nil)
    }

    @Test func aBookThatWasNotOnLoanIsRoutedAllTheSame() throws {
        let library = try Small.library { try $0.add(Item(ItemBarcode("N1"), home: "NORTH")) }
        let result = try library.checkin(ItemBarcode("N1"), at: "MAIN", now: Small.now)
        #expect(result.borrower == nil)
        #expect(result.routing == .transit(branch: "NORTH"))
        #expect(
            try library.checkout(ItemBarcode("N1"), to: Small.ada, mayRenew: false, at: Small.now).refusal == .inTransit
        )
        #expect(try library.checkin(ItemBarcode("N1"), at: "NORTH", now: Small.now).routing == .shelf)
        #expect(try library.checkout(ItemBarcode("N1"), to: Small.ada, mayRenew: false, at: Small.now).refusal == nil)
    }

    @Test func anUnknownItemIsNobodysLoan() throws {
        let result = try Small.library().checkin(ItemBarcode("?"), at: "MAIN", now: Small.now)
        #expect(result.item == nil)
        #expect(result.borrower == nil)
    }

    @Test func theFirstInTheQueueGetsTheCopy() throws {
        let library = try Small.library { stock in
            try Self.lent(stock)
            try stock.add(Hold(Small.ben, wants: .title("Title 1"), pickup: "MAIN"))
            try stock.add(Hold(Small.kim, wants: .item(Small.item(1)), pickup: "MAIN"))
        }
        #expect(try library.checkin(Small.item(1), at: "MAIN", now: Small.now).routing == .holdHere(wish))
        // Once more, by mistake: it stays Ben's.
        #expect(try library.checkin(Small.item(1), at: "MAIN", now: Small.now).routing == .holdHere(wish))
        let kim = try library.checkout(Small.item(1), to: Small.kim, mayRenew: false, at: Small.now)
        #expect(kim.refusal == .onHoldForAnother)
        #expect(try library.checkout(Small.item(1), to: Small.ben, mayRenew: false, at: Small.now).refusal == nil)
        let next = try library.checkin(Small.item(1), at: "MAIN", now: Small.now).routing
        #expect(next == .holdHere(Routing.Wish(patron: Small.kim, name: "Kim")))
    }

    @Test func aHoldForAnotherBranchTravelsAndIsReadyThere() throws {
        let library = try Small.library { stock in
            try Self.lent(stock)
            try stock.add(Hold(Small.ben, wants: .item(Small.item(1)), pickup: "NORTH"))
        }
        let here = try library.checkin(Small.item(1), at: "MAIN", now: Small.now)
        #expect(here.routing == .holdElsewhere(branch: "NORTH", wish))
        #expect(
            try library.checkout(Small.item(1), to: Small.ben, mayRenew: false, at: Small.now).refusal == .inTransit)
        #expect(try library.checkin(Small.item(1), at: "NORTH", now: Small.now).routing == .holdHere(wish))
        #expect(try library.report(on: Small.item(1))?.isOnHoldShelf == true)
    }

    @Test func anUndoneLoanGivesTheHoldBack() throws {
        let library = try Small.library { stock in
            try stock.add(Hold(Small.ben, wants: .item(Small.item(1)), pickup: "MAIN", state: .ready))
        }
        _ = try library.checkout(Small.item(1), to: Small.ben, mayRenew: false, at: Small.now)
        let undone = try library.checkin(Small.item(1), at: "MAIN", undoes: true, now: Small.now)
        #expect(undone.routing == .holdHere(wish))
        _ = try library.checkout(Small.item(1), to: Small.ben, mayRenew: false, at: Small.now)
        // An ordinary return does not.
        #expect(try library.checkin(Small.item(1), at: "MAIN", now: Small.now).routing == .shelf)
    }

    @Test(arguments: [ItemStatus.lost, .missing])
    func aBookThatWasGoneIsShownToTheStaffAndIsThereAgain(_ status: ItemStatus) throws {
        let library = try Small.library { try $0.add(Item(ItemBarcode("BX"), status: status)) }
        #expect(try library.checkin(ItemBarcode("BX"), at: "MAIN", now: Small.now).routing == .staff)
        #expect(try library.checkout(ItemBarcode("BX"), to: Small.ada, mayRenew: false, at: Small.now).refusal == nil)
    }

    @Test func aBookInProcessStaysWithTheStaff() throws {
        let library = try Small.library { try $0.add(Item(ItemBarcode("BX"), status: .inProcess)) }
        #expect(try library.checkin(ItemBarcode("BX"), at: "MAIN", now: Small.now).routing == .staff)
        #expect(try library.report(on: ItemBarcode("BX"))?.item.status == .inProcess)
    }

    @Test func theDayOfReturnIsNeverInTheFutureNorBeforeTheLoan() throws {
        for days in [-100, -1, 0, 3] {
            let library = try Small.library { stock in
                let day = LocalTime(Small.now.date.adding(days: -5), hour: 9, minute: 0)
                try stock.lend(Small.item(1), to: Small.ada, at: day, due: Small.due)
            }
            let said = LocalTime(Small.now.date.adding(days: days), hour: 8, minute: 0)
            _ = try library.checkin(Small.item(1), at: "MAIN", returned: said, now: Small.now)
            let returned = try #require(try library.allLoans().first?.returned)
            #expect(returned.date == Small.now.date.adding(days: max(-5, min(days, 0))))
        }
    }
}
