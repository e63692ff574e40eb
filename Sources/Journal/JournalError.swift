import Foundation
import GRDB

/// Why the journal could not be opened, read or written.
///
/// None of these loses an entry: what was not committed stays with whoever wanted it written.
public enum JournalError: Error, Equatable, Sendable {
    /// The folder or the file cannot be made or opened. `why` is the system's own sentence.
    case cannotOpen(path: String, why: String)
    case usedByAnotherProcess(path: String)
    /// Written by a newer version of this program. Reading it with this one could lose what it does not know.
    case newerVersion
    case corrupt
    case diskFull
    /// SQLite's primary result code.
    case notWritten(code: Int)
    case notDurable
}

extension JournalError {
    /// Stable across releases.
    public var code: String {
        switch self {
        case .cannotOpen: "JOUR-1"
        case .usedByAnotherProcess: "JOUR-2"
        case .newerVersion: "JOUR-3"
        case .corrupt: "JOUR-4"
        case .diskFull: "JOUR-5"
        case .notWritten: "JOUR-6"
        case .notDurable: "JOUR-7"
        }
    }

    /// One sentence for whoever looks after the station.
    public var advice: String {
        switch self {
        case .cannotOpen(let path, let why):
            "The journal in \(path) cannot be opened (\(why)): check that the folder exists and belongs to Lectern."
        case .usedByAnotherProcess(let path):
            "Another Lectern already uses the journal in \(path): stop it first, or give this one its own folder."
        case .newerVersion:
            "The journal was written by a newer Lectern: install that version again, or move the file away."
        case .corrupt:
            "The journal is damaged: keep the file, restore the last backup and check the disk."
        case .diskFull:
            "The disk is full: make room, and the station carries on by itself."
        case .notWritten(let code):
            "The journal cannot be written (SQLite \(code)): check the disk and the folder's rights."
        case .notDurable:
            "SQLite would not promise to keep what is written (synchronous=FULL): this build must not run a station."
        }
    }
}

extension JournalError {
    /// - Parameter error: whatever GRDB threw. Its text is dropped, because it can hold values.
    init(_ error: any Error) {
        if let known = error as? JournalError {
            self = known
            return
        }
        guard let error = error as? DatabaseError else {
            self = .corrupt  // a row that GRDB could not read as the type that its column has
            return
        }
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt
        default: self = .notWritten(code: Int(error.resultCode.rawValue))
        }
    }

    /// Runs work on the database and turns whatever it throws into an error of this room.
    static func catching<T>(_ work: () throws -> T) throws(JournalError) -> T {
        do { return try work() } catch { throw JournalError(error) }
    }
}
