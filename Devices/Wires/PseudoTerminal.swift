import Glibc

/// A made-up serial port: what is written to `master` comes out of the device at `path`, and the other way round.
public struct PseudoTerminal: Sendable {
    /// Belongs to whoever made the pair, who must close it (or give it to a ``StreamWire``).
    public let master: Int32
    /// The other side, such as /dev/pts/4. It vanishes when `master` is closed.
    public let path: String
}

// From asm-generic/ioctls.h; Swift cannot see macros with arguments.
private let unlockRequest: UInt = 0x4004_5431  // TIOCSPTLCK
private let numberRequest: UInt = 0x8004_5430  // TIOCGPTN

/// Makes a raw pseudo-terminal: no echo, no line editing.
/// - Throws: `.cannotOpen` if the system has none left.
public func pseudoTerminal() throws(WireEnd) -> PseudoTerminal {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0 else { throw .cannotOpen(errno) }
    var locked: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(master, unlockRequest, &locked) == 0, ioctl(master, numberRequest, &number) == 0, makeRaw(master) else {
        let reason = errno
        close(master)
        throw .cannotOpen(reason)
    }
    return PseudoTerminal(master: master, path: "/dev/pts/\(number)")
}
