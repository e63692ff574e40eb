import Glibc

// Open, set up, connect: each gives a non-blocking descriptor that later children do not inherit, or says why not.

/// Opens a character device, a pseudo-terminal or a pipe for reading and writing.
func openPath(_ path: String) throws(WireEnd) -> Int32 {
    let descriptor = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(errno) }
    guard isatty(descriptor) == 1 else { return descriptor }
    guard makeRaw(descriptor) else {
        let reason = errno
        close(descriptor)
        throw .cannotOpen(reason)
    }
    return descriptor
}

/// No echo, no line editing, every byte as it is. Speed and parity stay as they are.
func makeRaw(_ descriptor: Int32) -> Bool {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return false }
    cfmakeraw(&settings)
    settings.c_cflag |= tcflag_t(CLOCAL) | tcflag_t(CREAD)
    return tcsetattr(descriptor, TCSANOW, &settings) == 0
}

/// Takes over a descriptor that somebody else opened.
func adopt(_ descriptor: Int32) throws(WireEnd) -> Int32 {
    let flags = fcntl(descriptor, F_GETFL, 0)
    guard flags >= 0, fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) >= 0,
        fcntl(descriptor, F_SETFD, FD_CLOEXEC) >= 0
    else { throw .cannotOpen(errno) }
    return descriptor
}

/// Connects to the first address of a host that answers.
///
/// - Parameters:
///   - deadline: On the clock of ``now()``.
///   - cancelled: Becomes readable when the caller no longer wants the connection; -1 for never.
/// - Note: Looking up a name is the resolver's business and may take its own time-out; an address needs none.
func connect(to host: String, port: UInt16, deadline: Duration, cancelled: Int32 = -1) throws(WireEnd) -> Int32 {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_NUMERICSERV
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, "\(port)", &hints, &list) == 0, let first = list else { throw .noSuchHost(host) }
    defer { freeaddrinfo(first) }
    var trouble = WireEnd.noSuchHost(host)
    var next: UnsafeMutablePointer<addrinfo>? = first
    while let address = next?.pointee {
        next = address.ai_next
        do {
            return try connect(to: address, deadline: deadline, cancelled: cancelled)
        } catch {
            guard error != .closedHere, error != .tooSlow else { throw error }
            trouble = error
        }
    }
    throw trouble
}

private func connect(to address: addrinfo, deadline: Duration, cancelled: Int32) throws(WireEnd) -> Int32 {
    let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.ai_family, type, address.ai_protocol)
    guard descriptor >= 0 else { throw .cannotOpen(errno) }
    do throws(WireEnd) {
        if Glibc.connect(descriptor, address.ai_addr, address.ai_addrlen) != 0 {
            guard errno == EINPROGRESS else { throw .cannotOpen(errno) }
            let ready = try wait(for: descriptor, to: Int16(POLLOUT), or: cancelled, until: deadline)
            guard ready != .cancelled else { throw .closedHere }
            var trouble: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &trouble, &size)
            guard trouble == 0 else { throw .cannotOpen(trouble) }
        }
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, socklen_t(MemoryLayout<Int32>.size))
        return descriptor
    } catch {
        close(descriptor)
        throw error
    }
}

/// A bell that wakes a sleeping thread: what is written to `ring` can be read from `hear`.
struct Bell {
    let hear: Int32
    let ring: Int32

    init() throws(WireEnd) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .cannotOpen(errno) }
        (hear, ring) = (try adopt(ends[0]), try adopt(ends[1]))
    }

    /// Many rings are heard as one.
    func silence() {
        var buffer = [UInt8](repeating: 0, count: 256)
        while read(hear, &buffer, buffer.count) == buffer.count {}
    }

    func sound() {
        var one: UInt8 = 1
        _ = write(ring, &one, 1)  // a full pipe is loud enough
    }

    func melt() {
        close(hear)
        close(ring)
    }
}

enum Readiness { case ready, cancelled }

/// Waits until a descriptor can be read or written.
/// - Throws: `.tooSlow` after the deadline.
func wait(for descriptor: Int32, to events: Int16, or cancelled: Int32, until deadline: Duration) throws(WireEnd)
    -> Readiness
{
    while true {
        let left = (deadline - now()) / .milliseconds(1)
        guard left > 0 else { throw .tooSlow }
        var list = [
            pollfd(fd: descriptor, events: events, revents: 0),
            pollfd(fd: cancelled, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&list, 2, Int32(min(left.rounded(.up), 60_000)))
        if count < 0, errno != EINTR { throw .failed(errno) }
        if list[1].revents != 0 { return .cancelled }
        if list[0].revents != 0 { return .ready }
    }
}

/// Time on the kernel's steady clock.
func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
