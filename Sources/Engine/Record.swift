import Circulation
import GRDB

/// What the rules need to know of a card, read in one query.
struct PatronRecord {
    var id: Int64
    var kind: PatronKind
    var expires: String?
    var isLost: Bool
    var blocked: String?
    /// In the smallest unit of the library's currency.
    var owed: Int
    var loans: Int

    static func find(_ barcode: PatronBarcode, currency: String, in database: Database) throws -> PatronRecord? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT p.id, p.kind, p.expires, p.lost, p.blocked,
                    (SELECT COALESCE(SUM(amount), 0) FROM fee WHERE patron = p.id AND paid IS NULL AND currency = ?),
                    (SELECT COUNT(*) FROM loan WHERE patron = p.id AND returned IS NULL)
                FROM patron p WHERE p.barcode = ?
                """)
        return try Row.fetchOne(statement, arguments: [currency, barcode.text]).map { row in
            PatronRecord(
                id: row[0], kind: PatronKind(rawValue: row[1]) ?? .adult, expires: row[2], isLost: row[3],
                blocked: row[4], owed: row[5], loans: row[6])
        }
    }

    /// Why this card borrows nothing today, loans apart.
    func refusal(_ rules: Rules, on day: LocalDate) -> Refusal? {
        if isLost { return .cardLost }
        if blocked != nil { return .cardBlocked }
        if let expires, expires < day.text { return .cardExpired }
        if owed >= rules.feeLimit.minor { return .owesTooMuch }
        return nil
    }
}

/// An item, its open loan and the hold it was caught for, read in one query.
struct ItemRecord {
    struct OpenLoan {
        var id: Int64
        var patron: Int64
        var due: String
        var renewals: Int
        var borrower: PatronBarcode
        var lent: String
    }

    var id: Int64
    var item: Item
    var loan: OpenLoan?
    /// The patron on whose hold the item waits or travels.
    var holder: Int64?

    static func find(_ barcode: ItemBarcode, in database: Database) throws -> ItemRecord? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT i.id, i.title, i.author, i.lc, i.dewey, i.media, i.location, i.home, i.status, i.transit,
                    h.patron, l.id, l.patron, l.due, l.renewals, p.barcode, l.lent
                FROM item i
                LEFT JOIN hold h ON h.item = i.id AND h.loan IS NULL AND h.state <> 'waiting'
                LEFT JOIN loan l ON l.item = i.id AND l.returned IS NULL
                LEFT JOIN patron p ON p.id = l.patron
                WHERE i.barcode = ?
                """)
        return try Row.fetchOne(statement, arguments: [barcode.text]).map { row in
            let item = Item(
                barcode, title: row[1], author: row[2], lc: row[3], dewey: row[4], mediaType: row[5],
                location: row[6], home: row[7], status: ItemStatus(rawValue: row[8]) ?? .ordinary, transitTo: row[9])
            var record = ItemRecord(id: row[0], item: item, loan: nil, holder: row[10])
            if let loan: Int64 = row[11] {
                record.loan = OpenLoan(
                    id: loan, patron: row[12], due: row[13], renewals: row[14], borrower: PatronBarcode(row[15]),
                    lent: row[16])
            }
            return record
        }
    }
}
