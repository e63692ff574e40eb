import Foundation
import Glibc

/// The library system of the bench: a process of its own, which ends when we do, however we do.
public final class EngineChild: Sendable {
    public let port: Int
    private let process: Process
    /// The child reads it and ends when it ends, which the system sees to even if we are killed.
    private let leash: Pipe

    /// Starts `lectern engine serve` and waits for its first line, at most 30 seconds.
    /// - Throws: ``HostError/engineDidNotStart(_:)``.
    public init(program: String, folder: String) throws(HostError) {
        let (process, leash, output) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["engine", "serve", "--data", folder, "--port", "0", "--sample", "--leash"]
        process.standardInput = leash
        process.standardOutput = output
        do { try process.run() } catch { throw .engineDidNotStart("the program cannot be run") }
        (self.process, self.leash) = (process, leash)
        let line = Self.firstLine(output.fileHandleForReading.fileDescriptor)
        guard let last = line.split(separator: ":").last, let port = Int(last) else {
            process.terminate()
            throw .engineDidNotStart(line.isEmpty ? "it said nothing" : line)
        }
        self.port = port
    }

    private static func firstLine(_ descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        let deadline = ContinuousClock.now + .seconds(30)
        while bytes.count < 1000 {
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard left > 0, poll(&ready, 1, Int32(left)) > 0 else { break }
            var byte: UInt8 = 0
            guard Glibc.read(descriptor, &byte, 1) == 1, byte != 0x0A else { break }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    public func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
