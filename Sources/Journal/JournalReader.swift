import Circulation
import Foundation
import GRDB

/// An entry as it was read back.
public struct Record: Equatable, Sendable {
    public var number: EntryNumber
    public var at: LocalTime
    public var entry: Entry
    public init(number: EntryNumber, at: LocalTime, entry: Entry) {
        (self.number, self.at, self.entry) = (number, at, entry)
    }
}

/// Looks into a journal, also while its station writes. It changes nothing and never learns a patron's number.
public final class JournalReader: Sendable {
    private let queue: DatabaseQueue

    /// - Throws: `cannotOpen` if there is no journal in this folder, `newerVersion`, `corrupt`.
    public init(folder: String) throws(JournalError) {
        let path = folder + "/" + Journal.fileName
        guard FileManager.default.fileExists(atPath: path) else {
            throw .cannotOpen(path: folder, why: "there is no journal in it")
        }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            if try queue.read(Schema.migrator.hasBeenSuperseded) { throw JournalError.newerVersion }
            guard try queue.read({ try $0.tableExists("entry") }) else { throw JournalError.corrupt }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
            throw .cannotOpen(path: folder, why: "SQLite cannot open the file")
        } catch {
            throw JournalError(error)
        }
    }

    /// - Parameters:
    ///   - first: the lowest number wanted, from 1.
    ///   - limit: how many at most.
    public func entries(from first: EntryNumber, limit: Int) throws(JournalError) -> [Record] {
        try JournalError.catching { try queue.read { try $0.records(from: first, limit: limit, withPatrons: false) } }
    }

    /// Counts of the days from the first to the last, by day, kind and outcome.
    public func counts(_ days: ClosedRange<LocalDate>) throws(JournalError) -> [Count] {
        try JournalError.catching { try queue.read { try $0.counts(days) } }
    }

    /// Reads the whole journal and follows its chain of hashes.
    /// - Returns: the first entry that does not fit, or nil if all do. Entries cut off at the end cannot be noticed.
    public func firstBroken() throws(JournalError) -> EntryNumber? {
        try JournalError.catching { try queue.read { try $0.firstBroken() } }
    }
}

extension Database {
    func records(from first: EntryNumber, limit: Int, withPatrons: Bool) throws -> [Record] {
        let patron = withPatrons ? "patron.number" : "NULL"
        let join = withPatrons ? "LEFT JOIN patron USING (sequence)" : ""
        let rows = try Row.fetchAll(
            self,
            sql: """
                SELECT entry.*, \(patron) AS patron FROM entry \(join)
                WHERE entry.sequence >= ? ORDER BY entry.sequence LIMIT ?
                """, arguments: [first, max(0, limit)])
        return try rows.map { row in
            guard let at = LocalTime(text: try row.decode(String.self, forColumn: "at"))
            else { throw JournalError.corrupt }
            let patron = try row.decodeIfPresent(String.self, forColumn: "patron")
            return Record(
                number: try row.decode(forColumn: "sequence"), at: at, entry: try Columns(row).entry(patron: patron))
        }
    }

    fileprivate func firstBroken() throws -> EntryNumber? {
        var (expected, previous) = (1, Chain.start)
        let rows = try Row.fetchCursor(self, sql: "SELECT * FROM entry ORDER BY sequence")
        while let row = try rows.next() {
            let sequence = try row.decode(Int.self, forColumn: "sequence")
            let hash = Chain.hash(
                after: previous, sequence: sequence, at: try row.decode(forColumn: "at"), try Columns(row))
            guard sequence == expected, [UInt8](try row.decode(Data.self, forColumn: "previous")) == previous,
                [UInt8](try row.decode(Data.self, forColumn: "hash")) == hash
            else { return expected }
            (expected, previous) = (sequence + 1, hash)
        }
        return nil
    }
}
