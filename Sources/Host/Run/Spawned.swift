import Glibc
import Synchronization

/// A process of our own making. It gets the three standard descriptors and no other, so that it can keep nothing of
/// ours open, and nobody else's pipe.
public final class Spawned: Sendable {
    /// Which of its outputs we read; the other goes where ours goes.
    public enum Hearing: Sendable { case output, errors }

    private static let mostDescriptors: Int32 = 1024

    public let identifier: pid_t
    /// What it says. Belongs to this value.
    let ear: Int32
    /// Its standard input, which ends when we end, however we end.
    private let leash: Int32
    private let status = Mutex<Int32?>(nil)

    /// - Throws: ``HostError/noAnswer(_:)`` if the program cannot be run.
    public init(_ program: String, _ arguments: [String], hearing: Hearing = .output) throws(HostError) {
        var (input, output): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
        guard pipe(&input) == 0, pipe(&output) == 0 else { throw .noAnswer("the system has no pipes left.") }
        for descriptor in input + output { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output[1], hearing == .output ? STDOUT_FILENO : STDERR_FILENO)
        // A descriptor that is not open is no mistake here.
        for descriptor in 3..<Self.mostDescriptors { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var identifier: pid_t = 0
        let failure = posix_spawn(&identifier, program, &actions, nil, words, environ)
        close(input[0])
        close(output[1])
        (ear, leash, self.identifier) = (output[0], input[1], identifier)
        guard failure == 0 else { throw .noAnswer("\(program) cannot be run.") }
    }

    /// A process that nobody holds any more is ended, so that a failed test leaves nothing behind.
    deinit {
        signal(SIGKILL)
        _ = wait()
        close(ear)
        close(leash)
    }

    public func signal(_ number: Int32) {
        guard identifier > 0 else { return }  // it never ran, and 0 would mean ourselves
        status.withLock { status in
            if status == nil { kill(identifier, number) }
        }
    }

    /// Waits for its end. Blocks.
    /// - Returns: its exit status; negative for a signal.
    public func wait() -> Int32 {
        guard identifier > 0 else { return -1 }
        while true {
            if let known = status.withLock({ $0 }) { return known }
            let ended: Int32? = status.withLock { status in
                var word: Int32 = 0
                guard status == nil, waitpid(identifier, &word, WNOHANG) != 0 else { return status }
                status = word & 0x7F == 0 ? (word >> 8) & 0xFF : -(word & 0x7F)
                return status
            }
            if let ended { return ended }
            pause(milliseconds: 5)
        }
    }

    /// All it says until it ends, at most a megabyte. Blocks.
    public func everything() -> String {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while bytes.count < 1_000_000 {
            let count = read(ear, &piece, piece.count)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
