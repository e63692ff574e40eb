import ArgumentParser
import Engine
import Foundation
import Glibc
import Host
import Synchronization

/// `lectern engine serve --data DIR --port 6001`: a library system of our own, for benches and small libraries.
struct EngineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine", abstract: "Run the built-in library system.", subcommands: [Serve.self])

    struct Serve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Answer SIP2 on a port of this machine.")

        @Option(help: ArgumentHelp("Where the library's records are kept.", valueName: "folder"))
        var data: String

        @Option(help: "The SIP2 port; 0 for any.")
        var port = 6001

        @Flag(help: "Fill an empty library with 300 books and a card for every case.")
        var sample = false

        @Flag(help: ArgumentHelp("End when standard input ends.", visibility: .hidden))
        var leash = false

        func validate() throws {
            guard (0...65_535).contains(port) else { throw ValidationError("--port must be 0 to 65535.") }
        }

        func run() async throws {
            try await saying {
                signal(SIGPIPE, SIG_IGN)
                let clock = HostClock()
                umask(0o077)  // names, loans and PINs are nobody else's business on this machine
                try FileManager.default.createDirectory(
                    atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                let library = try Library(path: data + "/library.sqlite")
                chmod(data + "/library.sqlite", 0o600)
                if sample { try library.loadSample(at: clock.local()) }
                let acs = ACS(library: library)
                let server = try await ByteServer(port: port) { guest(acs, clock) }
                let signals = StopSignals { Task { await server.close() } }
                if leash { endWithStandardInput(server) }
                say("Lectern engine is ready on 127.0.0.1:\(server.port)")
                await server.wait()
                _ = signals
            }
        }

        /// One connection is one session; a session whose file has failed is hung up.
        private func guest(_ acs: ACS, _ clock: HostClock) -> ByteServer.Guest {
            let session = OneSession(acs.session())
            return ByteServer.Guest { bytes in session.received(bytes, clock) }
        }

        private func endWithStandardInput(_ server: ByteServer) {
            Thread.detachNewThread {
                var byte: UInt8 = 0
                while read(STDIN_FILENO, &byte, 1) > 0 {}
                Task { await server.close() }
            }
        }
    }
}

private final class OneSession: Sendable {
    private let session: Mutex<ACSession>
    init(_ session: ACSession) { self.session = Mutex(session) }

    func received(_ bytes: [UInt8], _ clock: HostClock) -> [[UInt8]]? {
        session.withLock { session in
            let answers = session.received(bytes, at: clock.local())
            return session.fault == nil ? answers : nil
        }
    }
}
