import Circulation
import GRDB

/// The library's own records: cards, items, loans, holds and fees in one SQLite file.
///
/// Every change is one transaction, and it is on the disk when its function returns. Any number of connections may
/// use one `Library`; changes wait for each other.
public final class Library: Sendable {
    public let rules: Rules
    let database: any DatabaseWriter
    private let isInMemory: Bool

    /// Opens or creates the file, in WAL mode and with full synchronisation.
    public init(path: String, rules: Rules = Rules()) throws(LibraryError) {
        self.rules = rules
        isInMemory = false
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        configuration.label = "library"
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            try Self.makeDurable(pool)
            let migrator = Schema.migrator
            if try pool.read({ try migrator.hasBeenSuperseded($0) }) { throw LibraryError.newerSchema }
            try migrator.migrate(pool)
            database = pool
        } catch let error as LibraryError {
            throw error
        } catch let error as DatabaseError {
            throw .cannotOpen(path: path, resultCode: Int(error.resultCode.rawValue))
        } catch {
            throw .cannotOpen(path: path, resultCode: Int(ResultCode.SQLITE_ERROR.rawValue))
        }
    }

    /// A library that is gone with the process: fast, for simulations and tests.
    public init(inMemory: (), rules: Rules = Rules()) throws(LibraryError) {
        self.rules = rules
        isInMemory = true
        database = try LibraryError.translating {
            let queue = try DatabaseQueue(configuration: Configuration())
            try queue.write { database in
                for step in Schema.steps { try database.execute(sql: step) }
            }
            return queue
        }
    }

    /// GRDB sets NORMAL on the writer of a WAL database after it was prepared, so FULL is set once more and read back:
    /// with NORMAL a power cut may lose a loan whose answer has left.
    private static func makeDurable(_ pool: DatabasePool) throws {
        let synchronous = try pool.writeWithoutTransaction { writer in
            try writer.execute(sql: "PRAGMA synchronous = FULL")
            return try Int.fetchOne(writer, sql: "PRAGMA synchronous") ?? -1
        }
        guard synchronous == 2 else { throw LibraryError.notDurable(synchronous: synchronous) }
    }

    /// What `PRAGMA synchronous` reads on the connection that writes: 2 on a disk.
    public func synchronous() throws(LibraryError) -> Int {
        try LibraryError.translating {
            try database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
        }
    }

    /// Checks that the file can be read; what "on-line" in the status message means.
    public var isWell: Bool {
        (try? look { try Int.fetchOne($0.cachedStatement(sql: "SELECT COUNT(*) FROM meta")) }) != nil
    }

    func change<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
        try LibraryError.translating { try database.write(body) }
    }

    func look<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
        // In memory there is one connection, and nobody writes meanwhile: no transaction, a third of the time.
        try LibraryError.translating { try isInMemory ? database.unsafeRead(body) : database.read(body) }
    }
}

extension LibraryError {
    /// SQLite's own texts may quote values, so only the result code is kept.
    static func translating<Value>(_ body: () throws -> Value) throws(LibraryError) -> Value {
        do {
            return try body()
        } catch let error as LibraryError {
            throw error
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_BUSY { throw .busy }
            throw .failed(resultCode: Int(error.resultCode.rawValue))
        } catch {
            throw .failed(resultCode: Int(ResultCode.SQLITE_ERROR.rawValue))
        }
    }
}
