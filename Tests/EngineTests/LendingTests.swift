import Circulation
import Engine
import Testing

@Suite struct LendingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var why: String
        var patron: String = "P1"
        var item: String = "B1"
        var before: @Sendable (Stock) throws -> Void = { _ in }
        var expected: Refusal?
        var testDescription: String { why }
    }

    static func lend(_ item: Int, to patron: PatronBarcode) -> @Sendable (Stock) throws -> Void {
        { try $0.lend(Small.item(item), to: patron, at: Small.now, due: Small.due) }
    }
    static func hold(_ who: PatronBarcode, _ state: Hold.State) -> @Sendable (Stock) throws -> Void {
        { try $0.add(Hold(who, wants: .item(Small.item(1)), pickup: "MAIN", state: state)) }
    }
    static func owe(_ minor: Int) -> @Sendable (Stock) throws -> Void {
        { try $0.add(Fee(Small.euros(minor), kind: .overdue), to: Small.ada, at: Small.now) }
    }
    static func card(_ patron: Patron) -> @Sendable (Stock) throws -> Void { { try $0.add(patron) } }
    static func copy(_ item: Item) -> @Sendable (Stock) throws -> Void { { try $0.add(item) } }
    static let x = PatronBarcode("PX")
    static let odd = ItemBarcode("BX")

    @Test(arguments: [
        Case(why: "an ordinary loan"),
        Case(why: "a child borrows", patron: "P3"),
        Case(why: "a card nobody knows", patron: "P99", expected: .unknownPatron),
        Case(why: "an item nobody knows", item: "B99", expected: .unknownItem),
        Case(why: "a lost card", patron: "PX", before: card(Patron(x, isLost: true)), expected: .cardLost),
        Case(why: "a blocked card", patron: "PX", before: card(Patron(x, blocked: "Ask")), expected: .cardBlocked),
        Case(
            why: "a card that expired yesterday", patron: "PX",
            before: card(Patron(x, expires: Small.now.date.adding(days: -1))), expected: .cardExpired),
        Case(why: "a card on its last day", patron: "PX", before: card(Patron(x, expires: Small.now.date))),
        Case(why: "a cent below the fee limit", before: owe(9_99)),
        Case(why: "at the fee limit", before: owe(10_00), expected: .owesTooMuch),
        Case(why: "lent to somebody else", before: lend(1, to: Small.ben), expected: .chargedToAnother),
        Case(why: "lent to the same card", before: lend(1, to: Small.ada), expected: .chargedToSamePatron),
        Case(why: "on the hold shelf for somebody else", before: hold(Small.ben, .ready), expected: .onHoldForAnother),
        Case(why: "on the hold shelf for this card", before: hold(Small.ada, .ready)),
        Case(why: "somebody waits, but the copy was not caught yet", before: hold(Small.ben, .waiting)),
        Case(why: "in transit", item: "BX", before: copy(Item(odd, transitTo: "NORTH")), expected: .inTransit),
        Case(why: "missing", item: "BX", before: copy(Item(odd, status: .missing)), expected: .missing),
        Case(why: "lost", item: "BX", before: copy(Item(odd, status: .lost)), expected: .lost),
        Case(why: "in process", item: "BX", before: copy(Item(odd, status: .inProcess)), expected: .inProcess),
        Case(why: "reference", item: "BX", before: copy(Item(odd, status: .reference)), expected: .referenceOnly),
    ])
    func theLibraryLendsOrSaysWhyNot(_ row: Case) throws {
        let library = try Small.library(Rules(), row.before)
        let before = try library.allLoans().count
        let result = try library.checkout(
            ItemBarcode(row.item), to: PatronBarcode(row.patron), mayRenew: false, at: Small.now)
        #expect(result.refusal == row.expected)
        #expect(result.due == (row.expected == nil ? Small.due : nil))
        #expect(try library.allLoans().count == before + (row.expected == nil ? 1 : 0))
        #expect(try library.renewals() == 0)
    }

    @Test func theTwentyFirstLoanIsOneTooMany() throws {
        var rules = Rules()
        rules.childLoanLimit = 2
        let library = try Small.library(rules) { stock in
            for number in 10...40 { try stock.add(Item(Small.item(number))) }
        }
        for number in 10..<30 {
            #expect(
                try library.checkout(Small.item(number), to: Small.ada, mayRenew: false, at: Small.now).refusal == nil)
        }
        #expect(
            try library.checkout(Small.item(30), to: Small.ada, mayRenew: false, at: Small.now).refusal == .tooManyLoans
        )
        _ = try library.checkout(Small.item(31), to: Small.kim, mayRenew: false, at: Small.now)
        _ = try library.checkout(Small.item(32), to: Small.kim, mayRenew: false, at: Small.now)
        #expect(
            try library.checkout(Small.item(33), to: Small.kim, mayRenew: false, at: Small.now).refusal == .tooManyLoans
        )
    }

    @Test(arguments: [true, false])
    func aSecondCheckoutRenewsOnlyWhereItMay(byRule: Bool) throws {
        var rules = Rules()
        rules.repeatedCheckoutRenews = byRule
        let library = try Small.library(rules)
        _ = try library.checkout(Small.item(1), to: Small.ada, mayRenew: false, at: Small.now)
        let later = LocalTime(Small.now.date.adding(days: 10), hour: 9, minute: 0)
        let first = try library.checkout(Small.item(1), to: Small.ada, mayRenew: !byRule, at: later)
        #expect(first.refusal == nil)
        #expect(first.wasRenewal)
        #expect(first.due?.date == later.date.adding(days: 28))
        let second = try library.checkout(Small.item(1), to: Small.ada, mayRenew: !byRule, at: later)
        #expect(second.wasRenewal)
        let third = try library.checkout(Small.item(1), to: Small.ada, mayRenew: !byRule, at: later)
        #expect(third.refusal == .renewedTooOften)
        #expect(try library.renewals() == 2)
        #expect(try library.allLoans().count == 1)
        #expect(try library.openLoan(of: Small.item(1))?.renewals == 2)
    }

    @Test func whatSomebodyWaitsForIsNotRenewed() throws {
        let library = try Small.library { stock in
            try stock.lend(Small.item(1), to: Small.ada, at: Small.now, due: Small.due)
            try stock.add(Hold(Small.ben, wants: .title("Title 1"), pickup: "MAIN"))
        }
        let result = try library.checkout(Small.item(1), to: Small.ada, mayRenew: true, at: Small.now)
        #expect(result.refusal == .wantedByAnother)
    }

    @Test func renewingNeverTakesDaysAway() throws {
        let far = LocalTime(LocalDate(year: 2027, month: 1, day: 1)!, hour: 23, minute: 59)
        let library = try Small.library { stock in
            try stock.lend(Small.item(1), to: Small.ada, at: Small.now, due: far)
        }
        #expect(try library.checkout(Small.item(1), to: Small.ada, mayRenew: true, at: Small.now).due == far)
    }

    @Test func everyRefusalHasAWordForThePatron() {
        for refusal in Refusal.allCases { #expect(refusal.message.hasSuffix(".")) }
        #expect(Set(Refusal.allCases.map(\.message)).count == Refusal.allCases.count)
    }
}
