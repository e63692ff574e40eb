import Foundation
import Glibc

/// A page without a browser: what `lectern demo-check` and the tests hold in their hands. Blocks its thread.
public struct PageClient: Sendable {
    public struct Answer: Sendable {
        public var status: Int
        public var headers: [String]
        public var body: String
    }

    public let port: Int
    public init(port: Int) { self.port = port }

    /// - Parameters:
    ///   - headers: whole lines, such as `X-Lectern-Secret: …`; a `Host:` line takes the place of the true one.
    ///   - body: JSON, if any.
    /// - Throws: ``HostError/noAnswer(_:)``.
    public func ask(_ method: String, _ path: String, headers: [String] = [], body: String? = nil) throws(HostError)
        -> Answer
    {
        let connection = try PageConnection(port: port)
        try connection.send(request(method, path, headers + ["Connection: close"], body))
        let head = try connection.head(within: .seconds(10))
        return Answer(status: head.status, headers: head.lines, body: try connection.rest(within: .seconds(10)))
    }

    /// Opens a stream of events.
    /// - Throws: ``HostError/noAnswer(_:)``, also if it is refused.
    public func events(_ path: String) throws(HostError) -> PageEvents {
        let connection = try PageConnection(port: port)
        try connection.send(request("GET", path, ["Accept: text/event-stream"], nil))
        let head = try connection.head(within: .seconds(10))
        guard head.status == 200 else { throw .noAnswer("\(path.prefix(20)) answered \(head.status).") }
        return PageEvents(connection)
    }

    private func request(_ method: String, _ path: String, _ headers: [String], _ body: String?) -> String {
        var lines = ["\(method) \(path) HTTP/1.1"]
        if !headers.contains(where: { $0.hasPrefix("Host:") }) { lines.append("Host: 127.0.0.1:\(port)") }
        lines += headers
        if let body {
            if !headers.contains(where: { $0.hasPrefix("Content-Type:") }) {
                lines.append("Content-Type: application/json")
            }
            lines.append("Content-Length: \(body.utf8.count)")
        }
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
    }

    /// What a page keeps in a `<meta name="lectern-…" content="…">`.
    public static func meta(_ name: String, in html: String) -> String? {
        guard let start = html.range(of: "name=\"\(name)\" content=\""),
            let end = html[start.upperBound...].firstIndex(of: "\"")
        else { return nil }
        return String(html[start.upperBound..<end]).replacing("&amp;", with: "&")
    }
}

/// The `data:` lines of an event stream.
public final class PageEvents {
    private let connection: PageConnection
    private var text: [UInt8] = []

    init(_ connection: PageConnection) { self.connection = connection }

    /// The next whole event that is not a ping.
    /// - Throws: ``HostError/noAnswer(_:)`` when it does not come in time.
    public func next(within: Duration) throws(HostError) -> String {
        let deadline = ContinuousClock.now + within
        while true {
            if let event = whole() {
                if !event.hasPrefix("event: ping") { return String(event.dropFirst("data: ".count)) }
                continue
            }
            text += try connection.piece(until: deadline)
        }
    }

    private func whole() -> String? {
        guard text.count > 1, let end = (1..<text.count).first(where: { text[$0] == 0x0A && text[$0 - 1] == 0x0A })
        else { return nil }
        let event = String(decoding: text[..<(end - 1)], as: UTF8.self)
        text.removeFirst(end + 1)
        return event
    }
}

/// One HTTP/1.1 exchange over a socket.
final class PageConnection {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isChunked = false

    init(port: Int) throws(HostError) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(clamping: port).bigEndian
        address.sin_addr = in_addr(s_addr: inet_addr("127.0.0.1"))
        let answer = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard answer == 0 else {
            close(descriptor)
            throw .noAnswer("nobody answers on port \(port).")
        }
    }

    deinit { close(descriptor) }

    func send(_ text: String) throws(HostError) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, 0x4000) }
            guard count > 0 else { throw .noAnswer("the connection was cut off while asking.") }
            sent += count
        }
    }

    func head(within: Duration) throws(HostError) -> (status: Int, lines: [String]) {
        let deadline = ContinuousClock.now + within
        while true {
            if let end = buffer.firstRange(of: Array("\r\n\r\n".utf8)) {
                let text = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
                let lines = text.split(separator: "\r\n").map(String.init)
                buffer.removeFirst(end.upperBound)
                isChunked = lines.contains { $0.lowercased() == "transfer-encoding: chunked" }
                guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
                    throw .noAnswer("the answer is not HTTP.")
                }
                return (status, lines)
            }
            guard try fill(deadline) else { throw .noAnswer("the connection was cut off before the answer.") }
        }
    }

    /// Everything up to the end of the connection.
    func rest(within: Duration) throws(HostError) -> String {
        let deadline = ContinuousClock.now + within
        while try fill(deadline) {}
        var whole: [UInt8] = []
        if isChunked {
            while let chunk = takeChunk() { whole += chunk }
        } else {
            whole = buffer
        }
        return String(decoding: whole, as: UTF8.self)
    }

    /// The next piece of a stream.
    func piece(until deadline: ContinuousClock.Instant) throws(HostError) -> [UInt8] {
        while true {
            if let chunk = takeChunk() { return chunk }
            guard try fill(deadline) else { throw .noAnswer("the stream ended.") }
        }
    }

    private func takeChunk() -> [UInt8]? {
        guard let line = buffer.firstIndex(of: 0x0A), line > 0,
            let size = Int(String(decoding: buffer[..<(line - 1)], as: UTF8.self), radix: 16),
            size > 0, buffer.count >= line + 1 + size + 2
        else { return nil }
        let chunk = Array(buffer[(line + 1)..<(line + 1 + size)])
        buffer.removeFirst(line + 1 + size + 2)
        return chunk
    }

    /// - Returns: false at the end of the connection.
    private func fill(_ deadline: ContinuousClock.Instant) throws(HostError) -> Bool {
        let left = (deadline - ContinuousClock.now) / .milliseconds(1)
        var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard left > 0, poll(&ready, 1, Int32(left.rounded(.up))) > 0 else { throw .noAnswer("no answer in time.") }
        var piece = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &piece, piece.count, 0)
        guard count > 0 else { return false }
        buffer += piece[..<count]
        return true
    }
}
