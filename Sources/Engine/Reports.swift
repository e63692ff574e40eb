import Circulation
import GRDB

/// The lists that a patron may ask for, one at a time.
public enum PatronList: Sendable, CaseIterable {
    case readyHolds, overdue, charged, fees, waitingHolds
}

/// What the library knows of a card. Nothing in it goes to a log, and its description is masked.
public struct PatronReport: Sendable, CustomStringConvertible, CustomReflectable {
    public var name: String
    public var kind: PatronKind
    public var isPINRight: Bool?
    /// Why the card borrows nothing today.
    public var refusal: Refusal?
    public var blocked: String?
    public var loanLimit: Int
    public var owed: Money
    public var readyHolds: Int
    public var waitingHolds: Int
    public var charged: Int
    public var overdue: Int
    public var fees: Int
    public var hasFines: Bool
    public var list: [String]

    public var description: String { "patron report" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What the library knows of an item.
public struct ItemReport: Equatable, Sendable {
    public var item: Item
    public var due: LocalTime?
    public var isOnHoldShelf: Bool
    /// How many wait for it, the one for whom it was caught included.
    public var queue: Int
}

extension Library {
    /// At most this many rows of a list go into one answer, so that no line gets too long; more is asked for by page.
    static let longestList = 200

    /// - Parameters:
    ///   - first: of the list, from 1.
    ///   - last: of the list; nil for all.
    /// - Returns: nil for an unknown card. With a wrong PIN the list is empty.
    public func report(
        on patron: PatronBarcode, pin: Secret? = nil, list: PatronList? = nil, first: Int = 1, last: Int? = nil,
        at now: LocalTime
    ) throws(LibraryError) -> PatronReport? {
        let isRight = try pin.map { pin throws(LibraryError) in try accepts(pin, of: patron) }
        return try look { database in
            let currency = rules.feeLimit.currency
            guard let record = try PatronRecord.find(patron, currency: currency, in: database),
                let row = try Row.fetchOne(
                    database.cachedStatement(sql: Self.countsQuery), arguments: [now.text, record.id])
            else { return nil }
            var report = PatronReport(
                name: row[0], kind: record.kind, isPINRight: isRight, refusal: record.refusal(rules, on: now.date),
                blocked: record.blocked, loanLimit: rules.loanLimit(of: record.kind),
                owed: Money(minor: record.owed, currency: currency), readyHolds: row[1], waitingHolds: row[2],
                charged: record.loans, overdue: row[3], fees: row[4], hasFines: row[5], list: [])
            if report.refusal == nil, record.loans >= report.loanLimit { report.refusal = .tooManyLoans }
            if let list, isRight != false {
                report.list = try rows(list, of: record.id, first: first, last: last, at: now, in: database)
            }
            return report
        }
    }

    private static let countsQuery = """
        SELECT p.name,
            (SELECT COUNT(*) FROM hold WHERE patron = p.id AND loan IS NULL AND state = 'ready'),
            (SELECT COUNT(*) FROM hold WHERE patron = p.id AND loan IS NULL AND state <> 'ready'),
            (SELECT COUNT(*) FROM loan WHERE patron = p.id AND returned IS NULL AND due < ?),
            (SELECT COUNT(*) FROM fee WHERE patron = p.id AND paid IS NULL),
            EXISTS (SELECT 1 FROM fee WHERE patron = p.id AND paid IS NULL AND kind = 'overdue')
        FROM patron p WHERE p.id = ?
        """

    private func rows(
        _ list: PatronList, of patron: Int64, first: Int, last: Int?, at now: LocalTime, in database: Database
    ) throws -> [String] {
        let skipped = max(first, 1) - 1
        let limit = min(last.map { max($0, 0) - min(skipped, max($0, 0)) } ?? Self.longestList, Self.longestList)
        var values: StatementArguments = [patron]
        let sql: String
        switch list {
        case .readyHolds: sql = Self.holdsQuery + " AND h.state = 'ready'"
        case .waitingHolds: sql = Self.holdsQuery + " AND h.state <> 'ready'"
        case .charged: sql = Self.loansQuery
        case .overdue:
            sql = Self.loansQuery + " AND h.due < ?"
            values += [now.text]
        case .fees: sql = "SELECT kind, amount, currency FROM fee h WHERE h.patron = ? AND h.paid IS NULL"
        }
        values += [limit, skipped]
        let statement = try database.cachedStatement(sql: sql + " ORDER BY h.id LIMIT ? OFFSET ?")
        guard list == .fees else { return try String.fetchAll(statement, arguments: values) }
        return try Row.fetchAll(statement, arguments: values).map { row in
            Fee(Money(minor: row[1], currency: row[2]), kind: Fee.Kind(rawValue: row[0]) ?? .other).text
        }
    }

    private static let holdsQuery = """
        SELECT COALESCE(i.barcode, h.title) FROM hold h LEFT JOIN item i ON i.id = h.item
        WHERE h.patron = ? AND h.loan IS NULL
        """
    private static let loansQuery = """
        SELECT i.barcode FROM loan h JOIN item i ON i.id = h.item WHERE h.patron = ? AND h.returned IS NULL
        """

    /// - Returns: nil for an unknown item.
    public func report(on barcode: ItemBarcode) throws(LibraryError) -> ItemReport? {
        try look { database in
            guard let found = try ItemRecord.find(barcode, in: database) else { return nil }
            let queue = try Int.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT COUNT(*) FROM hold WHERE loan IS NULL AND (item = ? OR (item IS NULL AND title = ?))
                        """), arguments: [found.id, found.item.title])
            return ItemReport(
                item: found.item, due: found.loan.flatMap { LocalTime(text: $0.due) },
                isOnHoldShelf: found.holder != nil && found.item.transitTo == nil, queue: queue ?? 0)
        }
    }
}
