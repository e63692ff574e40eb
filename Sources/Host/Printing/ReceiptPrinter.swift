import Circulation
import Dispatch
import Glibc
import Paper
import Station
import Wires
import Words

/// Prints what the station wants on paper, one job after the other, on a thread of its own: a visit never waits
/// for paper, and the loop never waits for a printer.
public final class ReceiptPrinter: Sendable {
    static let within = Duration.seconds(5)

    public enum Address: Equatable, Sendable {
        case none
        case tcp(RawPrinter)
        /// A device such as /dev/usb/lp0.
        case path(String)
    }

    private let address: Address
    private let profile: PrinterProfile
    private let words: Words
    private let inbox: Inbox
    private let queue = DispatchQueue(label: "lectern.receipt")

    public init(address: Address, profile: PrinterProfile, words: Words, inbox: Inbox) {
        (self.address, self.profile, self.words, self.inbox) = (address, profile, words, inbox)
    }

    /// `.printed` follows within about five seconds for each job before it and for this one.
    public func print(job: Int, _ document: Document) {
        queue.async { [self] in
            let isDone = send(bytes(of: document))
            inbox.put(.printed(job: job, isDone: isDone))
        }
    }

    private func bytes(of document: Document) -> [UInt8] {
        paperBytes(document, profile: profile, words: words)
    }

    private func send(_ bytes: [UInt8]) -> Bool {
        switch address {
        case .none: return false
        case .tcp(let printer):
            do { try printer.send(bytes, within: Self.within) } catch { return false }
            return true
        case .path(let path): return write(bytes, to: path)
        }
    }

    private func write(_ bytes: [UInt8], to path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { Glibc.close(descriptor) }
        let deadline = ContinuousClock.now + Self.within
        var sent = 0
        while sent < bytes.count {
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            guard left > 0 else { return false }
            var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            guard poll(&ready, 1, Int32(left.rounded(.up))) > 0 else { continue }
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { sent += count } else if errno != EAGAIN, errno != EINTR { return false }
        }
        return true
    }
}
