import Glibc
import Synchronization

/// The life of a wire, on its own thread: open, carry bytes both ways, close, say why.
extension StreamWire {
    func run() {
        // Writing to a pipe or a socket whose reader left must be an error here, not the end of the program.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)

        guard let bell = state.withLock({ $0.bell }) else { preconditionFailure("the thread starts after its bell") }
        let end = carry(bell)
        state.withLock { state in
            state.bell = nil
            state.waiting = []
            state.wanted = end
        }
        bell.melt()
        tell(.closed(end))
    }

    private func carry(_ bell: Bell) -> WireEnd {
        let descriptor: Int32
        do { descriptor = try opened(bell) } catch { return error }
        defer { Glibc.close(descriptor) }
        let cancelled = state.withLock { state in
            state.isOpen = true
            return state.wanted
        }
        if let cancelled { return cancelled }
        tell(.opened)
        while true {
            let (wanted, hasMore) = state.withLock { ($0.wanted, !$0.waiting.isEmpty) }
            if let wanted { return wanted }
            let events = Int16(POLLIN) | (hasMore ? Int16(POLLOUT) : 0)
            var list = [
                pollfd(fd: descriptor, events: events, revents: 0),
                pollfd(fd: bell.hear, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&list, 2, -1) >= 0 || errno == EINTR else { return .failed(errno) }
            if list[1].revents != 0 { bell.silence() }
            let seen = Int32(list[0].revents)
            if seen & POLLNVAL != 0 { return .failed(EBADF) }
            if seen & POLLOUT != 0, let end = send(to: descriptor) { return end }
            if seen & (POLLIN | POLLHUP | POLLERR) != 0, let end = receive(from: descriptor) { return end }
        }
    }

    private func opened(_ bell: Bell) throws(WireEnd) -> Int32 {
        switch place {
        case .path(let path): try openPath(path)
        case .descriptor(let descriptor): try adopt(descriptor)
        case .tcp(let host, let port):
            try connect(to: host, port: port, deadline: now() + Self.connectWithin, cancelled: bell.hear)
        }
    }

    private func send(to descriptor: Int32) -> WireEnd? {
        // Only this thread takes bytes away, so what is copied here is still in front afterwards.
        let bytes = state.withLock { Array($0.waiting.prefix(4096)) }
        guard !bytes.isEmpty else { return nil }
        let count = Glibc.write(descriptor, bytes, bytes.count)
        if count < 0 { return Self.end(errno) }
        state.withLock { state in state.waiting.removeFirst(min(count, state.waiting.count)) }
        return nil
    }

    private func receive(from descriptor: Int32) -> WireEnd? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        if count == 0 { return .peerGone }
        if count < 0 { return Self.end(errno) }
        tell(.received(Array(buffer[..<count])))
        return nil
    }

    /// A pseudo-terminal whose other side closed says EIO.
    private static func end(_ number: Int32) -> WireEnd? {
        switch number {
        case EAGAIN, EINTR: nil
        case EIO, EPIPE, ECONNRESET, ENXIO, ENODEV: .peerGone
        default: .failed(number)
        }
    }
}
