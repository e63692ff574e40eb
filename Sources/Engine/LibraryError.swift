/// Why the library's own file cannot be used. Refused loans are not errors: see `Refusal`.
///
/// No case carries a patron number, a PIN or the values of a statement.
public enum LibraryError: Error, Equatable, Sendable {
    /// The file cannot be opened or created; SQLite's primary result code.
    case cannotOpen(path: String, resultCode: Int)
    /// `PRAGMA synchronous` read back as something other than 2 (FULL).
    case notDurable(synchronous: Int)
    /// The file was written by a newer release.
    case newerSchema
    /// Another process kept the file locked for longer than five seconds.
    case busy
    /// A statement failed; SQLite's primary result code.
    case failed(resultCode: Int)
    /// A card or an item with this kind of number is there already.
    case alreadyThere(table: String)
    /// libcrypt cannot make a yescrypt hash.
    case cannotHash
    /// A PIN is 1...128 bytes without a zero byte.
    case badPIN
}

extension LibraryError {
    /// Stable across releases: printed in logs, counted in metrics.
    public var code: String {
        switch self {
        case .cannotOpen: "ENGINE-1"
        case .notDurable: "ENGINE-2"
        case .newerSchema: "ENGINE-3"
        case .busy: "ENGINE-4"
        case .failed: "ENGINE-5"
        case .alreadyThere: "ENGINE-6"
        case .cannotHash: "ENGINE-7"
        case .badPIN: "ENGINE-8"
        }
    }

    /// One sentence for the person who runs the library system.
    public var advice: String {
        switch self {
        case .cannotOpen(let path, let resultCode):
            "Check that \(path) lies in a folder that Lectern may write to and is a Lectern library "
                + "(SQLite result \(resultCode))."
        case .notDurable(let synchronous):
            "SQLite refused full synchronisation (it reads \(synchronous)); check the SQLite that is installed."
        case .newerSchema: "This library was written by a newer Lectern; start that one, or restore a backup."
        case .busy: "Another program keeps the library file locked; close it and try again."
        case .failed(let resultCode):
            "The library file could not be read or written (SQLite result \(resultCode)); "
                + "check the disk's space and health."
        case .alreadyThere(let table): "A \(table) with this barcode exists; choose another barcode."
        case .cannotHash: "The system's libcrypt has no yescrypt; install Debian's libcrypt1."
        case .badPIN: "Choose a PIN of 1 to 128 characters."
        }
    }
}
