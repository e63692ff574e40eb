import Circulation
import Foundation
import GRDB

/// How often something ended in some way on some day.
public struct Count: Equatable, Sendable {
    public var day: LocalDate
    /// `checkout`, `checkin`, `alarm`, `stillAlarmed` or `notProtected`.
    public var kind: String
    /// `asked`, an outcome's name, `on` or `off`; empty where there is only one.
    public var outcome: String
    public var number: Int
}

extension Database {
    /// - Returns: the entry's hash.
    func insert(_ stamped: Stamped, sequence: EntryNumber, after previous: [UInt8]) throws -> [UInt8] {
        let columns = Columns(stamped.entry)
        let at = stamped.at.text
        let hash = Chain.hash(after: previous, sequence: sequence, at: at, columns)
        let statement = try cachedStatement(
            sql: """
                INSERT INTO entry (sequence, at, kind, station, number, action, item, outcome, due, tag, flag,
                previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let values: [(any DatabaseValueConvertible)?] = [sequence, at] + columns.values + [Data(previous), Data(hash)]
        try statement.execute(arguments: StatementArguments(values))
        if case .asked(_, _, _, let patron?) = stamped.entry {
            try run("INSERT INTO patron VALUES (?, ?, ?)", [sequence, stamped.at.date.text, patron.text])
        }
        return hash
    }

    /// The same rules as `Recovered.read`, as tables.
    func derive(_ stamped: Stamped, sequence: EntryNumber) throws {
        let day = stamped.at.date.text
        switch stamped.entry {
        case .asked(let id, let kind, let item, _):
            try run(
                "INSERT OR IGNORE INTO open VALUES (?, ?, ?, ?, ?)",
                [sequence, id.station, id.number, kind.rawValue, item.text])
            try run("UPDATE last SET transaction_number = max(transaction_number, ?)", [id.number])
            try count(day, kind.rawValue, "asked")
        case .settled(let id, let outcome):
            try settle(id, outcome, sequence, day)
        case .alarm(let item, _, let isOn):
            try strike(isOn ? "notProtected" : "stillAlarmed", item.text)
            try count(day, "alarm", isOn ? "on" : "off")
        case .stillAlarmed(let item):
            try list("stillAlarmed", item.text, sequence)
            try count(day, "stillAlarmed", "")
        case .notProtected(let item):
            try list("notProtected", item.text, sequence)
            try count(day, "notProtected", "")
        }
    }

    private func settle(_ id: TransactionID, _ outcome: Outcome, _ sequence: EntryNumber, _ day: String) throws {
        let arguments: StatementArguments = [id.station, id.number]
        guard
            let row = try Row.fetchOne(
                cachedStatement(sql: "SELECT action, item FROM open WHERE station = ? AND number = ?"),
                arguments: arguments)
        else { return }
        let item = try row.decode(String.self, forColumn: "item")
        let action = try row.decode(String.self, forColumn: "action")
        try run("DELETE FROM open WHERE station = ? AND number = ?", arguments)
        switch outcome {
        case .lent(_, let unlocks):
            try strike("notProtected", item)
            if unlocks { try list("stillAlarmed", item, sequence) }
        case .returned(let arms):
            try strike("stillAlarmed", item)
            if arms { try list("notProtected", item, sequence) }
        case .refused, .abandoned, .doubtful: break
        }
        try count(day, action, Columns(.settled(id, outcome)).outcome ?? "")
    }

    private func list(_ list: String, _ item: String, _ sequence: EntryNumber) throws {
        try run("INSERT OR IGNORE INTO staff_list VALUES (?, ?, ?)", [sequence, list, item])
    }

    private func strike(_ list: String, _ item: String) throws {
        try run("DELETE FROM staff_list WHERE list = ? AND item = ?", [list, item])
    }

    private func count(_ day: String, _ kind: String, _ outcome: String) throws {
        try run(
            "INSERT INTO count VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET number = number + 1", [day, kind, outcome])
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension Database {
    /// Empties the table and fills it again. Deleting rows alone is not enough: a page that SQLite rearranges can
    /// keep an old copy in its unused middle. Emptying the table gives back all its pages, and each is overwritten.
    func rebuildPatrons(since day: LocalDate) throws {
        try execute(
            sql: "CREATE TEMP TABLE kept AS SELECT * FROM patron WHERE day >= ?", arguments: [day.text])
        try execute(
            sql: """
                DELETE FROM patron;
                INSERT INTO patron SELECT * FROM kept ORDER BY sequence;
                DROP TABLE kept
                """)
    }

    func recovered() throws -> Recovered {
        var recovered = Recovered()
        recovered.lastEntry = try Int.fetchOne(self, sql: "SELECT max(sequence) FROM entry") ?? 0
        recovered.lastTransaction = try Int.fetchOne(self, sql: "SELECT transaction_number FROM last") ?? 0
        recovered.stillAlarmed = try staffList("stillAlarmed")
        recovered.notProtected = try staffList("notProtected")
        let rows = try Row.fetchAll(
            self,
            sql: """
                SELECT open.station, open.number, open.action, open.item, patron.number AS patron
                FROM open LEFT JOIN patron USING (sequence) ORDER BY open.sequence
                """)
        recovered.open = try rows.map { row in
            guard let kind = Kind(rawValue: try row.decode(String.self, forColumn: "action"))
            else { throw JournalError.corrupt }
            return Recovered.Open(
                id: TransactionID(
                    station: try row.decode(forColumn: "station"), number: try row.decode(forColumn: "number")),
                kind: kind, item: ItemBarcode(try row.decode(forColumn: "item")),
                patron: try row.decodeIfPresent(String.self, forColumn: "patron").map { PatronBarcode($0) })
        }
        return recovered
    }

    private func staffList(_ list: String) throws -> [ItemBarcode] {
        try String.fetchAll(
            self, sql: "SELECT item FROM staff_list WHERE list = ? ORDER BY sequence", arguments: [list]
        )
        .map { ItemBarcode($0) }
    }

    func counts(_ days: ClosedRange<LocalDate>) throws -> [Count] {
        let rows = try Row.fetchAll(
            self, sql: "SELECT * FROM count WHERE day BETWEEN ? AND ? ORDER BY day, kind, outcome",
            arguments: [days.lowerBound.text, days.upperBound.text])
        return try rows.map { row in
            guard let day = LocalDate(text: try row.decode(String.self, forColumn: "day"))
            else { throw JournalError.corrupt }
            return Count(
                day: day, kind: try row.decode(forColumn: "kind"), outcome: try row.decode(forColumn: "outcome"),
                number: try row.decode(forColumn: "number"))
        }
    }
}
