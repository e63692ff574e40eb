import Foundation
import Glibc

/// Another process of this program, which says on its first lines that it is ready.
public final class ChildProgram: Sendable {
    public let lines: [String]
    private let process: Process
    /// The child may read it and end when it ends, which the system sees to even if we are killed.
    private let leash: Pipe
    /// Kept open, so that the child can go on writing.
    private let output: Pipe

    /// Starts the program and waits for its first lines, at most 30 seconds.
    ///
    /// - Parameters:
    ///   - lineCount: how many lines belong to "ready".
    /// - Throws: ``HostError/noAnswer(_:)`` with what it said instead.
    public init(_ program: String, _ arguments: [String], lineCount: Int = 1) throws(HostError) {
        let (process, leash, output) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = leash
        process.standardOutput = output
        do { try process.run() } catch { throw .noAnswer("\(program) cannot be run.") }
        (self.process, self.leash, self.output) = (process, leash, output)
        lines = Self.lines(lineCount, from: output.fileHandleForReading.fileDescriptor)
        guard lines.count == lineCount else {
            process.terminate()
            throw .noAnswer("\(arguments.prefix(2).joined(separator: " ")) said only: \(lines.joined(separator: " / "))")
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

    public var identifier: Int32 { process.processIdentifier }

    /// Asks it to end, and waits.
    /// - Returns: its exit status; negative for a signal.
    @discardableResult
    public func stop() -> Int32 {
        process.terminate()
        return wait()
    }

    /// Ends it as a power cut would.
    public func killNow() {
        kill(process.processIdentifier, SIGKILL)
        _ = wait()
    }

    private func wait() -> Int32 {
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }
}
