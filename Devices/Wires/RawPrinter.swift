import Glibc

/// A printer that prints what arrives on a TCP port, usually 9100. It says nothing back that could be trusted.
public struct RawPrinter: Equatable, Sendable {
    public var host: String
    public var port: UInt16

    public init(host: String, port: UInt16 = 9100) { (self.host, self.port) = (host, port) }

    /// Why a job did not reach the printer.
    public enum Fault: Error, Equatable, Sendable {
        case noSuchHost
        /// Nothing was printed: nobody took the call.
        case unreachable
        /// Some of it may be on paper. Printing again may print twice.
        case cutOff(sent: Int)

        public var code: String {
            switch self {
            case .noSuchHost: "PRN-1"
            case .unreachable: "PRN-2"
            case .cutOff: "PRN-3"
            }
        }

        public var advice: String {
            switch self {
            case .noSuchHost: "The printer's network name is unknown; check the name in the settings."
            case .unreachable: "The printer does not answer; check its power and its network cable."
            case .cutOff: "The printer stopped in the middle; look at the paper before you print again."
            }
        }
    }

    /// Sends one job and waits until the printer has taken all of it. Blocks the calling thread: give it one.
    ///
    /// - Parameters:
    ///   - bytes: The whole job in the printer's own language.
    ///   - within: Time for connecting and sending together; more than zero. Looking up a name is not included.
    public func send(_ bytes: [UInt8], within: Duration) throws(Fault) {
        let deadline = now() + within
        let descriptor: Int32
        do { descriptor = try connect(to: host, port: port, deadline: deadline) } catch {
            if case .noSuchHost = error { throw .noSuchHost } else { throw .unreachable }
        }
        defer { close(descriptor) }
        var sent = 0
        do throws(WireEnd) {
            while sent < bytes.count {
                _ = try wait(for: descriptor, to: Int16(POLLOUT), or: -1, until: deadline)
                let count = bytes[sent...].withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress, min($0.count, 65_536), Int32(MSG_NOSIGNAL))
                }
                if count > 0 { sent += count } else if errno != EAGAIN, errno != EINTR { throw .failed(errno) }
            }
            try awaitGoodbye(descriptor, deadline)
        } catch { throw .cutOff(sent: sent) }
    }

    /// Says that the job ends here, waits until the printer has everything, and then for it to hang up, because a
    /// reset tells that bytes were lost. Many printers keep the line open; a second of peace is taken for success.
    private func awaitGoodbye(_ descriptor: Int32, _ deadline: Duration) throws(WireEnd) {
        shutdown(descriptor, Int32(SHUT_WR))
        while try unacknowledged(descriptor) > 0 {
            guard now() < deadline else { throw .tooSlow }
            if try hasHungUp(descriptor, within: .milliseconds(10)) { break }
        }
        let patience = min(deadline, now() + .seconds(1))
        while now() < patience, try !hasHungUp(descriptor, within: patience - now()) {}
        guard try unacknowledged(descriptor) == 0 else { throw .peerGone }
    }

    /// Bytes that left here and have not reached the printer.
    private func unacknowledged(_ descriptor: Int32) throws(WireEnd) -> Int32 {
        var count: Int32 = 0
        guard ioctl(descriptor, 0x5411, &count) == 0 else { throw .failed(errno) }  // SIOCOUTQ
        return count
    }

    /// What a printer says is read and forgotten.
    private func hasHungUp(_ descriptor: Int32, within: Duration) throws(WireEnd) -> Bool {
        do { _ = try wait(for: descriptor, to: Int16(POLLIN), or: -1, until: now() + within) } catch {
            if error == .tooSlow { return false } else { throw error }
        }
        var buffer = [UInt8](repeating: 0, count: 1024)
        let count = read(descriptor, &buffer, buffer.count)
        if count == 0 { return true }
        if count < 0, errno != EAGAIN, errno != EINTR { throw .failed(errno) }
        return false
    }
}
