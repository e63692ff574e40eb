import Circulation
import GRDB

/// Where a returned item goes.
public enum Routing: Equatable, Sendable {
    /// Its description is masked: it names a patron.
    public struct Wish: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
        public var patron: PatronBarcode
        public var name: String
        public init(patron: PatronBarcode, name: String) { (self.patron, self.name) = (patron, name) }
        public var description: String { "hold" }
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
    case shelf
    case holdHere(Wish)
    case holdElsewhere(branch: String, Wish)
    case transit(branch: String)
    /// It was lost, missing or in process: staff should look at it.
    case staff
}

/// What became of a return.
public struct CheckinResult: Equatable, Sendable {
    /// nil: no such item.
    public var item: Item?
    /// Whose loan it was; nil when it was not on loan.
    public var borrower: PatronBarcode?
    public var routing: Routing = .shelf
}

extension Library {
    /// Takes an item back, ends its loan, and says where it goes. An item that was not on loan is routed all the same.
    /// - Parameters:
    ///   - branch: where it was returned.
    ///   - returned: when it was really returned; not later than `now`, not before it was lent.
    ///   - undoes: the loan never left the room: a hold that it used up stands again.
    public func checkin(
        _ barcode: ItemBarcode, at branch: String, returned: LocalTime? = nil, undoes: Bool = false, now: LocalTime
    ) throws(LibraryError) -> CheckinResult {
        try change { database in
            guard let found = try ItemRecord.find(barcode, in: database) else { return CheckinResult() }
            if let loan = found.loan {
                let day = min(returned ?? now, now)
                let closed = max(day, LocalTime(text: loan.lent) ?? day)
                try database.cachedStatement(sql: "UPDATE loan SET returned = ? WHERE id = ?")
                    .execute(arguments: [closed.text, loan.id])
                if undoes {
                    try database.cachedStatement(sql: "UPDATE hold SET loan = NULL WHERE loan = ?")
                        .execute(arguments: [loan.id])
                }
            }
            let routing = try route(found, at: branch, in: database)
            return CheckinResult(item: found.item, borrower: found.loan?.borrower, routing: routing)
        }
    }

    /// The hold that the item was caught for comes first, then the queue, then the way home.
    private func route(_ found: ItemRecord, at branch: String, in database: Database) throws -> Routing {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT h.id, h.pickup, p.barcode, p.name FROM hold h JOIN patron p ON p.id = h.patron
                    WHERE h.loan IS NULL AND (h.item = ? OR (h.item IS NULL AND h.title = ?))
                    ORDER BY h.state = 'waiting', h.id LIMIT 1
                    """), arguments: [found.id, found.item.title])
        let old = found.item
        var now = old
        if old.status == .lost || old.status == .missing { now.status = .ordinary }
        var routing = Routing.shelf
        now.transitTo = nil
        if let row, now.status == .ordinary {
            let pickup: String = row[1]
            let wish = Routing.Wish(patron: PatronBarcode(row[2]), name: row[3])
            let isHere = pickup == branch
            try database.cachedStatement(sql: "UPDATE hold SET item = ?, state = ? WHERE id = ?")
                .execute(arguments: [found.id, isHere ? "ready" : "transit", row[0] as Int64])
            routing = isHere ? .holdHere(wish) : .holdElsewhere(branch: pickup, wish)
            now.transitTo = isHere ? nil : pickup
        } else if let home = old.home, home != branch {
            routing = .transit(branch: home)
            now.transitTo = home
        } else if old.status != .ordinary && old.status != .reference {
            routing = .staff
        }
        if now != old {
            try database.cachedStatement(sql: "UPDATE item SET transit = ?, status = ? WHERE id = ?")
                .execute(arguments: [now.transitTo, now.status.rawValue, found.id])
        }
        return routing
    }
}
