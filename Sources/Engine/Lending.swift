import Circulation
import GRDB

/// What became of a wish to borrow.
public struct CheckoutResult: Equatable, Sendable {
    /// nil: lent.
    public var refusal: Refusal?
    public var item: Item?
    public var due: LocalTime?
    /// The item was out to the same patron, and is so for longer now.
    public var wasRenewal = false
}

extension Library {
    /// Lends, renews or refuses, in one transaction.
    /// - Parameters:
    ///   - pin: checked when given and the card has one.
    ///   - mayRenew: an item that this patron has already may be renewed.
    public func checkout(
        _ item: ItemBarcode, to patron: PatronBarcode, pin: Secret? = nil, mayRenew: Bool, at now: LocalTime
    ) throws(LibraryError) -> CheckoutResult {
        let isRightPIN = try pin.map { pin throws(LibraryError) in try accepts(pin, of: patron) } ?? true
        return try change { database in
            let found = try ItemRecord.find(item, in: database)
            guard let borrower = try PatronRecord.find(patron, currency: rules.feeLimit.currency, in: database) else {
                return CheckoutResult(refusal: .unknownPatron, item: found?.item)
            }
            guard let found else { return CheckoutResult(refusal: .unknownItem) }
            guard isRightPIN else { return CheckoutResult(refusal: .wrongPIN, item: found.item) }
            if let refusal = borrower.refusal(rules, on: now.date) {
                return CheckoutResult(refusal: refusal, item: found.item)
            }
            if let loan = found.loan {
                return try again(found, loan, borrower, mayRenew: mayRenew, at: now, in: database)
            }
            if let refusal = refusal(of: found, for: borrower) {
                return CheckoutResult(refusal: refusal, item: found.item)
            }
            return try lend(found, to: borrower, at: now, in: database)
        }
    }

    /// The item is out: to somebody else, or to the same patron, which may be a renewal.
    private func again(
        _ found: ItemRecord, _ loan: ItemRecord.OpenLoan, _ borrower: PatronRecord, mayRenew: Bool, at now: LocalTime,
        in database: Database
    ) throws -> CheckoutResult {
        func no(_ refusal: Refusal) -> CheckoutResult { CheckoutResult(refusal: refusal, item: found.item) }
        guard loan.patron == borrower.id else { return no(.chargedToAnother) }
        guard mayRenew || rules.repeatedCheckoutRenews else { return no(.chargedToSamePatron) }
        guard loan.renewals < rules.renewalLimit else { return no(.renewedTooOften) }
        let waiting = try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT 1 FROM hold WHERE loan IS NULL AND state = 'waiting' AND patron <> ?
                        AND (item = ? OR (item IS NULL AND title = ?)) LIMIT 1
                    """), arguments: [borrower.id, found.id, found.item.title])
        guard waiting == nil else { return no(.wantedByAnother) }
        // A renewal on the first day must not take days away.
        let due = max(dueDate(at: now), LocalTime(text: loan.due) ?? now)
        try database.cachedStatement(sql: "UPDATE loan SET due = ?, renewals = renewals + 1 WHERE id = ?")
            .execute(arguments: [due.text, loan.id])
        return CheckoutResult(item: found.item, due: due, wasRenewal: true)
    }

    private func refusal(of found: ItemRecord, for borrower: PatronRecord) -> Refusal? {
        switch found.item.status {
        case .lost: return .lost
        case .missing: return .missing
        case .inProcess: return .inProcess
        case .reference: return .referenceOnly
        case .ordinary: break
        }
        if found.item.transitTo != nil { return .inTransit }
        if let holder = found.holder, holder != borrower.id { return .onHoldForAnother }
        if borrower.loans >= rules.loanLimit(of: borrower.kind) { return .tooManyLoans }
        return nil
    }

    private func lend(
        _ found: ItemRecord, to borrower: PatronRecord, at now: LocalTime, in database: Database
    ) throws -> CheckoutResult {
        let due = dueDate(at: now)
        try database.cachedStatement(sql: "INSERT INTO loan (item, patron, lent, due) VALUES (?, ?, ?, ?)")
            .execute(arguments: [found.id, borrower.id, now.text, due.text])
        // The hold keeps the loan's number, so that an undone loan gives the hold back.
        try database.cachedStatement(
            sql: """
                UPDATE hold SET loan = ?
                WHERE loan IS NULL AND patron = ? AND (item = ? OR (item IS NULL AND title = ?))
                """
        ).execute(arguments: [database.lastInsertedRowID, borrower.id, found.id, found.item.title])
        return CheckoutResult(item: found.item, due: due)
    }

    private func dueDate(at now: LocalTime) -> LocalTime {
        LocalTime(now.date.adding(days: rules.loanDays), hour: 23, minute: 59)
    }

    /// - Returns: true for a card without PIN and for an unknown card: that is another refusal.
    func accepts(_ pin: Secret, of patron: PatronBarcode) throws(LibraryError) -> Bool {
        let stored = try look { database in
            try String.fetchOne(
                database.cachedStatement(sql: "SELECT pin FROM patron WHERE barcode = ? AND pin IS NOT NULL"),
                arguments: [patron.text])
        }
        // Outside the transaction: a check takes long enough to keep others waiting.
        return stored.map { PINHash(stored: $0).matches(pin) } ?? true
    }
}
