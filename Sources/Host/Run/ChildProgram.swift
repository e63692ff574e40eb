import Glibc

/// Another process of this program, which says on its first lines that it is ready.
public final class ChildProgram: Sendable {
    public let lines: [String]
    private let process: Spawned

    /// Starts the program and waits for its first lines, at most 30 seconds. Blocks.
    ///
    /// - Parameter lineCount: how many lines belong to "ready".
    /// - Throws: ``HostError/noAnswer(_:)`` with what it said instead.
    public init(_ program: String, _ arguments: [String], lineCount: Int = 1) throws(HostError) {
        process = try Spawned(program, arguments)
        lines = Self.lines(lineCount, from: process.ear)
        guard lines.count == lineCount else {
            process.signal(SIGTERM)
            let said = lines.joined(separator: " / ")
            throw .noAnswer("\(arguments.prefix(2).joined(separator: " ")) said only: \(said)")
        }
    }

    private static func lines(_ count: Int, from descriptor: Int32) -> [String] {
        var (lines, bytes): ([String], [UInt8]) = ([], [])
        let deadline = ContinuousClock.now + .seconds(30)
        while lines.count < count, bytes.count < 1000 {
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard left > 0, poll(&ready, 1, Int32(left)) > 0 else { break }
            var byte: UInt8 = 0
            guard Glibc.read(descriptor, &byte, 1) == 1 else { break }
            guard byte == 0x0A else {
                bytes.append(byte)
                continue
            }
            lines.append(String(decoding: bytes, as: UTF8.self))
            bytes = []
        }
        return lines
    }

    /// The number after the last colon of a ready line.
    public var port: Int? { lines.first?.split(separator: ":").last.flatMap { Int($0) } }

    public var identifier: Int32 { process.identifier }

    /// Asks it to end, and waits. Blocks.
    /// - Returns: its exit status; negative for a signal.
    @discardableResult
    public func stop() -> Int32 {
        process.signal(SIGTERM)
        return process.wait()
    }

    /// Ends it as a power cut would. Blocks until it is gone.
    public func killNow() {
        process.signal(SIGKILL)
        _ = process.wait()
    }
}
