import Circulation
import GRDB

/// Puts cards, items, loans, holds and fees into the library, all in one transaction.
public struct Stock {
    let database: Database

    public func add(_ patron: Patron) throws {
        try run(
            "patron",
            "INSERT INTO patron (barcode, name, kind, pin, expires, lost, blocked) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                patron.barcode.text, patron.name, patron.kind.rawValue, patron.pin?.text, patron.expires?.text,
                patron.isLost ? 1 : 0, patron.blocked,
            ])
    }

    public func add(_ item: Item) throws {
        try run(
            "item",
            """
            INSERT INTO item (barcode, title, author, lc, dewey, media, location, home, status, transit)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                item.barcode.text, item.title, item.author, item.lc, item.dewey, item.mediaType, item.location,
                item.home, item.status.rawValue, item.transitTo,
            ])
    }

    /// The last place in the queue. Card and item must be there.
    public func add(_ hold: Hold) throws {
        var (item, title): (String?, String?) = (nil, nil)
        switch hold.wish {
        case .item(let barcode): item = barcode.text
        case .title(let text): title = text
        }
        try run(
            "hold",
            """
            INSERT INTO hold (patron, item, title, pickup, state)
            VALUES ((SELECT id FROM patron WHERE barcode = ?), (SELECT id FROM item WHERE barcode = ?), ?, ?, ?)
            """,
            [hold.patron.text, item, title, hold.pickup, hold.state.rawValue])
    }

    public func add(_ fee: Fee, to patron: PatronBarcode, at now: LocalTime) throws {
        try run(
            "fee",
            """
            INSERT INTO fee (patron, amount, currency, kind, at)
            VALUES ((SELECT id FROM patron WHERE barcode = ?), ?, ?, ?, ?)
            """,
            [patron.text, fee.amount.minor, fee.amount.currency, fee.kind.rawValue, now.text])
    }

    /// A loan without asking the rules.
    public func lend(_ item: ItemBarcode, to patron: PatronBarcode, at now: LocalTime, due: LocalTime) throws {
        try run(
            "loan",
            """
            INSERT INTO loan (item, patron, lent, due)
            VALUES ((SELECT id FROM item WHERE barcode = ?), (SELECT id FROM patron WHERE barcode = ?), ?, ?)
            """,
            [item.text, patron.text, now.text, due.text])
    }

    private func run(_ table: String, _ sql: String, _ values: StatementArguments) throws {
        do {
            try database.cachedStatement(sql: sql).execute(arguments: values)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            throw LibraryError.alreadyThere(table: table)
        }
    }
}

extension Library {
    /// All of it or nothing.
    public func fill(_ body: (Stock) throws -> Void) throws(LibraryError) {
        try change { try body(Stock(database: $0)) }
    }

    public func add(patron: Patron) throws(LibraryError) { try fill { try $0.add(patron) } }
    public func add(item: Item) throws(LibraryError) { try fill { try $0.add(item) } }
}
