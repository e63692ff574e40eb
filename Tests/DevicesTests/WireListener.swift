import Glibc
import Synchronization
import Wires

/// Writes down what a wire tells, and waits for it.
final class WireListener: Sendable {
    private let news = Mutex<[StreamWire.News]>([])

    var tell: @Sendable (StreamWire.News) -> Void { { news in self.news.withLock { $0.append(news) } } }
    var all: [StreamWire.News] { news.withLock { $0 } }
    var bytes: [UInt8] {
        all.flatMap { news -> [UInt8] in if case .received(let bytes) = news { bytes } else { [] } }
    }
    var end: WireEnd? {
        for case .closed(let end) in all { return end }
        return nil
    }

    /// - Returns: false if it has not become true within five seconds.
    func waits(until isTrue: @Sendable (WireListener) -> Bool) async throws -> Bool {
        for _ in 0..<1000 {
            if isTrue(self) { return true }
            try await Task.sleep(for: .milliseconds(5))
        }
        return isTrue(self)
    }
}

/// A TCP port on this machine that takes one call at a time.
struct TCPListener {
    let descriptor: Int32
    let port: UInt16

    /// - Parameter receiveBuffer: In bytes; nil for the system's own size.
    init(receiveBuffer: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) == 0 && listen(socket, 8) == 0 && getsockname(socket, $0, &size) == 0
            }
        }
        guard isBound else { throw WireEnd.cannotOpen(errno) }
        port = UInt16(bigEndian: address.sin_port)
    }

    func accepted() -> Int32 { accept(descriptor, nil, nil) }
}

func socketPair() throws -> (Int32, Int32) {
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { throw WireEnd.cannotOpen(errno) }
    return (ends[0], ends[1])
}

/// Reads until `count` bytes are there or the other side closes.
func readAll(_ descriptor: Int32, _ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < count {
        let size = read(descriptor, &buffer, min(buffer.count, count - bytes.count))
        guard size > 0 else { break }
        bytes += buffer[..<size]
    }
    return bytes
}

func openDescriptors() -> Int {
    guard let folder = opendir("/proc/self/fd") else { return -1 }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    return count
}
