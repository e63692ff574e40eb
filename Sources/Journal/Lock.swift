import Glibc

/// One writer for a journal, also between processes. The system lets go of it when the process ends, however it ends.
struct Lock: ~Copyable {
    private let file: Int32

    /// - Parameter path: the lock file, which is made if it is missing.
    /// - Throws: `usedByAnotherProcess` at once; it never waits.
    init(path: String, folder: String) throws(JournalError) {
        // Close-on-exec: a child process must not keep the journal locked when the station has ended.
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotOpen(path: folder, why: String(cString: strerror(errno))) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw .usedByAnotherProcess(path: folder)
        }
    }

    deinit { close(file) }
}
