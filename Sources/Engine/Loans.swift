import Circulation
import GRDB

/// What a test or a simulation looks at: the loans themselves.
extension Library {
    public func openLoan(of item: ItemBarcode) throws(LibraryError) -> Loan? {
        try loans("i.barcode = ? AND l.returned IS NULL", [item.text]).first
    }

    /// In the order of lending.
    public func openLoans(of patron: PatronBarcode) throws(LibraryError) -> [Loan] {
        try loans("p.barcode = ? AND l.returned IS NULL", [patron.text])
    }

    /// In the order of lending.
    public func openLoans() throws(LibraryError) -> [Loan] { try loans("l.returned IS NULL", []) }

    /// Every loan there ever was, returned ones too, in the order of lending.
    public func allLoans() throws(LibraryError) -> [Loan] { try loans("1", []) }

    /// How often a loan was made longer, over all loans there ever were.
    public func renewals() throws(LibraryError) -> Int {
        try look { try Int.fetchOne($0.cachedStatement(sql: "SELECT COALESCE(SUM(renewals), 0) FROM loan")) ?? 0 }
    }

    private func loans(_ condition: String, _ values: StatementArguments) throws(LibraryError) -> [Loan] {
        try look { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT i.barcode, p.barcode, l.lent, l.due, l.renewals, l.returned
                    FROM loan l JOIN item i ON i.id = l.item JOIN patron p ON p.id = l.patron
                    WHERE \(condition) ORDER BY l.id
                    """)
            return try Row.fetchAll(statement, arguments: values).compactMap { row in
                guard let lent = LocalTime(text: row[2] as String), let due = LocalTime(text: row[3] as String) else {
                    return nil
                }
                return Loan(
                    item: ItemBarcode(row[0]), patron: PatronBarcode(row[1]), lent: lent, due: due, renewals: row[4],
                    returned: (row[5] as String?).flatMap { LocalTime(text: $0) })
            }
        }
    }
}
