import Circulation
import Foundation
import GRDB

/// An entry and when it was handed over, by the library's own clock.
public struct Stamped: Equatable, Sendable {
    public var entry: Entry
    public var at: LocalTime
    public init(_ entry: Entry, at: LocalTime) { (self.entry, self.at) = (entry, at) }
}

/// The append-only record of a station: `journal.sqlite` in its data folder. What `append` returned from is on disk.
///
/// All calls block; the station's host makes them on a thread of the journal's own (see ``JournalWriter``).
public final class Journal: Sendable {
    let queue: DatabaseQueue
    private let lock: Lock

    public static let fileName = "journal.sqlite"

    /// Opens the journal, or makes it, readable by its owner alone.
    ///
    /// - Parameter folder: is made if it is missing.
    /// - Throws: `usedByAnotherProcess`, `newerVersion`, `corrupt`, `diskFull`, `cannotOpen`.
    public init(folder: String) throws(JournalError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotOpen(path: folder, why: "the folder cannot be made")
        }
        lock = try Lock(path: folder + "/journal.lock", folder: folder)
        let path = folder + "/" + Self.fileName
        queue = try Self.open(path, folder: folder)
    }

    private static func open(_ path: String, folder: String) throws(JournalError) -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY") }
        do {
            // Before SQLite makes it, so that nobody else can ever read it.
            if !FileManager.default.fileExists(atPath: path) {
                _ = FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { database in
                // GRDB sets NORMAL on a WAL writer after `prepareDatabase`, so FULL must come later and be looked at.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else { throw JournalError.notDurable }
            }
            if try queue.read(Schema.migrator.hasBeenSuperseded) { throw JournalError.newerVersion }
            try Schema.migrator.migrate(queue)
            return queue
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
            throw .cannotOpen(path: folder, why: "SQLite cannot open the file")
        } catch {
            throw JournalError(error)
        }
    }

    /// Writes all of them or none, in order.
    /// - Returns: the number of the last entry, which is on disk now.
    @discardableResult
    public func append(_ entries: [Entry], at: LocalTime) throws(JournalError) -> EntryNumber {
        try append(entries.map { Stamped($0, at: at) })
    }

    /// Writes all of them or none, in order: one transaction, one wait for the disk.
    /// - Returns: the number of the last entry, which is on disk now.
    @discardableResult
    public func append(_ entries: [Stamped]) throws(JournalError) -> EntryNumber {
        try JournalError.catching {
            try queue.write { database in
                var (sequence, hash) = try Self.end(database)
                for stamped in entries {
                    sequence += 1
                    hash = try database.insert(stamped, sequence: sequence, after: hash)
                    try database.derive(stamped, sequence: sequence)
                }
                return sequence
            }
        }
    }

    private static func end(_ database: Database) throws -> (EntryNumber, hash: [UInt8]) {
        let row = try Row.fetchOne(database, sql: "SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1")
        guard let row else { return (0, Chain.start) }
        return (try row.decode(forColumn: "sequence"), [UInt8](try row.decode(Data.self, forColumn: "hash")))
    }

    /// What a station must know when it starts. Reads what is open and the two lists, never all history.
    public func recovered() throws(JournalError) -> Recovered {
        try JournalError.catching { try queue.read { try $0.recovered() } }
    }

    /// Entries with their patrons, as far as those have not been forgotten.
    /// - Parameters:
    ///   - first: the lowest number wanted, from 1.
    ///   - limit: how many at most.
    public func entries(from first: EntryNumber, limit: Int) throws(JournalError) -> [Record] {
        try JournalError.catching { try queue.read { try $0.records(from: first, limit: limit, withPatrons: true) } }
    }

    /// Forgets the patrons of all entries of the days before this one, open ones too: what is still open after such a
    /// time is for staff. Their bytes are overwritten in the file, and the write-ahead log is emptied.
    ///
    /// - Returns: false if a reader kept the log busy; then it must be called again.
    @discardableResult
    public func forgetPatrons(before day: LocalDate) throws(JournalError) -> Bool {
        try JournalError.catching {
            try queue.write { database in
                let old = try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM patron WHERE day < ?", arguments: [day.text])
                if old != 0 { try database.rebuildPatrons(since: day) }
            }
            return try queue.writeWithoutTransaction { database in
                let busy = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                return busy == 0
            }
        }
    }

    /// Counts of the days from the first to the last, by day, kind and outcome. They never knew a patron.
    public func counts(_ days: ClosedRange<LocalDate>) throws(JournalError) -> [Count] {
        try JournalError.catching { try queue.read { try $0.counts(days) } }
    }

    /// Closes the file. Nothing may be asked of the journal afterwards.
    public func close() throws(JournalError) {
        try JournalError.catching { try queue.close() }
    }
}
